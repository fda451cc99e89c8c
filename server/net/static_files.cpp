#include "server/net/static_files.hpp"

#include "protocol/errors.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace plein::net {
namespace {

constexpr std::string_view not_built_page =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Plein</title>"
    "<h1>The web client is not built</h1><p>Start Plein with <code>./run</code>, or build the client with "
    "<code>npm run build</code> in <code>webclient</code> and restart the server.</p>";

constexpr std::pair<std::string_view, std::string_view> content_types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
};

std::string_view content_type_of(std::string_view path) {
    for (const auto& [extension, type] : content_types) {
        if (path.ends_with(extension)) return type;
    }
    return "application/octet-stream";
}

std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    if (!stream.good() && !stream.eof()) throw std::runtime_error{"cannot read " + file.string()};
    return bytes;
}

/// 128 bits of SHA-256, quoted.
std::string etag_of(std::string_view bytes) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (EVP_Digest(bytes.data(), bytes.size(), digest, nullptr, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error{"SHA-256 is not available"};
    }
    std::string etag = "\"";
    for (int i = 0; i < 16; ++i)
        etag += fmt::format("{:02x}", digest[i]);
    return etag + '"';
}

/// Weak comparison (RFC 9110 §13.1.2) with a list of tags or `*`: a match from quote to quote is a whole tag.
bool matches(std::string_view if_none_match, std::string_view etag) {
    return if_none_match == "*" || if_none_match.find(etag) != if_none_match.npos;
}

bool has_extension(std::string_view path) { return path.find('.', path.rfind('/') + 1) != path.npos; }

Coding form_of(std::string& path) {
    for (const auto& [extension, coding] : {std::pair{".br", Coding::br}, std::pair{".gz", Coding::gzip}}) {
        if (!path.ends_with(extension)) continue;
        path.resize(path.size() - 3);
        return coding;
    }
    return Coding::identity;
}

}  // namespace

StaticFiles::StaticFiles(const std::filesystem::path& web_root) {
    if (web_root.empty() || !std::filesystem::is_directory(web_root)) return;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{web_root}) {
        if (!entry.is_regular_file() || entry.is_symlink()) continue;
        load(entry.path(), "/" + std::filesystem::relative(entry.path(), web_root).generic_string());
    }
    // A compressed file alone would be served to clients that cannot read it.
    std::erase_if(files_, [](const auto& file) { return file.second.forms[0].etag.empty(); });
}

void StaticFiles::load(const std::filesystem::path& file, std::string path) {
    const auto coding = form_of(path);
    auto& kept = files_[path];
    kept.content_type = content_type_of(path);
    kept.immutable = path.starts_with("/assets/");
    auto& form = kept.forms[static_cast<std::size_t>(coding)];
    form.bytes = read_file(file);
    form.etag = etag_of(form.bytes);
}

const StaticFiles::File* StaticFiles::find(std::string_view path) const {
    if (!has_extension(path)) path = "/index.html";
    const auto found = files_.find(std::string{path});
    return found == files_.end() ? nullptr : &found->second;
}

Coding StaticFiles::choose(const File& file, std::string_view accept_encoding) {
    Coding best = Coding::identity;
    int best_quality = 0;
    for (const Coding coding : codings) {  // smallest last, so that it wins among equals
        const bool kept = !file.forms[static_cast<std::size_t>(coding)].etag.empty();
        const int quality = kept ? quality_of(coding, accept_encoding) : 0;
        if (quality > 0 && quality >= best_quality) {
            best = coding;
            best_quality = quality;
        }
    }
    return best;
}

HttpResponse StaticFiles::answer(std::string_view path, std::string_view accept_encoding,
                                 std::string_view if_none_match) const {
    HttpResponse response;
    if (!has_client()) {
        response.status = 503;
        response.content_type = "text/html; charset=utf-8";
        response.shared_body = not_built_page;
        response.fields.emplace_back("Cache-Control", "no-store");
        return response;
    }
    const File* file = find(path);
    if (file == nullptr) throw Refusal{ErrorCode::not_found};
    const Coding coding = choose(*file, accept_encoding);
    const auto& form = file->forms[static_cast<std::size_t>(coding)];
    response.fields.emplace_back("ETag", form.etag);
    response.fields.emplace_back("Cache-Control",
                                 file->immutable ? "public, max-age=31536000, immutable" : "no-cache");
    response.fields.emplace_back("Vary", "Accept-Encoding");
    if (matches(if_none_match, form.etag)) {
        response.status = 304;
        return response;
    }
    response.content_type = file->content_type;
    response.shared_body = form.bytes;
    if (coding != Coding::identity) response.fields.emplace_back("Content-Encoding", name_of_coding(coding));
    return response;
}

}  // namespace plein::net
