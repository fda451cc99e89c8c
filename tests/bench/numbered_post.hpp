/// Posts that can be told apart when they come back as events.
#pragma once

#include "tests/bench/http_link.hpp"
#include "tests/bench/stage.hpp"

#include <optional>

namespace plein::bench {

/// Publishes a post that says its number. Errors: std::runtime_error, when it is refused.
boost::asio::awaitable<void> create_numbered(HttpLink& http, Writer writer, std::size_t number);

/// The number in the line of an event; nothing when it is another event.
std::optional<std::size_t> number_of_post(std::string_view line);

}  // namespace plein::bench
