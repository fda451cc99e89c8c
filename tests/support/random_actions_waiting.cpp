// What people write and do not publish yet: drafts and scheduled posts.
#include "tests/support/polls.hpp"
#include "tests/support/random_actions.hpp"

namespace plein::test {

/// On what they have there, at times on what they had before.
void RandomActions::save_draft() {
    const PersonId who = anyone();
    const TabId tab = any_of(tabs_);
    std::int64_t version = 0;
    const auto own = attempt(who, ListDrafts{});
    if (!own) return;
    for (const Draft& each : own->items)
        if (each.tab == tab && any(8)) version = each.version;
    attempt(who, SaveDraft{tab, version, {words()}});
}

void RandomActions::drop_draft() { attempt(anyone(), DropDraft{any_of(tabs_)}); }

/// Some are a poll that is open for a while after their time. None is due soon: a page that is compared stands still.
void RandomActions::schedule_post() {
    CreatePost request{.tab = any_of(tabs_), .client_id = next_id(), .body = {words()}};
    request.publish_at = from_now(std::chrono::minutes{60 + any(100)});
    if (any(3) == 0) {
        request.poll = poll_of({words(), "other words"});
        request.poll->closes_at = *request.publish_at + std::chrono::hours{24};
    }
    if (const auto post = attempt(anyone(), request)) written_.push_back({*post, request});
}

std::optional<ScheduledPost> RandomActions::own_scheduled_of(PersonId who) {
    const auto own = attempt(who, ListScheduledPosts{});
    if (!own || own->items.empty()) return std::nullopt;
    return any_of(own->items);
}

/// At times as it was before.
void RandomActions::edit_scheduled() {
    const PersonId who = anyone();
    const auto found = own_scheduled_of(who);
    if (!found) return;
    attempt(who, EditScheduledPost{.post = found->post.id,
                                   .version = found->post.version - (any(8) == 0 ? 1 : 0),
                                   .body = {body_of(found->post.kind)},
                                   .publish_at = from_now(std::chrono::minutes{30 + any(30)})});
}

/// By its author, or by somebody else who knows the number.
void RandomActions::publish_scheduled() {
    const PersonId who = anyone();
    if (const auto found = own_scheduled_of(who))
        attempt(any(4) ? who : anyone(), PublishScheduledPost{found->post.id});
}

void RandomActions::cancel_scheduled() {
    const PersonId who = anyone();
    if (const auto found = own_scheduled_of(who))
        attempt(any(4) ? who : anyone(), CancelScheduledPost{found->post.id});
}

}  // namespace plein::test
