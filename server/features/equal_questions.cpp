#include "server/features/equal_questions.hpp"

#include "server/features/asking.hpp"
#include "server/features/merging.hpp"
#include "server/features/notifying.hpp"
#include "server/features/shown_text.hpp"

#include <algorithm>

namespace plein::features {

namespace {

using access::QuestionAct;
using storage::PostAccess;

/// Both, in the order of their ids.
struct Pair {
    std::optional<Question> post;
    std::optional<Question> into;
};
Pair lock_pair(Transaction& tx, const PostAccess& post, const std::optional<PostAccess>& into) {
    Pair pair;
    const bool into_first = into && into->post() < post.post();
    if (into_first) pair.into = storage::select_question(tx, *into);
    pair.post = storage::select_question(tx, post);
    if (into && !into_first) pair.into = storage::select_question(tx, *into);
    return pair;
}

void check_stands_open(const Question& question) {
    if (question.merged_into) throw Refusal{ErrorCode::conflict, "merged"};
    if (question.answer || question.confidential) throw Refusal{ErrorCode::conflict, "post"};
}

void check_may_answer(const PostAccess& into, const Question& other, const PostAccess& post,
                      const Question& question) {
    const bool is_of_department = !question.department || question.department == other.department;
    const auto all = static_cast<std::size_t>(other.merged + 1 + question.merged);
    if (into.post() == post.post() || other.merged_into || other.confidential || !is_of_department ||
        all > limits::merged_questions)
        throw Refusal{ErrorCode::conflict, "into"};
    if (access::widens(into.tab().tab(), post.tab().tab())) throw Refusal{ErrorCode::conflict, "audience"};
}

/// Whose answer it is, as far as it is still to be read.
PersonId answered_by(Transaction& tx, const PostAccess& into, CommentId answer, PersonId otherwise) {
    const auto found = storage::select_comments(tx, storage::ReadableTabs{into.tab()}, {answer});
    return found.empty() ? otherwise : found.front().comment.author;
}

/// Those who asked what is merged now: with an answer, they have it; else the asker hears that another one answers it.
void inform_merged(Transaction& tx, PersonId doer, const PostAccess& post, const PostAccess& into,
                   const Question& other) {
    if (!other.answer) {
        std::vector<Notice> wanted;
        concern(wanted, NotificationKind::merged, {post.author()});
        notify(tx, {post.tab().tab().group, post.post(), std::nullopt, doer},
               heard_by(tx, post, doer, wanted));
        return;
    }
    const PersonId actor = answered_by(tx, into, *other.answer, doer);
    std::vector<Notice> wanted;
    concern(wanted, NotificationKind::answered, {post.author()});
    inform_askers(tx, doer, actor, post.post(), NotificationKind::answered);
    if (post.author() == doer) return;
    notify(tx, {post.tab().tab().group, post.post(), std::nullopt, actor}, heard_by(tx, post, actor, wanted));
}

}  // namespace

Question merge_question(Transaction& tx, const Viewer& viewer, const MergeQuestion& request) {
    auto proofs = access::to_each_post(tx, {{request.post, &viewer}, {request.into, &viewer}});
    if (!proofs.front()) throw Refusal{ErrorCode::not_found, "post"};
    const PostAccess& post = *proofs.front();
    hold_equals(tx, request.post);
    const auto [question, other] = lock_pair(tx, post, proofs.back());
    if (!question) throw Refusal{ErrorCode::not_found, "post"};
    access::check_may(tx, viewer, post, *question, QuestionAct::merge);
    if (!other) throw Refusal{ErrorCode::not_found, "into"};
    const PostAccess& into = *proofs.back();
    if (question->merged_into == request.into) return *question;
    check_stands_open(*question);
    check_may_answer(into, *other, post, *question);
    inform_merged(tx, viewer.person, post, into, *other);
    tell_question(tx, into, storage::update_merged_into(tx, post, into));
    const auto changed = follow(tx, request.into);
    return std::ranges::find(changed, request.post, &storage::ChangedQuestion::post)->question;
}

Question unmerge_question(Transaction& tx, const Viewer& viewer, const UnmergeQuestion& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    hold_equals(tx, request.post);
    const auto question = storage::select_question(tx, post);
    if (!question) throw Refusal{ErrorCode::not_found, "post"};
    access::check_may(tx, viewer, post, *question, QuestionAct::unmerge);
    if (!question->merged_into) return *question;
    Question alone = part(tx, request.post, *question->merged_into);
    tell_question(tx, post, alone);
    return alone;
}

PostPage list_equal_questions(Snapshot& snapshot, const Viewer& viewer, const ListEqualQuestions& request) {
    const PostAccess post = access::to_post(snapshot, viewer, request.post);
    const auto question = storage::select_question(snapshot, post);
    if (!question) throw Refusal{ErrorCode::not_found, "post"};
    access::check_may(snapshot, viewer, post, *question, QuestionAct::merge);
    const auto tabs = access::to_tabs_as_open(snapshot, viewer, post.tab());
    for (const storage::TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    std::vector<storage::ReadPost> posts;
    if (!question->confidential) {
        auto search = request.search ? std::optional{trimmed(request.search->value)} : std::nullopt;
        if (search && search->empty()) search.reset();
        posts = storage::select_equal_questions(snapshot, tabs, post, question->department, search,
                                                snapshot.now() - std::chrono::days{limits::equal_days},
                                                std::int64_t{limits::equal_questions});
    }
    return to_page(snapshot, viewer, tabs, {with_latest_comments(snapshot, tabs, std::move(posts)), {}});
}

}  // namespace plein::features
