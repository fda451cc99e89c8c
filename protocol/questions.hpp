/// What people do with a question: send it to whom it concerns, pick it up, mark its answer, open it again.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// Sends a question (on) to a department, by a service or by itself; the department's clock starts when it had none, and
/// goes on otherwise. By who asked, by the department that has it, and by those who look after the tab.
/// Errors: not_found about `question` (no such service or open department).
struct RouteQuestion {
    PostId post;
    Addressee target;

    using Response = Question;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/question/target",
                                       "Sends a question to a department.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(RouteQuestion, post, target);

/// "Daan picks this up": by the department that has it, or while nobody has it by every full member. Whoever picks it up
/// takes it from the one before. Errors: conflict, when it is answered.
struct PickUpQuestion {
    PostId post;

    using Response = Question;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/question/pickup",
                                       "Picks a question up.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(PickUpQuestion, post);

/// By who picked it up, the department's heads, and those who look after the tab.
struct PutDownQuestion {
    PostId post;

    using Response = Question;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/posts/{post}/question/pickup",
                                       "Leaves a question to somebody else.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(PutDownQuestion, post);

/// Marks a comment as the answer, in the place of an earlier one. Who asked accepts it by that, and alone changes it from
/// then on; before, heads of the department and those who look after the tab answer in its name. Errors: not_found about
/// `comment` (no visible comment of this post).
struct MarkAnswer {
    PostId post;
    CommentId comment;

    using Response = Question;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/question/answer",
                                       "Marks a comment as the answer to a question.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(MarkAnswer, post, comment);

/// Takes the mark away. By those who may set it.
struct UnmarkAnswer {
    PostId post;

    using Response = Question;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/posts/{post}/question/answer",
                                       "Takes the mark of the answer away.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(UnmarkAnswer, post);

/// Who asked is not helped by the answer, and says why: the question is open again, and its clock starts anew. Errors:
/// conflict, when it is not answered.
struct ReopenQuestion {
    PostId post;
    Text<limits::reopen_reason, 1> reason;

    using Response = Question;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/question/reopening",
                                       "Opens an answered question again, with a reason.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(ReopenQuestion, post, reason);

/// One question answers both from now on: its clock, its state and its answer are those of the other as well, and who asked
/// either hears of what becomes of it. The earlier promise holds. What was merged into `post` before goes along. By the
/// department that has it (who works in it or heads it) and by those who look after its tab. Errors: not_found about `into`
/// (no question that the viewer reads); conflict about `into`, when it was merged itself, is of another department, is
/// confidential or is the same question; about `audience`, when not everyone who reads `post` reads it.
struct MergeQuestion {
    PostId post;
    PostId into;

    using Response = Question;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/question/merging",
                                       "Has another question answer this one too.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(MergeQuestion, post, into);

/// The question stands by itself again, open, and its clock goes on from when it was asked. By those who may merge it, and by
/// who asked it. Not merged: no error.
struct UnmergeQuestion {
    PostId post;

    using Response = Question;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/posts/{post}/question/merging",
                                       "Has a question stand by itself again.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(UnmergeQuestion, post);

/// Into which one it could be merged, at most `limits::equal_questions`: of the same department, of the last
/// `limits::equal_days` days, the one that says most of the same words first; with `search` those that say these words.
struct ListEqualQuestions {
    PostId post;
    std::optional<Text<limits::search>> search;

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/posts/{post}/question/equals",
                                       "Questions that ask the same.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListEqualQuestions, post, search);

/// `own`: asked by the viewer. `desk`: to the departments for whose desk they are, and to services that they own.
enum class QuestionList { own, desk };
PLEIN_DESCRIBE_ENUM(QuestionList, own, desk)

/// Questions that the viewer may read, confidential ones among them, newest first.
struct ListQuestions {
    QuestionList list = QuestionList::own;
    std::optional<Text<limits::cursor>> before;
    std::optional<std::int32_t> limit;  // 1..100, default 20

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/questions",
                                       "Questions that the person asked, or that are for their desk.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE(ListQuestions, list, before, limit);

/// The open questions to a department that the viewer may read, at most 100: those with a promise first, the one that is
/// due soonest on top; then the oldest.
struct ListOpenQuestions {
    DepartmentId department;

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/departments/{department}/questions",
                                       "The open questions to a department.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListOpenQuestions, department);

/// How fast a department answers: of the last questions about work that it answered, at most `limits::answer_times` within
/// `limits::answer_days`. Counted in its opening hours, or by the clock where it has none.
struct AnswerTimes {
    std::int32_t answered = 0;  // none while they are fewer than `limits::told_answers`
    std::optional<std::int32_t> median_minutes;
};
PLEIN_DESCRIBE(AnswerTimes, answered, median_minutes);

/// From a question, or where it was opened again that moment, to its answer. Also of questions that the viewer may not read:
/// it says nothing of any of them.
struct GetAnswerTimes {
    DepartmentId department;

    using Response = AnswerTimes;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/departments/{department}/answer-times",
                                       "How fast a department answers questions.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(GetAnswerTimes, department);

}  // namespace plein
