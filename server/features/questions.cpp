#include "server/features/questions.hpp"

#include "server/features/asking.hpp"
#include "server/features/confidential.hpp"
#include "server/features/equal_questions.hpp"
#include "server/features/merging.hpp"
#include "server/features/notifying.hpp"
#include "server/features/question_clock.hpp"
#include "server/features/shown_text.hpp"
#include "server/features/telling.hpp"
#include "storage/departments.hpp"

namespace plein::features {

namespace {

using access::QuestionAct;
using storage::PostAccess;

/// A question that stands by itself; its row is locked until the commit. Errors: not_found, conflict (another one answers it).
Question find(Transaction& tx, const PostAccess& post) {
    hold_equals(tx, post.post());
    auto question = storage::select_question(tx, post);
    if (!question) throw Refusal{ErrorCode::not_found, "post"};
    if (question->merged_into) throw Refusal{ErrorCode::conflict, "merged"};
    return std::move(*question);
}

Question told(Transaction& tx, const PostAccess& post, const Question& before, const Question& changed) {
    Question after = storage::update_question(tx, post.tab(), post.post(), changed);
    if (before.reopened != after.reopened) tx.redact(subject_of_question(post.post()));
    tell_question(tx, post, after);
    if (after.merged > 0) follow(tx, post.post());
    return after;
}

void inform(Transaction& tx, PersonId actor, const PostAccess& post, NotificationKind kind,
            const std::vector<PersonId>& people, std::optional<CommentId> comment = {}) {
    std::vector<Notice> wanted;
    concern(wanted, kind, people);
    notify(tx, {post.tab().tab().group, post.post(), comment, actor}, heard_by(tx, post, actor, wanted));
}

/// Those who answer for it from now on: of another desk, maybe.
void inform_next(Transaction& tx, PersonId actor, const PostAccess& post, const Addressee& target) {
    std::vector<Notice> wanted;
    concern(wanted, NotificationKind::routed, answerers_of(tx, target));
    notify(tx, {post.tab().tab().group, post.post(), std::nullopt, actor},
           heard_by(tx, post.tab(), actor, wanted));
}

/// A confidential question is read by another desk from now on, which hears so, and by the one before no longer.
void tell_next_desk(Transaction& tx, const PostAccess& post) {
    if (post.desk()) tell_desks(tx, access::as_system("sent to another desk"), {post.post()});
}

/// Who wrote the answer, where it is still to be read. Without a lock: whoever deletes it holds it, and waits for the question.
std::vector<PersonId> author_of_answer(Transaction& tx, const PostAccess& post, const Question& question) {
    if (!question.answer) return {};
    const auto found = storage::select_comments(tx, storage::ReadableTabs{post.tab()}, {*question.answer});
    return found.empty() ? std::vector<PersonId>{} : std::vector{found.front().comment.author};
}

void check_open(const Question& question) {
    if (question.answer) throw Refusal{ErrorCode::conflict, "post"};
}

}  // namespace

void add_question_routes(net::Router& routes, Edge& edge) {
    routes.bind<RouteQuestion>(commit(edge, route_question));
    routes.bind<PickUpQuestion>(commit(edge, pick_up_question));
    routes.bind<PutDownQuestion>(commit(edge, put_down_question));
    routes.bind<MarkAnswer>(commit(edge, mark_answer));
    routes.bind<UnmarkAnswer>(commit(edge, unmark_answer));
    routes.bind<ReopenQuestion>(commit(edge, reopen_question));
    routes.bind<MergeQuestion>(commit(edge, merge_question));
    routes.bind<UnmergeQuestion>(commit(edge, unmerge_question));
    routes.bind<ListEqualQuestions>(read(edge, list_equal_questions));
    routes.bind<ListQuestions>(read(edge, list_questions));
    routes.bind<ListOpenQuestions>(read(edge, list_open_questions));
    routes.bind<GetAnswerTimes>(read(edge, get_answer_times));
}

Question route_question(Transaction& tx, const Viewer& viewer, const RouteQuestion& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    Question before = find(tx, post);
    access::check_may(tx, viewer, post, before, QuestionAct::route);
    check_open(before);
    if (request.target == Addressee{}) throw Refusal{ErrorCode::invalid_request, "$.target"};
    const Addressee target = addressee_of(tx, viewer, post.tab(), request.target, "question");
    if (target == Addressee{before.department, before.service}) return before;
    Question changed = before;
    changed.department = target.department;
    changed.service = target.service;
    if (target.department != before.department) changed.picked_up_by.reset();
    if (!changed.answer_before) changed.answer_before = promise_of(tx, target, tx.now());
    inform_next(tx, viewer.person, post, target);
    Question after = told(tx, post, before, changed);
    tell_next_desk(tx, post);
    return after;
}

Question pick_up_question(Transaction& tx, const Viewer& viewer, const PickUpQuestion& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    Question before = find(tx, post);
    access::check_may(tx, viewer, post, before, QuestionAct::pick_up);
    check_open(before);
    if (before.picked_up_by == viewer.person) return before;
    Question changed = before;
    changed.picked_up_by = viewer.person;
    inform(tx, viewer.person, post, NotificationKind::picked_up, {post.author()});
    inform_askers(tx, viewer.person, viewer.person, post.post(), NotificationKind::picked_up);
    return told(tx, post, before, changed);
}

Question put_down_question(Transaction& tx, const Viewer& viewer, const PutDownQuestion& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    Question before = find(tx, post);
    if (!before.picked_up_by) return before;
    access::check_may(tx, viewer, post, before, QuestionAct::put_down);
    Question changed = before;
    changed.picked_up_by.reset();
    return told(tx, post, before, changed);
}

Question mark_answer(Transaction& tx, const Viewer& viewer, const MarkAnswer& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    const auto comment = storage::select_comment(tx, post, request.comment);
    Question before = find(tx, post);
    access::check_may(tx, viewer, post, before, QuestionAct::mark_answer);
    if (!comment || comment->state != CommentState::visible) throw Refusal{ErrorCode::not_found, "comment"};
    Question changed = before;
    changed.answer = request.comment;
    changed.state = post.author() == viewer.person ? QuestionState::accepted : QuestionState::answered;
    if (changed.answer == before.answer && changed.state == before.state) return before;
    changed.reopened.reset();
    // Whoever wrote the answer is told as the one who answered, also when somebody else marks it.
    if (changed.state == QuestionState::accepted) {
        inform(tx, viewer.person, post, NotificationKind::accepted, {comment->author}, request.comment);
    } else {
        inform(tx, comment->author, post, NotificationKind::answered, {post.author()}, request.comment);
    }
    if (changed.answer != before.answer)
        inform_askers(tx, viewer.person, comment->author, post.post(), NotificationKind::answered);
    return told(tx, post, before, changed);
}

Question unmark_answer(Transaction& tx, const Viewer& viewer, const UnmarkAnswer& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    Question before = find(tx, post);
    access::check_may(tx, viewer, post, before, QuestionAct::mark_answer);
    if (!before.answer) return before;
    Question changed = before;
    changed.answer.reset();
    changed.state = QuestionState::routed;
    return told(tx, post, before, changed);
}

Question reopen_question(Transaction& tx, const Viewer& viewer, const ReopenQuestion& request) {
    std::string reason = trimmed(request.reason.value);
    if (reason.empty()) throw Refusal{ErrorCode::invalid_request, "$.reason"};
    const PostAccess post = access::to_post(tx, viewer, request.post);
    Question before = find(tx, post);
    access::check_may(tx, viewer, post, before, QuestionAct::reopen);
    if (!before.answer && before.reopened == reason) return before;
    if (!before.answer) throw Refusal{ErrorCode::conflict, "post"};
    std::vector<PersonId> helpers = author_of_answer(tx, post, before);
    if (before.picked_up_by) helpers.push_back(*before.picked_up_by);
    inform(tx, viewer.person, post, NotificationKind::reopened, helpers);
    Question changed = before;
    changed.answer.reset();
    changed.state = QuestionState::routed;
    changed.reopened = std::move(reason);
    changed.answer_before = promise_of(tx, {before.department, before.service}, tx.now());
    return told(tx, post, before, changed);
}

PostPage list_open_questions(Snapshot& snapshot, const Viewer& viewer, const ListOpenQuestions& request) {
    access::check(viewer, Right::browse_people);
    if (!storage::select_department(snapshot, request.department))
        throw Refusal{ErrorCode::not_found, "department"};
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    const auto desks = access::to_desks(snapshot, viewer);
    for (const storage::TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    for (const DepartmentId each : desks.departments())
        snapshot.touch(desk_stream_of(each));
    auto posts = storage::select_open_questions(snapshot, tabs, desks, request.department,
                                                std::int64_t{limits::open_questions});
    return to_page(snapshot, viewer, tabs, {with_latest_comments(snapshot, tabs, std::move(posts)), {}});
}

}  // namespace plein::features
