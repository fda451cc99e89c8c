/// Every request of the HTTP API. The generators and the tests walk this list; a route that is bound in the
/// server but missing here, or the other way round, fails a test.
#pragma once

#include "protocol/accounts.hpp"
#include "protocol/departments.hpp"
#include "protocol/emergency.hpp"
#include "protocol/group_changes.hpp"
#include "protocol/members.hpp"
#include "protocol/posts.hpp"

namespace plein {

using Requests =
    boost::mp11::mp_list<SignIn, SignOut, GetMe, SetPreferences, ChangePassword, ListSessions, EndSession,
                         ListDepartments, ListPeople, SuspendPerson, ReinstatePerson, ListGroups, GetGroup,
                         CreateGroup, EditGroup, ArchiveGroup, RestoreGroup, ListArchivedGroups, BreakGlass,
                         ListEmergencyAccesses, ListMembers, ListCandidates, SetMember, RemoveMember,
                         ListPosts, ListGroupPosts, ListHomePosts, GetPost, CreatePost, EditPost, DeletePost,
                         RestorePost, MarkRead>;

}  // namespace plein
