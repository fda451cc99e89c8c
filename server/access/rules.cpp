#include "server/access/rules.hpp"

namespace plein::access {

bool may_read(const Tab& tab, const Standing& who) {
    const bool full_member = who.role != GroupRole::guest;
    switch (tab.audience) {
        case TabAudience::members:
            return full_member;
        case TabAudience::department:
            return full_member && tab.department && tab.department == who.department;
        case TabAudience::guests:
            return true;
    }
    return false;
}

bool may_post(const Tab& tab, const Standing& who) {
    switch (tab.posting) {
        case PostingRule::everyone:
        case PostingRule::approval:
            return true;
        case PostingRule::owners:
            return who.role == GroupRole::owner || who.heads_tab_department;
    }
    return false;
}

bool needs_approval(const Tab& tab, const Standing& who) {
    return tab.posting == PostingRule::approval && !moderates(who.role);
}

bool moderates(GroupRole role) { return role == GroupRole::owner || role == GroupRole::moderator; }

bool may_see(ProfileAudience audience, Relation viewer) {
    if (viewer == Relation::oneself) return true;
    switch (audience) {
        case ProfileAudience::everyone:
            return viewer != Relation::outsider;
        case ProfileAudience::groupmates:
            return viewer == Relation::groupmate;
        case ProfileAudience::nobody:
            return false;
    }
    return false;
}

bool may_manage(const Standing& who) {
    return who.role == GroupRole::owner || (who.heads_tab_department && who.role != GroupRole::guest);
}

bool same_readers(const Tab& one, const Tab& other) {
    const bool one_department = one.department == other.department;
    return one.audience == other.audience && (one.audience != TabAudience::department || one_department);
}

bool widens(const Tab& from, const Tab& to) {
    if (from.group != to.group) return true;
    switch (from.audience) {
        case TabAudience::members:
            return to.audience == TabAudience::guests;
        case TabAudience::department:
            return !same_readers(from, to);
        case TabAudience::guests:
            return false;
    }
    return true;
}

bool may_know(GroupVisibility visibility, const Caller& who) {
    if (who.standing == GroupStanding::member || who.invited_as) return true;
    return visibility == GroupVisibility::closed && who.role != Role::guest;
}

std::optional<GroupRole> admits_as(GroupKind kind, const Caller& who) {
    if (who.standing == GroupStanding::member) return std::nullopt;
    if (who.invited_as) return who.role == Role::guest ? GroupRole::guest : *who.invited_as;
    if (kind == GroupKind::interest) return GroupRole::member;
    return std::nullopt;
}

GroupRole link_admits_as(Role role) { return role == Role::guest ? GroupRole::guest : GroupRole::member; }

Following default_following(const Tab& tab, GroupKind kind, const Standing& who) {
    if (who.emergency) return Following::unfollowed;
    const bool concerns = !tab.department || tab.department == who.department;
    const bool is_followed = concerns || kind == GroupKind::interest || who.role == GroupRole::guest;
    return is_followed ? Following::followed : Following::unfollowed;
}

bool may(QuestionAct act, const QuestionStanding& who) {
    const bool answers_for_it = who.works_there || who.heads_it || who.owns_service;
    switch (act) {
        case QuestionAct::route:
            return who.asked_it || answers_for_it || who.curates;
        case QuestionAct::pick_up:
            return who.is_routed ? answers_for_it : who.full_member;
        case QuestionAct::put_down:
            return who.picked_it_up || who.heads_it || who.curates;
        case QuestionAct::mark_answer:
            return who.asked_it || (!who.is_accepted && (who.heads_it || who.curates));
        case QuestionAct::reopen:
            return who.asked_it;
        case QuestionAct::merge:
            return answers_for_it || who.curates;
        case QuestionAct::unmerge:
            return who.asked_it || answers_for_it || who.curates;
    }
    return false;
}

bool may_read_confidential(const DeskStanding& who) {
    return who.asked_it || who.works_there || who.heads_it || who.owns_service;
}

bool may(IdeaAct act, const IdeaStanding& who) {
    const bool decides = who.is_routed ? who.heads_it || who.owns_service : who.curates;
    switch (act) {
        case IdeaAct::route:
            return decides || who.curates || (who.proposed_it && !who.has_status);
        case IdeaAct::decide:
            return decides;
    }
    return false;
}

bool may_count_voters(const PollStanding& poll) { return !poll.is_anonymous || poll.is_closed; }

bool may_see_votes(const PollStanding& poll) {
    if (poll.is_anonymous) return poll.is_closed && poll.voters >= limits::told_votes;
    return poll.has_voted || poll.is_closed;
}

bool may_list_votes(const PollStanding& poll) { return !poll.is_anonymous && may_see_votes(poll); }

std::string stream_of(const Tab& tab) {
    if (tab.audience == TabAudience::members) return plein::stream_of(tab.group);
    return plein::stream_of(tab.id);
}

}  // namespace plein::access
