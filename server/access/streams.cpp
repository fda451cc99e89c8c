/// Streams: who may listen to which, and which of them tell somebody that they are gone.
#include "server/access/access.hpp"
#include "server/access/maker.hpp"
#include "server/access/rules.hpp"
#include "storage/desks.hpp"
#include "storage/people.hpp"
#include "storage/rights.hpp"
#include "storage/tab_rights.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

namespace plein::access {

namespace {

/// "tab:31" → {"tab", 31}; an empty kind for anything else, leading zeros included.
std::pair<std::string_view, std::int64_t> parse_stream(std::string_view name) {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return {};
    const std::string_view digits = name.substr(colon + 1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || std::to_string(number) != digits)
        return {};
    return {name.substr(0, colon), number};
}

/// Rights that are read together, and in which place each was asked for.
template <class Id>
struct AskedOf {
    std::vector<Id> ids;
    std::vector<PersonId> people;
    std::vector<std::size_t> places;

    void add(Id id, PersonId person, std::size_t place) {
        ids.push_back(id);
        people.push_back(person);
        places.push_back(place);
    }
};

bool is_of_desk(Reader& reader, const Viewer& viewer, DepartmentId department) {
    return viewer.department == department ||
           storage::select_headship(reader, department, viewer.person).has_value();
}

std::set<std::string> desk_streams_of(Reader& reader, PersonId person) {
    std::set<std::string> streams;
    for (const Person& each : storage::select_people(reader, {person})) {
        if (each.department) streams.insert(desk_stream_of(*each.department));
    }
    for (const auto& [leader, department] : storage::select_headships(reader, {person}))
        streams.insert(desk_stream_of(department));
    return streams;
}

/// Where each of these people works before and after, and what they head throughout.
std::vector<LostStream> lost_desks(Transaction& tx, const std::vector<PersonId>& people,
                                   const std::map<PersonId, const Move*>& moved) {
    std::set<std::pair<PersonId, DepartmentId>> headed;
    for (const auto& headship : storage::select_headships(tx, people))
        headed.insert(headship);
    std::vector<LostStream> lost;
    for (const auto& [person, move] : moved) {
        if (move->before && move->before != move->after && !headed.contains({person, *move->before}))
            lost.push_back({desk_stream_of(*move->before), person});
    }
    return lost;
}

std::vector<std::string> streams_of_group(Reader& reader, GroupId group) {
    std::vector<std::string> streams{plein::stream_of(group), moderators_stream_of(group)};
    for (const Tab& tab : storage::select_tabs(reader, group)) {
        if (auto stream = stream_of(tab); stream != streams.front()) streams.push_back(std::move(stream));
    }
    return streams;
}

}  // namespace

std::vector<std::optional<StreamAccess>> to_each_stream(Snapshot& snapshot,
                                                        const std::vector<StreamOfViewer>& asked) {
    std::vector<std::optional<StreamAccess>> proofs(asked.size());
    AskedOf<GroupId> groups;
    AskedOf<TabId> tabs;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto& [stream, viewer] = asked[i];
        const auto [kind, number] = parse_stream(stream);
        if (kind == "group" || kind == "moderators") groups.add(GroupId{number}, viewer->person, i);
        if (kind == "tab") tabs.add(TabId{number}, viewer->person, i);
        if (kind == "desk" && is_of_desk(snapshot, *viewer, DepartmentId{number}))
            proofs[i] = Maker::stream(stream);
        const bool everybodys = stream == organisation_stream && viewer->role != Role::guest;
        const bool own = kind == "user" && viewer->person == PersonId{number};
        if (everybodys || own) proofs[i] = Maker::stream(stream);
    }
    if (!groups.ids.empty()) {
        const auto roles = storage::select_group_role(snapshot, groups.ids, groups.people);
        for (std::size_t i = 0; i < roles.size(); ++i) {
            const std::string& stream = asked[groups.places[i]].stream;
            const bool full_member = roles[i] && roles[i] != GroupRole::guest;
            const bool of_group = stream == plein::stream_of(groups.ids[i]);
            if (of_group ? full_member : roles[i] && moderates(*roles[i]))
                proofs[groups.places[i]] = Maker::stream(stream);
        }
    }
    if (!tabs.ids.empty()) {
        const auto rights = storage::select_tab_rights(snapshot, tabs.ids, tabs.people);
        for (std::size_t i = 0; i < rights.size(); ++i) {
            const auto& [stream, viewer] = asked[tabs.places[i]];
            if (!rights[i]) continue;
            const Standing who{rights[i]->role, viewer->department, rights[i]->heads_tab_department,
                               rights[i]->emergency};
            if (may_read(rights[i]->tab, who) && stream_of(rights[i]->tab) == stream)
                proofs[tabs.places[i]] = Maker::stream(stream);
        }
    }
    return proofs;
}

