#include "server/features/held.hpp"

#include "server/features/announcing.hpp"
#include "server/features/kinds.hpp"
#include "server/features/notifying.hpp"
#include "server/features/polling.hpp"
#include "server/features/post_views.hpp"
#include "server/features/shown_text.hpp"
#include "server/features/translating.hpp"
#include "server/features/written_text.hpp"
#include "storage/held.hpp"
#include "storage/listeners.hpp"
#include "storage/people.hpp"
#include "storage/posts.hpp"
#include "storage/scheduled.hpp"

namespace plein::features {

namespace {

using storage::Decision;
using storage::ModeratedTabAccess;
using storage::TabAccess;

constexpr std::int64_t most_shown = limits::page_items;

void tell_changed(Transaction& tx, const Post& post) {
    tx.tell(moderators_stream_of(post.group), HeldChanged{post.group});
    tx.tell(stream_of(post.author), HeldChanged{post.group});
}

/// Errors: full.
void check_room(Transaction& tx, const Viewer& viewer, const TabAccess& tab) {
    if (storage::select_waiting_count(tx, viewer, tab.group()) >= std::int64_t{limits::held_posts})
        throw Refusal{ErrorCode::full, "tab"};
}

bool is_held(const Post& post) { return post.state == PostState::held || post.state == PostState::declined; }

/// A post of the viewer's own that was held once, deleted since or not. Errors: not_found, the same for everybody else's;
/// conflict, once others can read it.
Post own_held(Transaction& tx, const Viewer& viewer, const TabAccess& tab, PostId id) {
    auto post = storage::select_post(tx, tab, id);
    if (!post || post->author != viewer.person || !storage::select_hold(tx, tab, id))
        throw Refusal{ErrorCode::not_found, "post"};
    if (!is_held(*post) && post->state != PostState::deleted) throw Refusal{ErrorCode::conflict, "post"};
    return std::move(*post);
}

/// The post, which its row's lock keeps as it is, and whether this viewer has decided so before. Errors: not_found,
/// conflict, stale_version.
struct Case {
    Post post;
    bool is_decided = false;
};
Case to_decide(Transaction& tx, const Viewer& viewer, const ModeratedTabAccess& tab, PostId id,
               std::int32_t version, Decision decision) {
    auto post = storage::select_post(tx, tab, id);
    const auto hold = post ? storage::select_hold(tx, tab, id) : std::nullopt;
    if (!hold || post->state == PostState::deleted) throw Refusal{ErrorCode::not_found, "post"};
    if (post->state != PostState::held) {
        const bool is_repeated = hold->decider == viewer.person && hold->decision == decision;
        if (!is_repeated) throw Refusal{ErrorCode::conflict, "post"};
        return {std::move(*post), true};
    }
    if (post->version != version) throw Refusal{ErrorCode::stale_version, "version"};
    return {std::move(*post), false};
}

void add_praised(const Post& post, std::vector<PersonId>& people) {
    if (post.praised) people.insert(people.end(), post.praised->begin(), post.praised->end());
}

/// The post's own moment is that of its place on the tab's stream. Both rows are locked in the order of their names, as
/// everyone does; what is told later is behind them.
struct Positions {
    storage::Position tab;
    storage::Position moderators;
};
Positions positions_in_order(Transaction& tx, const ModeratedTabAccess& tab) {
    const std::string moderators = moderators_stream_of(tab.tab().group);
    Positions at;
    if (tab.stream() < moderators) at.tab = tx.publish_on(tab.stream());
    at.moderators = tx.publish_on(moderators);
    if (tab.stream() > moderators) at.tab = tx.publish_on(tab.stream());
    return at;
}

}  // namespace

void add_held_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListHeldPosts>(read(edge, list_held_posts));
    routes.bind<ListOwnHeldPosts>(read(edge, list_own_held_posts));
    routes.bind<EditHeldPost>(commit(edge, edit_held_post));
    routes.bind<WithdrawHeldPost>(commit(edge, withdraw_held_post));
    routes.bind<ApproveHeldPost>(commit(edge, approve_held_post));
    routes.bind<DeclineHeldPost>(commit(edge, decline_held_post));
}

HeldPostList list_held_posts(Snapshot& snapshot, const Viewer& viewer, const ListHeldPosts& request) {
    const auto group = access::to_group(snapshot, viewer, request.group);
    const auto tabs = access::to_moderated_tabs(snapshot, viewer, group);
    HeldPostList list;
    std::vector<PersonId> people;
    for (storage::ReadHeldPost& held : storage::select_held(snapshot, tabs, most_shown)) {
        people.push_back(held.post.author);
        add_praised(held.post, people);
        auto& [question, poll, news, idea, event] = held.kinds;
        list.items.push_back({std::move(held.post), held.kind, held.since, std::move(question),
                              shown_if_any(poll), std::move(news), std::move(idea), std::move(event)});
    }
    list.people = storage::select_people(snapshot, people);
    snapshot.touch(moderators_stream_of(request.group));
    list.cursors = snapshot.cursors();
    return list;
}

