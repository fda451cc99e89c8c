#include "server/net/tls.hpp"

#include <openssl/ssl.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace plein::net {
namespace {

using Context = boost::asio::ssl::context;

/// TLS 1.3 has no other kind.
constexpr const char* forward_secret_aead = "ECDHE+AESGCM:ECDHE+CHACHA20";

/// HTTP/1.1 is all we speak: a client that insists on something else is told so (RFC 7301 §3.2).
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered,
                    unsigned int offered_length, void*) {
    constexpr std::string_view ours = "\x08http/1.1";
    unsigned char* found = nullptr;
    const int outcome =
        SSL_select_next_proto(&found, length, reinterpret_cast<const unsigned char*>(ours.data()),
                              static_cast<unsigned>(ours.size()), offered, offered_length);
    *chosen = found;
    return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

void restrict(SSL_CTX* context) {
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                     SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);  // an idle connection keeps no buffers
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
    if (SSL_CTX_set_cipher_list(context, forward_secret_aead) != 1) {
        throw std::runtime_error{"this OpenSSL has no cipher with forward secrecy"};
    }
}

}  // namespace

Tls::Tls(std::filesystem::path certificate, std::filesystem::path key)
    : certificate_(std::move(certificate)), key_(std::move(key)), current_(load()) {}

std::shared_ptr<Context> Tls::current() const {
    const std::lock_guard lock{mutex_};
    return current_;
}

void Tls::reload() {
    auto loaded = load();
    const std::lock_guard lock{mutex_};
    current_ = std::move(loaded);
}

std::shared_ptr<Context> Tls::load() const {
    auto context = std::make_shared<Context>(Context::tls_server);
    restrict(context->native_handle());
    boost::system::error_code error;
    context->use_certificate_chain_file(certificate_.string(), error);
    if (error)
        throw std::runtime_error{"cannot use the certificate " + certificate_.string() + ": " +
                                 error.message()};
    context->use_private_key_file(key_.string(), Context::pem, error);
    if (error) throw std::runtime_error{"cannot use the key " + key_.string() + ": " + error.message()};
    if (SSL_CTX_check_private_key(context->native_handle()) != 1) {
        throw std::runtime_error{"the key " + key_.string() + " does not belong to " + certificate_.string()};
    }
    return context;
}

}  // namespace plein::net
