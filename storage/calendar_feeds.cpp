#include "storage/calendar_feeds.hpp"

namespace plein::storage {

namespace {

const NamedSql select_calendar_feed_sql{"select_calendar_feed", R"sql(
    SELECT since FROM calendar_feeds WHERE person_id = $1)sql"};

const NamedSql upsert_calendar_feed_sql{"upsert_calendar_feed", R"sql(
    INSERT INTO calendar_feeds (person_id, token_hash, since) VALUES ($1, $2, $3)
        ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, since = excluded.since)sql"};

const NamedSql delete_calendar_feed_sql{"delete_calendar_feed", R"sql(
    DELETE FROM calendar_feeds WHERE person_id = $1)sql"};

}  // namespace

CalendarFeed select_calendar_feed(Reader& reader, const Viewer& viewer) {
    const auto rows = reader.query(select_calendar_feed_sql, viewer.person);
    return rows.empty() ? CalendarFeed{} : row_as<CalendarFeed>(rows[0]);
}

void upsert_calendar_feed(Transaction& tx, const Viewer& viewer, const std::string& token_hash) {
    tx.query(upsert_calendar_feed_sql, viewer.person, token_hash, tx.now());
}

void delete_calendar_feed(Transaction& tx, const Viewer& viewer) {
    tx.query(delete_calendar_feed_sql, viewer.person);
}

}  // namespace plein::storage
