#include "server/previews/urls.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace plein::previews {

namespace {

/// Empty for a part that it has not.
std::string part(CURLU* handle, CURLUPart which, unsigned flags = 0) {
    char* found = nullptr;
    if (curl_url_get(handle, which, &found, flags) != CURLUE_OK) return {};
    const std::unique_ptr<char, decltype(&curl_free)> owned{found, &curl_free};
    return owned.get();
}

}  // namespace

std::optional<Url> Url::read(const std::string& text) {
    Handle handle{curl_url()};
    if (!handle || text.find('\0') != text.npos) return std::nullopt;
    if (curl_url_set(handle.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
        return std::nullopt;
    return checked(std::move(handle));
}

std::optional<Url> Url::follow(const std::string& reference) const {
    Handle handle{curl_url_dup(handle_.get())};
    if (!handle || reference.find('\0') != reference.npos) return std::nullopt;
    if (curl_url_set(handle.get(), CURLUPART_URL, reference.c_str(), CURLU_DISALLOW_USER | CURLU_URLENCODE) !=
        CURLUE_OK) {
        return std::nullopt;
    }
    return checked(std::move(handle));
}

std::optional<Url> Url::checked(Handle handle) {
    Url url{std::move(handle)};
    CURLU* const of = url.handle();
    const std::string scheme = part(of, CURLUPART_SCHEME);
    if (scheme != "http" && scheme != "https") return std::nullopt;
    if (!part(of, CURLUPART_USER).empty() || !part(of, CURLUPART_PASSWORD).empty()) return std::nullopt;
    if (!part(of, CURLUPART_ZONEID).empty()) return std::nullopt;
    const std::string port = part(of, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    if (std::from_chars(port.data(), port.data() + port.size(), url.port_).ec != std::errc{})
        return std::nullopt;
    url.host_ = part(of, CURLUPART_HOST, CURLU_PUNYCODE);
    if (url.host_.starts_with('[')) url.host_ = url.host_.substr(1, url.host_.size() - 2);
    std::ranges::transform(url.host_, url.host_.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (url.host_.empty()) return std::nullopt;
    return url;
}

std::string Url::text() const { return part(handle_.get(), CURLUPART_URL); }

}  // namespace plein::previews
