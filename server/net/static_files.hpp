/// The built web client, read once and served from memory.
///
/// `x.js`, `x.js.br` and `x.js.gz` are one file in three forms. `/assets/*` carry a hash in their name and
/// are kept for a year; everything else is asked for again each time (`no-cache`) and answered with 304 when
/// unchanged. Thread: loaded before the listeners start, then read by all I/O threads.
#pragma once

#include "server/net/content_coding.hpp"
#include "server/net/http_response.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace plein::net {

class StaticFiles {
public:
    /// Without `index.html` every page says how to build the client.
    explicit StaticFiles(const std::filesystem::path& web_root);

    /// A path without an extension is a page of the client: `index.html`. Throws Refusal{not_found} for a
    /// file that is not there.
    [[nodiscard]] HttpResponse answer(std::string_view path, std::string_view accept_encoding,
                                      std::string_view if_none_match) const;

    [[nodiscard]] bool has_client() const { return files_.contains("/index.html"); }

private:
    struct Form {
        std::string bytes;  // empty: the file has no such form
        std::string etag;   // with quotes
    };
    struct File {
        std::string_view content_type;
        bool immutable = false;
        std::array<Form, codings.size()> forms;
    };

    void load(const std::filesystem::path& file, std::string path);
    [[nodiscard]] const File* find(std::string_view path) const;
    [[nodiscard]] static Coding choose(const File& file, std::string_view accept_encoding);

    std::unordered_map<std::string, File> files_;
};

}  // namespace plein::net
