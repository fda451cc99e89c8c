#include "storage/topics.hpp"

namespace plein::storage {

namespace {

// The newest of each tab, along post_topics_of_tab: the cost has a bound, however much was written.
const NamedSql select_topics_sql{"select_topics", R"sql(
    SELECT (array_agg(latest.written ORDER BY latest.published_at DESC, latest.post_id DESC))[1], count(*)::int
      FROM unnest($1::bigint[]) AS tab (id)
     CROSS JOIN LATERAL (
            SELECT topic, written, published_at, post_id
              FROM post_topics
             WHERE tab_id = tab.id
             ORDER BY published_at DESC, post_id DESC
             LIMIT $3) AS latest
     WHERE starts_with(latest.topic, $2)
     GROUP BY latest.topic
     ORDER BY count(*) DESC, latest.topic
     LIMIT $4)sql"};

}  // namespace

std::vector<TopicChoice> select_topics(Reader& reader, const ReadableTabs& tabs, const std::string& begun,
                                       std::int64_t looked_at, std::int64_t limit) {
    return rows_as<TopicChoice>(reader.query(select_topics_sql, tabs.ids(), begun, looked_at, limit));
}

}  // namespace plein::storage
