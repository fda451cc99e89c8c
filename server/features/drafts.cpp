#include "server/features/drafts.hpp"

#include "storage/drafts.hpp"

namespace plein::features {

namespace {

constexpr int kept_days = 180;
constexpr std::int64_t most_bytes =
    1'000'000;  // of one person: each of their devices reads all of them at once

void tell_dropped(Transaction& tx, PersonId person, TabId tab) {
    tx.tell(stream_of(person), DraftChanged{tab, 0});
}

}  // namespace

void add_draft_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListDrafts>(read(edge, list_drafts));
    routes.bind<SaveDraft>(commit(edge, save_draft));
    routes.bind<DropDraft>(commit(edge, drop_draft));
}

DraftList list_drafts(Snapshot& snapshot, const Viewer& viewer, const ListDrafts&) {
    DraftList list;
    list.items = storage::select_drafts(snapshot, viewer, access::to_all_tabs(snapshot, viewer));
    snapshot.touch(viewer.stream());
    list.cursors = snapshot.cursors();
    return list;
}

Draft save_draft(Transaction& tx, const Viewer& viewer, const SaveDraft& request) {
    const auto tab = access::to_tab(tx, viewer, request.tab);
    const auto before = storage::select_draft(tx, viewer, tab);
    if (before && before->content == request.content.value) return *before;
    if (request.version != (before ? before->version : 0)) throw Refusal{ErrorCode::stale_version, "version"};
    const auto draft = before ? storage::update_draft(tx, viewer, tab, request.content.value)
                              : storage::insert_draft(tx, viewer, tab, request.content.value);
    if (!draft) throw Refusal{ErrorCode::stale_version, "version"};
    tx.tell(viewer.stream(), DraftChanged{draft->tab, draft->version});
    for (const TabId oldest :
         storage::delete_oldest_drafts(tx, viewer, std::int64_t{limits::drafts}, most_bytes))
        tell_dropped(tx, viewer.person, oldest);
    return *draft;
}

NoContent drop_draft(Transaction& tx, const Viewer& viewer, const DropDraft& request) {
    if (storage::delete_draft(tx, viewer, request.tab, request.version)) {
        tell_dropped(tx, viewer.person, request.tab);
    } else if (request.version && storage::has_draft(tx, viewer, request.tab)) {
        throw Refusal{ErrorCode::stale_version, "version"};
    }
    return {};
}

std::int64_t forget_old_drafts(Transaction& tx, std::int64_t limit) {
    const auto system = access::as_system("retention of drafts");
    const auto old = storage::delete_old_drafts(tx, system, kept_days, limit);
    for (const auto& [person, tab] : old)
        tell_dropped(tx, person, tab);
    return static_cast<std::int64_t>(old.size());
}

}  // namespace plein::features
