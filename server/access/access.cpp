#include "server/access/access.hpp"

#include "server/access/maker.hpp"
#include "server/access/rules.hpp"
#include "storage/rights.hpp"

#include <sodium.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace plein::access {

namespace {

std::optional<TabAccess> prove(const Viewer& viewer, storage::TabRightsRow row) {
    const Standing who{row.role, viewer.department, row.heads_tab_department};
    if (!may_read(row.tab, who)) return std::nullopt;
    row.tab.stream = stream_of(row.tab);
    const bool posting = may_post(row.tab, who);
    const Following by_default = default_following(row.tab, row.kind, who);
    return Maker::tab(Maker::group(row.tab.group, row.role), std::move(row.tab), posting, by_default);
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
    return Maker::viewer(row->person, row->session, row->role, row->department);
}

Viewer identify_alone(Transaction& tx, const std::string& token_hash) {
    storage::lock_account_of(tx, token_hash);
    return identify(tx, token_hash);
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

TabAccess to_tab(Reader& reader, const Viewer& viewer, TabId tab) {
    auto proof = find_tab(reader, viewer, tab);
    if (!proof) throw Refusal{ErrorCode::not_found, "tab"};
    return std::move(*proof);
}

TabAccess to_tab_of(Reader& reader, const Viewer& viewer, PostId post) {
    const auto tab = storage::select_tab_of(reader, post);
    auto proof = tab ? find_tab(reader, viewer, *tab) : std::nullopt;
    if (!proof) throw Refusal{ErrorCode::not_found, "post"};
    return std::move(*proof);
}

ReadableTabs to_tabs(Snapshot& snapshot, const Viewer& viewer, const GroupAccess& group) {
    return prove_all(snapshot, viewer, group.group());
}

ReadableTabs to_all_tabs(Snapshot& snapshot, const Viewer& viewer) {
    return prove_all(snapshot, viewer, std::nullopt);
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

StreamAccess to_stream(Reader& reader, const Viewer& viewer, const std::string& stream) {
    const auto [kind, number] = parse_stream(stream);
    if (kind == "user" && viewer.person == PersonId{number}) return Maker::stream(stream);
    if (kind == "group" && to_group(reader, viewer, GroupId{number}).full_member())
        return Maker::stream(stream);
    if (kind == "tab" && to_tab(reader, viewer, TabId{number}).stream() == stream)
        return Maker::stream(stream);
    throw Refusal{ErrorCode::not_found, "stream"};
}

std::vector<std::string> streams_of(Reader& reader, const GroupAccess& group) {
    std::vector<std::string> streams{group.stream()};
    for (const Tab& tab : storage::select_tabs(reader, group.group())) {
        if (auto stream = stream_of(tab); stream != group.stream()) streams.push_back(std::move(stream));
    }
    return streams;
}

std::vector<std::string> streams_of(Reader& reader, const SystemAccess&, PersonId person) {
    std::vector<std::string> streams{plein::stream_of(person)};
    for (const auto& row : storage::select_group_roles(reader, person)) {
        std::ranges::move(streams_of(reader, Maker::group(row.group, row.role)), std::back_inserter(streams));
    }
    return streams;
}

SystemAccess as_system(std::string reason) {
    spdlog::debug("works as the system: {}", reason);
    return Maker::system(std::move(reason));
}

void check_may_post(const TabAccess& tab) {
    if (!tab.may_post()) throw Refusal{ErrorCode::forbidden, "tab"};
}

void check_owner(const GroupAccess& group) {
    if (!group.owner()) throw Refusal{ErrorCode::forbidden, "group"};
}

void check_full_member(const GroupAccess& group) {
    if (!group.full_member()) throw Refusal{ErrorCode::forbidden, "group"};
}

void check_administrator(const Viewer& viewer) {
    if (viewer.role != Role::administrator) throw Refusal{ErrorCode::forbidden, "person"};
}

}  // namespace plein::access
