#include "storage/drafts.hpp"

namespace plein::storage {

namespace {

#define PLEIN_DRAFT_COLUMNS "tab_id, version, content, saved_at "

const NamedSql select_drafts_sql{"select_drafts", "SELECT " PLEIN_DRAFT_COLUMNS R"sql(
      FROM drafts
     WHERE person_id = $1 AND tab_id = ANY($2::bigint[])
     ORDER BY saved_at DESC, tab_id)sql"};

// FOR UPDATE: of two devices the second finds what the first has kept.
const NamedSql lock_draft_sql{"lock_draft", "SELECT " PLEIN_DRAFT_COLUMNS R"sql(
      FROM drafts
     WHERE person_id = $1 AND tab_id = $2
       FOR UPDATE)sql"};

const NamedSql insert_draft_sql{"insert_draft", R"sql(
    INSERT INTO drafts (person_id, tab_id, content, saved_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING
 RETURNING )sql" PLEIN_DRAFT_COLUMNS};

const NamedSql update_draft_sql{"update_draft", R"sql(
    UPDATE drafts
       SET version = DEFAULT, content = $3, saved_at = $4
     WHERE person_id = $1 AND tab_id = $2
 RETURNING )sql" PLEIN_DRAFT_COLUMNS};

const NamedSql delete_draft_sql{"delete_draft", R"sql(
    DELETE FROM drafts WHERE person_id = $1 AND tab_id = $2 AND ($3::bigint IS NULL OR version = $3))sql"};

const NamedSql has_draft_sql{"has_draft", R"sql(
    SELECT FROM drafts WHERE person_id = $1 AND tab_id = $2)sql"};

const NamedSql delete_oldest_drafts_sql{"delete_oldest_drafts", R"sql(
    DELETE FROM drafts
     WHERE person_id = $1
       AND tab_id IN (SELECT tab_id
                        FROM (SELECT tab_id, row_number() OVER newest AS place,
                                     sum(octet_length(content)) OVER newest AS bytes
                                FROM drafts
                               WHERE person_id = $1
                              WINDOW newest AS (ORDER BY saved_at DESC, tab_id)) AS kept
                       WHERE place > $2 OR bytes > $3)
 RETURNING tab_id)sql"};

const NamedSql delete_old_drafts_sql{"delete_old_drafts", R"sql(
    DELETE FROM drafts
     WHERE (person_id, tab_id) IN (SELECT person_id, tab_id FROM drafts
                                    WHERE saved_at < now() - make_interval(days => $1)
                                    LIMIT $2
                                      FOR UPDATE SKIP LOCKED)
 RETURNING person_id, tab_id)sql"};

}  // namespace

std::vector<Draft> select_drafts(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs) {
    return rows_as<Draft>(reader.query(select_drafts_sql, viewer.person, tabs.ids()));
}

std::optional<Draft> select_draft(Transaction& tx, const Viewer& viewer, const TabAccess& tab) {
    const auto rows = tx.query(lock_draft_sql, viewer.person, tab.tab().id);
    if (rows.empty()) return std::nullopt;
    return row_as<Draft>(rows[0]);
}

std::optional<Draft> insert_draft(Transaction& tx, const Viewer& viewer, const TabAccess& tab,
                                  const std::string& content) {
    const auto rows = tx.query(insert_draft_sql, viewer.person, tab.tab().id, content, tx.now());
    if (rows.empty()) return std::nullopt;
    return row_as<Draft>(rows[0]);
}

Draft update_draft(Transaction& tx, const Viewer& viewer, const TabAccess& tab, const std::string& content) {
    return row_as<Draft>(tx.query(update_draft_sql, viewer.person, tab.tab().id, content, tx.now())[0]);
}

bool delete_draft(Transaction& tx, const Viewer& viewer, TabId tab,
                  const std::optional<std::int64_t>& version) {
    return tx.query(delete_draft_sql, viewer.person, tab, version).affected_rows() > 0;
}

bool has_draft(Transaction& tx, const Viewer& viewer, TabId tab) {
    return !tx.query(has_draft_sql, viewer.person, tab).empty();
}

std::vector<TabId> delete_oldest_drafts(Transaction& tx, const Viewer& viewer, std::int64_t kept,
                                        std::int64_t bytes) {
    return values_of<TabId>(tx.query(delete_oldest_drafts_sql, viewer.person, kept, bytes));
}

std::vector<OldDraft> delete_old_drafts(Transaction& tx, const SystemAccess&, int days, std::int64_t limit) {
    return rows_as<OldDraft>(tx.query(delete_old_drafts_sql, days, limit));
}

}  // namespace plein::storage
