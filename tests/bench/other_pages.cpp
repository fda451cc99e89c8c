#include "tests/bench/other_pages.hpp"

#include <stdexcept>

namespace plein::bench {

boost::asio::awaitable<void> OtherPages::read_next(HttpLink& http, Clock::time_point due) {
    const PageRequest& request = requests_[next_++ % requests_.size()];
    const Answer answer = co_await http.send(request.person, request.wire);
    if (answer.status != 200) throw std::runtime_error{"a page was refused: " + answer.body};
    timings_.add(Clock::now() - due);
}

}  // namespace plein::bench
