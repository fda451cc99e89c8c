/// Proofs: values that only `access/` can make, after checking the viewer in the same transaction. A
/// repository function that touches closed content asks for one, so code without the check does not compile.
/// (ADR 0004)
///
/// In a write transaction a proof has locked the membership and user rows it stands on (`FOR SHARE`): they
/// cannot be revoked before the commit. A proof lives no longer than its transaction.
#pragma once

#include "protocol/groups.hpp"
#include "protocol/ids.hpp"
#include "protocol/joining.hpp"
#include "protocol/profiles.hpp"
#include "protocol/streams.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plein::access {
struct Maker;  // defined in server/access only
}

namespace plein::storage {

/// Who asks, as the transaction sees them: an active account with a living session, or whose
/// calendar it is.
class Viewer {
public:
    PersonId person;
    SessionId session;
    Role role = Role::employee;
    std::optional<DepartmentId> department;

    [[nodiscard]] std::string stream() const { return stream_of(person); }

private:
    friend struct access::Maker;
    Viewer() = default;
};

/// The viewer is a member of the group, with this role.
class GroupAccess {
public:
    [[nodiscard]] GroupId group() const { return group_; }
    [[nodiscard]] GroupRole role() const { return role_; }
    /// The group's own stream; guests do not read it.
    [[nodiscard]] std::string stream() const { return stream_of(group_); }
    [[nodiscard]] bool full_member() const { return role_ != GroupRole::guest; }
    [[nodiscard]] bool owner() const { return role_ == GroupRole::owner; }

private:
    friend struct access::Maker;
    GroupAccess() = default;
    GroupId group_;
    GroupRole role_ = GroupRole::guest;
};

/// The viewer owns this group, and it is archived: may see that it is there, and restore it.
class ArchivedGroupAccess {
public:
    [[nodiscard]] GroupId group() const { return group_; }

private:
    friend struct access::Maker;
    ArchivedGroupAccess() = default;
    GroupId group_;
};

/// The viewer stands at the group's door: it is listed, they are invited, they have its link, or they are in. They may
/// know its sign; it opens nothing of what is inside.
class DoorAccess {
public:
    [[nodiscard]] GroupId group() const { return group_; }
    [[nodiscard]] PersonId person() const { return person_; }
    [[nodiscard]] GroupStanding standing() const { return standing_; }
    /// As what the group lets the viewer in without an owner's word; nothing for a member, and for who can only ask.
    [[nodiscard]] std::optional<GroupRole> admits_as() const { return admits_as_; }

private:
    friend struct access::Maker;
    DoorAccess() = default;
    GroupId group_;
    PersonId person_;
    GroupStanding standing_ = GroupStanding::none;
    std::optional<GroupRole> admits_as_;
};

/// The same, by an open invitation link: it shows the group's purpose as well.
class LinkAccess : public DoorAccess {
private:
    friend struct access::Maker;
    explicit LinkAccess(const DoorAccess& door) : DoorAccess(door) {}
};

/// The viewer may read this tab.
class TabAccess {
public:
    [[nodiscard]] const GroupAccess& group() const { return group_; }
    [[nodiscard]] const Tab& tab() const { return tab_; }
    [[nodiscard]] const std::string& stream() const { return tab_.stream; }
    /// The posting rule lets this viewer post.
    [[nodiscard]] bool may_post() const { return may_post_; }
    /// The viewer may change it and who reads it.
    [[nodiscard]] bool may_manage() const { return may_manage_; }
    /// What this viewer posts is held first.
    [[nodiscard]] bool needs_approval() const { return needs_approval_; }
    /// What holds as long as this viewer has not chosen.
    [[nodiscard]] Following default_following() const { return default_following_; }

private:
    friend struct access::Maker;
    TabAccess(GroupAccess group, Tab tab, bool may_post, bool may_manage, bool needs_approval,
              Following by_default)
        : group_(group),
          tab_(std::move(tab)),
          may_post_(may_post),
          may_manage_(may_manage),
          needs_approval_(needs_approval),
          default_following_(by_default) {}
    GroupAccess group_;
    Tab tab_;
    bool may_post_;
    bool may_manage_;
    bool needs_approval_;
    Following default_following_;
};

/// Who reads a confidential question beside the one who asked it, as far as they read its tab: whoever works in the
/// department or heads it, and the owner of the service.
struct Desk {
    DepartmentId department;
    std::optional<PersonId> service_owner;
};

/// The viewer may read this post: it is visible in a tab that they read, or confidential and theirs to read. In a write its
/// row is locked FOR SHARE as well: nobody edits, moves or deletes it before the commit; of a confidential one that of the
/// question too, so nobody sends it to another desk.
class PostAccess {
public:
    [[nodiscard]] PostId post() const { return post_; }
    [[nodiscard]] PersonId author() const { return author_; }
    /// Of a confidential post its stream is the desk's, which says nothing of what happened.
    [[nodiscard]] const TabAccess& tab() const { return tab_; }
    /// Where the viewer hears of what happens to it.
    [[nodiscard]] const std::string& stream() const { return stream_; }
    /// Of a confidential question.
    [[nodiscard]] const std::optional<Desk>& desk() const { return desk_; }

private:
    friend struct access::Maker;
    PostAccess(TabAccess tab, PostId post, PersonId author, std::string stream, std::optional<Desk> desk)
        : tab_(std::move(tab)), post_(post), author_(author), stream_(std::move(stream)), desk_(desk) {}
    TabAccess tab_;
    PostId post_;
    PersonId author_;
    std::string stream_;
    std::optional<Desk> desk_;
};

/// The departments whose desk the viewer is of.
class Desks {
public:
    [[nodiscard]] PersonId person() const { return person_; }
    [[nodiscard]] const std::vector<DepartmentId>& departments() const { return departments_; }

private:
    friend struct access::Maker;
    Desks() = default;
    PersonId person_;
    std::vector<DepartmentId> departments_;
};

/// The viewer may read this tab, and decides what others may read of what is held there.
class ModeratedTabAccess : public TabAccess {
private:
    friend struct access::Maker;
    explicit ModeratedTabAccess(const TabAccess& tab) : TabAccess(tab) {}
};

/// The viewer may restore this archived tab. It opens nothing of what was posted there.
class ArchivedTabAccess {
public:
    [[nodiscard]] const GroupAccess& group() const { return group_; }
    [[nodiscard]] const Tab& tab() const { return tab_; }
    [[nodiscard]] Timestamp archived_at() const { return archived_at_; }

private:
    friend struct access::Maker;
    ArchivedTabAccess(GroupAccess group, Tab tab, Timestamp archived_at)
        : group_(group), tab_(std::move(tab)), archived_at_(archived_at) {}
    GroupAccess group_;
    Tab tab_;
    Timestamp archived_at_;
};

/// The tabs that the viewer may read, of one group or of all own groups, in the order of the screen.
class ReadableTabs {
public:
    explicit ReadableTabs(const TabAccess& tab) : tabs_{tab} {}

