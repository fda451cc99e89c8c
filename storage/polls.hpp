/// Polls, and who voted.
#pragma once

#include "protocol/polls.hpp"
#include "storage/posts.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// A post of this tab that has become a poll.
struct AskedPoll {
    PostId post;
    const NewPoll* poll;
};
/// Each in its place.
std::vector<ReadPoll> insert_polls(Transaction& tx, const std::vector<AskedPoll>& polls);

/// Nothing of a post that is no poll. In a write its row is locked until the commit.
std::optional<ReadPoll> select_poll(Reader& reader, const PostAccess& post);
/// The same, of a post that is held.
std::optional<ReadPoll> select_poll(Reader& reader, const TabAccess& tab, PostId post);

/// What the viewer voted: no options of an anonymous poll, nothing where they have not voted.
std::optional<std::vector<std::int32_t>> select_vote(Reader& reader, const Viewer& viewer,
                                                     const PostAccess& post);

/// Votes in the place of an earlier vote, each option once. Of an anonymous poll, in which the viewer has not voted, it is
/// counted and not kept. Returns the poll as it is then.
ReadPoll upsert_vote(Transaction& tx, const Viewer& viewer, const PostAccess& post,
                     const std::vector<std::int32_t>& options);
/// Takes the vote of the viewer, who has voted, in an open poll back.
ReadPoll delete_vote(Transaction& tx, const Viewer& viewer, const PostAccess& post);

/// Who voted what in an open poll; at most `limit`.
std::vector<Vote> select_votes(Reader& reader, const PostAccess& post, std::int64_t limit);

ReadPoll update_closed(Transaction& tx, const TabAccess& tab, PostId post);
ReadPoll update_closes_at(Transaction& tx, const TabAccess& tab, PostId post, Timestamp closes_at);

/// Closes visible ones whose time has come, at most so many; another node that does the same has others.
struct ClosedPoll {
    PostId post;
    ReadPoll poll;
};
std::vector<ClosedPoll> close_due_polls(Transaction& tx, const SystemAccess& system, std::int64_t limit);

}  // namespace plein::storage
