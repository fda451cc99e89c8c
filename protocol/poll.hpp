/// What a poll offers, and how it stands. The question itself is a post.
#pragma once

#include "protocol/described.hpp"
#include "protocol/limits.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein {

/// `votes`: how many chose it, told to who may know.
struct PollOption {
    std::string text;
    std::optional<std::int32_t> votes;
};
PLEIN_DESCRIBE(PollOption, text, votes);

/// Each person votes once, for one option or with `multiple` for several.
///
/// Open: everyone sees who chose what, once they have voted themselves or it is closed; a vote can be changed until then.
/// `anonymous`: who voted is kept and what they chose is not, so a vote is final; how it stands is told to nobody before it
/// is closed, and then only when at least five voted.
///
/// `version` grows with each change; clients ignore an older one.
struct Poll {
    std::int64_t version = 1;
    std::vector<PollOption> options;
    bool multiple = false;
    bool anonymous = false;
    Timestamp closes_at;                 // nobody votes from then on
    std::optional<Timestamp> closed_at;  // since then everyone sees the outcome
    std::optional<std::int32_t> voters;  // how many have voted; of an anonymous one once it is closed
};
PLEIN_DESCRIBE(Poll, version, options, multiple, anonymous, closes_at, closed_at, voters);

/// What somebody asks. Two options at least, none like another; it closes within a year.
struct NewPoll {
    List<Text<limits::poll_option, 1>, limits::poll_options> options;
    bool multiple = false;
    bool anonymous = false;
    Timestamp closes_at;
};
PLEIN_DESCRIBE(NewPoll, options, multiple, anonymous, closes_at);

}  // namespace plein