    [[nodiscard]] const std::vector<TabAccess>& tabs() const { return tabs_; }
    [[nodiscard]] std::vector<TabId> ids() const {
        std::vector<TabId> ids;
        for (const TabAccess& access : tabs_)
            ids.push_back(access.tab().id);
        return ids;
    }

private:
    friend struct access::Maker;
    ReadableTabs() = default;
    std::vector<TabAccess> tabs_;
};

/// Those of them where the viewer decides on what is held.
class ModeratedTabs : public ReadableTabs {
private:
    friend struct access::Maker;
    explicit ModeratedTabs(ReadableTabs tabs) : ReadableTabs(std::move(tabs)) {}
};

/// The viewer may see this person, and of their profile the fields with one of these audiences.
class ProfileAccess {
public:
    [[nodiscard]] PersonId person() const { return person_; }
    [[nodiscard]] const std::vector<ProfileAudience>& open() const { return open_; }

private:
    friend struct access::Maker;
    ProfileAccess() = default;
    PersonId person_;
    std::vector<ProfileAudience> open_;
};

/// The viewer may read what this stream says (subscribe, resume).
class StreamAccess {
public:
    [[nodiscard]] const std::string& stream() const { return stream_; }

private:
    friend struct access::Maker;
    StreamAccess() = default;
    std::string stream_;
};

/// The viewer keeps everyone's accounts.
class AccountsAccess {
public:
    [[nodiscard]] PersonId manager() const { return manager_; }

private:
    friend struct access::Maker;
    AccountsAccess() = default;
    PersonId manager_;
};

/// Work that no person asked for: jobs, migration of data, the command line. The reason is logged (debug).
class SystemAccess {
public:
    [[nodiscard]] const std::string& reason() const { return reason_; }

private:
    friend struct access::Maker;
    SystemAccess() = default;
    std::string reason_;
};

}  // namespace plein::storage
