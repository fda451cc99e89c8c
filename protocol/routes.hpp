/// Every request of the HTTP API. The generators and the tests walk this list; a route that is bound in the
/// server but missing here, or the other way round, fails a test.
#pragma once

#include "protocol/accounts.hpp"
#include "protocol/departments.hpp"
#include "protocol/groups.hpp"
#include "protocol/members.hpp"
#include "protocol/posts.hpp"
#include "protocol/readings.hpp"

namespace plein {

using Requests =
    boost::mp11::mp_list<SignIn, SignOut, GetMe, SetPreferences, FinishWelcome, ChangePassword, ListSessions,
                         EndSession, ListDepartments, ListPeople, SuspendPerson, ReinstatePerson, ListGroups,
                         GetGroup, ListMembers, ListCandidates, SetMember, RemoveMember, ListPosts,
                         ListGroupPosts, ListHomePosts, GetPost, CreatePost, EditPost, DeletePost,
                         RestorePost, MarkRead, MarkAllRead, RestoreReadings, SetFollowing>;

}  // namespace plein
