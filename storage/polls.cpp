#include "storage/polls.hpp"

#include "protocol/json_writer.hpp"
#include "storage/poll_columns.hpp"

#include <map>

namespace plein::storage {

namespace {

// Arrays of arrays would all have to be of one length: the options of each come as JSON.
const NamedSql insert_polls_sql{"insert_polls", R"sql(
    INSERT INTO polls (post_id, options, votes, multiple, anonymous, closes_at)
    SELECT post_id, words, array_fill(0, ARRAY[cardinality(words)]), multiple, anonymous, closes_at
      FROM unnest($1::bigint[], $2::text[], $3::boolean[], $4::boolean[], $5::timestamptz[])
           AS asked (post_id, options, multiple, anonymous, closes_at)
     CROSS JOIN LATERAL (SELECT ARRAY(SELECT json_array_elements_text(options::json))) AS read (words)
 RETURNING )sql" PLEIN_POLL_COLUMNS ", polls.post_id"};

#define PLEIN_SELECT_POLL                       \
    "SELECT " PLEIN_POLL_COLUMNS                \
    "  FROM polls "                             \
    "  JOIN posts ON posts.id = polls.post_id " \
    " WHERE polls.post_id = $2 AND posts.tab_id = $1 "

const NamedSql select_poll_sql{"select_poll", PLEIN_SELECT_POLL};

// FOR NO KEY UPDATE: two who vote wait for each other, and for who closes it.
const NamedSql lock_poll_sql{"lock_poll", PLEIN_SELECT_POLL "FOR NO KEY UPDATE OF polls"};

const NamedSql select_vote_sql{"select_vote", R"sql(
    SELECT coalesce(options, '{}') FROM votes WHERE post_id = $1 AND person_id = $2)sql"};

// Places count from 0, PostgreSQL from 1.
#define PLEIN_COUNT_AGAIN(AFTER, BEFORE)                                       \
    "ARRAY(SELECT count + (place - 1 = ANY(" AFTER                             \
    "))::integer "                                                             \
    "                   - (place - 1 = ANY(coalesce(" BEFORE                   \
    ", '{}')))::integer "                                                      \
    "        FROM unnest(polls.votes) WITH ORDINALITY AS each (count, place) " \
    "       ORDER BY place)"

// The version of an anonymous poll would tell how many voted since one looked.
const NamedSql upsert_vote_sql{"upsert_vote", R"sql(
    WITH before AS (
        SELECT options FROM votes WHERE post_id = $1 AND person_id = $2
    ), kept AS (
        INSERT INTO votes (post_id, person_id, options)
        SELECT $1, $2, CASE WHEN anonymous THEN NULL ELSE $3::integer[] END FROM polls WHERE post_id = $1
            ON CONFLICT (post_id, person_id) DO UPDATE SET options = excluded.options)
    UPDATE polls
       SET version = version + (NOT anonymous)::integer,
           voters = voters + (NOT EXISTS (SELECT FROM before))::integer,
           votes = )sql" PLEIN_COUNT_AGAIN("$3::integer[]", "(SELECT options FROM before)") R"sql(
     WHERE post_id = $1
 RETURNING )sql" PLEIN_POLL_COLUMNS};

const NamedSql delete_vote_sql{"delete_vote", R"sql(
    WITH before AS (DELETE FROM votes WHERE post_id = $1 AND person_id = $2 RETURNING options)
    UPDATE polls
       SET version = version + 1, voters = voters - 1,
           votes = )sql" PLEIN_COUNT_AGAIN("'{}'::integer[]", "(SELECT options FROM before)") R"sql(
     WHERE post_id = $1
 RETURNING )sql" PLEIN_POLL_COLUMNS};

const NamedSql select_votes_sql{"select_votes", R"sql(
    SELECT votes.person_id, votes.options
      FROM polls
      JOIN votes ON votes.post_id = polls.post_id
     WHERE polls.post_id = $1 AND NOT polls.anonymous
     ORDER BY votes.person_id
     LIMIT $2)sql"};

#define PLEIN_UPDATE_POLL(COLUMN)                                                   \
    "UPDATE polls SET " COLUMN                                                      \
    " = $3, version = polls.version + 1 "                                           \
    "  FROM posts "                                                                 \
    " WHERE polls.post_id = $2 AND posts.id = polls.post_id AND posts.tab_id = $1 " \
    "RETURNING " PLEIN_POLL_COLUMNS

const NamedSql update_closed_sql{"update_closed_poll", PLEIN_UPDATE_POLL("closed_at")};
const NamedSql update_closes_at_sql{"update_closes_at", PLEIN_UPDATE_POLL("closes_at")};

const NamedSql close_due_polls_sql{"close_due_polls", R"sql(
    UPDATE polls
       SET closed_at = closes_at, version = version + 1
     WHERE post_id IN (SELECT due.post_id
                         FROM polls AS due
                         JOIN posts ON posts.id = due.post_id
                        WHERE due.closed_at IS NULL AND due.closes_at <= $1 AND posts.state = 'visible'
                        ORDER BY due.closes_at
                        LIMIT $2
                          FOR NO KEY UPDATE OF due SKIP LOCKED)
 RETURNING )sql" PLEIN_POLL_COLUMNS ", post_id"};

}  // namespace

std::vector<ReadPoll> insert_polls(Transaction& tx, const std::vector<AskedPoll>& polls) {
    const auto column = [&](auto value) { return column_of(polls, value); };
    const auto rows = tx.query(insert_polls_sql, column(&AskedPoll::post),
                               column([](const AskedPoll& each) { return to_json(each.poll->options); }),
                               column([](const AskedPoll& each) { return each.poll->multiple; }),
                               column([](const AskedPoll& each) { return each.poll->anonymous; }),
                               column([](const AskedPoll& each) { return each.poll->closes_at; }));
    std::map<PostId, ReadPoll> made;
    for (const auto& row : rows)
        made.emplace(value_of<PostId>(row.back()), row_as<ReadPoll>(row));
    return column([&](const AskedPoll& each) { return made.at(each.post); });
}

std::optional<ReadPoll> select_poll(Reader& reader, const PostAccess& post) {
    return select_poll(reader, post.tab(), post.post());
}

std::optional<ReadPoll> select_poll(Reader& reader, const TabAccess& tab, PostId post) {
    const auto rows = reader.query(reader.writing() ? lock_poll_sql : select_poll_sql, tab.tab().id, post);
    if (rows.empty()) return std::nullopt;
    return row_as<ReadPoll>(rows[0]);
}

std::optional<std::vector<std::int32_t>> select_vote(Reader& reader, const Viewer& viewer,
                                                     const PostAccess& post) {
    const auto rows = reader.query(select_vote_sql, post.post(), viewer.person);
    if (rows.empty()) return std::nullopt;
    return value_of<std::vector<std::int32_t>>(rows[0][0]);
}

ReadPoll upsert_vote(Transaction& tx, const Viewer& viewer, const PostAccess& post,
                     const std::vector<std::int32_t>& options) {
    return row_as<ReadPoll>(tx.query(upsert_vote_sql, post.post(), viewer.person, options)[0]);
}

ReadPoll delete_vote(Transaction& tx, const Viewer& viewer, const PostAccess& post) {
    return row_as<ReadPoll>(tx.query(delete_vote_sql, post.post(), viewer.person)[0]);
}

std::vector<Vote> select_votes(Reader& reader, const PostAccess& post, std::int64_t limit) {
    return rows_as<Vote>(reader.query(select_votes_sql, post.post(), limit));
}

ReadPoll update_closed(Transaction& tx, const TabAccess& tab, PostId post) {
    return row_as<ReadPoll>(tx.query(update_closed_sql, tab.tab().id, post, tx.now())[0]);
}

ReadPoll update_closes_at(Transaction& tx, const TabAccess& tab, PostId post, Timestamp closes_at) {
    return row_as<ReadPoll>(tx.query(update_closes_at_sql, tab.tab().id, post, closes_at)[0]);
}

std::vector<ClosedPoll> close_due_polls(Transaction& tx, const SystemAccess&, std::int64_t limit) {
    std::vector<ClosedPoll> closed;
    for (const auto& row : tx.query(close_due_polls_sql, tx.now(), limit))
        closed.push_back({value_of<PostId>(row.back()), row_as<ReadPoll>(row)});
    return closed;
}

}  // namespace plein::storage
