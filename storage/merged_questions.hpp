/// Equal questions: which one answers which others. What the others say of department, clock and state is what that one says.
#pragma once

#include "storage/questions.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// Which question answers this one as well; nothing where it stands by itself. Locks nothing.
std::optional<PostId> select_merged_into(Reader& reader, PostId post);
/// The one that answers it, and those that it answers. Locks nothing.
std::vector<PostId> select_equal_posts(Reader& reader, PostId post);

/// The row of the one that answers it, until the commit: it is locked before those that it answers.
void lock_answering_question(Transaction& tx, const SystemAccess& system, PostId post);

/// A question that `into` answers as well, as far as it is visible.
struct MergedQuestion {
    PostId post;
    TabId tab;
    GroupId group;
    PersonId author;
};
PLEIN_DESCRIBE(MergedQuestion, post, tab, group, author);
std::vector<MergedQuestion> select_merged(Reader& reader, const SystemAccess& system, PostId into);

/// Pairs of which one stands in this tab and the other in another one. Locks nothing.
struct MergedPair {
    PostId post;
    PostId into;
};
PLEIN_DESCRIBE(MergedPair, post, into);
std::vector<MergedPair> select_pairs_across(Reader& reader, const SystemAccess& system, TabId tab);

/// From now on `into` answers `post`, and what that answered. The earlier of both promises holds, while `into` is open;
/// whoever was told that it went by is not told again. Both rows are locked. Returns `into`; the others follow with
/// `update_merged`.
Question update_merged_into(Transaction& tx, const PostAccess& post, const PostAccess& into);

/// All that `into`, whose row is locked, answers as well become as it is. Returns them.
std::vector<ChangedQuestion> update_merged(Transaction& tx, const SystemAccess& system, PostId into);

/// What a merged question would go by if it stood by itself.
struct OwnClock {
    std::optional<Timestamp> answer_before;
    Timestamp since;
    std::optional<DepartmentId> department;
    std::optional<ServiceId> service;
};
PLEIN_DESCRIBE(OwnClock, answer_before, since, department, service);
OwnClock select_own_clock(Transaction& tx, const SystemAccess& system, PostId post);
/// It stands by itself, open, and is nobody's.
Question update_unmerged(Transaction& tx, const SystemAccess& system, PostId post,
                         std::optional<Timestamp> answer_before);

/// A new version of a question of which something is counted. Its row is locked until the commit.
Question update_counted(Transaction& tx, const SystemAccess& system, PostId post);

/// What could answer `post` as well, as `ListEqualQuestions` tells: visible ones in these tabs, since that moment, of the
/// last of `department`; of nobody's the last of the tabs.
std::vector<ReadPost> select_equal_questions(Reader& reader, const ReadableTabs& tabs, const PostAccess& post,
                                             std::optional<DepartmentId> department,
                                             const std::optional<std::string>& search, Timestamp since,
                                             std::int64_t limit);

}  // namespace plein::storage
