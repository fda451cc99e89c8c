#include "tests/support/polls.hpp"

namespace plein::test {

Timestamp from_now(std::chrono::milliseconds later) {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) + later;
}

NewPoll poll_of(std::vector<std::string> options) {
    NewPoll poll{.closes_at = from_now(std::chrono::hours{1})};
    for (std::string& option : options)
        poll.options.items.push_back({std::move(option)});
    return poll;
}

}  // namespace plein::test
