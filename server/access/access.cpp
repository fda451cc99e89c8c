#include "server/access/access.hpp"

#include "server/access/desks.hpp"
#include "server/access/maker.hpp"
#include "server/access/rules.hpp"
#include "storage/departments.hpp"
#include "storage/people.hpp"
#include "storage/rights.hpp"
#include "storage/tab_rights.hpp"

#include <sodium.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace plein::access {

namespace {

Viewer prove(const storage::SignedInRow& row) {
    return Maker::viewer(row.person, row.session, row.role, row.department);
}

std::optional<TabAccess> prove(const Viewer& viewer, storage::TabRightsRow row) {
    const Standing who{row.role, viewer.department, row.heads_tab_department, row.emergency};
    if (!may_read(row.tab, who)) return std::nullopt;
    row.tab.stream = stream_of(row.tab);
    const bool posting = !row.archived && may_post(row.tab, who);
    const bool managing = !row.archived && may_manage(who);
    const auto group = Maker::group(row.tab.group, row.role);
    const bool held = needs_approval(row.tab, who);
    const Following by_default = default_following(row.tab, row.kind, who);
    return Maker::tab(group, std::move(row.tab), posting, managing, held, by_default);
}

std::optional<ArchivedTabAccess> prove_archived(const Viewer& viewer, storage::ArchivedTabRightsRow row) {
    storage::TabRightsRow& rights = row.rights;
    const Standing who{rights.role, viewer.department, rights.heads_tab_department};
    if (!may_read(rights.tab, who) || !may_manage(who)) return std::nullopt;
    rights.tab.stream = stream_of(rights.tab);
    const auto group = Maker::group(rights.tab.group, rights.role);
    return Maker::archived_tab(group, std::move(rights.tab), row.archived_at);
}

std::optional<TabAccess> find_tab(Reader& reader, const Viewer& viewer, TabId tab) {
    auto row = storage::select_tab_rights(reader, tab, viewer.person);
    return row ? prove(viewer, std::move(*row)) : std::nullopt;
}

ReadableTabs prove_all(Snapshot& snapshot, const Viewer& viewer, std::optional<GroupId> group) {
    std::vector<TabAccess> tabs;
    for (auto& row : storage::select_all_tab_rights(snapshot, viewer.person, group)) {
        if (auto tab = prove(viewer, std::move(row))) tabs.push_back(std::move(*tab));
    }
    return Maker::tabs(std::move(tabs));
}

std::vector<PersonId> ids_of(const std::vector<storage::ActiveRow>& rows) {
    std::vector<PersonId> ids;
    for (const auto& row : rows)
        ids.push_back(row.person);
    return ids;
}

/// Nothing for somebody who is not there, or whom a guest has not met.
std::optional<Relation> find_relation(Snapshot& snapshot, const Viewer& viewer, PersonId person) {
    if (person == viewer.person) return Relation::oneself;
    if (viewer.role == Role::guest) {
        const auto tabs = to_all_tabs(snapshot, viewer);
        if (storage::select_people_met(snapshot, viewer, tabs, {person}).empty()) return std::nullopt;
        return Relation::outsider;
    }
    const auto row = storage::select_acquaintance(snapshot, viewer.person, person);
    if (!row) return std::nullopt;
    return row->shares_group ? Relation::groupmate : Relation::colleague;
}

}  // namespace

