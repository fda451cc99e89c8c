/// Reactions: what each person chose, and how many chose what as it was last counted.
#pragma once

#include "protocol/reactions.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <compare>
#include <map>
#include <optional>
#include <vector>

namespace plein::storage {

/// A post, or with `comment` a comment below it.
struct Subject {
    PostId post;
    std::optional<CommentId> comment;

    auto operator<=>(const Subject&) const = default;
};

/// What somebody wants to have chosen; the subject's post is `post`.
struct NewReaction {
    const Viewer* person;
    const PostAccess* post;
    std::optional<CommentId> comment;
    std::optional<ReactionKind> kind;
};

/// Those of the comments, each beside its post, that are visible.
std::vector<Subject> select_visible(Reader& reader, const std::vector<Subject>& comments);

/// Returns whether each changed anything, in its place. No two of them have both person and subject in common, and each
/// subject is visible. What changed is to be counted.
std::vector<bool> set_reactions(Transaction& tx, const std::vector<NewReaction>& reactions);

/// The last to react first.
struct ReactorRows {
    std::vector<Reactor> reactors;
    std::int32_t total = 0;
};
ReactorRows select_reactors(Reader& reader, const PostAccess& post, std::optional<CommentId> comment,
                            std::int64_t limit);

/// As they were last counted, of a post and all that is below it. Those to which nobody ever reacted are not there.
std::map<Subject, Reactions> select_reactions(Reader& reader, const PostAccess& post);

/// What was changed since it was last counted, at most so many changes of it; the next count begins behind them. One count
/// is made at a time, on whichever node.
struct Changes {
    std::vector<Subject> subjects;
    std::int64_t count = 0;
};
Changes take_changes(Transaction& tx, const SystemAccess& system, std::int64_t limit);
/// How many chose what now.
std::map<Subject, Reactions> count_reactions(Transaction& tx, const SystemAccess& system,
                                             const std::vector<Subject>& subjects);

}  // namespace plein::storage
