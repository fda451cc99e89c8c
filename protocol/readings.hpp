/// Readings: how far one has read each tab, and whether one follows it.
#pragma once

#include "protocol/groups.hpp"
#include "protocol/limits.hpp"

namespace plein {

/// Everything in the tab up to and including this post is read, on all devices. Never moves backwards.
struct MarkRead {
    TabId tab;
    PostId up_to;

    using Response = Reading;
    static constexpr Endpoint endpoint{Method::put, "/api/tabs/{tab}/reading",
                                       "Marks a tab as read up to a post.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(MarkRead, tab, up_to);

struct ReadingList {
    std::vector<Reading> items;
};
PLEIN_DESCRIBE(ReadingList, items);

struct ReadMark {
    TabId tab;
    PostId up_to;
};
PLEIN_DESCRIBE(ReadMark, tab, up_to);

/// The same for several tabs, all or none of them.
struct MarkAllRead {
    List<ReadMark, limits::page_items> marks;

    using Response = ReadingList;
    static constexpr Endpoint endpoint{Method::put, "/api/home/reading",
                                       "Marks several tabs as read, each up to a post.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(MarkAllRead, marks);

/// Where a reading stood before the mark that made it `version`.
struct EarlierReading {
    TabId tab;
    std::int64_t version = 0;
    std::optional<Timestamp> read_until;
};
PLEIN_DESCRIBE(EarlierReading, tab, version, read_until);

/// Undo of a mark. A tab whose reading has changed since then, on whichever device, stays as it is.
struct RestoreReadings {
    List<EarlierReading, limits::page_items> readings;

    using Response = ReadingList;
    static constexpr Endpoint endpoint{Method::put, "/api/home/reading/restoration",
                                       "Takes marks back: what they marked as read is unread again.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(RestoreReadings, readings);

/// What this person wants to see and hear of a tab, on all devices. `every_post`: a notification of each new post, beside
/// what concerns them; not of a tab that is muted.
struct SetFollowing {
    TabId tab;
    Following following = Following::followed;
    std::optional<bool> every_post;  // without it, as it was

    using Response = Reading;
    static constexpr Endpoint endpoint{Method::put, "/api/tabs/{tab}/following",
                                       "Follows a tab, follows it no more, or mutes it.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(SetFollowing, tab, following, every_post);

/// The same for every tab of a group that the person reads, all or none of them.
struct SetGroupFollowing {
    GroupId group;
    Following following = Following::followed;
    bool every_post = false;

    using Response = ReadingList;
    static constexpr Endpoint endpoint{Method::put, "/api/groups/{group}/following",
                                       "Follows all tabs of a group, none any more, or mutes them.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(SetGroupFollowing, group, following, every_post);

}  // namespace plein
