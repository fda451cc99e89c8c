#include "server/features/news.hpp"

#include "server/features/announcing.hpp"
#include "server/features/days.hpp"
#include "server/features/notifying.hpp"
#include "server/features/post_pages.hpp"
#include "server/features/shown_text.hpp"
#include "storage/departments.hpp"
#include "storage/people.hpp"
#include "storage/rights.hpp"

#include <algorithm>

namespace plein::features {

namespace {

using storage::PostAccess;

/// In a write its row is locked until the commit. Errors: not_found.
News find(Reader& reader, const PostAccess& post) {
    auto news = storage::select_news(reader, post);
    if (!news) throw Refusal{ErrorCode::not_found, "post"};
    return std::move(*news);
}

/// Errors: not_found, conflict.
News find_must_read(Reader& reader, const PostAccess& post) {
    News news = find(reader, post);
    if (!news.must_read) throw Refusal{ErrorCode::conflict, "news"};
    return news;
}

/// Its author, and those who look after the tab. Errors: forbidden.
void check_may_follow_up(const Viewer& viewer, const PostAccess& post) {
    if (post.author() != viewer.person) access::check_may_curate(post.tab());
}

/// Those who read the tab and are asked, in the order of their ids.
std::vector<PersonId> asked_readers(Snapshot& snapshot, const PostAccess& post) {
    auto readers = access::readers_among(snapshot, post.tab(),
                                         storage::select_members_of_group(snapshot, post.tab().group()));
    std::erase(readers, post.author());
    std::ranges::sort(readers);
    return readers;
}

template <class Items>
void keep_first(Items& items) {
    if (items.size() > limits::confirmations) items.resize(limits::confirmations);
}

}  // namespace

void add_news_routes(net::Router& routes, Edge& edge) {
    routes.bind<ConfirmNews>(commit(edge, confirm_news));
    routes.bind<ListConfirmations>(read(edge, list_confirmations));
    routes.bind<RemindReaders>(commit(edge, remind_readers));
    routes.bind<AcknowledgeNews>(commit(edge, acknowledge_news));
    routes.bind<ListWaitingNews>(read(edge, list_waiting_news));
}

News confirm_news(Transaction& tx, const Viewer& viewer, const ConfirmNews& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    News before = find_must_read(tx, post);
    if (post.author() == viewer.person) throw Refusal{ErrorCode::conflict, "news"};
    const auto after = storage::insert_confirmation(tx, viewer, post);
    if (!after) return before;
    tell_news(tx, post.tab(), request.post, *after);
    tx.tell(viewer.stream(), NewsConfirmed{request.post});
    if (storage::update_confirmed(tx, viewer, request.post))
        tx.tell(viewer.stream(), NotificationsChanged{viewer.person});
    return *after;
}

ConfirmationList list_confirmations(Snapshot& snapshot, const Viewer& viewer,
                                    const ListConfirmations& request) {
    const PostAccess post = access::to_post(snapshot, viewer, request.post);
    check_may_follow_up(viewer, post);
    find_must_read(snapshot, post);
    ConfirmationList list;
    list.missing = asked_readers(snapshot, post);
    list.items = storage::select_confirmations(snapshot, post);
    const std::set<PersonId> readers{list.missing.begin(), list.missing.end()};
    std::erase_if(list.items, [&](const Confirmation& each) { return !readers.contains(each.person); });
    std::set<PersonId> confirmed;
    for (const Confirmation& each : list.items)
        confirmed.insert(each.person);
    std::erase_if(list.missing, [&](PersonId each) { return confirmed.contains(each); });
    list.total = static_cast<std::int32_t>(list.items.size());
    list.awaited = static_cast<std::int32_t>(list.missing.size());
    keep_first(list.items);
    keep_first(list.missing);
    auto people = storage::column_of(list.items, &Confirmation::person);
    people.insert(people.end(), list.missing.begin(), list.missing.end());
    list.people = storage::select_people(snapshot, people);
    return list;
}

News remind_readers(Transaction& tx, const Viewer& viewer, const RemindReaders& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    check_may_follow_up(viewer, post);
    if (find_must_read(tx, post).reminded_at) throw Refusal{ErrorCode::conflict, "reminder"};
    News news = storage::update_reminded(tx, post);
    tell_news(tx, post.tab(), request.post, news);
    return news;
}

News acknowledge_news(Transaction& tx, const Viewer& viewer, const AcknowledgeNews& request) {
    const std::string note = trimmed(request.note.value);
    if (note.empty()) throw Refusal{ErrorCode::invalid_request, "$.note"};
    if (request.done_by && has_passed(*request.done_by, tx.now()))
        throw Refusal{ErrorCode::invalid_request, "$.done_by"};
    const PostAccess post = access::to_post(tx, viewer, request.post);
    auto affected = affected_by(find(tx, post));
    const auto department = std::ranges::find(affected, request.department, &AffectedDepartment::department);
    if (department == affected.end() ||
        !storage::lock_open_department(tx, request.department, std::nullopt)) {
        throw Refusal{ErrorCode::not_found, "department"};
    }
    if (!storage::select_headship(tx, request.department, viewer.person))
        throw Refusal{ErrorCode::forbidden, "department"};
    department->acknowledgement = Acknowledgement{viewer.person, note, request.done_by, tx.now()};
    const auto notices =
        heard_by(tx, post.tab(), viewer.person, {{NotificationKind::acknowledged, post.author()}});
    News news = storage::update_affects(tx, post, affected);
    tell_news(tx, post.tab(), request.post, news);
    notify(tx, {post.tab().tab().group, request.post, std::nullopt, viewer.person}, notices);
    return news;
}

PostPage list_waiting_news(Snapshot& snapshot, const Viewer& viewer, const ListWaitingNews&) {
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    const Timestamp since = snapshot.now() - std::chrono::days{limits::waiting_days};
    snapshot.touch(viewer.stream());
    auto posts = storage::select_waiting_news(snapshot, viewer, tabs, since, limits::waiting_news);
    return to_page(snapshot, viewer, tabs,
                   shared_page(snapshot, tabs, std::move(posts), limits::waiting_news));
}

std::int64_t tell_next_readers(Transaction& tx, PostId post) {
    const auto system = access::as_system("news to confirm");
    const auto news = storage::take_untold_news(tx, system, post);
    if (!news) return 0;
    const auto asked = storage::select_unconfirmed(tx, system, post, *news, told_at_once);
    std::vector<Notice> wanted;
    concern(wanted, NotificationKind::must_read, asked);
    const auto notices = heard_by(tx, system, news->tab, news->author, wanted);
    const auto went_through = static_cast<std::int64_t>(asked.size());
    storage::update_told_up_to(tx, system, post,
                               went_through < told_at_once ? std::nullopt : std::optional{asked.back()});
    notify(tx, {news->group, post, std::nullopt, news->author}, notices);
    return went_through;
}

}  // namespace plein::features
