/// Addresses of pages, read by libcurl, which is also what goes there: what is checked is what is asked.
#pragma once

#include <curl/urlapi.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace plein::previews {

/// An address of http or https without a user's name or password, whole.
class Url {
public:
    [[nodiscard]] static std::optional<Url> read(const std::string& text);
    /// As it stands on this page.
    [[nodiscard]] std::optional<Url> follow(const std::string& reference) const;

    [[nodiscard]] std::string text() const;
    /// As it travels ("xn--bcher-kva.example"), in small letters; of an address of IPv6 without the brackets.
    [[nodiscard]] const std::string& host() const { return host_; }
    [[nodiscard]] std::uint16_t port() const { return port_; }

    /// For libcurl, as long as this lives.
    [[nodiscard]] CURLU* handle() const { return handle_.get(); }

private:
    struct Free {
        void operator()(CURLU* handle) const { curl_url_cleanup(handle); }
    };
    using Handle = std::unique_ptr<CURLU, Free>;
    explicit Url(Handle handle) : handle_(std::move(handle)) {}
    [[nodiscard]] static std::optional<Url> checked(Handle handle);

    Handle handle_;
    std::string host_;
    std::uint16_t port_ = 0;
};

}  // namespace plein::previews
