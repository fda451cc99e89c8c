// Events, those who come, and who moves or cancels them.
#include "tests/support/polls.hpp"
#include "tests/support/random_actions.hpp"

#include <algorithm>

namespace plein::test {

void RandomActions::invite() {
    CreatePost request{.tab = any_of(tabs_), .client_id = next_id(), .body = {body_of(PostKind::event)}};
    request.event = plan();
    if (const auto post = attempt(anyone(), request)) written_.push_back({*post, request});
}

/// In some hours, with places for few or for everyone.
EventPlan RandomActions::plan() {
    const Timestamp begins = from_now(std::chrono::hours{24 + any(100)});
    EventPlan plan{begins, begins + std::chrono::hours{1 + any(3)}, {words()}, {}};
    if (any(2) == 0) plan.places = 1 + static_cast<std::int32_t>(any(3));
    return plan;
}

/// Some of the last; nothing before the first.
std::optional<PostId> RandomActions::event() {
    std::vector<PostId> planned;
    for (const Written& each : written_) {
        if (each.request.event) planned.push_back(each.post.id);
    }
    if (planned.empty()) return std::nullopt;
    return planned.at(planned.size() - 1 - any(std::min<std::size_t>(planned.size(), 4)));
}

void RandomActions::attend_or_not() {
    constexpr Attendance answers[] = {Attendance::yes, Attendance::maybe, Attendance::no};
    const auto post = event();
    if (!post) return;
    if (any(5) == 0)
        attempt(anyone(), WithdrawAttendance{*post});
    else
        attempt(anyone(), SetAttendance{*post, answers[any(3)]});
}

/// Mostly by an owner, who looks after all tabs.
void RandomActions::reschedule_or_cancel() {
    const auto post = event();
    if (!post) return;
    if (any(4) == 0)
        attempt(mostly(plein_.town.owner), CancelEvent{*post, {words()}});
    else
        attempt(mostly(plein_.town.owner), RescheduleEvent{*post, static_cast<std::int32_t>(any(3)), plan()});
}

}  // namespace plein::test
