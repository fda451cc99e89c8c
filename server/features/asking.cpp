#include "server/features/asking.hpp"

#include "protocol/json_reader.hpp"
#include "server/features/merging.hpp"
#include "server/features/opening_hours.hpp"
#include "server/features/post_views.hpp"
#include "server/features/telling.hpp"
#include "storage/departments.hpp"
#include "storage/holidays.hpp"
#include "storage/services.hpp"

namespace plein::features {

using storage::TabAccess;
using storage::Transaction;

Addressee addressee_of(Transaction& tx, const storage::Viewer& viewer, const TabAccess& tab,
                       const Addressee& wanted, const char* field) {
    Addressee addressee = wanted;
    if (addressee.service) {
        access::check(viewer, Right::browse_people);
        const auto service = storage::select_service(tx, *addressee.service);
        if (!service) throw Refusal{ErrorCode::not_found, field};
        addressee.department = service->department;
    }
    const bool is_named = addressee.department.has_value();
    if (!is_named) addressee.department = tab.tab().department;
    if (!addressee.department || storage::lock_open_department(tx, *addressee.department, std::nullopt))
        return addressee;
    if (is_named) throw Refusal{ErrorCode::not_found, field};
    return {};
}

std::optional<Timestamp> promise_of(Transaction& tx, const Addressee& target, Timestamp asked_at) {
    if (!target.department) return std::nullopt;
    const auto department = storage::select_department(tx, *target.department);
    if (!department || !department->answer_hours) return std::nullopt;
    const auto hours = from_json<std::vector<OpenInterval>>(department->hours.text);
    return after_open_time(hours, storage::select_holidays(tx).items, tx.time_zone(), asked_at,
                           std::chrono::hours{*department->answer_hours});
}

void tell_question(Transaction& tx, const TabAccess& tab, PostId post, const Question& question) {
    tx.tell(tab.stream(), QuestionChanged{post, tab.tab().id, tab.tab().group, question},
            subject_of_question(post));
}

void tell_question(Transaction& tx, const storage::PostAccess& post, const Question& question) {
    const Tab& tab = post.tab().tab();
    tell_readers(tx, post, QuestionChanged{post.post(), tab.id, tab.group, question},
                 subject_of_question(post.post()));
}

void open_question(Transaction& tx, const TabAccess& tab, const Post& post) {
    auto question = storage::select_question(tx, tab, post.id);
    if (!question) return;
    if (question->department && !storage::lock_open_department(tx, *question->department, std::nullopt)) {
        question->department.reset();
        question->service.reset();
    }
    question->answer_before = promise_of(tx, {question->department, question->service}, post.published_at);
    tell_question(tx, tab, post.id, storage::update_question(tx, tab, post.id, *question));
}

void forget_answer(Transaction& tx, const storage::PostAccess& post, CommentId comment) {
    auto question = storage::select_question(tx, post);
    if (!question || question->answer != comment) return;
    question->answer.reset();
    question->state = QuestionState::routed;
    tell_question(tx, post, storage::update_question(tx, post.tab(), post.post(), *question));
    if (question->merged > 0) follow(tx, post.post());
}

}  // namespace plein::features
