/// What is asked when first pages are measured.
#pragma once

#include "protocol/posts.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/support/device.hpp"

#include <vector>

namespace plein::bench {

struct PageRequest {
    PersonId person;
    test::Wire wire;
};

/// One for each client; for cold tabs many more, which clients take in turn. Errors: std::runtime_error, for a page that
/// does not exist.
std::vector<PageRequest> requests_of(const Target& target, const PagesOptions& options);

/// How many readers `requests_of` takes.
std::size_t readers_of(const PagesOptions& options);

/// As the web client asks for what is unread.
ListHomePosts unread_home();

}  // namespace plein::bench
