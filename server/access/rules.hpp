/// The rules themselves, without I/O: who reads a tab, who posts in it and changes it, where its events go.
#pragma once

#include "protocol/joining.hpp"
#include "protocol/profiles.hpp"

#include <optional>
#include <string>

namespace plein::access {

/// Who asks, in one group.
struct Standing {
    GroupRole role = GroupRole::guest;
    std::optional<DepartmentId> department;  // where the person works
    bool heads_tab_department = false;       // head or deputy of the department that the tab belongs to
    bool emergency = false;                  // in for an hour, with a reason
};

[[nodiscard]] bool may_read(const Tab& tab, const Standing& who);
/// Only asked of those who may read.
[[nodiscard]] bool may_post(const Tab& tab, const Standing& who);
/// Whether what they post is held until it is approved. Only asked of those who may post.
[[nodiscard]] bool needs_approval(const Tab& tab, const Standing& who);
/// Owners and moderators of a group decide on what is held, as far as they read it.
[[nodiscard]] bool moderates(GroupRole role);
/// Owners and heads of its department change a tab. Only asked of those who may read.
[[nodiscard]] bool may_manage(const Standing& who);
/// Whether the same people of the group read both.
[[nodiscard]] bool same_readers(const Tab& one, const Tab& other);
/// Whether somebody may read what goes from one tab to the other who could not before. By rule: of another group everybody is
/// taken for somebody else.
[[nodiscard]] bool widens(const Tab& from, const Tab& to);

/// How somebody who looks at a profile stands to its person. `outsider`: a guest of the organisation.
enum class Relation { oneself, groupmate, colleague, outsider };

/// Whether a field of a profile is open to them.
[[nodiscard]] bool may_see(ProfileAudience audience, Relation viewer);

/// Who stands at a group's door.
struct Caller {
    Role role = Role::guest;  // in the organisation
    GroupStanding standing = GroupStanding::none;
    std::optional<GroupRole> invited_as;  // by somebody who is still an active owner
};

/// Whether the caller may know that a group of this visibility is there.
[[nodiscard]] bool may_know(GroupVisibility visibility, const Caller& who);
/// As what the group lets the caller in at once; nothing for a member, and for who can only ask. Only asked of those who
/// may know.
[[nodiscard]] std::optional<GroupRole> admits_as(GroupKind kind, const Caller& who);
/// As what a link lets in: people from outside the organisation are guests.
[[nodiscard]] GroupRole link_admits_as(Role role);

/// What holds for those who have not chosen: the general tabs and the own department's are followed, in an interest group
/// every tab; a guest follows what was opened for guests, and whoever is in by emergency access nothing.
[[nodiscard]] Following default_following(const Tab& tab, GroupKind kind, const Standing& who);

/// What somebody would do with a question, and how they stand to it.
enum class QuestionAct { route, pick_up, put_down, mark_answer, reopen, merge, unmerge };
struct QuestionStanding {
    bool asked_it = false;
    bool curates = false;       // looks after the tab
    bool is_routed = false;     // a department is asked
    bool is_accepted = false;   // the answer, by who asked
    bool works_there = false;   // in that department
    bool heads_it = false;      // that department, as head or deputy
    bool owns_service = false;  // that the question is about
    bool picked_it_up = false;
    bool full_member = false;  // of the group
};
/// Only asked of those who may read it.
[[nodiscard]] bool may(QuestionAct act, const QuestionStanding& who);

/// How somebody stands to a confidential question.
struct DeskStanding {
    bool asked_it = false;
    bool works_there = false;   // in the department that is asked
    bool heads_it = false;      // that department, as head or deputy
    bool owns_service = false;  // that the question is about
};
/// Only asked of those who read the tab that it was asked in.
[[nodiscard]] bool may_read_confidential(const DeskStanding& who);

/// What somebody would do with an idea, and how they stand to it.
enum class IdeaAct { route, decide };
struct IdeaStanding {
    bool proposed_it = false;
    bool curates = false;       // looks after the tab
    bool is_routed = false;     // an open department decides on it, which has somebody who does
    bool has_status = false;    // it was decided on before
    bool heads_it = false;      // that department, as head or deputy
    bool owns_service = false;  // that the idea is about
};
/// Only asked of those who may read it.
[[nodiscard]] bool may(IdeaAct act, const IdeaStanding& who);

/// A poll, for somebody who may read it.
struct PollStanding {
    bool is_anonymous = false;
    bool is_closed = false;
    bool has_voted = false;
    std::size_t voters = 0;
};
/// How many have voted.
[[nodiscard]] bool may_count_voters(const PollStanding& poll);
/// How many chose what. From too few anonymous votes one could tell whose they are.
[[nodiscard]] bool may_see_votes(const PollStanding& poll);
/// Who chose what.
[[nodiscard]] bool may_list_votes(const PollStanding& poll);

/// The group's stream when all full members and nobody else read the tab; otherwise a stream of its own.
[[nodiscard]] std::string stream_of(const Tab& tab);

}  // namespace plein::access
