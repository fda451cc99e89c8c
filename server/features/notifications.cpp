#include "server/features/notifications.hpp"

#include "server/features/acquaintances.hpp"
#include "server/features/written_text.hpp"
#include "storage/notifications.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace plein::features {

namespace {

using storage::NotificationRow;

constexpr std::size_t most_actors = 3;

/// What stands in one line.
auto line_of(const NotificationRow& row) { return std::tuple{row.kind, row.group, row.post, row.read}; }

Notification first_of_line(const NotificationRow& row) {
    return {.id = row.id,
            .kind = row.kind,
            .group = row.group,
            .tab = row.tab,
            .post = row.post,
            .comment = row.comment,
            .actors = {},
            .others = 0,
            .excerpt = {},
            .at = row.at,
            .read = row.read};
}

/// `rows` come newest first, and so do the lines.
std::vector<Notification> gathered(const std::vector<NotificationRow>& rows) {
    std::vector<Notification> lines;
    std::map<decltype(line_of(rows.front())), std::size_t> places;
    std::vector<std::set<PersonId>> met;
    for (const NotificationRow& row : rows) {
        const auto [place, is_new] = places.emplace(line_of(row), lines.size());
        if (is_new) {
            lines.push_back(first_of_line(row));
            met.emplace_back();
        }
        if (!met[place->second].insert(row.actor).second) continue;
        Notification& line = lines[place->second];
        if (line.actors.size() < most_actors) {
            line.actors.push_back(row.actor);
        } else {
            ++line.others;
        }
    }
    return lines;
}

void fill_excerpts(Snapshot& snapshot, const Viewer& viewer, const storage::ReadableTabs& tabs,
                   std::vector<Notification>& lines) {
    std::vector<storage::PassagePlace> places;
    for (const Notification& line : lines)
        places.push_back({line.post, line.comment});
    const auto passages = storage::select_passages(snapshot, viewer, tabs, places);
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].excerpt = excerpt_of(passages[i]);
}

std::vector<Person> actors_of(Snapshot& snapshot, const Viewer& viewer, const storage::ReadableTabs& tabs,
                              const std::vector<Notification>& lines) {
    std::vector<PersonId> ids;
    for (const Notification& line : lines)
        ids.insert(ids.end(), line.actors.begin(), line.actors.end());
    return known_people(snapshot, viewer, tabs, ids);
}

}  // namespace

void add_notification_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListNotifications>(read(edge, list_notifications));
    routes.bind<ReadNotifications>(commit(edge, read_notifications));
}

NotificationList list_notifications(Snapshot& snapshot, const Viewer& viewer, const ListNotifications&) {
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    const auto groups = access::to_groups(snapshot, viewer);
    NotificationList list;
    list.items =
        gathered(storage::select_notifications(snapshot, viewer, tabs, access::to_desks(snapshot, viewer),
                                               groups, std::int64_t{limits::gathered_notifications}));
    if (list.items.size() > limits::notifications) list.items.resize(limits::notifications);
    list.unread = static_cast<std::int32_t>(std::ranges::count(list.items, false, &Notification::read));
    fill_excerpts(snapshot, viewer, tabs, list.items);
    list.people = actors_of(snapshot, viewer, tabs, list.items);
    snapshot.touch(viewer.stream());
    list.cursors = snapshot.cursors();
    return list;
}

NoContent read_notifications(Transaction& tx, const Viewer& viewer, const ReadNotifications& request) {
    if (storage::update_read(tx, viewer, request))
        tx.tell(viewer.stream(), NotificationsChanged{viewer.person});
    return {};
}

}  // namespace plein::features
