#include "server/features/scheduled.hpp"

#include "server/features/held.hpp"
#include "server/features/kinds.hpp"
#include "server/features/polling.hpp"
#include "server/features/post_views.hpp"
#include "server/features/translating.hpp"
#include "server/features/written_text.hpp"
#include "storage/held.hpp"
#include "storage/listeners.hpp"
#include "storage/people.hpp"
#include "storage/scheduled.hpp"

namespace plein::features {

namespace {

using std::chrono::days;
using storage::ReadKinds;
using storage::Schedule;
using storage::ScheduleState;
using storage::TabAccess;

/// A clock that is late, or a person who reads once more, is not in the past.
constexpr std::chrono::minutes grace{1};
constexpr int kept_days = 180;  // of one that failed

void tell_changed(Transaction& tx, PersonId author) { tx.tell(stream_of(author), ScheduledChanged{author}); }

/// Errors: invalid_request about `$.publish_at`.
void check_moment(Timestamp publish_at, Timestamp now) {
    if (publish_at < now - grace || publish_at > now + days{limits::scheduled_days})
        throw Refusal{ErrorCode::invalid_request, "$.publish_at", "within a year from now"};
}

/// What runs by a clock of its own can be published at this moment.
bool fits(const ReadKinds& kinds, Timestamp publish_at) {
    const auto& [question, poll, news, idea, event] = kinds;
    const bool poll_fits =
        !poll || (poll->closes_at > publish_at && poll->closes_at <= publish_at + days{limits::poll_days});
    const bool event_fits =
        !event || (event->ends > publish_at && event->begins <= publish_at + days{limits::event_ahead_days});
    return poll_fits && event_fits;
}

/// What stands in tabs that the viewer reads no more is out of their reach, and takes no room. Errors: full.
void check_room(Transaction& tx, const Viewer& viewer) {
    constexpr auto most = std::int64_t{limits::scheduled_posts};
    const auto counts = storage::select_scheduled_counts(tx, viewer);
    std::vector<access::TabOfViewer> tabs;
    std::int64_t all = 0;
    for (const auto& [tab, count] : counts) {
        tabs.push_back({tab, &viewer});
        all += count;
    }
    if (all < most) return;
    std::int64_t within_reach = 0;
    for (const auto& tab : access::to_each_tab(tx, tabs))
        within_reach += tab ? counts.at(tab->tab().id) : 0;
    if (within_reach >= most) throw Refusal{ErrorCode::full, "tab"};
}

/// A post of the viewer's own that was scheduled once, whatever became of it. Errors: not_found, the same for everybody else's.
struct Own {
    Post post;
    Schedule schedule;
};
Own own_scheduled(Transaction& tx, const Viewer& viewer, const TabAccess& tab, PostId id) {
    auto post = storage::select_post(tx, tab, id);
    if (!post || post->author != viewer.person) throw Refusal{ErrorCode::not_found, "post"};
    const auto schedule = storage::select_schedule(tx, tab, id);
    if (!schedule) throw Refusal{ErrorCode::not_found, "post"};
    return {std::move(*post), *schedule};
}

/// Whoever is named or asked hears of it now, if they read it now. Errors: as those of a new post; before anything is written.
Post publish(Transaction& tx, const Viewer& author, const TabAccess& tab, const Post& scheduled) {
    access::check_may_post(tab);
    const auto kinds = select_kinds(tx, tab, scheduled);
    check_kind_again(tx, author, tab, scheduled, kinds);
    if (tab.needs_approval()) {
        Post held = hold_scheduled_post(tx, author, tab, scheduled.id);
        tell_changed(tx, author.person);
        return held;
    }
    const auto notices =
        heard_by(tx, tab, author.person, concerned_by(tx, tab, scheduled, kinds, named_in(tx, scheduled)));
    const storage::Position at = tx.publish_on(tab.stream());
    Post post = storage::update_published(tx, tab, scheduled.id, at);
    tx.emit(at, PostCreated{post}, subject_of(post.id));
    open_kinds(tx, tab, post, post.published_at);
    storage::insert_untold_posts(tx, {post.id});
    tell_changed(tx, author.person);
    notify(tx, subject_of_notice(post), notices);
    return post;
}

/// False where it cannot be.
bool is_published(Transaction& tx, const Viewer& author, const TabAccess& tab, const Post& scheduled) {
    try {
        const Post post = publish(tx, author, tab, scheduled);
        if (post.state == PostState::visible)
            notify(tx, subject_of_notice(post), {{NotificationKind::published, post.author}});
        return true;
    } catch (const Refusal&) {
        return false;
    }
}

}  // namespace

void add_scheduled_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListScheduledPosts>(read(edge, list_scheduled_posts));
    routes.bind<EditScheduledPost>(commit(edge, edit_scheduled_post));
    routes.bind<PublishScheduledPost>(commit(edge, publish_scheduled_post));
    routes.bind<CancelScheduledPost>(commit(edge, cancel_scheduled_post));
}

