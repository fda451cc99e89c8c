#include "server/features/question_clock.hpp"

#include "protocol/json_reader.hpp"
#include "server/features/merging.hpp"
#include "server/features/notifying.hpp"
#include "server/features/opening_hours.hpp"
#include "server/features/telling.hpp"
#include "storage/departments.hpp"
#include "storage/holidays.hpp"
#include "storage/question_clock.hpp"

#include <algorithm>

namespace plein::features {

namespace {

using std::chrono::minutes;
using storage::Snapshot;
using storage::Transaction;
using storage::Viewer;

constexpr std::chrono::days settles_after{7};

/// The lower of the two in the middle. In place.
std::int32_t median_of(std::vector<std::int32_t>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Whoever answers for it first, then those who answer for the department.
std::vector<PersonId> responsible_for(Transaction& tx, const storage::OverdueQuestion& question) {
    std::vector<PersonId> people = answerers_of(tx, {question.department, question.service});
    const auto heads = answerers_of(tx, {question.department, std::nullopt});
    people.insert(people.end(), heads.begin(), heads.end());
    if (question.picked_up_by) people.push_back(*question.picked_up_by);
    return people;
}

}  // namespace

AnswerTimes get_answer_times(Snapshot& snapshot, const Viewer& viewer, const GetAnswerTimes& request) {
    access::check(viewer, Right::browse_people);
    const auto department = storage::select_department(snapshot, request.department);
    if (!department) throw Refusal{ErrorCode::not_found, "department"};
    const auto hours = from_json<std::vector<OpenInterval>>(department->hours.text);
    const auto holidays = storage::select_holidays(snapshot).items;
    const Timestamp since = snapshot.now() - std::chrono::days{limits::answer_days};
    std::vector<std::int32_t> taken;
    for (const auto& [asked_at, answered_at] :
         storage::select_answer_times(snapshot, request.department, since, limits::answer_times)) {
        const auto open =
            hours.empty() ? answered_at - asked_at
                          : open_time_between(hours, holidays, snapshot.time_zone(), asked_at, answered_at);
        taken.push_back(static_cast<std::int32_t>(std::chrono::ceil<minutes>(open).count()));
    }
    if (taken.size() < limits::told_answers) return {};
    return {static_cast<std::int32_t>(taken.size()), median_of(taken)};
}

std::int64_t tell_overdue(Transaction& tx, PostId post) {
    const auto system = access::as_system("overdue questions");
    const auto question = storage::take_overdue_question(tx, system, post);
    if (!question) return 0;
    std::vector<Notice> wanted;
    concern(wanted, NotificationKind::overdue, responsible_for(tx, *question));
    const auto notices = heard_by(tx, system, question->tab, post, question->author, wanted);
    notify(tx, {question->group, post, std::nullopt, question->author}, notices);
    return static_cast<std::int64_t>(notices.size());
}

std::int64_t accept_settled_answers(Transaction& tx, std::int64_t limit) {
    const auto system = access::as_system("answers that helped");
    const auto settled = storage::accept_settled_answers(tx, system, tx.now() - settles_after, limit);
    tell_questions(tx, system, settled);
    for (const auto& [post, question] : settled) {
        if (question.merged > 0) follow(tx, post);
    }
    tell_desks(tx, system, storage::column_of(settled, &storage::ChangedQuestion::post));
    return static_cast<std::int64_t>(settled.size());
}

}  // namespace plein::features
