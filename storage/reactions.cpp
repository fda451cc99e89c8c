#include "storage/reactions.hpp"

#include "protocol/json_writer.hpp"

namespace plein::storage {

namespace {

const NamedSql select_visible_comments{"select_visible_comments", R"sql(
    SELECT comments.post_id, comments.id
      FROM unnest($1::bigint[], $2::bigint[]) AS asked (post_id, comment_id)
      JOIN comments ON comments.id = asked.comment_id AND comments.post_id = asked.post_id
     WHERE comments.state = 'visible')sql"};

// One statement for all, since many may react at once. A reaction that is as asked changes nothing.
const NamedSql set_reactions_sql{"set_reactions", R"sql(
    WITH asked AS (
        SELECT *
          FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[])
               WITH ORDINALITY AS asked (post_id, comment_id, person_id, kind, place)
    ), gone AS (
        DELETE FROM reactions USING asked
         WHERE asked.kind IS NULL AND reactions.post_id = asked.post_id
           AND reactions.person_id = asked.person_id
           AND reactions.comment_id IS NOT DISTINCT FROM asked.comment_id
     RETURNING reactions.post_id, reactions.comment_id, reactions.person_id
    ), chosen AS (
        INSERT INTO reactions (post_id, comment_id, person_id, kind, reacted_at)
        SELECT post_id, comment_id, person_id, kind, $5
          FROM asked
         WHERE kind IS NOT NULL
         ORDER BY post_id, person_id, comment_id
            ON CONFLICT (post_id, person_id, comment_id) DO UPDATE
           SET kind = excluded.kind, reacted_at = excluded.reacted_at
         WHERE reactions.kind <> excluded.kind
     RETURNING post_id, comment_id, person_id
    ), changed AS (
        SELECT * FROM gone UNION ALL SELECT * FROM chosen
    ), noted AS (
        INSERT INTO reaction_changes (post_id, comment_id)
        SELECT DISTINCT post_id, comment_id FROM changed
    )
    SELECT asked.place
      FROM asked
      JOIN changed ON changed.post_id = asked.post_id AND changed.person_id = asked.person_id
                  AND changed.comment_id IS NOT DISTINCT FROM asked.comment_id)sql"};

const NamedSql select_reactors_sql{"select_reactors", R"sql(
    SELECT person_id, kind, count(*) OVER ()
      FROM reactions
     WHERE post_id = $1 AND comment_id IS NOT DISTINCT FROM $2
     ORDER BY reacted_at DESC, person_id
     LIMIT $3)sql"};

const NamedSql select_reactions_sql{"select_reactions", R"sql(
    SELECT post_id, comment_id, version, counts FROM reaction_counts WHERE post_id = $1)sql"};

// Two counts of one subject would race: the later one could have seen less.
const NamedSql lock_counting{"lock_counting", R"sql(
    SELECT pg_advisory_xact_lock(hashtext('plein: counting of reactions')))sql"};

const NamedSql take_changes_sql{"take_changes", R"sql(
    WITH taken AS (
        DELETE FROM reaction_changes
         WHERE id IN (SELECT id FROM reaction_changes ORDER BY id LIMIT $1)
     RETURNING post_id, comment_id)
    SELECT post_id, comment_id, count(*) FROM taken GROUP BY post_id, comment_id)sql"};

const NamedSql select_counts{"select_counts", R"sql(
    SELECT asked.post_id, asked.comment_id, reactions.kind, count(reactions.kind)::int
      FROM unnest($1::bigint[], $2::bigint[]) AS asked (post_id, comment_id)
      LEFT JOIN reactions ON reactions.post_id = asked.post_id
                         AND reactions.comment_id IS NOT DISTINCT FROM asked.comment_id
     GROUP BY asked.post_id, asked.comment_id, reactions.kind)sql"};

const NamedSql update_counts{"update_counts", R"sql(
    INSERT INTO reaction_counts (post_id, comment_id, counts)
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[])
        ON CONFLICT (post_id, comment_id) DO UPDATE
       SET counts = excluded.counts, version = reaction_counts.version + 1
 RETURNING post_id, comment_id, version, counts)sql"};

Subject read_subject(const pqxx::row& row, int first = 0) {
    return {value_of<PostId>(row[first]), value_of<std::optional<CommentId>>(row[first + 1])};
}

std::map<Subject, Reactions> read_reactions(const pqxx::result& rows) {
    std::map<Subject, Reactions> reactions;
    for (const auto& row : rows) {
        reactions[read_subject(row)] = {value_of<JsonOf<std::vector<ReactionCount>>>(row[3]),
                                        value_of<std::int64_t>(row[2])};
    }
    return reactions;
}

}  // namespace

std::vector<Subject> select_visible(Reader& reader, const std::vector<Subject>& comments) {
    std::vector<Subject> visible;
    if (comments.empty()) return visible;
    for (const auto& row : reader.query(select_visible_comments, column_of(comments, &Subject::post),
                                        column_of(comments, &Subject::comment)))
        visible.push_back(read_subject(row));
    return visible;
}

std::vector<bool> set_reactions(Transaction& tx, const std::vector<NewReaction>& reactions) {
    std::vector<bool> changed(reactions.size());
    if (reactions.empty()) return changed;
    const auto column = [&](auto value) { return column_of(reactions, value); };
    const auto rows = tx.query(
        set_reactions_sql, column([](const NewReaction& each) { return each.post->post(); }),
        column(&NewReaction::comment), column([](const NewReaction& each) { return each.person->person; }),
        column(&NewReaction::kind), tx.now());
    for (const auto& row : rows)
        changed.at(row[0].as<std::size_t>() - 1) = true;
    return changed;
}

ReactorRows select_reactors(Reader& reader, const PostAccess& post, std::optional<CommentId> comment,
                            std::int64_t limit) {
    ReactorRows found;
    for (const auto& row : reader.query(select_reactors_sql, post.post(), comment, limit)) {
        found.reactors.push_back({value_of<PersonId>(row[0]), value_of<ReactionKind>(row[1])});
        found.total = value_of<std::int32_t>(row[2]);
    }
    return found;
}

std::map<Subject, Reactions> select_reactions(Reader& reader, const PostAccess& post) {
    return read_reactions(reader.query(select_reactions_sql, post.post()));
}

Changes take_changes(Transaction& tx, const SystemAccess&, std::int64_t limit) {
    tx.query(lock_counting);
    Changes changes;
    for (const auto& row : tx.query(take_changes_sql, limit)) {
        changes.subjects.push_back(read_subject(row));
        changes.count += value_of<std::int64_t>(row[2]);
    }
    return changes;
}

std::map<Subject, Reactions> count_reactions(Transaction& tx, const SystemAccess&,
                                             const std::vector<Subject>& subjects) {
    if (subjects.empty()) return {};
    const auto posts = column_of(subjects, &Subject::post);
    const auto comments = column_of(subjects, &Subject::comment);
    std::map<Subject, std::map<ReactionKind, std::int32_t>> counts;
    for (const auto& row : tx.query(select_counts, posts, comments)) {
        auto& of_subject = counts[read_subject(row)];
        if (!row[2].is_null()) of_subject[value_of<ReactionKind>(row[2])] = value_of<std::int32_t>(row[3]);
    }
    std::vector<std::string> texts;
    for (const Subject& subject : subjects) {
        std::vector<ReactionCount> counted;
        for (const auto& [kind, count] : counts[subject])
            counted.push_back({kind, count});
        texts.push_back(to_json(counted));
    }
    return read_reactions(tx.query(update_counts, posts, comments, texts));
}

}  // namespace plein::storage
