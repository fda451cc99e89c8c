/// A connection for requests: kept alive, one request at a time, of one person or, as behind a proxy, of several.
/// Thread: its executor's.
#pragma once

#include "protocol/ids.hpp"
#include "tests/support/device.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

namespace plein::bench {

struct Answer {
    unsigned status = 0;
    std::string body;
};

class HttpLink {
public:
    HttpLink(boost::asio::any_io_executor executor, std::uint16_t port);

    boost::asio::awaitable<void> connect();
    /// As a proxy tells of somebody at this address.
    void come_from(const std::string& address) { address_ = "X-Forwarded-For: " + address + "\r\n"; }
    /// Errors: boost::system::system_error, when the connection ends.
    boost::asio::awaitable<Answer> send(PersonId person, test::Wire wire);

private:
    std::uint16_t port_;
    std::string address_;
    boost::beast::tcp_stream stream_;
    boost::beast::flat_buffer buffer_;
};

}  // namespace plein::bench
