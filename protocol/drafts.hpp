/// Drafts: what one is writing in a tab, kept for all of one's devices. Nobody else reads them.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/ids.hpp"
#include "protocol/limits.hpp"
#include "protocol/streams.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plein {

/// `content` is what a client keeps of it, in that client's own words: half of a poll is no poll yet. `version` grows with
/// each change; clients ignore an older one.
struct Draft {
    TabId tab;
    std::int64_t version = 1;
    std::string content;
    Timestamp saved_at;
};
PLEIN_DESCRIBE(Draft, tab, version, content, saved_at);

struct DraftList {
    std::vector<Draft> items;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(DraftList, items, cursors);

/// In tabs that the person still reads, the last one that was kept first.
struct ListDrafts {
    using Response = DraftList;
    static constexpr Endpoint endpoint{Method::get, "/api/me/drafts", "What the person is writing.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(ListDrafts);

/// `version` is the one that was written on, 0 for none. Errors: stale_version, when another device has kept another text
/// since. With too many of them the oldest goes.
struct SaveDraft {
    TabId tab;
    std::int64_t version = 0;
    Text<limits::draft, 1> content;

    using Response = Draft;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/tabs/{tab}/draft", "Keeps what one is writing.",
        Audience::signed_in, ErrorCode::not_found,    ErrorCode::stale_version};
};
PLEIN_DESCRIBE(SaveDraft, tab, version, content);

/// Also of a tab that is out of sight by now. Dropping twice is no error. `version` is the one that was seen; without it
/// whatever is there goes. Errors: stale_version, when another device has kept another text since.
struct DropDraft {
    TabId tab;
    std::optional<std::int64_t> version;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_, "/api/tabs/{tab}/draft",
                                       "Drops what one was writing.", Audience::signed_in,
                                       ErrorCode::stale_version};
};
PLEIN_DESCRIBE(DropDraft, tab, version);

}  // namespace plein
