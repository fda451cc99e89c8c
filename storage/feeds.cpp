#include "storage/feeds.hpp"

#include "storage/read_posts.hpp"

namespace plein::storage {

namespace {

#define PLEIN_NEWEST_FIRST "post.published_at DESC, post.id DESC"

// Newest first. Keyset on (published_at, id): stable while people post, right for held and imported posts.
#define PLEIN_TAB_FEED(WHICH)                                                                       \
    PLEIN_READ_POSTS(                                                                               \
        "SELECT " PLEIN_POST_COLUMNS                                                                \
        "  FROM posts "                                                                             \
        " WHERE tab_id = $1 AND state = 'visible' AND (published_at, id) < ($2, $3::bigint) " WHICH \
        " ORDER BY published_at DESC, id DESC "                                                     \
        " LIMIT $4",                                                                                \
        PLEIN_NEWEST_FIRST)
const NamedSql select_tab_feed{"select_tab_feed", PLEIN_TAB_FEED("")};
// Of one mark: posts_feed_of_mark has nothing else.
const NamedSql select_tab_feed_of_mark{"select_tab_feed_of_mark", PLEIN_TAB_FEED("AND mark = $5")};

// Takes the newest of each tab from posts_feed and merges: the cost grows with the tabs, never with the
// posts.
#define PLEIN_TABS_FEED(WHICH)                                                                \
    PLEIN_READ_POSTS(                                                                         \
        "SELECT post.* "                                                                      \
        "  FROM unnest($1::bigint[]) AS tab (id) "                                            \
        " CROSS JOIN LATERAL ( "                                                              \
        "        SELECT " PLEIN_POST_COLUMNS                                                  \
        "          FROM posts "                                                               \
        "         WHERE tab_id = tab.id AND state = 'visible' AND (published_at, id) < ($2, " \
        "$3::bigint) " WHICH                                                                  \
        "         ORDER BY published_at DESC, id DESC "                                       \
        "         LIMIT $4) AS post "                                                         \
        " ORDER BY post.published_at DESC, post.id DESC "                                     \
        " LIMIT $4",                                                                          \
        PLEIN_NEWEST_FIRST)
const NamedSql select_tabs_feed{"select_tabs_feed", PLEIN_TABS_FEED("")};
const NamedSql select_tabs_feed_of_mark{"select_tabs_feed_of_mark", PLEIN_TABS_FEED("AND mark = $5")};

// In the order of activity: of each tab those that people talked about last, from threads_in_order (OFFSET 0: not from all of
// the tab's posts), beside those that nobody has talked about. Of the latter only what came later than the last of the former
// can be on the page, and that is as much as a page holds, and what was on the pages before.
#define PLEIN_ACTIVE_FEED(WHICH)                                                                         \
    PLEIN_READ_POSTS(                                                                                    \
        "SELECT post.* "                                                                                 \
        "  FROM unnest($1::bigint[]) AS tab (id) "                                                       \
        " CROSS JOIN LATERAL ( "                                                                         \
        "        WITH talked_about AS ( "                                                                \
        "            SELECT posts.*, threads.active_at "                                                 \
        "              FROM threads "                                                                    \
        "             CROSS JOIN LATERAL ( "                                                             \
        "                    SELECT " PLEIN_POST_COLUMNS                                                 \
        "                      FROM posts WHERE posts.id = threads.post_id OFFSET 0) AS posts "          \
        "             WHERE threads.tab_id = tab.id AND threads.active_at IS NOT NULL "                  \
        "               AND (threads.active_at, threads.post_id) < ($2, $3::bigint) "                    \
        "               AND posts.tab_id = tab.id AND posts.state = 'visible' " WHICH                    \
        "             ORDER BY threads.active_at DESC, threads.post_id DESC "                            \
        "             LIMIT $4 "                                                                         \
        "        ), quiet AS ( "                                                                         \
        "            SELECT " PLEIN_POST_COLUMNS                                                         \
        "                 , posts.published_at AS active_at "                                            \
        "              FROM posts "                                                                      \
        "             WHERE posts.tab_id = tab.id AND posts.state = 'visible' " WHICH                    \
        "               AND (posts.published_at, posts.id) < ($2, $3::bigint) "                          \
        "               AND posts.published_at >= (SELECT CASE WHEN count(*) = $4 THEN min(active_at) "  \
        "                                                      ELSE '-infinity' END FROM talked_about) " \
        "               AND NOT EXISTS (SELECT FROM threads "                                            \
        "                                WHERE threads.post_id = posts.id AND threads.active_at IS NOT " \
        "NULL) "                                                                                         \
        "             ORDER BY posts.published_at DESC, posts.id DESC "                                  \
        "             LIMIT $4) "                                                                        \
        "        SELECT * FROM talked_about UNION ALL SELECT * FROM quiet) AS post "                     \
        " ORDER BY post.active_at DESC, post.id DESC "                                                   \
        " LIMIT $4",                                                                                     \
        "post.active_at DESC, post.id DESC")
const NamedSql select_active_feed_sql{"select_active_feed", PLEIN_ACTIVE_FEED("")};
const NamedSql select_active_feed_of_mark{"select_active_feed_of_mark",
                                          PLEIN_ACTIVE_FEED("AND posts.mark = $5 ")};

// Of a topic: the newest of each tab from post_topics_feed, merged, as above. The posts themselves are looked up one by one
// (OFFSET 0), never all of a tab.
const NamedSql select_topic_feed_sql{
    "select_topic_feed",
    PLEIN_READ_POSTS("SELECT post.* "
                     "  FROM unnest($1::bigint[]) AS tab (id) "
                     " CROSS JOIN LATERAL ( "
                     "        SELECT posts.* "
                     "          FROM post_topics "
                     "         CROSS JOIN LATERAL ( "
                     "                SELECT " PLEIN_POST_COLUMNS
                     "                  FROM posts WHERE posts.id = post_topics.post_id OFFSET 0) AS posts "
                     "         WHERE post_topics.topic = $5 AND post_topics.tab_id = tab.id "
                     "           AND (post_topics.published_at, post_topics.post_id) < ($2, $3::bigint) "
                     "           AND posts.tab_id = tab.id AND posts.state = 'visible' "
                     "         ORDER BY post_topics.published_at DESC, post_topics.post_id DESC "
                     "         LIMIT $4) AS post "
                     " ORDER BY post.published_at DESC, post.id DESC "
                     " LIMIT $4",
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
// From one side: posts_feed_of_side has nothing else. Of one mark: posts_feed_of_mark. Of both, what one of them has is
// looked through.
#define PLEIN_OF_SIDE "side = $9 AND "
#define PLEIN_OF_MARK "mark = $9 AND "
#define PLEIN_OF_SIDE_AND_MARK "side = $9 AND mark = $10 AND "
const NamedSql select_home_unread_of_side{"select_home_unread_of_side",
                                          PLEIN_HOME_FEED(PLEIN_OF_SIDE PLEIN_IS_UNREAD)};
const NamedSql select_home_read_of_side{"select_home_read_of_side",
                                        PLEIN_HOME_FEED(PLEIN_OF_SIDE PLEIN_IS_READ)};
const NamedSql select_home_unread_of_mark{"select_home_unread_of_mark",
                                          PLEIN_HOME_FEED(PLEIN_OF_MARK PLEIN_IS_UNREAD)};
const NamedSql select_home_read_of_mark{"select_home_read_of_mark",
                                        PLEIN_HOME_FEED(PLEIN_OF_MARK PLEIN_IS_READ)};
const NamedSql select_home_unread_of_side_and_mark{"select_home_unread_of_side_and_mark",
                                                   PLEIN_HOME_FEED(PLEIN_OF_SIDE_AND_MARK PLEIN_IS_UNREAD)};
const NamedSql select_home_read_of_side_and_mark{"select_home_read_of_side_and_mark",
                                                 PLEIN_HOME_FEED(PLEIN_OF_SIDE_AND_MARK PLEIN_IS_READ)};

}  // namespace

std::vector<ReadPost> select_feed(Reader& reader, const TabAccess& tab, std::optional<Mark> mark,
                                  const std::optional<FeedKey>& before, std::int64_t limit) {
    const auto [at, post] = before.value_or(top_of_feed);
    const TabId id = tab.tab().id;
    return read_posts(mark ? reader.query(select_tab_feed_of_mark, id, at, post, limit, *mark)
                           : reader.query(select_tab_feed, id, at, post, limit));
}

std::vector<ReadPost> select_feed(Reader& reader, const ReadableTabs& tabs, std::optional<Mark> mark,
                                  const std::optional<FeedKey>& before, std::int64_t limit) {
    const auto [at, post] = before.value_or(top_of_feed);
    return read_posts(mark ? reader.query(select_tabs_feed_of_mark, tabs.ids(), at, post, limit, *mark)
                           : reader.query(select_tabs_feed, tabs.ids(), at, post, limit));
}

std::vector<ReadPost> select_active_feed(Reader& reader, const ReadableTabs& tabs, std::optional<Mark> mark,
                                         const std::optional<FeedKey>& before, std::int64_t limit) {
    const auto [at, post] = before.value_or(top_of_feed);
    return read_posts(mark ? reader.query(select_active_feed_of_mark, tabs.ids(), at, post, limit, *mark)
                           : reader.query(select_active_feed_sql, tabs.ids(), at, post, limit));
}

Timestamp active_at(const ReadPost& post) { return post.thread.active_at.value_or(post.post.published_at); }

std::vector<ReadPost> select_topic_feed(Reader& reader, const ReadableTabs& tabs, const std::string& topic,
                                        const std::optional<FeedKey>& before, std::int64_t limit) {
    const auto [at, post] = before.value_or(top_of_feed);
    return read_posts(reader.query(select_topic_feed_sql, tabs.ids(), at, post, limit, topic));
}

std::vector<ReadPost> select_home_feed(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                       const HomePart& part, const std::optional<std::int64_t>& per_tab,
                                       const std::optional<FeedKey>& before, std::int64_t limit) {
    const FeedKey key = before.value_or(top_of_feed);
    // The newest of a tab are counted from its end, also on a later page.
    const FeedKey from = per_tab ? top_of_feed : key;
    const auto rows = [&](const NamedSql& unread, const NamedSql& read, const auto&... narrowed) {
        return read_posts(reader.query(part.unread ? unread : read, tabs.ids(), key.at, key.post, limit,
                                       viewer.person, per_tab.value_or(limit), from.at, from.post,
                                       narrowed...));
    };
    if (part.side && part.mark)
        return rows(select_home_unread_of_side_and_mark, select_home_read_of_side_and_mark, *part.side,
                    *part.mark);
    if (part.side) return rows(select_home_unread_of_side, select_home_read_of_side, *part.side);
    if (part.mark) return rows(select_home_unread_of_mark, select_home_read_of_mark, *part.mark);
    return rows(select_home_unread, select_home_read);
}

}  // namespace plein::storage
