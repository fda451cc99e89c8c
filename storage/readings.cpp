#include "storage/readings.hpp"

#include "protocol/envelope.hpp"

namespace plein::storage {

namespace {

// One count a tab, each stopping at 100 and served by posts_feed: 200 tabs cost one query. The stream's head is of the
// same moment as the count, since it is of the same statement.
const NamedSql select_readings_sql{"select_readings", R"sql(
    SELECT tab.id, coalesce(readings.version, 0), readings.read_until,
           (SELECT count(*)::int
              FROM (SELECT FROM posts
                     WHERE tab_id = tab.id AND state = 'visible' AND author_id <> $1
                       AND published_at > coalesce(readings.read_until, '-infinity')
                     LIMIT 100) AS unread),
           readings.following, coalesce(readings.every_post, false), coalesce(streams.seq, 0)
      FROM unnest($2::bigint[], string_to_array($3, ',')) WITH ORDINALITY AS tab (id, stream, position)
      LEFT JOIN readings ON readings.tab_id = tab.id AND readings.person_id = $1
      LEFT JOIN streams ON streams.name = tab.stream
     ORDER BY tab.position)sql"};

const NamedSql update_reading_sql{"update_reading", R"sql(
    INSERT INTO readings (person_id, tab_id, read_until) VALUES ($1, $2, $3)
        ON CONFLICT (person_id, tab_id) DO UPDATE
       SET read_until = excluded.read_until, version = readings.version + 1
     WHERE readings.read_until IS NULL OR readings.read_until < excluded.read_until)sql"};

const NamedSql update_reading_back_sql{"update_reading_back", R"sql(
    UPDATE readings
       SET read_until = $4, version = version + 1
     WHERE person_id = $1 AND tab_id = $2 AND version = $3
       AND read_until > coalesce($4::timestamptz, '-infinity'))sql"};

const NamedSql update_following_sql{"update_following", R"sql(
    INSERT INTO readings (person_id, tab_id, following, every_post) VALUES ($1, $2, $3, coalesce($4, false))
        ON CONFLICT (person_id, tab_id) DO UPDATE
       SET following = excluded.following, every_post = coalesce($4, readings.every_post),
           version = readings.version + 1
     WHERE readings.following IS DISTINCT FROM excluded.following
        OR readings.every_post <> coalesce($4, readings.every_post))sql"};

// In the order of tabs: two devices that do it at once wait for each other.
const NamedSql update_followings_sql{"update_followings", R"sql(
    INSERT INTO readings (person_id, tab_id, following, every_post)
    SELECT $1, tab.id, $3, $4 FROM unnest($2::bigint[]) AS tab (id) ORDER BY tab.id
        ON CONFLICT (person_id, tab_id) DO UPDATE
       SET following = excluded.following, every_post = excluded.every_post, version = readings.version + 1
     WHERE readings.following IS DISTINCT FROM excluded.following
        OR readings.every_post <> excluded.every_post
 RETURNING tab_id)sql"};

Reading read_reading(Reader& reader, const pqxx::row& row, const TabAccess& tab) {
    Reading reading;
    reading.tab = value_of<TabId>(row[0]);
    reading.version = value_of<std::int64_t>(row[1]);
    reading.read_until = value_of<std::optional<Timestamp>>(row[2]);
    reading.unread = value_of<std::int32_t>(row[3]);
    reading.following = value_of<std::optional<Following>>(row[4]).value_or(tab.default_following());
    reading.every_post = value_of<bool>(row[5]);
    const auto seq = value_of<std::int64_t>(row[6]);
    reading.counted = {tab.stream(), Cursor{reader.generation(), seq}.to_string()};
    return reading;
}

/// As the statement takes them: a stream's name has no comma.
std::string streams_of(const std::vector<TabAccess>& tabs) {
    std::string names;
    for (const TabAccess& tab : tabs)
        names += (names.empty() ? "" : ",") + tab.stream();
    return names;
}

}  // namespace

std::vector<Reading> select_readings(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs) {
    const auto rows = reader.query(select_readings_sql, viewer.person, tabs.ids(), streams_of(tabs.tabs()));
    std::vector<Reading> readings;
    for (const auto& row : rows)
        readings.push_back(read_reading(reader, row, tabs.tabs()[readings.size()]));
    return readings;
}

Reading select_reading(Reader& reader, const Viewer& viewer, const TabAccess& tab) {
    const std::vector<TabId> one{tab.tab().id};
    return read_reading(reader, reader.query(select_readings_sql, viewer.person, one, tab.stream())[0], tab);
}

bool update_reading(Transaction& tx, const Viewer& viewer, const TabAccess& tab, Timestamp read_until) {
    return tx.query(update_reading_sql, viewer.person, tab.tab().id, read_until).affected_rows() > 0;
}

bool update_reading_back(Transaction& tx, const Viewer& viewer, const TabAccess& tab,
                         const EarlierReading& earlier) {
    return tx.query(update_reading_back_sql, viewer.person, tab.tab().id, earlier.version, earlier.read_until)
               .affected_rows() > 0;
}

bool update_following(Transaction& tx, const Viewer& viewer, const TabAccess& tab,
                      const SetFollowing& wanted) {
    return tx.query(update_following_sql, viewer.person, tab.tab().id, wanted.following, wanted.every_post)
               .affected_rows() > 0;
}

std::vector<TabId> update_followings(Transaction& tx, const Viewer& viewer, const ReadableTabs& tabs,
                                     const SetGroupFollowing& wanted) {
    std::vector<TabId> changed;
    for (const auto& row :
         tx.query(update_followings_sql, viewer.person, tabs.ids(), wanted.following, wanted.every_post))
        changed.push_back(value_of<TabId>(row[0]));
    return changed;
}

}  // namespace plein::storage
