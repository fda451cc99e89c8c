/// Equal questions: which one answers which others. What the others say of department, clock and state is what that one says.
#pragma once

#include "storage/questions.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// Which question answers this one as well; nothing where it stands by itself. Locks nothing.
std::optional<PostId> select_merged_into(Reader& reader, PostId post);
/// Those that answer these, and those that these answer. Locks nothing.
std::vector<PostId> select_equal_posts(Reader& reader, const std::vector<PostId>& posts);

/// The rows of those that answer these, until the commit: they are locked before those that they answer.
void lock_answering_questions(Transaction& tx, const SystemAccess& system, const std::vector<PostId>& posts);

/// How many both of them answer, whose rows are held: what was merged while one waited for those counts too.
std::int64_t count_merged(Reader& reader, const PostAccess& post, const PostAccess& into);

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

/// What `into` promises now is promised to those as well that it answers, also when they part.
void update_promised_anew(Transaction& tx, const PostAccess& into, std::optional<Timestamp> answer_before);

/// All that these, whose rows are locked, answer as well become as they are. Returns those that follow.
std::vector<ChangedQuestion> update_merged(Transaction& tx, const SystemAccess& system,
                                           const std::vector<PostId>& into);

/// What a merged question goes by when it stands by itself.
struct OwnClock {
    PostId post;
    std::optional<Timestamp> answer_before;
    std::optional<DepartmentId> department;
    std::optional<ServiceId> service;
};
PLEIN_DESCRIBE(OwnClock, post, answer_before, department, service);
/// Of those that are still merged, in the order of their ids; locked until the commit.
std::vector<OwnClock> lock_own_clocks(Transaction& tx, const SystemAccess& system,
                                      const std::vector<PostId>& posts);
/// They stand by themselves, open, and are nobody's.
std::vector<ChangedQuestion> update_unmerged(Transaction& tx, const SystemAccess& system,
                                             const std::vector<OwnClock>& alone);

/// These, whose rows are locked, answer less than before: the promises that are left hold. Returns them, and what they still
/// answer as far as it changes with them.
std::vector<ChangedQuestion> update_less_merged(Transaction& tx, const SystemAccess& system,
                                                const std::vector<PostId>& into);

/// Merged ones of which one went out of sight without being parted: a node of the version before did it. Locks nothing.
std::vector<PostId> select_lost_questions(Reader& reader, const SystemAccess& system, std::int64_t limit);
/// What such a one is merged into; nothing where it is parted by now.
std::optional<PostId> select_lost_from(Transaction& tx, const SystemAccess& system, PostId post);

/// What could answer `post` as well, as `ListEqualQuestions` tells: visible ones, since that moment, of the last that were
/// asked there, and of those of `department`; where there is none, of all.
std::vector<ReadPost> select_equal_questions(Reader& reader, const ReadableTabs& tabs, const PostAccess& post,
                                             std::optional<DepartmentId> department,
                                             const std::optional<std::string>& search, Timestamp since,
                                             std::int64_t limit);

}  // namespace plein::storage
