#include "storage/feeds.hpp"

#include "storage/read_posts.hpp"

namespace plein::storage {

namespace {

#define PLEIN_NEWEST_FIRST "post.published_at DESC, post.id DESC"

// Newest first. Keyset on (published_at, id): stable while people post, right for held and imported posts.
const NamedSql select_tab_feed{"select_tab_feed", PLEIN_READ_POSTS("SELECT " PLEIN_POST_COLUMNS R"sql(
      FROM posts
     WHERE tab_id = $1 AND state = 'visible' AND (published_at, id) < ($2, $3::bigint)
     ORDER BY published_at DESC, id DESC
     LIMIT $4)sql",
                                                                   PLEIN_NEWEST_FIRST)};

// Takes the newest of each tab from posts_feed and merges: the cost grows with the tabs, never with the
// posts.
const NamedSql select_tabs_feed{"select_tabs_feed", PLEIN_READ_POSTS(R"sql(
    SELECT post.*
      FROM unnest($1::bigint[]) AS tab (id)
     CROSS JOIN LATERAL (
            SELECT )sql" PLEIN_POST_COLUMNS R"sql(
              FROM posts
             WHERE tab_id = tab.id AND state = 'visible' AND (published_at, id) < ($2, $3::bigint)
             ORDER BY published_at DESC, id DESC
             LIMIT $4) AS post
     ORDER BY post.published_at DESC, post.id DESC
     LIMIT $4)sql",
                                                                     PLEIN_NEWEST_FIRST)};

// Home: the newest of each tab, merged, as above; what is unread, or what is not. $5 is the viewer. Of each tab at most $6
// posts before the place ($7, $8) are taken, and of all those the page is what lies before ($2, $3).
#define PLEIN_HOME_FEED(WHICH)                                                                           \
    PLEIN_READ_POSTS(                                                                                    \
        "SELECT post.* "                                                                                 \
        "  FROM unnest($1::bigint[]) AS tab (id) "                                                       \
        "  LEFT JOIN readings ON readings.person_id = $5 AND readings.tab_id = tab.id "                  \
        " CROSS JOIN LATERAL ( "                                                                         \
        "        SELECT " PLEIN_POST_COLUMNS                                                             \
        "          FROM posts "                                                                          \
        "         WHERE tab_id = tab.id AND state = 'visible' AND (published_at, id) < ($7, $8::bigint)" \
        "           AND " WHICH                                                                          \
        "         ORDER BY published_at DESC, id DESC "                                                  \
        "         LIMIT $6) AS post "                                                                    \
        " WHERE (post.published_at, post.id) < ($2, $3::bigint) "                                        \
        " ORDER BY post.published_at DESC, post.id DESC "                                                \
        " LIMIT $4",                                                                                     \
        PLEIN_NEWEST_FIRST)
#define PLEIN_IS_UNREAD "author_id <> $5 AND published_at > coalesce(readings.read_until, '-infinity')"
// Up to where one has read; in a tab where nothing by others came since, to its end, for there the rest is one's own.
#define PLEIN_IS_READ                                                                         \
    "published_at <= (SELECT CASE WHEN EXISTS ( "                                             \
    "    SELECT FROM posts AS newer "                                                         \
    "     WHERE newer.tab_id = tab.id AND newer.state = 'visible' AND newer.author_id <> $5 " \
    "       AND newer.published_at > coalesce(readings.read_until, '-infinity')) "            \
    "  THEN coalesce(readings.read_until, '-infinity') ELSE 'infinity' END)"

const NamedSql select_home_unread{"select_home_unread", PLEIN_HOME_FEED(PLEIN_IS_UNREAD)};
const NamedSql select_home_read{"select_home_read", PLEIN_HOME_FEED(PLEIN_IS_READ)};
// From one side: posts_feed_of_side has nothing else.
const NamedSql select_home_unread_of_side{"select_home_unread_of_side",
                                          PLEIN_HOME_FEED("side = $9 AND " PLEIN_IS_UNREAD)};
const NamedSql select_home_read_of_side{"select_home_read_of_side",
                                        PLEIN_HOME_FEED("side = $9 AND " PLEIN_IS_READ)};

}  // namespace

std::vector<ReadPost> select_feed(Reader& reader, const TabAccess& tab, const std::optional<FeedKey>& before,
                                  std::int64_t limit) {
    const FeedKey key = before.value_or(top_of_feed);
    return read_posts(reader.query(select_tab_feed, tab.tab().id, key.published_at, key.post, limit));
}

std::vector<ReadPost> select_feed(Reader& reader, const ReadableTabs& tabs,
                                  const std::optional<FeedKey>& before, std::int64_t limit) {
    const FeedKey key = before.value_or(top_of_feed);
    return read_posts(reader.query(select_tabs_feed, tabs.ids(), key.published_at, key.post, limit));
}

std::vector<ReadPost> select_home_feed(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                       const HomePart& part, const std::optional<std::int64_t>& per_tab,
                                       const std::optional<FeedKey>& before, std::int64_t limit) {
    const FeedKey key = before.value_or(top_of_feed);
    // The newest of a tab are counted from its end, also on a later page.
    const FeedKey from = per_tab ? top_of_feed : key;
    const auto rows = [&](const NamedSql& sql, const auto&... side) {
        return read_posts(reader.query(sql, tabs.ids(), key.published_at, key.post, limit, viewer.person,
                                       per_tab.value_or(limit), from.published_at, from.post, side...));
    };
    if (part.side)
        return rows(part.unread ? select_home_unread_of_side : select_home_read_of_side, *part.side);
    return rows(part.unread ? select_home_unread : select_home_read);
}

}  // namespace plein::storage
