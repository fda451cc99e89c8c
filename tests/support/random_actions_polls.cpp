// Polls, open and anonymous ones, and the votes in them.
#include "tests/support/polls.hpp"
#include "tests/support/random_actions.hpp"

#include <algorithm>

namespace plein::test {

namespace {
constexpr std::size_t offered = 3;
}

void RandomActions::ask_to_choose() {
    CreatePost request{.tab = any_of(tabs_), .client_id = next_id(), .body = {words()}};
    request.poll = poll_of({"first", "second", "third"});
    request.poll->multiple = any(2) == 0;
    request.poll->anonymous = any(4) == 0;
    if (const auto post = attempt(anyone(), request)) written_.push_back({*post, request});
}

/// One of the last that were asked; nothing before the first.
const RandomActions::Written* RandomActions::poll() {
    std::vector<const Written*> asked;
    for (const Written& each : written_) {
        if (each.request.poll) asked.push_back(&each);
    }
    if (asked.empty()) return nullptr;
    return asked.at(asked.size() - 1 - any(std::min<std::size_t>(asked.size(), 4)));
}

void RandomActions::vote() {
    const Written* const asked = poll();
    if (!asked) return;
    CastVote request{asked->post.id, {{static_cast<std::int32_t>(any(offered))}}};
    if (asked->request.poll->multiple && any(2) == 0)
        request.options.items.push_back((request.options.items.front() + 1) % static_cast<int>(offered));
    attempt(anyone(), request);
}

void RandomActions::withdraw_vote() {
    if (const Written* const asked = poll()) attempt(anyone(), WithdrawVote{asked->post.id});
}

void RandomActions::close_poll() {
    if (const Written* const asked = poll()) attempt(mostly(asked->post.author), ClosePoll{asked->post.id});
}

}  // namespace plein::test
