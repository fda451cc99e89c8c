/// Connections to other servers, without coroutines.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <string>

namespace plein::bench {

using PlainWebSocket = boost::beast::websocket::stream<boost::asio::ip::tcp::socket>;

/// On this machine. Errors: boost::system::system_error.
boost::asio::ip::tcp::socket connect_to(boost::asio::io_context& context, std::uint16_t port);
PlainWebSocket shake_hands(boost::asio::io_context& context, std::uint16_t port, const std::string& path,
                           const std::string& cookie = {});

}  // namespace plein::bench
