/// Certificate and rules of TLS: 1.2 and 1.3, forward secrecy and authenticated encryption only.
#pragma once

#include "server/net/options.hpp"

#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <mutex>

namespace plein::net {

/// Thread: any.
class Tls {
public:
    /// Throws std::runtime_error that names the file when certificate or key cannot be used.
    Tls(std::filesystem::path certificate, std::filesystem::path key);

    /// For the next handshake; a connection keeps the one that it began with.
    [[nodiscard]] std::shared_ptr<boost::asio::ssl::context> current() const;

    /// Reads both files again. Throws and keeps what it has when they cannot be used.
    void reload();

private:
    [[nodiscard]] std::shared_ptr<boost::asio::ssl::context> load() const;

    std::filesystem::path certificate_;
    std::filesystem::path key_;
    mutable std::mutex mutex_;
    std::shared_ptr<boost::asio::ssl::context> current_;
};

}  // namespace plein::net
