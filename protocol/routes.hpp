/// Every request of the HTTP API. The generators and the tests walk this list; a route that is bound in the
/// server but missing here, or the other way round, fails a test.
#pragma once

#include "protocol/accounts.hpp"
#include "protocol/activation.hpp"
#include "protocol/bookmarks.hpp"
#include "protocol/calendar_events.hpp"
#include "protocol/confirmations.hpp"
#include "protocol/departments.hpp"
#include "protocol/drafts.hpp"
#include "protocol/emergency.hpp"
#include "protocol/filling.hpp"
#include "protocol/group_changes.hpp"
#include "protocol/held.hpp"
#include "protocol/holidays.hpp"
#include "protocol/ideas.hpp"
#include "protocol/invitation_links.hpp"
#include "protocol/invitations.hpp"
#include "protocol/joining.hpp"
#include "protocol/link_previews.hpp"
#include "protocol/managed_accounts.hpp"
#include "protocol/members.hpp"
#include "protocol/mentions.hpp"
#include "protocol/notifications.hpp"
#include "protocol/people_import.hpp"
#include "protocol/pins.hpp"
#include "protocol/polls.hpp"
#include "protocol/posts.hpp"
#include "protocol/presence.hpp"
#include "protocol/profiles.hpp"
#include "protocol/questions.hpp"
#include "protocol/readings.hpp"
#include "protocol/scheduled.hpp"
#include "protocol/services.hpp"
#include "protocol/topics.hpp"
#include "protocol/versions.hpp"

namespace plein {

using Requests = boost::mp11::mp_append<
    // accounts
    boost::mp11::mp_list<SignIn, SignOut, GetMe, SetPreferences, FinishWelcome, ChangePassword, ListSessions,
                         EndSession, ListAccounts, GetAccount, CreateAccount, EditAccount,
                         ListAccountSessions, EndAccountSession, PlanImport, ApplyImport, SuspendPerson,
                         ReinstatePerson, MakeActivation, MakeActivations, WithdrawActivation, OpenActivation,
                         Activate>,
    // the organisation
    boost::mp11::mp_list<ListDepartments, CreateDepartment, EditDepartment, ArchiveDepartment,
                         RestoreDepartment, ListHolidays, SetHolidays, ListServices, CreateService,
                         EditService, RemoveService, ListPeople, BrowsePeople, GetProfile, GetOwnProfile,
                         SetProfile>,
    // groups and who is in them
    boost::mp11::mp_list<ListGroups, GetGroup, CreateGroup, EditGroup, ArchiveGroup, RestoreGroup,
                         ListArchivedGroups, BreakGlass, ListEmergencyAccesses, ListMembers, ListCandidates,
                         SetMember, RemoveMember, PlanFilling, AddMembers>,
    boost::mp11::mp_list<ListDirectory, AskToJoin, WithdrawRequest, ListStandings, ListJoinRequests,
                         ApproveRequest, DeclineRequest, DismissDeclined, ListInvitations, SetInvitation,
                         WithdrawInvitation, AcceptInvitation, DeclineInvitation, ListLinks, CreateLink,
                         RevokeLink, LookAtLink, FollowLink>,
    // tabs, posts, and how far one has read them
    boost::mp11::mp_list<CreateTab, EditTab, OrderTabs, ArchiveTab, RestoreTab, ListArchivedTabs, GetReaders>,
    boost::mp11::mp_list<ListPosts, ListGroupPosts, ListHomePosts, GetPost, CreatePost, EditPost, DeletePost,
                         RestorePost, MovePost, TranslatePost, RemoveTranslation, GetLinkPreview,
                         GetLinkPreviewImage, MarkRead, MarkAllRead, RestoreReadings, SetFollowing,
                         SetGroupFollowing>,
    boost::mp11::mp_list<ListPinnedPosts, PinPost, UnpinPost, LockPost, UnlockPost, ListPostVersions,
                         ListCommentVersions, ListBookmarks, KeepPost, DropPost>,
    boost::mp11::mp_list<RouteQuestion, PickUpQuestion, PutDownQuestion, MarkAnswer, UnmarkAnswer,
                         ReopenQuestion, MergeQuestion, UnmergeQuestion, ListEqualQuestions, ListQuestions,
                         ListOpenQuestions, GetAnswerTimes>,
    boost::mp11::mp_list<ListNotifications, ReadNotifications, ListMentionChoices, ListTopicChoices,
                         ListTopicPosts, SetPresence, Beat>,
    boost::mp11::mp_list<CastVote, WithdrawVote, ClosePoll, ListVotes>,
    boost::mp11::mp_list<ConfirmNews, ListConfirmations, RemindReaders, AcknowledgeNews, ListWaitingNews>,
    boost::mp11::mp_list<VoteForIdea, WithdrawIdeaVote, ListIdeaVotes, RouteIdea, DecideIdea, ListIdeas>,
    boost::mp11::mp_list<SetAttendance, WithdrawAttendance, ListAttendances, RescheduleEvent, CancelEvent,
                         ListEvents, GetEventFile, GetCalendarFeed, MakeCalendarFeed, EndCalendarFeed,
                         ReadCalendarFeed>,
    boost::mp11::mp_list<ListComments, CreateComment, EditComment, DeleteComment, RestoreComment, SetReaction,
                         ListReactors>,
    boost::mp11::mp_list<ListHeldPosts, ListOwnHeldPosts, EditHeldPost, WithdrawHeldPost, ApproveHeldPost,
                         DeclineHeldPost>,
    boost::mp11::mp_list<ListDrafts, SaveDraft, DropDraft, ListScheduledPosts, EditScheduledPost,
                         PublishScheduledPost, CancelScheduledPost>>;

}  // namespace plein
