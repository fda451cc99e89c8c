#include "storage/invitation_links.hpp"

namespace plein::storage {

namespace {

// In the order of `InvitationLink`.
#define PLEIN_LINK_COLUMNS "id, group_id, maker_id, created_at, expires_at, used, uses"

const NamedSql select_links_sql{"select_links", "SELECT " PLEIN_LINK_COLUMNS R"sql(
      FROM invitation_links
     WHERE group_id = $1 AND expires_at > now() AND used < uses
     ORDER BY id DESC
     LIMIT 20)sql"};

const NamedSql select_open_link_count_sql{"select_open_link_count", R"sql(
    SELECT count(*) FROM invitation_links WHERE group_id = $1 AND expires_at > now() AND used < uses)sql"};

const NamedSql insert_link_sql{"insert_link", R"sql(
    INSERT INTO invitation_links (group_id, maker_id, token_hash, created_at, expires_at, uses)
    VALUES ($1, $2, $3, $4, $4::timestamptz + make_interval(days => $5), $6)
 RETURNING )sql" PLEIN_LINK_COLUMNS};

const NamedSql update_link_token_sql{"update_link_token", R"sql(
    UPDATE invitation_links SET token_hash = $3
     WHERE group_id = $1 AND id = $2
 RETURNING )sql" PLEIN_LINK_COLUMNS};

const NamedSql delete_link_sql{"delete_link", R"sql(
    DELETE FROM invitation_links WHERE group_id = $1 AND id = $2)sql"};

const NamedSql delete_links_sql{"delete_links", R"sql(
    DELETE FROM invitation_links WHERE group_id = $1)sql"};

const NamedSql select_purpose_sql{"select_purpose", R"sql(
    SELECT purpose FROM groups WHERE id = $1)sql"};

// The row's lock and this condition let in as many as the link says, whatever else holds.
const NamedSql update_link_used_sql{"update_link_used", R"sql(
    UPDATE invitation_links SET used = used + 1
     WHERE token_hash = $1 AND expires_at > now() AND used < uses)sql"};

}  // namespace

std::vector<InvitationLink> select_links(Reader& reader, const GroupAccess& access) {
    return rows_as<InvitationLink>(reader.query(select_links_sql, access.group()));
}

std::int64_t select_open_link_count(Reader& reader, const GroupAccess& access) {
    return value_of<std::int64_t>(reader.query(select_open_link_count_sql, access.group())[0][0]);
}

InvitationLink insert_link(Transaction& tx, const GroupAccess& access, const Viewer& maker,
                           const std::string& token_hash, std::int32_t days, std::int32_t uses) {
    return row_as<InvitationLink>(
        tx.query(insert_link_sql, access.group(), maker.person, token_hash, tx.now(), days, uses)[0]);
}

std::optional<InvitationLink> update_link_token(Transaction& tx, const GroupAccess& access, LinkId link,
                                                const std::string& token_hash) {
    const auto rows = tx.query(update_link_token_sql, access.group(), link, token_hash);
    if (rows.empty()) return std::nullopt;
    return row_as<InvitationLink>(rows[0]);
}

void delete_link(Transaction& tx, const GroupAccess& access, LinkId link) {
    tx.query(delete_link_sql, access.group(), link);
}

void delete_links(Transaction& tx, const GroupAccess& access) { tx.query(delete_links_sql, access.group()); }

std::string select_purpose(Reader& reader, const LinkAccess& link) {
    return value_of<std::string>(reader.query(select_purpose_sql, link.group())[0][0]);
}

bool update_link_used(Transaction& tx, const LinkAccess&, const std::string& token_hash) {
    return tx.query(update_link_used_sql, token_hash).affected_rows() > 0;
}

}  // namespace plein::storage