std::string hash_token(const std::string& token) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
    std::string hex(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

Viewer identify(Reader& reader, const std::string& token_hash) {
    const auto row = storage::select_signed_in(reader, token_hash);
    if (!row) throw Refusal{ErrorCode::not_signed_in};
    return prove(*row);
}

std::vector<std::optional<Viewer>> identify_all(Reader& reader,
                                                const std::vector<std::string>& token_hashes) {
    std::vector<std::optional<Viewer>> viewers;
    for (const auto& row : storage::select_signed_in(reader, token_hashes))
        viewers.push_back(row ? std::optional{prove(*row)} : std::nullopt);
    return viewers;
}

Viewer identify_calendar(Snapshot& snapshot, const std::string& token_hash) {
    const auto row = storage::select_calendar_owner(snapshot, token_hash);
    if (!row) throw Refusal{ErrorCode::not_found, "token"};
    return prove(*row);
}

std::optional<Viewer> find_author(Transaction& tx, const SystemAccess&, PersonId person) {
    const auto row = storage::select_author(tx, person);
    return row ? std::optional{prove(*row)} : std::nullopt;
}

Viewer identify_alone(Transaction& tx, const std::string& token_hash) {
    storage::lock_account_of(tx, token_hash);
    return identify(tx, token_hash);
}

Viewer identify_in_turn(Transaction& tx, const std::string& token_hash) {
    storage::lock_administration_for(tx, token_hash);
    return identify(tx, token_hash);
}

AccountsAccess to_accounts(const Viewer& viewer) {
    check(viewer, Right::manage_people);
    return Maker::accounts(viewer.person);
}

GroupAccess to_group(Reader& reader, const Viewer& viewer, GroupId group) {
    const auto role = storage::select_group_role(reader, group, viewer.person);
    if (!role) throw Refusal{ErrorCode::not_found, "group"};
    return Maker::group(group, *role);
}

std::vector<GroupAccess> to_groups(Snapshot& snapshot, const Viewer& viewer) {
    std::vector<GroupAccess> groups;
    for (const auto& row : storage::select_group_roles(snapshot, viewer.person)) {
        groups.push_back(Maker::group(row.group, row.role));
    }
    return groups;
}

std::optional<ArchivedGroupAccess> to_archived_group(Transaction& tx, const Viewer& viewer, GroupId group) {
    if (!storage::owns_archived_group(tx, group, viewer.person)) return std::nullopt;
    return Maker::archived(group);
}

std::vector<ArchivedGroupAccess> to_archived_groups(Snapshot& snapshot, const Viewer& viewer) {
    std::vector<ArchivedGroupAccess> groups;
    for (const GroupId group : storage::select_archived_groups_of(snapshot, viewer.person))
        groups.push_back(Maker::archived(group));
    return groups;
}

DoorAccess to_door(Reader& reader, const Viewer& viewer, GroupId group) {
    const auto door = storage::select_door(reader, group, viewer.person);
    const Caller who{viewer.role, door ? door->standing : GroupStanding::none,
                     door ? door->invited_as : std::nullopt};
    if (!door || !may_know(door->visibility, who)) throw Refusal{ErrorCode::not_found, "group"};
    return Maker::door(group, viewer.person, who.standing, admits_as(door->kind, who));
}

LinkAccess to_door_of_link(Reader& reader, const Viewer& viewer, const std::string& token_hash) {
    const auto group = storage::select_group_of_link(reader, token_hash);
    const auto door = group ? storage::select_door(reader, *group, viewer.person) : std::nullopt;
    if (!door) throw Refusal{ErrorCode::not_found, "link"};
    const bool is_in = door->standing == GroupStanding::member;
    const auto role = is_in ? std::nullopt : std::optional{link_admits_as(viewer.role)};
    return Maker::link(Maker::door(*group, viewer.person, door->standing, role));
}

TabAccess to_tab(Reader& reader, const Viewer& viewer, TabId tab) {
    auto proof = find_tab(reader, viewer, tab);
    if (!proof) throw Refusal{ErrorCode::not_found, "tab"};
    return std::move(*proof);
}

std::vector<std::optional<TabAccess>> to_each_tab(Reader& reader, const std::vector<TabOfViewer>& asked) {
    std::vector<TabId> tabs;
    std::vector<PersonId> people;
    for (const TabOfViewer& each : asked) {
        tabs.push_back(each.tab);
        people.push_back(each.viewer->person);
    }
    auto rows = storage::select_tab_rights(reader, tabs, people);
    std::vector<std::optional<TabAccess>> proofs;
    for (std::size_t i = 0; i < rows.size(); ++i)
        proofs.push_back(rows[i] ? prove(*asked[i].viewer, std::move(*rows[i])) : std::nullopt);
    return proofs;
}

TabAccess to_tab_of(Reader& reader, const Viewer& viewer, PostId post) {
    const auto tab = storage::select_tab_of(reader, post);
    auto proof = tab ? find_tab(reader, viewer, *tab) : std::nullopt;
    if (!proof) throw Refusal{ErrorCode::not_found, "post"};
    return std::move(*proof);
}

TabsOfMove to_tabs_of_move(Transaction& tx, const Viewer& viewer, PostId post, TabId to) {
    const auto from = storage::select_tab_of(tx, post);
    auto tabs = to_each_tab(tx, {{from.value_or(TabId{}), &viewer}, {to, &viewer}});
    if (!tabs.front()) throw Refusal{ErrorCode::not_found, "post"};
    return {std::move(*tabs.front()), std::move(tabs.back())};
}

std::vector<std::optional<PostAccess>> to_each_post(Reader& reader, const std::vector<PostOfViewer>& asked) {
    std::vector<PostId> posts;
    for (const PostOfViewer& each : asked)
        posts.push_back(each.post);
    const auto found = storage::select_tabs_of(reader, posts);
    std::vector<TabOfViewer> tabs;
    for (const PostOfViewer& each : asked) {
        const auto tab = found.find(each.post);
        tabs.push_back({tab == found.end() ? TabId{} : tab->second, each.viewer});
    }
    auto proofs = to_each_tab(reader, tabs);
    // After the tabs, as everyone who locks both.
    const auto visible = storage::select_visible_posts(reader, posts);
    std::vector<std::optional<PostAccess>> access(asked.size());
    std::vector<std::size_t> out_of_sight;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto post = visible.find(asked[i].post);
        if (post != visible.end() && post->second.tab != tabs[i].tab) throw storage::moved_meanwhile();
        if (!proofs[i]) continue;
        if (post == visible.end()) {
            out_of_sight.push_back(i);
        } else {
            access[i] = Maker::post(std::move(*proofs[i]), asked[i].post, post->second.author);
        }
    }
    add_confidential(reader, asked, out_of_sight, proofs, access);
    return access;
}

