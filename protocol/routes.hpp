/// Every request of the HTTP API. The generators and the tests walk this list; a route that is bound in the
/// server but missing here, or the other way round, fails a test.
#pragma once

#include "protocol/accounts.hpp"
#include "protocol/departments.hpp"
#include "protocol/filling.hpp"
#include "protocol/groups.hpp"
#include "protocol/invitation_links.hpp"
#include "protocol/invitations.hpp"
#include "protocol/joining.hpp"
#include "protocol/members.hpp"
#include "protocol/posts.hpp"

namespace plein {

using Requests =
    boost::mp11::mp_list<SignIn, SignOut, GetMe, SetPreferences, ChangePassword, ListSessions, EndSession,
                         ListDepartments, ListPeople, SuspendPerson, ReinstatePerson, ListGroups, GetGroup,
                         ListMembers, ListCandidates, SetMember, RemoveMember, ListDirectory, AskToJoin,
                         WithdrawRequest, ListStandings, ListJoinRequests, ApproveRequest, DeclineRequest,
                         DismissDeclined, ListInvitations, SetInvitation, WithdrawInvitation,
                         AcceptInvitation, DeclineInvitation, ListLinks, CreateLink, RevokeLink, LookAtLink,
                         FollowLink, PlanFilling, AddMembers, ListPosts, ListGroupPosts, ListHomePosts,
                         GetPost, CreatePost, EditPost, DeletePost, RestorePost, MarkRead>;

}  // namespace plein
