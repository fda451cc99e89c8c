/// What one person chose for posts and for what is below them: reactions, bookmarks, votes, confirmations,
/// whether they come.
#pragma once

#include "storage/reactions.hpp"

#include <map>
#include <set>
#include <vector>

namespace plein::storage {

struct OwnMarks {
    std::map<Subject, ReactionKind> reactions;
    std::set<PostId> kept;
    std::map<PostId, std::vector<std::int32_t>> votes;  // no options of an anonymous poll
    std::set<PostId> confirmed;
    std::set<PostId> wanted;  // ideas
    std::map<PostId, Attendance> attendances;

    void merge(OwnMarks& others);
};

/// Somebody who looks at a post that they may read.
struct Onlooker {
    PersonId person;
    PostId post;
};
/// Of many at once, each in the place of the pair.
std::vector<OwnMarks> select_own_marks(Reader& reader, const std::vector<Onlooker>& onlookers);

}  // namespace plein::storage