PostAccess to_post(Reader& reader, const Viewer& viewer, PostId post) {
    auto access = to_each_post(reader, {{post, &viewer}});
    if (!access.front()) throw Refusal{ErrorCode::not_found, "post"};
    return std::move(*access.front());
}

PostAccess to_post_of(Reader& reader, const Viewer& viewer, CommentId comment) {
    const auto post = storage::select_post_of(reader, comment);
    auto access = post ? std::move(to_each_post(reader, {{*post, &viewer}}).front()) : std::nullopt;
    if (!access) throw Refusal{ErrorCode::not_found, "comment"};
    return std::move(*access);
}

ModeratedTabAccess to_moderated_tab_of(Reader& reader, const Viewer& viewer, PostId post) {
    const TabAccess tab = to_tab_of(reader, viewer, post);
    if (!moderates(tab.group().role())) throw Refusal{ErrorCode::not_found, "post"};
    return Maker::moderated(tab);
}

ModeratedTabs to_moderated(const ReadableTabs& tabs) {
    std::vector<TabAccess> moderated = tabs.tabs();
    std::erase_if(moderated, [](const TabAccess& tab) { return !moderates(tab.group().role()); });
    return Maker::moderated(std::move(moderated));
}

ModeratedTabs to_moderated_tabs(Snapshot& snapshot, const Viewer& viewer, const GroupAccess& group) {
    if (!moderates(group.role())) throw Refusal{ErrorCode::forbidden, "group"};
    return to_moderated(to_tabs(snapshot, viewer, group));
}

namespace {

std::vector<PersonId> readers_of(Reader& reader, TabId tab, const std::vector<PersonId>& people) {
    if (people.empty()) return {};
    // In a write this holds the accounts, and the next question the memberships.
    const auto active = storage::select_active(reader, people);
    const std::vector<TabId> tabs(active.size(), tab);
    const auto rights = storage::select_tab_rights(reader, tabs, ids_of(active));
    std::vector<PersonId> readers;
    for (std::size_t i = 0; i < active.size(); ++i) {
        const auto& row = rights[i];
        if (row && may_read(row->tab, {row->role, active[i].department, row->heads_tab_department}))
            readers.push_back(active[i].person);
    }
    return readers;
}

}  // namespace

std::vector<PersonId> readers_among(Reader& reader, const TabAccess& tab,
                                    const std::vector<PersonId>& people) {
    return readers_of(reader, tab.tab().id, people);
}

std::vector<PersonId> readers_among(Reader& reader, const SystemAccess&, TabId tab,
                                    const std::vector<PersonId>& people) {
    return readers_of(reader, tab, people);
}

ReadableTabs to_tabs(Snapshot& snapshot, const Viewer& viewer, const GroupAccess& group) {
    return prove_all(snapshot, viewer, group.group());
}

ReadableTabs to_all_tabs(Snapshot& snapshot, const Viewer& viewer) {
    return prove_all(snapshot, viewer, std::nullopt);
}

