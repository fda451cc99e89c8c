#include "server/features/page_reader.hpp"

#include "server/features/page_text.hpp"
#include "server/features/shown_text.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <map>
#include <memory>

namespace plein::features {

namespace {

/// Pages nest some dozens of elements; whoever nests thousands wants us to look through all of them at each.
constexpr int most_depth = 256;
/// Of one tag: the parser compares each attribute with all before it.
constexpr std::ptrdiff_t most_tag_bytes = 32 * 1024;
constexpr std::size_t chunk_bytes = 4096;
/// Of one value that may become a line.
constexpr std::size_t most_bytes = 4096;
/// Where a page has to say how it is written (HTML, "encoding sniffing").
constexpr std::size_t charset_stands_within = 1024;

std::string in_small_letters(std::string_view text) {
    std::string small{text};
    std::ranges::transform(small, small.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return small;
}

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

/// Reads along with the parser, which makes no tree.
class Head {
public:
    void parse(const std::string& utf8) {
        htmlSAXHandler handler{};
        handler.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
            static_cast<Head*>(self)->begin(view_of(name), attributes);
        };
        handler.endElement = [](void* self, const xmlChar* name) {
            static_cast<Head*>(self)->end(view_of(name));
        };
        handler.characters = [](void* self, const xmlChar* text, int size) {
            static_cast<Head*>(self)->add(
                {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
        };
        const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser{
            htmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
            &htmlFreeParserCtxt};
        if (!parser) return;
        parser_ = parser.get();
        htmlCtxtUseOptions(parser_, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                        HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
        for (std::string_view rest = utf8; !rest.empty() && !is_in_a_long_tag();) {
            const auto chunk = rest.substr(0, chunk_bytes);
            htmlParseChunk(parser_, chunk.data(), static_cast<int>(chunk.size()), 0);
            rest.remove_prefix(chunk.size());
        }
        if (!is_in_a_long_tag()) htmlParseChunk(parser_, nullptr, 0, 1);
        if (parser_->myDoc != nullptr) xmlFreeDoc(parser_->myDoc);
    }

    /// The first of these that says something.
    [[nodiscard]] std::optional<std::string> said(std::initializer_list<const char*> names) const {
        for (const char* name : names) {
            const auto found = said_.find(name);
            if (found != said_.end()) return found->second;
        }
        return std::nullopt;
    }

private:
    void begin(std::string_view name, const xmlChar** attributes) {
        if (++depth_ > most_depth) return xmlStopParser(parser_);
        in_title_ = name == "title" && !said_.contains("title");
        if (name == "meta" && attributes != nullptr) read_meta(attributes);
        if (name == "body" && said_.contains("og:title")) xmlStopParser(parser_);  // what follows is no head
    }

    void end(std::string_view name) {
        --depth_;
        if (name == "title" && in_title_) keep("title", title_);
        in_title_ = false;
    }

    void add(std::string_view text) {
        if (in_title_ && title_.size() < most_bytes) title_ += text.substr(0, most_bytes);
    }

    /// The parser takes up a tag when it has all of it.
    [[nodiscard]] bool is_in_a_long_tag() const {
        const xmlParserInput* input = parser_->input;
        if (input == nullptr || input->end - input->cur < most_tag_bytes) return false;
        return input->cur[0] == '<' && std::isalpha(input->cur[1]) != 0;
    }

    void read_meta(const xmlChar** attributes) {
        std::map<std::string, std::string> of;
        for (; *attributes != nullptr; attributes += 2)
            of.try_emplace(in_small_letters(view_of(attributes[0])), view_of(attributes[1]));
        if (of.contains("charset")) keep("charset", in_small_letters(of["charset"]));
        if (in_small_letters(of["http-equiv"]) == "content-type") keep("charset", charset_of(of["content"]));
        for (const char* key : {"property", "name"})
            if (of.contains(key)) keep(in_small_letters(of[key]), of["content"]);
    }

    /// The first that says something holds; of the many names that pages give, those that are asked for.
    void keep(const std::string& name, const std::string& value) {
        constexpr std::array<std::string_view, 7> asked{
            "charset", "title", "description", "og:title", "og:description", "og:image", "og:image:url"};
        if (std::ranges::find(asked, name) == asked.end() || value.size() > 2 * most_bytes) return;
        const bool says_something = value.find_first_not_of(" \t\r\n") != value.npos;
        if (says_something) said_.try_emplace(name, value);
    }

    htmlParserCtxtPtr parser_ = nullptr;
    int depth_ = 0;
    bool in_title_ = false;
    std::string title_;
    std::map<std::string, std::string> said_;
};

std::optional<std::string> line_of(const std::optional<std::string>& text, std::size_t letters) {
    if (!text) return std::nullopt;
    std::string line = excerpt(what_is_seen(mended_utf8(*text)), letters);
    return line.empty() ? std::nullopt : std::optional{std::move(line)};
}

std::string charset_in(std::string_view html) {
    Head head;
    head.parse(page_text(html.substr(0, charset_stands_within), "latin1"));
    return head.said({"charset"}).value_or("");
}

}  // namespace

PageWords read_page(std::string_view html, std::string_view content_type) {
    if (html.starts_with("\xEF\xBB\xBF"))
        html.remove_prefix(3);  // a mark of the order of bytes, of which UTF-8 has one
    std::string charset = charset_of(content_type);
    if (charset.empty()) charset = charset_in(html);
    Head head;
    head.parse(page_text(html, charset));
    const auto image = head.said({"og:image", "og:image:url"});
    return {line_of(head.said({"og:title", "title"}), preview_title),
            line_of(head.said({"og:description", "description"}), preview_description),
            image ? std::optional{trimmed(mended_utf8(*image))} : std::nullopt};
}

}  // namespace plein::features
