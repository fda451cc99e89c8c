/// The tabs of a group: most belong to a department. Who reads and posts in each, and how far one has read it.
#pragma once

#include "protocol/people.hpp"
#include "protocol/streams.hpp"
#include "protocol/time.hpp"

namespace plein {

/// Who reads a tab: all full members; full members who work in its department, and not even the group's owners
/// besides (ADR 0007); all full members and guests.
enum class TabAudience { members, department, guests };
PLEIN_DESCRIBE_ENUM(TabAudience, members, department, guests)

/// Who posts in a tab. `owners`: group owners and heads of the tab's department. `approval`: everyone, but what others than
/// the group's owners and moderators write is held until one of these approves it (ADR 0024).
enum class PostingRule { everyone, owners, approval };
PLEIN_DESCRIBE_ENUM(PostingRule, everyone, owners, approval)

/// Whom a post speaks for.
enum class Mark { work, personal };
PLEIN_DESCRIBE_ENUM(Mark, work, personal)

struct Tab {
    TabId id;
    GroupId group;
    std::int32_t version = 1;
    std::string name;
    std::optional<DepartmentId> department;  // none: General
    TabAudience audience = TabAudience::members;
    PostingRule posting = PostingRule::everyone;
    Mark default_mark = Mark::work;
    std::int32_t position = 0;
    std::string stream;  // where its events come: the group's stream, or its own when its audience differs
};
PLEIN_DESCRIBE(Tab, id, group, version, name, department, audience, posting, default_mark, position, stream);

/// What a person wants to see of a tab. `followed`: its posts stand on Home, and what is unread counts. `unfollowed`:
/// neither. `muted`: neither, but a mark tells that something is unread.
enum class Following { followed, unfollowed, muted };
PLEIN_DESCRIBE_ENUM(Following, followed, unfollowed, muted)

/// How far this person has read a tab, and whether they follow it. `version` grows with each change of theirs; an older
/// one is ignored.
struct Reading {
    TabId tab;
    std::int64_t version = 0;
    std::optional<Timestamp> read_until;  // posts by others after this moment are unread; none: everything is
    std::int32_t unread = 0;              // counted up to 100
    Following following =
        Following::followed;  // as chosen; without a choice, as the tab and its reader have it
    bool every_post = false;  // they want a notification of each new post
    StreamCursor counted;     // how far the tab's stream had come: later posts are not among the unread
};
PLEIN_DESCRIBE(Reading, tab, version, read_until, unread, following, every_post, counted);

struct TabView {
    Tab tab;
    Reading reading;
    bool may_post = false;
    bool may_manage = false;
    bool needs_approval = false;  // what this person posts here is held first
    std::int32_t own_held = 0;    // own posts here that wait
    std::int32_t own_declined = 0;
};
PLEIN_DESCRIBE(TabView, tab, reading, may_post, may_manage, needs_approval, own_held, own_declined);

/// The id alone: who makes a tab for another department does not read it.
struct CreatedTab {
    TabId id;
};
PLEIN_DESCRIBE(CreatedTab, id);

/// Adds a tab behind the others. A retry with the same `client_id` returns what the first try made. Errors: conflict about
/// `name`, when an open tab that the person reads has this name.
struct CreateTab {
    GroupId group;
    Uuid client_id;
    Text<limits::tab_name, 1> name;
    std::optional<DepartmentId> department;
    TabAudience audience = TabAudience::members;  // `department` needs one
    PostingRule posting = PostingRule::everyone;
    Mark default_mark = Mark::work;

    using Response = CreatedTab;
    static constexpr Endpoint endpoint{Method::post,
                                       "/api/groups/{group}/tabs",
                                       "Adds a tab to a group (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict,
                                       ErrorCode::full};
};
PLEIN_DESCRIBE(CreateTab, group, client_id, name, department, audience, posting, default_mark);

/// All that a tab is; `version` is the one that was edited. Another audience takes effect at once, on open connections
/// too. Errors: conflict, as above, about another name.
struct EditTab {
    TabId tab;
    std::int32_t version = 1;
    Text<limits::tab_name, 1> name;
    std::optional<DepartmentId> department;
    TabAudience audience = TabAudience::members;
    PostingRule posting = PostingRule::everyone;
    Mark default_mark = Mark::work;

    using Response = Tab;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/tabs/{tab}",       "Changes a tab (owners, and heads of its department).",
        Audience::signed_in, ErrorCode::not_found,    ErrorCode::forbidden,
        ErrorCode::conflict, ErrorCode::stale_version};
};
PLEIN_DESCRIBE(EditTab, tab, version, name, department, audience, posting, default_mark);

struct TabList {
    std::vector<Tab> items;
};
PLEIN_DESCRIBE(TabList, items);

/// A tab as the viewer knows it.
struct KnownTab {
    TabId tab;
    std::int32_t version = 1;
};
PLEIN_DESCRIBE(KnownTab, tab, version);

/// Puts the tabs of a group in this order: all that the viewer reads. Others keep their places in between; 409
/// stale_version when one of them changed, came or went.
struct OrderTabs {
    GroupId group;
    List<KnownTab, limits::tabs> tabs;

    using Response = TabList;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/groups/{group}/tabs/order",
                                       "Puts the tabs of a group in another order (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::stale_version};
};
PLEIN_DESCRIBE(OrderTabs, group, tabs);

/// Takes a tab and its posts out of everyone's sight, at once. Archiving twice is no error; a group keeps one tab.
struct ArchiveTab {
    TabId tab;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/tabs/{tab}/archived",
                                       "Archives a tab (owners, and heads of its department).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::last_tab,
                                       ErrorCode::full};
};
PLEIN_DESCRIBE(ArchiveTab, tab);

/// Brings an archived tab back, with its posts and what each person had read of them.
struct RestoreTab {
    TabId tab;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/tabs/{tab}/archived",
                                       "Restores an archived tab (owners, and heads of its department).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::full};
};
PLEIN_DESCRIBE(RestoreTab, tab);

struct ArchivedTab {
    Tab tab;
    Timestamp archived_at;
};
PLEIN_DESCRIBE(ArchivedTab, tab, archived_at);

struct ArchivedTabList {
    std::vector<ArchivedTab> items;
};
PLEIN_DESCRIBE(ArchivedTabList, items);

/// Those that the viewer may restore, the last one first; at most `limits::archived_tabs`.
struct ListArchivedTabs {
    GroupId group;

    using Response = ArchivedTabList;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/groups/{group}/tabs/archived",
                                       "Archived tabs that one may restore.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListArchivedTabs, group);

/// How many people would read a tab, by its audience. People whose account is suspended do not count.
struct DepartmentReaders {
    DepartmentId department;
    std::int32_t members = 0;
};
PLEIN_DESCRIBE(DepartmentReaders, department, members);

struct Readers {
    std::int32_t members = 0;  // full ones
    std::int32_t guests = 0;
    std::vector<DepartmentReaders> departments;  // of full members; those with at least one
};
PLEIN_DESCRIBE(Readers, members, guests, departments);

struct GetReaders {
    GroupId group;

    using Response = Readers;
    static constexpr Endpoint endpoint{
        Method::get,         "/api/groups/{group}/readers", "How many people each audience of the group is.",
        Audience::signed_in, ErrorCode::not_found,          ErrorCode::forbidden};
};
PLEIN_DESCRIBE(GetReaders, group);

}  // namespace plein
