/// First pages that others read while something else is measured: what that costs everybody.
#pragma once

#include "tests/bench/pace.hpp"
#include "tests/bench/page_requests.hpp"

#include <utility>

namespace plein::bench {

class OtherPages {
public:
    explicit OtherPages(const Target& target) : requests_(requests_of(target, {.page = "warm"})) {}

    /// Errors: std::runtime_error, when the server refuses.
    boost::asio::awaitable<void> read_next(HttpLink& http, Clock::time_point due);

    /// How long they took since this was asked last.
    [[nodiscard]] Timings take() { return std::exchange(timings_, {}); }

private:
    std::vector<PageRequest> requests_;
    std::size_t next_ = 0;
    Timings timings_;
};

}  // namespace plein::bench
