// Ideas, those who vote for them, and who decides on them.
#include "tests/support/random_actions.hpp"

#include <algorithm>

namespace plein::test {

void RandomActions::propose() {
    CreatePost request{.tab = any_of(tabs_), .client_id = next_id(), .body = {words()}};
    request.idea = any(3) == 0 ? Addressee{} : Addressee{.department = plein_.town.warehouse, .service = {}};
    if (const auto post = attempt(anyone(), request)) written_.push_back({*post, request});
}

/// Some of the last; nothing before the first.
std::optional<PostId> RandomActions::idea() {
    std::vector<PostId> proposed;
    for (const Written& each : written_) {
        if (each.request.idea) proposed.push_back(each.post.id);
    }
    if (proposed.empty()) return std::nullopt;
    return proposed.at(proposed.size() - 1 - any(std::min<std::size_t>(proposed.size(), 4)));
}

void RandomActions::want_or_not() {
    const auto post = idea();
    if (!post) return;
    if (any(4) == 0)
        attempt(anyone(), WithdrawIdeaVote{*post});
    else
        attempt(anyone(), VoteForIdea{*post});
}

void RandomActions::route_idea() {
    if (const auto post = idea()) attempt(mostly(plein_.town.owner), RouteIdea{*post, target()});
}

/// Mostly by the head of Warehouse.
void RandomActions::decide() {
    constexpr IdeaStatus statuses[] = {IdeaStatus::heard, IdeaStatus::under_review, IdeaStatus::planned,
                                       IdeaStatus::done, IdeaStatus::declined};
    const auto post = idea();
    if (post) attempt(mostly(plein_.town.colleague), DecideIdea{*post, statuses[any(5)], {words()}});
}

}  // namespace plein::test
