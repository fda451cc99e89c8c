/// What questions ask of whom, and what became of them.
#pragma once

#include "storage/posts.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// A post of this tab that has become a question.
struct NewQuestion {
    const TabAccess* tab;
    PostId post;
    Addressee target;
    std::optional<Timestamp> answer_before;
    bool confidential = false;
};
/// Each in its place.
std::vector<Question> insert_questions(Transaction& tx, const std::vector<NewQuestion>& questions);

/// Nothing of a post that asks nothing. In a write its row is locked until the commit; whoever locks a comment as well does
/// so before.
std::optional<Question> select_question(Reader& reader, const PostAccess& post);
/// The same, of a post that is held.
std::optional<Question> select_question(Reader& reader, const TabAccess& tab, PostId post);

/// Everything of it but `version` and `state`, which follow; it is accepted where `state` says so. It is answered since now
/// where it had no answer; its clock begins anew where it is opened again. Returns it as it is then.
Question update_question(Transaction& tx, const TabAccess& tab, PostId post, const Question& question);

/// A question as it is now.
struct ChangedQuestion {
    PostId post;
    Question question;
};
/// From rows with the columns of a question, and the post behind them.
std::vector<ChangedQuestion> changed_questions(const pqxx::result& rows);

/// The open ones that stand in these tabs, as `ListOpenQuestions` tells, without those that another one answers; the confidential ones as far as they are for these
/// desks, or one's own.
std::vector<ReadPost> select_open_questions(Reader& reader, const ReadableTabs& tabs, const Desks& desks,
                                            DepartmentId department, std::int64_t limit);

/// In these tabs, before that post: what the person asked; what was asked of their desks, or is about services that they
/// own. The last one that was written first.
std::vector<ReadPost> select_own_questions(Reader& reader, const ReadableTabs& tabs, const Desks& desks,
                                           std::optional<PostId> before, std::int64_t limit);
std::vector<ReadPost> select_desk_questions(Reader& reader, const ReadableTabs& tabs, const Desks& desks,
                                            std::optional<PostId> before, std::int64_t limit);

}  // namespace plein::storage