OwnHeldPostList list_own_held_posts(Snapshot& snapshot, const Viewer& viewer,
                                    const ListOwnHeldPosts& request) {
    const auto group = access::to_group(snapshot, viewer, request.group);
    const auto tabs = access::to_tabs(snapshot, viewer, group);
    OwnHeldPostList list;
    std::vector<PersonId> people;
    for (storage::ReadHeldPost& held : storage::select_own_held(snapshot, viewer, tabs, most_shown)) {
        if (held.declined) people.push_back(held.declined->by);
        add_praised(held.post, people);
        auto& [question, poll, news, idea, event] = held.kinds;
        list.items.push_back({std::move(held.post), held.kind, held.since, std::move(held.declined),
                              std::move(question), shown_if_any(poll), std::move(news), std::move(idea),
                              std::move(event)});
    }
    list.people = storage::select_people(snapshot, people);
    snapshot.touch(viewer.stream());
    list.cursors = snapshot.cursors();
    return list;
}

Post hold_post(Transaction& tx, const Viewer& viewer, const TabAccess& tab, const CreatePost& request) {
    check_room(tx, viewer, tab);
    const WrittenPost written = written_post(tx, viewer, tab, request);
    const auto addressee = check_kind(tx, viewer, tab, request, written.text.blocks);
    Post post = storage::insert_post(tx, viewer, tab, request, written.text, PostState::held);
    insert_kinds(tx, {{post.id, &tab, &request, addressee.value_or(Addressee{}), std::nullopt}});
    storage::upsert_hold(tx, tab, post.id, HoldKind::approval);
    tell_changed(tx, post);
    return post;
}

Post hold_scheduled_post(Transaction& tx, const Viewer& author, const TabAccess& tab, PostId scheduled) {
    check_room(tx, author, tab);
    Post post = storage::update_into_held(tx, tab, scheduled);
    storage::upsert_hold(tx, tab, post.id, HoldKind::approval);
    tell_changed(tx, post);
    return post;
}

Post edit_held_post(Transaction& tx, const Viewer& viewer, const EditHeldPost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const Post before = own_held(tx, viewer, tab, request.post);
    if (before.state == PostState::deleted) throw Refusal{ErrorCode::not_found, "post"};
    if (before.version != request.version) throw Refusal{ErrorCode::stale_version, "version"};
    if (before.state == PostState::declined) {
        access::check_may_post(tab);
        check_room(tx, viewer, tab);
        storage::upsert_hold(tx, tab, before.id, HoldKind::approval);
    }
    WrittenText text = written_text(tx, viewer, tab, request.body.value);
    if (has_title(before.kind)) check_title(text.blocks);
    Post post = storage::update_held(tx, tab, request, std::move(text.blocks));
    tell_changed(tx, post);
    return post;
}

NoContent withdraw_held_post(Transaction& tx, const Viewer& viewer, const WithdrawHeldPost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const Post before = own_held(tx, viewer, tab, request.post);
    if (before.state == PostState::deleted) return {};
    storage::update_withdrawn(tx, tab, before.id);
    tell_changed(tx, before);
    return {};
}

Post approve_held_post(Transaction& tx, const Viewer& viewer, const ApproveHeldPost& request) {
    const ModeratedTabAccess tab = access::to_moderated_tab_of(tx, viewer, request.post);
    const Case found = to_decide(tx, viewer, tab, request.post, request.version, Decision::approved);
    if (found.is_decided) return found.post;
    if (access::readers_among(tx, tab, {found.post.author}).empty())
        throw Refusal{ErrorCode::conflict, "author"};
    storage::update_hold(tx, viewer, tab, request.post, Decision::approved, std::nullopt);

    const auto kinds = select_kinds(tx, tab, found.post);
    const auto notices = heard_by(tx, tab, found.post.author,
                                  concerned_by(tx, tab, found.post, kinds, named_in(tx, found.post)));

    const Positions at = positions_in_order(tx, tab);
    Post post = storage::update_approved(tx, tab, request.post, at.tab);
    tx.emit(at.tab, PostCreated{post}, subject_of(post.id));
    open_kinds(tx, tab, post, found.post.published_at);
    storage::insert_untold_posts(tx, {post.id});
    tx.emit(at.moderators, HeldChanged{post.group});
    tx.tell(stream_of(post.author), HeldChanged{post.group});
    notify(tx, subject_of_notice(post), notices);
    if (post.author != viewer.person)
        notify(tx, {post.group, post.id, std::nullopt, viewer.person},
               {{NotificationKind::approved, post.author}});
    return post;
}

NoContent decline_held_post(Transaction& tx, const Viewer& viewer, const DeclineHeldPost& request) {
    const std::string reason = trimmed(request.reason.value);
    if (reason.empty()) throw Refusal{ErrorCode::invalid_request, "$.reason"};
    const ModeratedTabAccess tab = access::to_moderated_tab_of(tx, viewer, request.post);
    const Case found = to_decide(tx, viewer, tab, request.post, request.version, Decision::declined);
    if (found.is_decided) return {};
    storage::update_hold(tx, viewer, tab, request.post, Decision::declined, reason);
    storage::update_declined(tx, tab, request.post);
    tell_changed(tx, found.post);
    return {};
}

}  // namespace plein::features
