/// Who may do what: the only place that decides. Each function checks the viewer in the reader's own
/// transaction and returns a proof that repositories ask for; in a write transaction it locks the rows the
/// proof stands on.
///
/// What one may not see is Refusal{not_found}; what one sees but may not do is Refusal{forbidden}.
#pragma once

#include "server/access/roles.hpp"
#include "server/access/rules.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plein::access {

using storage::AccountsAccess;
using storage::ArchivedGroupAccess;
using storage::ArchivedTabAccess;
using storage::DoorAccess;
using storage::GroupAccess;
using storage::LinkAccess;
using storage::ModeratedTabAccess;
using storage::ModeratedTabs;
using storage::PostAccess;
using storage::ProfileAccess;
using storage::ReadableTabs;
using storage::Reader;
using storage::Snapshot;
using storage::StreamAccess;
using storage::SystemAccess;
using storage::TabAccess;
using storage::Transaction;
using storage::Viewer;

/// SHA-256 of a session token, as it is stored.
[[nodiscard]] std::string hash_token(const std::string& token);

/// The active person behind a living session. Errors: not_signed_in (none, ended, expired, or suspended).
[[nodiscard]] Viewer identify(Reader& reader, const std::string& token_hash);

/// The same of several, each in the place of its token; nothing where the one above refuses.
[[nodiscard]] std::vector<std::optional<Viewer>> identify_all(Reader& reader,
                                                              const std::vector<std::string>& token_hashes);

/// The active person whose calendar this secret address leads to. Errors: not_found.
[[nodiscard]] Viewer identify_calendar(Snapshot& snapshot, const std::string& token_hash);

/// The same, for writes that change the viewer's own account or sessions: they take turns. Two that only
/// shared the rows could neither of them go on to change one.
[[nodiscard]] Viewer identify_alone(Transaction& tx, const std::string& token_hash);

/// The same, for writes that change other people's accounts: those of all administrators take turns. Two who took each
/// other's rights away at once would leave nobody with any.
[[nodiscard]] Viewer identify_in_turn(Transaction& tx, const std::string& token_hash);

/// Errors: forbidden, without the right to manage people.
AccountsAccess to_accounts(const Viewer& viewer);

/// Errors: not_found, for a group that is not there or that the viewer is not in.
[[nodiscard]] GroupAccess to_group(Reader& reader, const Viewer& viewer, GroupId group);

/// All own groups, by name. Of a snapshot only, as every proof that locks nothing.
[[nodiscard]] std::vector<GroupAccess> to_groups(Snapshot& snapshot, const Viewer& viewer);

/// An archived group of the viewer's own. Call `storage::lock_group` before. Nothing for every other group.
[[nodiscard]] std::optional<ArchivedGroupAccess> to_archived_group(Transaction& tx, const Viewer& viewer,
                                                                   GroupId group);
[[nodiscard]] std::vector<ArchivedGroupAccess> to_archived_groups(Snapshot& snapshot, const Viewer& viewer);
/// The group's door, for whoever may know that the group is there. In a write, `storage::lock_members` stands before it:
/// then nothing of it changes before the commit. Errors: not_found, the same for an unknown, an archived and a secret one.
[[nodiscard]] DoorAccess to_door(Reader& reader, const Viewer& viewer, GroupId group);
/// The same, by a link. Errors: not_found, the same for a link that is unknown, used up, expired, revoked, or whose maker
/// has lost the right to let people in.
[[nodiscard]] LinkAccess to_door_of_link(Reader& reader, const Viewer& viewer, const std::string& token_hash);

/// Errors: not_found, for a tab that is not there or that the viewer may not read.
[[nodiscard]] TabAccess to_tab(Reader& reader, const Viewer& viewer, TabId tab);

/// The same of several, each in its place; nothing where the one above refuses.
struct TabOfViewer {
    TabId tab;
    const Viewer* viewer;
};
[[nodiscard]] std::vector<std::optional<TabAccess>> to_each_tab(Reader& reader,
                                                                const std::vector<TabOfViewer>& asked);

/// The tab that a post is in. Errors: not_found, the same for a post that is not there and one out of sight.
[[nodiscard]] TabAccess to_tab_of(Reader& reader, const Viewer& viewer, PostId post);