std::vector<std::string> streams_of(Reader& reader, const GroupAccess& group) {
    return streams_of_group(reader, group.group());
}

std::vector<std::string> streams_of(Reader& reader, const SystemAccess&, GroupId group) {
    return streams_of_group(reader, group);
}

std::vector<std::string> streams_of(Reader& reader, const SystemAccess& system, PersonId person) {
    std::vector<std::string> streams{plein::stream_of(person)};
    const auto standing = storage::select_standing(reader, person);
    if (standing && standing->role != Role::guest) streams.emplace_back(organisation_stream);
    std::ranges::copy(desk_streams_of(reader, person), std::back_inserter(streams));
    for (const auto& row : storage::select_group_roles(reader, person)) {
        std::ranges::move(streams_of(reader, system, row.group), std::back_inserter(streams));
    }
    return streams;
}

std::map<PostId, Tab> tabs_with_streams(Transaction& tx, const SystemAccess&,
                                        const std::vector<PostId>& posts) {
    auto tabs = storage::lock_tabs_of(tx, posts);
    const auto visible = storage::select_visible_posts(tx, posts);
    for (const auto& [post, row] : visible) {
        const auto tab = tabs.find(post);
        if (tab != tabs.end() && tab->second.id != row.tab) throw storage::moved_meanwhile();
    }
    std::erase_if(tabs, [&](const auto& tab) { return !visible.contains(tab.first); });
    for (auto& [post, tab] : tabs)
        tab.stream = stream_of(tab);
    return tabs;
}

std::vector<std::string> readable_streams(Transaction& tx, const SystemAccess&, PersonId person, Role role,
                                          std::optional<DepartmentId> department) {
    std::set<std::string> streams;
    if (role != Role::guest) streams.emplace(organisation_stream);
    if (department) streams.insert(desk_stream_of(*department));
    for (const auto& [leader, headed] : storage::select_headships(tx, {person}))
        streams.insert(desk_stream_of(headed));
    for (const auto& row : storage::select_group_roles(tx, person)) {
        if (row.role != GroupRole::guest) streams.insert(plein::stream_of(row.group));
        if (moderates(row.role)) streams.insert(moderators_stream_of(row.group));
    }
    for (const auto& row : storage::lock_all_tab_rights(tx, person)) {
        if (may_read(row.tab, {row.role, department, row.heads_tab_department}))
            streams.insert(stream_of(row.tab));
    }
    return {streams.begin(), streams.end()};
}

std::vector<LostStream> lost_streams(Transaction& tx, const SystemAccess&, const std::vector<Move>& moves) {
    constexpr std::size_t at_once = 500;  // people, each with all their tabs in memory
    std::vector<LostStream> lost;
    for (std::size_t first = 0; first < moves.size(); first += at_once) {
        std::map<PersonId, const Move*> moved;
        std::vector<PersonId> people;
        for (std::size_t i = first; i < std::min(first + at_once, moves.size()); ++i) {
            moved[moves[i].person] = &moves[i];
            people.push_back(moves[i].person);
        }
        std::set<std::pair<PersonId, std::string>> before;
        std::set<std::pair<PersonId, std::string>> after;
        for (const auto& [person, row] : storage::lock_tab_rights_of(tx, people)) {
            const Move& move = *moved.at(person);
            const bool heads = row.heads_tab_department;
            if (may_read(row.tab, {row.role, move.before, heads})) before.emplace(person, stream_of(row.tab));
            if (may_read(row.tab, {row.role, move.after, heads})) after.emplace(person, stream_of(row.tab));
            if (row.role != GroupRole::guest) after.emplace(person, plein::stream_of(row.tab.group));
        }
        for (const auto& [person, stream] : before) {
            if (!after.contains({person, stream})) lost.push_back({stream, person});
        }
        std::ranges::move(lost_desks(tx, people, moved), std::back_inserter(lost));
    }
    return lost;
}

}  // namespace plein::access
