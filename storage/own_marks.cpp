#include "storage/own_marks.hpp"

namespace plein::storage {

namespace {

// The index (post_id, person_id, comment_id) has all that one person chose below a post in one place. A bookmark has
// neither kind nor options, nor has a confirmation.
const NamedSql select_own_marks_sql{"select_own_marks", R"sql(
    WITH asked AS (
        SELECT * FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS asked (person_id, post_id, place))
    SELECT asked.place, reactions.post_id, reactions.comment_id, reactions.kind, NULL::integer[], false
      FROM asked
      JOIN reactions ON reactions.post_id = asked.post_id AND reactions.person_id = asked.person_id
     UNION ALL
    SELECT asked.place, bookmarks.post_id, NULL, NULL, NULL, false
      FROM asked
      JOIN bookmarks ON bookmarks.person_id = asked.person_id AND bookmarks.post_id = asked.post_id
     UNION ALL
    SELECT asked.place, votes.post_id, NULL, NULL, coalesce(votes.options, '{}'), false
      FROM asked
      JOIN votes ON votes.post_id = asked.post_id AND votes.person_id = asked.person_id
     UNION ALL
    SELECT asked.place, confirmations.post_id, NULL, NULL, NULL, true
      FROM asked
      JOIN confirmations ON confirmations.post_id = asked.post_id AND confirmations.person_id = asked.person_id)sql"};

}  // namespace

void OwnMarks::merge(OwnMarks& others) {
    reactions.merge(others.reactions);
    kept.merge(others.kept);
    votes.merge(others.votes);
    confirmed.merge(others.confirmed);
}

std::vector<OwnMarks> select_own_marks(Reader& reader, const std::vector<Onlooker>& onlookers) {
    std::vector<OwnMarks> marks(onlookers.size());
    if (onlookers.empty()) return marks;
    const auto rows = reader.query(select_own_marks_sql, column_of(onlookers, &Onlooker::person),
                                   column_of(onlookers, &Onlooker::post));
    for (const auto& row : rows) {
        OwnMarks& own = marks.at(row[0].as<std::size_t>() - 1);
        const Subject subject{value_of<PostId>(row[1]), value_of<std::optional<CommentId>>(row[2])};
        if (const auto kind = value_of<std::optional<ReactionKind>>(row[3]))
            own.reactions[subject] = *kind;
        else if (auto vote = value_of<std::optional<std::vector<std::int32_t>>>(row[4]))
            own.votes[subject.post] = std::move(*vote);
        else if (value_of<bool>(row[5]))
            own.confirmed.insert(subject.post);
        else
            own.kept.insert(subject.post);
    }
    return marks;
}

}  // namespace plein::storage