/// The tab that a post is in, and the one that it is to go to, where the viewer reads that; both may be the same. They are
/// locked in one go. Errors: not_found, as above.
struct TabsOfMove {
    TabAccess from;
    std::optional<TabAccess> to;
};
[[nodiscard]] TabsOfMove to_tabs_of_move(Transaction& tx, const Viewer& viewer, PostId post, TabId to);

/// A post that others read. Errors: not_found, the same for one that is not there, out of sight, or not visible (any more).
[[nodiscard]] PostAccess to_post(Reader& reader, const Viewer& viewer, PostId post);
/// The same of several, each in its place; nothing where the one above refuses.
struct PostOfViewer {
    PostId post;
    const Viewer* viewer;
};
[[nodiscard]] std::vector<std::optional<PostAccess>> to_each_post(Reader& reader,
                                                                  const std::vector<PostOfViewer>& asked);
/// The post that a comment is below, whatever became of the comment. Errors: not_found, as above.
[[nodiscard]] PostAccess to_post_of(Reader& reader, const Viewer& viewer, CommentId comment);

/// The tabs of one group, or of all own groups, that the viewer may read.
[[nodiscard]] ReadableTabs to_tabs(Snapshot& snapshot, const Viewer& viewer, const GroupAccess& group);
[[nodiscard]] ReadableTabs to_tabs(Transaction& tx, const Viewer& viewer, const GroupAccess& group);
[[nodiscard]] ReadableTabs to_all_tabs(Snapshot& snapshot, const Viewer& viewer);
/// This tab, and those of its group that all full members read and whoever reads this one: what is said there, anybody here may
/// know of.
[[nodiscard]] ReadableTabs to_tabs_known_in(Snapshot& snapshot, const Viewer& viewer, const TabAccess& tab);
/// Those of all own groups that the viewer follows, by choice or by default.
[[nodiscard]] ReadableTabs to_followed_tabs(Snapshot& snapshot, const Viewer& viewer);

/// Of one group those that everyone who reads `tab` reads as well, by rule, the viewer among them.
[[nodiscard]] ReadableTabs to_tabs_as_open(Snapshot& snapshot, const Viewer& viewer, const TabAccess& tab);
/// These tabs, and beside them those of these posts that everyone who reads one of these reads as well, by rule. Nobody does
/// anything there.
[[nodiscard]] ReadableTabs with_tabs_as_open(Reader& reader, const ReadableTabs& tabs,
                                             const std::vector<PostId>& posts);

/// The tab that a post is in, for whoever decides on what is held there. Errors: not_found, the same for a post that is not
/// there, one out of sight, and for those who do not decide.
[[nodiscard]] ModeratedTabAccess to_moderated_tab_of(Reader& reader, const Viewer& viewer, PostId post);
/// Where the viewer decides, of all these tabs.
[[nodiscard]] ModeratedTabs to_moderated(const ReadableTabs& tabs);
/// Where the viewer decides, of one group. Errors: forbidden, for those who do not.
[[nodiscard]] ModeratedTabs to_moderated_tabs(Snapshot& snapshot, const Viewer& viewer,
                                              const GroupAccess& group);
/// The departments where the viewer works, or which they head. Locks nothing: a write does not stand on it.
[[nodiscard]] storage::Desks to_desks(Reader& reader, const Viewer& viewer);

/// Those of these people who are active and read the tab as well; in a write that stays so until the commit.
[[nodiscard]] std::vector<PersonId> readers_among(Reader& reader, const TabAccess& tab,
                                                  const std::vector<PersonId>& people);
/// The same of a post: below a confidential one those who asked or are of the desk.
[[nodiscard]] std::vector<PersonId> readers_among(Reader& reader, const PostAccess& post,
                                                  const std::vector<PersonId>& people);
[[nodiscard]] std::vector<PersonId> readers_among(Reader& reader, const SystemAccess& system, TabId tab,
                                                  const std::vector<PersonId>& people);

[[nodiscard]] std::vector<PersonId> readers_among(Reader& reader, const SystemAccess& system, TabId tab,
                                                  PostId post, const std::vector<PersonId>& people);

/// Errors: not_found, for a person who is not there or whom this viewer, a guest, has not met.
[[nodiscard]] ProfileAccess to_profile(Snapshot& snapshot, const Viewer& viewer, PersonId person);
/// An archived tab that the viewer may restore: who would read it if it were open, and may manage it. For everybody else
/// it is not there.
[[nodiscard]] std::optional<ArchivedTabAccess> find_archived_tab(Reader& reader, const Viewer& viewer,
                                                                 TabId tab);
