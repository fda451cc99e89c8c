#include "storage/own_marks.hpp"

namespace plein::storage {

namespace {

// The index (post_id, person_id, comment_id) has all that one person chose below a post in one place.
const NamedSql select_own_marks_sql{"select_own_marks", R"sql(
    WITH asked AS (
        SELECT * FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS asked (person_id, post_id, place))
    SELECT 'reaction', asked.place, reactions.post_id, reactions.comment_id, reactions.kind, NULL::integer[]
      FROM asked
      JOIN reactions ON reactions.post_id = asked.post_id AND reactions.person_id = asked.person_id
     UNION ALL
    SELECT 'bookmark', asked.place, bookmarks.post_id, NULL, NULL, NULL
      FROM asked
      JOIN bookmarks ON bookmarks.person_id = asked.person_id AND bookmarks.post_id = asked.post_id
     UNION ALL
    SELECT 'vote', asked.place, votes.post_id, NULL, NULL, coalesce(votes.options, '{}')
      FROM asked
      JOIN votes ON votes.post_id = asked.post_id AND votes.person_id = asked.person_id
     UNION ALL
    SELECT 'confirmation', asked.place, confirmations.post_id, NULL, NULL, NULL
      FROM asked
      JOIN confirmations ON confirmations.post_id = asked.post_id AND confirmations.person_id = asked.person_id
     UNION ALL
    SELECT 'idea_vote', asked.place, idea_votes.post_id, NULL, NULL, NULL
      FROM asked
      JOIN idea_votes ON idea_votes.post_id = asked.post_id AND idea_votes.person_id = asked.person_id
     UNION ALL
    SELECT 'attendance', asked.place, attendances.post_id, NULL, attendances.attendance, NULL
      FROM asked
      JOIN attendances ON attendances.post_id = asked.post_id AND attendances.person_id = asked.person_id)sql"};

}  // namespace

void OwnMarks::merge(OwnMarks& others) {
    reactions.merge(others.reactions);
    kept.merge(others.kept);
    votes.merge(others.votes);
    confirmed.merge(others.confirmed);
    wanted.merge(others.wanted);
    attendances.merge(others.attendances);
}

std::vector<OwnMarks> select_own_marks(Reader& reader, const std::vector<Onlooker>& onlookers) {
    std::vector<OwnMarks> marks(onlookers.size());
    if (onlookers.empty()) return marks;
    const auto rows = reader.query(select_own_marks_sql, column_of(onlookers, &Onlooker::person),
                                   column_of(onlookers, &Onlooker::post));
    for (const auto& row : rows) {
        const std::string_view mark = row[0].c_str();
        OwnMarks& own = marks.at(row[1].as<std::size_t>() - 1);
        const Subject subject{value_of<PostId>(row[2]), value_of<std::optional<CommentId>>(row[3])};
        if (mark == "reaction")
            own.reactions[subject] = value_of<ReactionKind>(row[4]);
        else if (mark == "vote")
            own.votes[subject.post] = value_of<std::vector<std::int32_t>>(row[5]);
        else if (mark == "bookmark")
            own.kept.insert(subject.post);
        else if (mark == "confirmation")
            own.confirmed.insert(subject.post);
        else if (mark == "attendance")
            own.attendances[subject.post] = value_of<Attendance>(row[4]);
        else
            own.wanted.insert(subject.post);
    }
    return marks;
}

}  // namespace plein::storage
