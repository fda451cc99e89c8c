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

/// Who posts in a tab. `owners`: group owners and heads of the tab's department.
enum class PostingRule { everyone, owners };
PLEIN_DESCRIBE_ENUM(PostingRule, everyone, owners)

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
};
PLEIN_DESCRIBE(Reading, tab, version, read_until, unread, following);

struct TabView {
    Tab tab;
    Reading reading;
    bool may_post = false;
};
PLEIN_DESCRIBE(TabView, tab, reading, may_post);

}  // namespace plein
