#include "server/features/readings.hpp"

#include "storage/posts.hpp"
#include "storage/readings.hpp"

#include <algorithm>

namespace plein::features {

namespace {

/// In the order of tabs, so that two devices that mark the same ones wait instead of dead-locking.
template <class Items>
Items in_order_of_tabs(Items items) {
    std::ranges::sort(items, {}, [](const auto& item) { return item.tab; });
    return items;
}

/// A tab of the request, and whether its reading changed.
struct Touched {
    storage::TabAccess tab;
    bool changed = false;
};

Touched move_forward(Transaction& tx, const Viewer& viewer, TabId tab, PostId up_to) {
    auto access = access::to_tab(tx, viewer, tab);
    const auto published_at = storage::select_published_at(tx, access, up_to);
    if (!published_at) throw Refusal{ErrorCode::not_found, "up_to"};
    const bool changed = storage::update_reading(tx, viewer, access, *published_at);
    return {std::move(access), changed};
}

/// Once all is written: the person's stream is locked last.
template <class Event>
Reading tell(Transaction& tx, const Viewer& viewer, const Touched& touched) {
    Reading reading = storage::select_reading(tx, viewer, touched.tab);
    if (touched.changed) tx.tell(viewer.stream(), Event{reading});
    return reading;
}

ReadingList tell_all(Transaction& tx, const Viewer& viewer, const std::vector<Touched>& all) {
    ReadingList list;
    for (const Touched& touched : all)
        list.items.push_back(tell<TabRead>(tx, viewer, touched));
    return list;
}

}  // namespace

void add_reading_routes(net::Router& routes, Edge& edge) {
    routes.bind<MarkRead>(commit(edge, mark_read));
    routes.bind<MarkAllRead>(commit(edge, mark_all_read));
    routes.bind<RestoreReadings>(commit(edge, restore_readings));
    routes.bind<SetFollowing>(commit(edge, set_following));
    routes.bind<SetGroupFollowing>(commit(edge, set_group_following));
}

Reading mark_read(Transaction& tx, const Viewer& viewer, const MarkRead& request) {
    return tell<TabRead>(tx, viewer, move_forward(tx, viewer, request.tab, request.up_to));
}

ReadingList mark_all_read(Transaction& tx, const Viewer& viewer, const MarkAllRead& request) {
    std::vector<Touched> all;
    for (const ReadMark& mark : in_order_of_tabs(request.marks.items))
        all.push_back(move_forward(tx, viewer, mark.tab, mark.up_to));
    return tell_all(tx, viewer, all);
}

ReadingList restore_readings(Transaction& tx, const Viewer& viewer, const RestoreReadings& request) {
    std::vector<Touched> all;
    for (const EarlierReading& earlier : in_order_of_tabs(request.readings.items)) {
        auto tab = access::to_tab(tx, viewer, earlier.tab);
        const bool changed = storage::update_reading_back(tx, viewer, tab, earlier);
        all.push_back({std::move(tab), changed});
    }
    return tell_all(tx, viewer, all);
}

Reading set_following(Transaction& tx, const Viewer& viewer, const SetFollowing& request) {
    auto tab = access::to_tab(tx, viewer, request.tab);
    const bool changed = storage::update_following(tx, viewer, tab, request);
    return tell<TabFollowed>(tx, viewer, {std::move(tab), changed});
}

ReadingList set_group_following(Transaction& tx, const Viewer& viewer, const SetGroupFollowing& request) {
    const auto tabs = access::to_tabs(tx, viewer, access::to_group(tx, viewer, request.group));
    const auto changed = storage::update_followings(tx, viewer, tabs, request);
    ReadingList list{storage::select_readings(tx, viewer, tabs)};
    for (const Reading& reading : list.items) {
        if (std::ranges::count(changed, reading.tab) > 0) tx.tell(viewer.stream(), TabFollowed{reading});
    }
    return list;
}

}  // namespace plein::features