ScheduledPostList list_scheduled_posts(Snapshot& snapshot, const Viewer& viewer, const ListScheduledPosts&) {
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    ScheduledPostList list;
    std::vector<PersonId> people;
    for (auto& [post, kinds, schedule] :
         storage::select_scheduled(snapshot, viewer, tabs, std::int64_t{limits::page_items})) {
        if (post.praised) people.insert(people.end(), post.praised->begin(), post.praised->end());
        auto& [question, poll, news, idea, event] = kinds;
        list.items.push_back({std::move(post), schedule.publish_at, schedule.state == ScheduleState::failed,
                              std::move(question), shown_if_any(poll), std::move(news), std::move(idea),
                              std::move(event)});
    }
    list.people = storage::select_people(snapshot, people);
    snapshot.touch(viewer.stream());
    list.cursors = snapshot.cursors();
    return list;
}

Post schedule_post(Transaction& tx, const Viewer& viewer, const TabAccess& tab, const CreatePost& request) {
    check_moment(request.publish_at.value(), tx.now());
    check_room(tx, viewer);
    const WrittenPost written = written_post(tx, viewer, tab, request);
    const auto addressee = check_kind(tx, viewer, tab, request, written.text.blocks);
    Post post = storage::insert_post(tx, viewer, tab, request, written.text, PostState::scheduled);
    insert_kinds(tx, {{post.id, &tab, &request, addressee.value_or(Addressee{}), std::nullopt}});
    storage::insert_schedule(tx, tab, post.id, *request.publish_at);
    tell_changed(tx, viewer.person);
    return post;
}

Post edit_scheduled_post(Transaction& tx, const Viewer& viewer, const EditScheduledPost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const Post before = own_scheduled(tx, viewer, tab, request.post).post;
    if (before.state != PostState::scheduled) throw Refusal{ErrorCode::conflict, "post"};
    if (before.version != request.version) throw Refusal{ErrorCode::stale_version, "version"};
    access::check_may_post(tab);
    check_moment(request.publish_at, tx.now());
    if (!fits(select_kinds(tx, tab, before), request.publish_at))
        throw Refusal{ErrorCode::invalid_request, "$.publish_at", "what it asks would be over, or too far"};
    WrittenText text = written_text(tx, viewer, tab, request.body.value);
    if (has_title(before.kind)) check_title(text.blocks);
    Post post = storage::update_scheduled(tx, tab, request, std::move(text.blocks));
    tell_changed(tx, viewer.person);
    return post;
}

Post publish_scheduled_post(Transaction& tx, const Viewer& viewer, const PublishScheduledPost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    Own own = own_scheduled(tx, viewer, tab, request.post);
    if (own.post.state == PostState::deleted) throw Refusal{ErrorCode::conflict, "post"};
    if (own.schedule.state == ScheduleState::done) return std::move(own.post);
    return publish(tx, viewer, tab, own.post);
}

NoContent cancel_scheduled_post(Transaction& tx, const Viewer& viewer, const CancelScheduledPost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const auto [post, schedule] = own_scheduled(tx, viewer, tab, request.post);
    if (schedule.state == ScheduleState::cancelled) return {};
    if (schedule.state == ScheduleState::done) throw Refusal{ErrorCode::conflict, "post"};
    storage::update_withdrawn(tx, tab, post.id);
    storage::update_cancelled(tx, tab, post.id);
    tell_changed(tx, viewer.person);
    return {};
}

bool publish_due_post(Transaction& tx, PostId id) {
    const auto system = access::as_system("scheduled posts");
    const auto place = storage::select_scheduled_place(tx, system, id);
    if (!place) return false;
    // The author and the tab are locked before the post, as by everyone.
    const auto author = access::find_author(tx, system, place->author);
    const auto tab =
        author ? std::move(access::to_each_tab(tx, {{place->tab, &*author}}).front()) : std::nullopt;
    const auto post = storage::lock_due_post(tx, system, id);
    if (!post) return false;
    if (tab && is_published(tx, *author, *tab, *post)) return true;
    storage::update_failed(tx, system, id);
    tell_changed(tx, place->author);
    notify(tx, subject_of_notice(*post), {{NotificationKind::unpublished, place->author}});
    return true;
}

std::int64_t forget_failed_posts(Transaction& tx, std::int64_t limit) {
    const auto system = access::as_system("retention of scheduled posts");
    const auto authors = storage::withdraw_failed(tx, system, kept_days, limit);
    for (const PersonId author : authors)
        tell_changed(tx, author);
    return static_cast<std::int64_t>(authors.size());
}

}  // namespace plein::features