/// The last one that was archived first.
[[nodiscard]] std::vector<ArchivedTabAccess> to_archived_tabs(Snapshot& snapshot, const Viewer& viewer,
                                                              const GroupAccess& group);

/// The streams asked for, each in its place; nothing for one that does not exist, is malformed, or is not the viewer's to
/// read.
struct StreamOfViewer {
    std::string stream;
    const Viewer* viewer;
};
[[nodiscard]] std::vector<std::optional<StreamAccess>> to_each_stream(
    Snapshot& snapshot, const std::vector<StreamOfViewer>& asked);

/// Every stream that members of the group may read, its own first: where somebody is told to be gone.
[[nodiscard]] std::vector<std::string> streams_of(Reader& reader, const GroupAccess& group);
[[nodiscard]] std::vector<std::string> streams_of(Reader& reader, const SystemAccess& system, GroupId group);
/// Every stream that the person may read: their own, all of their groups' and, unless they are a guest of it, the
/// organisation's.
[[nodiscard]] std::vector<std::string> streams_of(Reader& reader, const SystemAccess& system,
                                                  PersonId person);

/// Where what concerns visible posts is told; those whose tab is archived are not there. Locks the tabs as
/// `readable_streams` does, and the posts: none of them goes to another tab before the commit.
[[nodiscard]] std::map<PostId, Tab> tabs_with_streams(Transaction& tx, const SystemAccess& system,
                                                      const std::vector<PostId>& posts);

/// Of these people, who have ceased to head the department, those who are of its desk no longer.
[[nodiscard]] std::vector<PersonId> gone_from_desk(Reader& reader, const SystemAccess& system,
                                                   DepartmentId department,
                                                   const std::vector<PersonId>& people);

/// Every stream but their own that the person may read with this role and when they work in `department`, in the order
/// of names. Locks the tabs of all their groups: whose audience changes at this moment is read as it then is.
[[nodiscard]] std::vector<std::string> readable_streams(Transaction& tx, const SystemAccess& system,
                                                        PersonId person, Role role,
                                                        std::optional<DepartmentId> department);

/// Somebody who works in another department now, in the role that they had.
struct Move {
    PersonId person;
    std::optional<DepartmentId> before;
    std::optional<DepartmentId> after;
};
struct LostStream {
    std::string stream;
    PersonId person;
};
/// What each of them read before and reads no longer, of many at once. Locks the tabs as `readable_streams` does.
[[nodiscard]] std::vector<LostStream> lost_streams(Transaction& tx, const SystemAccess& system,
                                                   const std::vector<Move>& moves);

/// The active person for whom the system does what they asked for before; their rights are those of now. Nothing for who is
/// suspended.
[[nodiscard]] std::optional<Viewer> find_author(Transaction& tx, const SystemAccess& system, PersonId person);

/// For work that no person asked for.
[[nodiscard]] SystemAccess as_system(std::string reason);

/// Refusals of what is visible but not allowed. Errors: forbidden.
void check_may_post(const TabAccess& tab);
void check_may_manage(const TabAccess& tab);
/// Who looks after its posts: owners and moderators of the group, and heads of the tab's department.
void check_may_curate(const TabAccess& tab);
[[nodiscard]] bool may_curate(const TabAccess& tab);
/// Who does what with a question. Errors: forbidden.
void check_may(Reader& reader, const Viewer& viewer, const PostAccess& post, const Question& question,
               QuestionAct act);
/// Who does what with an idea; of a department that is archived or has nobody, as if it had none. Errors: forbidden.
void check_may(Reader& reader, const Viewer& viewer, const PostAccess& post, const Idea& idea, IdeaAct act);
void check_owner(const GroupAccess& group);
void check_full_member(const GroupAccess& group);
/// By the role in the organisation.
void check(const Viewer& viewer, Right right);

/// Who manages a department: administrators all of it, its heads a part. Errors: forbidden, for everyone else, guests of
/// the organisation included.
enum class Management { whole, part };
[[nodiscard]] Management to_manage(Reader& reader, const Viewer& viewer, DepartmentId department);

}  // namespace plein::access
