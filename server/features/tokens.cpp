#include "server/features/tokens.hpp"

#include "server/net/call.hpp"
#include "storage/accounts.hpp"

#include <sodium.h>

#include <array>

namespace plein::features {

namespace {

std::string cookie(std::string_view name, const std::string& value, std::chrono::seconds lifetime) {
    return std::string{name} + "=" + value +
           "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(lifetime.count());
}

}  // namespace

std::string make_token() {
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string token(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(token.data(), token.size(), bytes.data(), bytes.size(), variant);
    token.pop_back();  // the terminating zero
    return token;
}

std::string session_cookie(const std::string& token) {
    return cookie(net::session_cookie, token, storage::session_lifetime);
}

std::string expired_session_cookie() { return cookie(net::session_cookie, "", std::chrono::seconds{0}); }

std::string device_cookie(const std::string& token) {
    return cookie(net::device_cookie, token, std::chrono::days{365});
}

}  // namespace plein::features
