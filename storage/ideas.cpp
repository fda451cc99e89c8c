#include "storage/ideas.hpp"

#include "protocol/json_writer.hpp"
#include "storage/idea_columns.hpp"
#include "storage/read_posts.hpp"

#include <map>

namespace plein::storage {

namespace {

const NamedSql insert_ideas_sql{"insert_ideas", R"sql(
    INSERT INTO ideas (post_id, department_id, service_id)
    SELECT post_id, department_id, service_id
      FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS proposed (post_id, department_id, service_id)
 RETURNING )sql" PLEIN_IDEA_COLUMNS ", ideas.post_id"};

#define PLEIN_SELECT_IDEA                       \
    "SELECT " PLEIN_IDEA_COLUMNS                \
    "  FROM ideas "                             \
    "  JOIN posts ON posts.id = ideas.post_id " \
    " WHERE ideas.post_id = $2 AND posts.tab_id = $1 "

const NamedSql select_idea_sql{"select_idea", PLEIN_SELECT_IDEA};

// FOR NO KEY UPDATE: two who decide wait for each other, and for who votes.
const NamedSql lock_idea_sql{"lock_idea", PLEIN_SELECT_IDEA "FOR NO KEY UPDATE OF ideas"};

const NamedSql update_addressee_sql{"update_addressee", R"sql(
    UPDATE ideas SET department_id = $3, service_id = $4, version = ideas.version + 1
      FROM posts
     WHERE ideas.post_id = $2 AND posts.id = ideas.post_id AND posts.tab_id = $1
 RETURNING )sql" PLEIN_IDEA_COLUMNS};

const NamedSql update_steps_sql{"update_idea_steps", R"sql(
    UPDATE ideas
       SET steps = $2, status = $3, ended_at = $4, told_up_to = 0, version = version + 1
     WHERE post_id = $1
 RETURNING )sql" PLEIN_IDEA_COLUMNS};

const NamedSql insert_idea_vote_sql{"insert_idea_vote", R"sql(
    WITH kept AS (
        INSERT INTO idea_votes (post_id, person_id, at)
        VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING
     RETURNING post_id)
    UPDATE ideas SET votes = votes + 1, version = version + 1
      FROM kept
     WHERE ideas.post_id = kept.post_id
 RETURNING )sql" PLEIN_IDEA_COLUMNS};

const NamedSql delete_idea_vote_sql{"delete_idea_vote", R"sql(
    WITH taken AS (DELETE FROM idea_votes WHERE post_id = $1 AND person_id = $2 RETURNING post_id)
    UPDATE ideas SET votes = votes - 1, version = version + 1
      FROM taken
     WHERE ideas.post_id = taken.post_id
 RETURNING )sql" PLEIN_IDEA_COLUMNS};

const NamedSql select_idea_votes_sql{"select_idea_votes", R"sql(
    SELECT person_id FROM idea_votes WHERE post_id = $1 ORDER BY at DESC, person_id DESC LIMIT $2)sql"};

// Along ideas_open or ideas_ended, which have them in this order.
#define PLEIN_IDEAS(WHICH, ORDER)                                               \
    PLEIN_READ_POSTS("SELECT " PLEIN_POST_COLUMNS                               \
                     "  FROM ideas AS proposed "                                \
                     "  JOIN posts ON posts.id = proposed.post_id "             \
                     " WHERE proposed.department_id = $2 AND " WHICH            \
                     "   AND posts.state = 'visible' "                          \
                     "   AND posts.tab_id = ANY($1::bigint[]) "                 \
                     " ORDER BY proposed." ORDER ", proposed.post_id LIMIT $3", \
                     "ideas." ORDER ", ideas.post_id")
const NamedSql select_open_ideas{"select_open_ideas", PLEIN_IDEAS("proposed.ended_at IS NULL", "votes DESC")};
const NamedSql select_ended_ideas{"select_ended_ideas",
                                  PLEIN_IDEAS("proposed.ended_at IS NOT NULL", "ended_at DESC")};

const NamedSql select_untold_ideas_sql{"select_untold_ideas", R"sql(
    SELECT ideas.post_id
      FROM ideas
      JOIN posts ON posts.id = ideas.post_id
     WHERE ideas.told_up_to >= 0 AND posts.state = 'visible'
     ORDER BY ideas.told_up_to
     LIMIT $1)sql"};

const NamedSql take_untold_idea_sql{"take_untold_idea", R"sql(
    SELECT posts.group_id, posts.tab_id, posts.author_id, ideas.told_up_to, ideas.steps
      FROM ideas
      JOIN posts ON posts.id = ideas.post_id
     WHERE ideas.post_id = $1 AND ideas.told_up_to IS NOT NULL AND posts.state = 'visible'
       FOR NO KEY UPDATE OF ideas SKIP LOCKED)sql"};

const NamedSql select_idea_voters_sql{"select_idea_voters", R"sql(
    SELECT person_id FROM idea_votes WHERE post_id = $1 AND person_id > $2 ORDER BY person_id LIMIT $3)sql"};

const NamedSql update_idea_told_sql{"update_idea_told", R"sql(
    UPDATE ideas SET told_up_to = $2 WHERE post_id = $1)sql"};

std::optional<Idea> first_idea(const pqxx::result& rows) {
    if (rows.empty()) return std::nullopt;
    return row_as<Idea>(rows[0]);
}

bool is_end(IdeaStatus status) { return status == IdeaStatus::done || status == IdeaStatus::declined; }

}  // namespace

std::vector<Idea> insert_ideas(Transaction& tx, const std::vector<NewIdea>& ideas) {
    const auto column = [&](auto value) { return column_of(ideas, value); };
    const auto rows = tx.query(insert_ideas_sql, column(&NewIdea::post),
                               column([](const NewIdea& each) { return each.addressee.department; }),
                               column([](const NewIdea& each) { return each.addressee.service; }));
    std::map<PostId, Idea> made;
    for (const auto& row : rows)
        made.emplace(value_of<PostId>(row.back()), row_as<Idea>(row));
    return column([&](const NewIdea& each) { return made.at(each.post); });
}

std::optional<Idea> select_idea(Reader& reader, const PostAccess& post) {
    return select_idea(reader, post.tab(), post.post());
}

std::optional<Idea> select_idea(Reader& reader, const TabAccess& tab, PostId post) {
    return first_idea(reader.query(reader.writing() ? lock_idea_sql : select_idea_sql, tab.tab().id, post));
}

Idea update_addressee(Transaction& tx, const TabAccess& tab, PostId post, const Addressee& addressee) {
    return row_as<Idea>(
        tx.query(update_addressee_sql, tab.tab().id, post, addressee.department, addressee.service)[0]);
}

Idea update_steps(Transaction& tx, const PostAccess& post, const std::vector<IdeaStep>& steps) {
    const IdeaStep& last = steps.back();
    const auto ended_at = is_end(last.status) ? std::optional{last.at} : std::nullopt;
    return row_as<Idea>(tx.query(update_steps_sql, post.post(), to_json(steps), last.status, ended_at)[0]);
}

std::optional<Idea> insert_idea_vote(Transaction& tx, const Viewer& viewer, const PostAccess& post) {
    return first_idea(tx.query(insert_idea_vote_sql, post.post(), viewer.person, tx.now()));
}

std::optional<Idea> delete_idea_vote(Transaction& tx, const Viewer& viewer, const PostAccess& post) {
    return first_idea(tx.query(delete_idea_vote_sql, post.post(), viewer.person));
}

std::vector<PersonId> select_idea_votes(Reader& reader, const PostAccess& post, std::int64_t limit) {
    return values_of<PersonId>(reader.query(select_idea_votes_sql, post.post(), limit));
}

std::vector<ReadPost> select_ideas(Reader& reader, const ReadableTabs& tabs, const ListIdeas& request,
                                   std::int64_t limit) {
    return read_posts(reader.query(request.ended ? select_ended_ideas : select_open_ideas, tabs.ids(),
                                   request.department, limit));
}

std::vector<PostId> select_untold_ideas(Reader& reader, const SystemAccess&, std::int64_t limit) {
    return values_of<PostId>(reader.query(select_untold_ideas_sql, limit));
}

std::optional<UntoldIdea> take_untold_idea(Transaction& tx, const SystemAccess&, PostId post) {
    const auto rows = tx.query(take_untold_idea_sql, post);
    if (rows.empty()) return std::nullopt;
    return row_as<UntoldIdea>(rows[0]);
}

std::vector<PersonId> select_idea_voters(Reader& reader, const SystemAccess&, PostId post,
                                         PersonId told_up_to, std::int64_t limit) {
    return values_of<PersonId>(reader.query(select_idea_voters_sql, post, told_up_to, limit));
}

void update_idea_told(Transaction& tx, const SystemAccess&, PostId post, std::optional<PersonId> person) {
    tx.execute(update_idea_told_sql, post, person);
}

}  // namespace plein::storage
