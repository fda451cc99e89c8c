/// What posts have to do with polls: what may be asked, who sees how one stands, and who hears of it.
#pragma once

#include "protocol/events.hpp"
#include "server/access/access.hpp"
#include "storage/polls.hpp"

namespace plein::features {

/// Errors: invalid_request about `$.poll` and what is wrong in it: too few options, one that is blank or there twice, a
/// moment that has passed or is too far away.
void check_poll(const CreatePost& request, Timestamp now);

/// For a reader who has voted, or has not.
access::PollStanding standing_of(const storage::ReadPoll& poll, bool has_voted);
/// As such a reader sees it.
Poll shown(const storage::ReadPoll& poll, bool has_voted);
/// As nobody has voted in it yet.
std::optional<Poll> shown_if_any(const std::optional<storage::ReadPoll>& poll);

/// What everybody on the tab's stream may hear of it.
PollChanged poll_changed(const Tab& tab, PostId post, const storage::ReadPoll& poll);
/// Emits poll.changed.
void tell_poll(storage::Transaction& tx, const storage::TabAccess& tab, PostId post,
               const storage::ReadPoll& poll);

/// What was held as a poll can be voted in from now on, for as long as its author meant; it was sent in at `since`.
void open_poll(storage::Transaction& tx, const storage::TabAccess& tab, const Post& post, Timestamp since);

}  // namespace plein::features
