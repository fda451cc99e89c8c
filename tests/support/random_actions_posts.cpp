// Posts, held ones among them, and what people have read of them.
#include "tests/support/random_actions.hpp"

namespace plein::test {

void RandomActions::create_post() {
    CreatePost request{.tab = any_of(tabs_), .client_id = next_id(), .body = {words()}};
    if (any(3) == 0) request.translation = NewTranslation{Language::en, {words()}};
    if (const auto post = attempt(anyone(), request)) written_.push_back({*post, request});
}

void RandomActions::repeat_create() {
    if (written_.empty()) return;
    const Written& written = any_of(written_);
    if (!suspended_.contains(written.post.author)) attempt(written.post.author, written.request);
}

void RandomActions::edit_post() {
    if (written_.empty()) return;
    Written& written = written_[any(written_.size())];
    const bool by_author = any(4) != 0 && !suspended_.contains(written.post.author);
    EditPost request{
        .post = written.post.id, .version = written.post.version, .body = {body_of(written.post.kind)}};
    if (const auto post = attempt(by_author ? written.post.author : anyone(), request)) written.post = *post;
}

/// Or takes the translation away; mostly by its author.
void RandomActions::translate_post() {
    if (written_.empty()) return;
    Written& written = written_[any(written_.size())];
    const PersonId who = mostly(written.post.author);
    const TranslatePost request{.post = written.post.id,
                                .version = written.post.version,
                                .language = any(2) ? Language::nl : Language::en,
                                .body = {body_of(written.post.kind)}};
    const auto post = any(3) ? attempt(who, request) : attempt(who, RemoveTranslation{written.post.id});
    if (post) written.post = *post;
}

void RandomActions::delete_post() {
    if (written_.empty()) return;
    const Post& post = any_of(written_).post;
    const bool by_author = any(4) != 0 && !suspended_.contains(post.author);
    attempt(by_author ? post.author : anyone(), DeletePost{post.id});
}

void RandomActions::restore_post() {
    if (written_.empty()) return;
    Written& written = written_[any(written_.size())];
    if (suspended_.contains(written.post.author)) return;
    if (const auto post = attempt(written.post.author, RestorePost{written.post.id})) written.post = *post;
}

/// Mostly by its author, to any tab that there is.
void RandomActions::move_post() {
    if (written_.empty()) return;
    Written& written = written_[any(written_.size())];
    const MovePost request{written.post.id, any_of(tabs_), any(3) != 0};
    if (const auto post = attempt(mostly(written.post.author), request)) written.post = *post;
}

/// By whoever may, or by anyone.
void RandomActions::pin_or_lock() {
    if (written_.empty()) return;
    const PostId post = any_of(written_).post.id;
    const PersonId who = mostly(any(2) ? plein_.town.owner : plein_.town.moderator);
    switch (any(4)) {
        case 0:
            attempt(who, PinPost{post});
            break;
        case 1:
            attempt(who, UnpinPost{post});
            break;
        case 2:
            attempt(who, LockPost{post, {words()}});
            break;
        default:
            attempt(who, UnlockPost{post});
    }
}

void RandomActions::keep_or_drop() {
    if (written_.empty()) return;
    const PostId post = any_of(written_).post.id;
    if (any(3))
        attempt(anyone(), KeepPost{post});
    else
        attempt(anyone(), DropPost{post});
}

std::optional<Post> RandomActions::own_held_of(PersonId who) {
    const auto own = attempt(who, ListOwnHeldPosts{plein_.town.group});
    if (!own || own->items.empty()) return std::nullopt;
    return any_of(own->items).post;
}

/// At times as it was before.
void RandomActions::edit_held() {
    const PersonId who = anyone();
    const auto post = own_held_of(who);
    if (post)
        attempt(who, EditHeldPost{post->id, post->version - (any(8) == 0 ? 1 : 0), {body_of(post->kind)}});
}

void RandomActions::withdraw_held() {
    const PersonId who = anyone();
    if (const auto post = own_held_of(who)) attempt(any(4) ? who : anyone(), WithdrawHeldPost{post->id});
}

/// By whoever may, or by somebody else who knows the number.
void RandomActions::decide_on_held() {
    const PersonId who = mostly(any(2) ? plein_.town.owner : plein_.town.moderator);
    const auto queue = attempt(who, ListHeldPosts{plein_.town.group});
    if (!queue || queue->items.empty()) return;
    const Post& post = any_of(queue->items).post;
    const PersonId by = any(4) ? who : anyone();
    if (any(3))
        attempt(by, ApproveHeldPost{post.id, post.version});
    else
        attempt(by, DeclineHeldPost{post.id, post.version, {words()}});
}

void RandomActions::mark_read() {
    if (written_.empty()) return;
    const Post& post = any_of(written_).post;
    attempt(anyone(), MarkRead{post.tab, post.id});
}

/// As "Alles gelezen" on Home: the newest of each tab that has something unread.
void RandomActions::mark_all_read() {
    const PersonId who = anyone();
    std::map<TabId, Reading> before;
    for (const GroupView& group : plein_.device(who).ask(ListGroups{}).items) {
        for (const TabView& tab : group.tabs)
            before[tab.tab.id] = tab.reading;
    }
    MarkAllRead request;
    std::set<TabId> marked;
    for (const PostView& view : plein_.device(who).ask(ListHomePosts{.unread = true}).items) {
        if (marked.insert(view.post.tab).second) request.marks.items.push_back({view.post.tab, view.post.id});
    }
    const auto after = attempt(who, request);
    if (!after) return;
    marked_[who].clear();
    for (const Reading& reading : after->items)
        marked_[who].push_back({reading.tab, reading.version, before[reading.tab].read_until});
}

void RandomActions::restore_readings() {
    const PersonId who = anyone();
    RestoreReadings request;
    request.readings.items = marked_[who];
    attempt(who, request);
}

void RandomActions::set_following() {
    static const std::vector choices{Following::followed, Following::unfollowed, Following::muted};
    SetFollowing request{any_of(tabs_), any_of(choices), {}};
    if (any(2)) request.every_post = any(2) == 0;
    attempt(anyone(), request);
}

void RandomActions::set_group_following() {
    static const std::vector choices{Following::followed, Following::unfollowed, Following::muted};
    attempt(anyone(), SetGroupFollowing{any_of(groups_), any_of(choices), any(3) == 0});
}

}  // namespace plein::test
