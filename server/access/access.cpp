#include "server/access/access.hpp"

#include "server/access/maker.hpp"
#include "server/access/rules.hpp"

#include <sodium.h>

#include <charconv>
#include <string_view>

namespace plein::access {

namespace {

using storage::NamedSql;
using storage::value_of;

const NamedSql select_viewer{"select_viewer", R"sql(
    SELECT people.id, sessions.id, people.role, people.department_id
      FROM sessions
      JOIN people ON people.id = sessions.person_id
     WHERE sessions.token_hash = $1 AND sessions.expires_at > now() AND people.state = 'active')sql"};

// FOR SHARE: neither the session nor the person's rights can end between this check and the commit.
const NamedSql lock_viewer{"lock_viewer", R"sql(
    SELECT people.id, sessions.id, people.role, people.department_id
      FROM sessions
      JOIN people ON people.id = sessions.person_id
     WHERE sessions.token_hash = $1 AND sessions.expires_at > now() AND people.state = 'active'
       FOR SHARE)sql"};

const NamedSql select_group_access{"select_group_access", R"sql(
    SELECT role FROM memberships
     WHERE group_id = $1 AND person_id = $2 AND state = 'active')sql"};

const NamedSql lock_group_access{"lock_group_access", R"sql(
    SELECT role FROM memberships
     WHERE group_id = $1 AND person_id = $2 AND state = 'active'
       FOR SHARE)sql"};

// Columns in the order of `Tab` up to position, then the viewer's role and whether they head the tab's department.
#define PLEIN_TAB_COLUMNS                                                                                      \
    "tabs.id, tabs.group_id, tabs.version, tabs.name, tabs.department_id, tabs.audience, tabs.posting, "       \
    "tabs.default_mark, tabs.position, memberships.role, "                                                     \
    "EXISTS (SELECT FROM department_heads AS head "                                                            \
    "         WHERE head.department_id = tabs.department_id AND head.person_id = memberships.person_id) "

const NamedSql select_tab_access{"select_tab_access", "SELECT " PLEIN_TAB_COLUMNS R"sql(
      FROM tabs
      JOIN memberships ON memberships.group_id = tabs.group_id
     WHERE tabs.id = $1 AND memberships.person_id = $2 AND memberships.state = 'active')sql"};

// FOR SHARE of both: neither the membership nor the tab's audience can change before the commit.
const NamedSql lock_tab_access{"lock_tab_access", "SELECT " PLEIN_TAB_COLUMNS R"sql(
      FROM tabs
      JOIN memberships ON memberships.group_id = tabs.group_id
     WHERE tabs.id = $1 AND memberships.person_id = $2 AND memberships.state = 'active'
       FOR SHARE OF tabs, memberships)sql"};

const NamedSql select_tabs_access{"select_tabs_access", "SELECT " PLEIN_TAB_COLUMNS R"sql(
      FROM memberships
      JOIN groups ON groups.id = memberships.group_id
      JOIN tabs ON tabs.group_id = memberships.group_id
     WHERE memberships.person_id = $1 AND memberships.state = 'active'
       AND ($2::bigint IS NULL OR memberships.group_id = $2)
     ORDER BY groups.name, groups.id, tabs.position, tabs.id)sql"};

struct Row {
    Tab tab;
    Standing who;
};

Row read_tab(const pqxx::row& row, const Viewer& viewer) {
    Row read;
    Tab& tab = read.tab;
    tab.id = value_of<TabId>(row[0]);
    tab.group = value_of<GroupId>(row[1]);
    tab.version = value_of<std::int32_t>(row[2]);
    tab.name = value_of<std::string>(row[3]);
    tab.department = value_of<std::optional<DepartmentId>>(row[4]);
    tab.audience = value_of<TabAudience>(row[5]);
    tab.posting = value_of<PostingRule>(row[6]);
    tab.default_mark = value_of<Mark>(row[7]);
    tab.position = value_of<std::int32_t>(row[8]);
    tab.stream = stream_of(tab);
    read.who = {value_of<GroupRole>(row[9]), viewer.department, value_of<bool>(row[10])};
    return read;
}

std::optional<TabAccess> prove(const pqxx::row& row, const Viewer& viewer) {
    const Row read = read_tab(row, viewer);
    if (!may_read(read.tab, read.who)) return std::nullopt;
    return Maker::tab(Maker::group(read.tab.group, read.who.role), read.tab, may_post(read.tab, read.who));
}

ReadableTabs prove_all(Reader& reader, const Viewer& viewer, std::optional<GroupId> group) {
    std::vector<TabAccess> tabs;
    for (const auto& row : reader.query(select_tabs_access, viewer.person, group)) {
        if (auto tab = prove(row, viewer)) tabs.push_back(std::move(*tab));
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
    if (error != std::errc{} || end != digits.data() + digits.size() || std::to_string(number) != digits) return {};
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
    const auto rows = reader.query(reader.writing() ? lock_viewer : select_viewer, token_hash);
    if (rows.empty()) throw Refusal{ErrorCode::not_signed_in};
    const auto row = rows[0];
    return Maker::viewer(value_of<PersonId>(row[0]), value_of<SessionId>(row[1]), value_of<Role>(row[2]),
                         value_of<std::optional<DepartmentId>>(row[3]));
}

GroupAccess to_group(Reader& reader, const Viewer& viewer, GroupId group) {
    const auto rows = reader.query(reader.writing() ? lock_group_access : select_group_access, group, viewer.person);
    if (rows.empty()) throw Refusal{ErrorCode::not_found, "group"};
    return Maker::group(group, value_of<GroupRole>(rows[0][0]));
}

TabAccess to_tab(Reader& reader, const Viewer& viewer, TabId tab) {
    const auto rows = reader.query(reader.writing() ? lock_tab_access : select_tab_access, tab, viewer.person);
    auto proof = rows.empty() ? std::nullopt : prove(rows[0], viewer);
    if (!proof) throw Refusal{ErrorCode::not_found, "tab"};
    return std::move(*proof);
}

ReadableTabs to_tabs(Reader& reader, const Viewer& viewer, const GroupAccess& group) {
    return prove_all(reader, viewer, group.group());
}

ReadableTabs to_all_tabs(Reader& reader, const Viewer& viewer) {
    return prove_all(reader, viewer, std::nullopt);
}

StreamAccess to_stream(Reader& reader, const Viewer& viewer, const std::string& stream) {
    const auto [kind, number] = parse_stream(stream);
    if (kind == "user" && viewer.person == PersonId{number}) return Maker::stream(stream);
    if (kind == "group" && to_group(reader, viewer, GroupId{number}).full_member()) return Maker::stream(stream);
    if (kind == "tab" && to_tab(reader, viewer, TabId{number}).stream() == stream) return Maker::stream(stream);
    throw Refusal{ErrorCode::not_found, "stream"};
}

SystemAccess as_system(std::string reason) {
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