ReadableTabs to_tabs_as_open(Snapshot& snapshot, const Viewer& viewer, const TabAccess& tab) {
    std::vector<TabAccess> tabs = prove_all(snapshot, viewer, tab.tab().group).tabs();
    std::erase_if(tabs, [&](const TabAccess& each) { return widens(each.tab(), tab.tab()); });
    return Maker::tabs(std::move(tabs));
}

ReadableTabs with_tabs_as_open(Reader& reader, const ReadableTabs& tabs, const std::vector<PostId>& posts) {
    std::vector<TabAccess> all = tabs.tabs();
    for (auto& [post, tab] : storage::select_open_tabs_of(reader, posts)) {
        const auto is_there = [&](const TabAccess& each) { return each.tab().id == tab.id; };
        const auto is_narrower = [&](const TabAccess& each) { return !widens(tab, each.tab()); };
        const auto from = std::ranges::find_if(tabs.tabs(), is_narrower);
        if (from == tabs.tabs().end() || std::ranges::any_of(all, is_there)) continue;
        tab.stream = stream_of(tab);
        all.push_back(
            Maker::tab(from->group(), std::move(tab), false, false, false, from->default_following()));
    }
    return Maker::tabs(std::move(all));
}

ProfileAccess to_profile(Snapshot& snapshot, const Viewer& viewer, PersonId person) {
    const auto relation = find_relation(snapshot, viewer, person);
    if (!relation) throw Refusal{ErrorCode::not_found, "person"};
    std::vector<ProfileAudience> open;
    for (const auto audience :
         {ProfileAudience::everyone, ProfileAudience::groupmates, ProfileAudience::nobody}) {
        if (may_see(audience, *relation)) open.push_back(audience);
    }
    return Maker::profile(person, std::move(open));
}

ReadableTabs to_tabs(Transaction& tx, const Viewer& viewer, const GroupAccess& group) {
    std::vector<TabOfViewer> asked;
    for (const Tab& each : storage::select_tabs(tx, group.group()))
        asked.push_back({each.id, &viewer});
    std::vector<TabAccess> tabs;
    for (auto& tab : to_each_tab(tx, asked)) {
        if (tab) tabs.push_back(std::move(*tab));
    }
    return Maker::tabs(std::move(tabs));
}

ReadableTabs to_tabs_known_in(Snapshot& snapshot, const Viewer& viewer, const TabAccess& tab) {
    std::vector<TabAccess> tabs{tab};
    for (const TabAccess& each : to_tabs(snapshot, viewer, tab.group()).tabs()) {
        const bool for_all_members = each.tab().audience != TabAudience::department;
        if (each.tab().id != tab.tab().id && for_all_members && !widens(each.tab(), tab.tab()))
            tabs.push_back(each);
    }
    return Maker::tabs(std::move(tabs));
}

std::optional<ArchivedTabAccess> find_archived_tab(Reader& reader, const Viewer& viewer, TabId tab) {
    auto row = storage::select_archived_tab_rights(reader, tab, viewer.person);
    return row ? prove_archived(viewer, std::move(*row)) : std::nullopt;
}

std::vector<ArchivedTabAccess> to_archived_tabs(Snapshot& snapshot, const Viewer& viewer,
                                                const GroupAccess& group) {
    std::vector<ArchivedTabAccess> tabs;
    for (auto& row : storage::select_all_archived_tab_rights(snapshot, group.group(), viewer.person)) {
        if (auto tab = prove_archived(viewer, std::move(row))) tabs.push_back(std::move(*tab));
    }
    return tabs;
}

ReadableTabs to_followed_tabs(Snapshot& snapshot, const Viewer& viewer) {
    const auto chosen = storage::select_chosen_followings(snapshot, viewer.person);
    std::vector<TabAccess> tabs = to_all_tabs(snapshot, viewer).tabs();
    std::erase_if(tabs, [&](const TabAccess& tab) {
        const auto choice = chosen.find(tab.tab().id);
        return (choice == chosen.end() ? tab.default_following() : choice->second) != Following::followed;
    });
    return Maker::tabs(std::move(tabs));
}

SystemAccess as_system(std::string reason) {
    spdlog::debug("works as the system: {}", reason);
    return Maker::system(std::move(reason));
}

}  // namespace plein::access
