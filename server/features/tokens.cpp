#include "server/features/tokens.hpp"

#include "server/net/call.hpp"

#include <sodium.h>

#include <array>

namespace plein::features {

namespace {

constexpr const char* attributes = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=";
constexpr const char* thirty_days = "2592000";
constexpr const char* one_year = "31536000";

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
    return std::string{net::session_cookie} + "=" + token + attributes + thirty_days;
}

std::string expired_session_cookie() { return std::string{net::session_cookie} + "=" + attributes + "0"; }

std::string device_cookie(const std::string& token) {
    return std::string{net::device_cookie} + "=" + token + attributes + one_year;
}

}  // namespace plein::features
