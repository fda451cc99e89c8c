/// A browser's connection for requests: kept alive, one request at a time.   Thread: its executor's.
#pragma once

#include "protocol/ids.hpp"
#include "tests/support/device.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

namespace plein::bench {

class HttpLink {
public:
    HttpLink(boost::asio::any_io_executor executor, std::uint16_t port, PersonId person);

    boost::asio::awaitable<void> connect();
    /// The status. Errors: boost::system::system_error, when the connection ends.
    boost::asio::awaitable<unsigned> send(test::Wire wire);

private:
    std::uint16_t port_;
    std::string head_;  // the fields that every request has
    boost::beast::tcp_stream stream_;
    boost::beast::flat_buffer buffer_;
};

}  // namespace plein::bench
