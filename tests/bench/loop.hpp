/// What load programs on one thread share: how errors end them, and connections for requests.
#pragma once

#include "tests/bench/http_link.hpp"

#include <boost/asio/io_context.hpp>

#include <exception>
#include <memory>
#include <vector>

namespace plein::bench {

using HttpLinks = std::vector<std::shared_ptr<HttpLink>>;

/// For `co_spawn`: errors reach whoever runs the context.
void rethrow(const std::exception_ptr& error);

/// Runs the context until all are connected; it can go on afterwards.
HttpLinks connect_all(boost::asio::io_context& context, std::uint16_t port, std::size_t count);

}  // namespace plein::bench
