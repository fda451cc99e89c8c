/// Refusals of what somebody sees but may not do.
#include "server/access/access.hpp"
#include "storage/departments.hpp"
#include "storage/rights.hpp"
#include "storage/services.hpp"

namespace plein::access {

void check_may_post(const TabAccess& tab) {
    if (!tab.may_post()) throw Refusal{ErrorCode::forbidden, "tab"};
}

void check_may_manage(const TabAccess& tab) {
    if (!tab.may_manage()) throw Refusal{ErrorCode::forbidden, "tab"};
}

bool may_curate(const TabAccess& tab) { return tab.may_manage() || moderates(tab.group().role()); }

void check_may_curate(const TabAccess& tab) {
    if (!may_curate(tab)) throw Refusal{ErrorCode::forbidden, "post"};
}

namespace {

bool owns(Reader& reader, const Viewer& viewer, std::optional<ServiceId> id) {
    const auto service = id ? storage::select_service(reader, *id) : std::nullopt;
    return service && service->owner == viewer.person;
}

}  // namespace

void check_may(Reader& reader, const Viewer& viewer, const PostAccess& post, const Question& question,
               QuestionAct act) {
    QuestionStanding who{.asked_it = post.author() == viewer.person,
                         .curates = may_curate(post.tab()),
                         .is_routed = question.department.has_value(),
                         .is_accepted = question.state == QuestionState::accepted,
                         .picked_it_up = question.picked_up_by == viewer.person,
                         .full_member = post.tab().group().full_member()};
    if (question.department) {
        who.works_there = viewer.department == question.department;
        who.heads_it = storage::select_headship(reader, *question.department, viewer.person).has_value();
    }
    who.owns_service = owns(reader, viewer, question.service);
    if (!may(act, who)) throw Refusal{ErrorCode::forbidden, "post"};
}

void check_may(Reader& reader, const Viewer& viewer, const PostAccess& post, const Idea& idea, IdeaAct act) {
    const auto department =
        idea.department ? storage::select_department(reader, *idea.department) : std::nullopt;
    IdeaStanding who{
        .proposed_it = post.author() == viewer.person,
        .curates = may_curate(post.tab()),
        .is_routed = department && !department->archived &&
                     (idea.service || !department->heads.empty() || !department->deputies.empty()),
        .has_status = idea.status.has_value()};
    if (who.is_routed) {
        who.heads_it = storage::select_headship(reader, *idea.department, viewer.person).has_value();
        who.owns_service = owns(reader, viewer, idea.service);
    }
    if (!may(act, who)) throw Refusal{ErrorCode::forbidden, "post"};
}

void check_owner(const GroupAccess& group) {
    if (!group.owner()) throw Refusal{ErrorCode::forbidden, "group"};
}

void check_full_member(const GroupAccess& group) {
    if (!group.full_member()) throw Refusal{ErrorCode::forbidden, "group"};
}

void check(const Viewer& viewer, Right right) {
    if (!has(viewer.role, right)) throw Refusal{ErrorCode::forbidden};
}

Management to_manage(Reader& reader, const Viewer& viewer, DepartmentId department) {
    check(viewer, Right::browse_people);
    if (has(viewer.role, Right::manage_departments)) return Management::whole;
    if (storage::select_headship(reader, department, viewer.person) != storage::Headship::head)
        throw Refusal{ErrorCode::forbidden, "department"};
    return Management::part;
}

}  // namespace plein::access
