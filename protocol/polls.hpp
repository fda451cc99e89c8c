/// What people do with a poll: vote, take a vote back, see who voted, close it.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// Votes for these options, by their places from 0; in an open poll in the place of an earlier vote. Errors: conflict about
/// `poll` (closed), conflict about `vote` (an anonymous one was cast before, and is final), invalid_request about
/// `$.options` (none, several of a poll where one is chosen, one twice, one that is not there).
struct CastVote {
    PostId post;
    List<std::int32_t, limits::poll_options> options;

    using Response = Poll;
    static constexpr Endpoint endpoint{Method::put,         "/api/posts/{post}/vote", "Votes in a poll.",
                                       Audience::signed_in, ErrorCode::not_found,     ErrorCode::conflict};
};
PLEIN_DESCRIBE(CastVote, post, options);

/// Of an open poll. Twice is no error. Errors: as above.
struct WithdrawVote {
    PostId post;

    using Response = Poll;
    static constexpr Endpoint endpoint{
        Method::delete_,     "/api/posts/{post}/vote", "Takes a vote in an open poll back.",
        Audience::signed_in, ErrorCode::not_found,     ErrorCode::conflict};
};
PLEIN_DESCRIBE(WithdrawVote, post);

/// Before its time, by its author and by those who look after the tab. Twice is no error.
struct ClosePoll {
    PostId post;

    using Response = Poll;
    static constexpr Endpoint endpoint{Method::put,          "/api/posts/{post}/poll/closing",
                                       "Closes a poll.",     Audience::signed_in,
                                       ErrorCode::not_found, ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ClosePoll, post);

struct Vote {
    PersonId person;
    std::vector<std::int32_t> options;
};
PLEIN_DESCRIBE(Vote, person, options);

/// At most 500 of them, in no order that matters; `total` is how many there are.
struct VoteList {
    std::vector<Vote> items;
    std::int32_t total = 0;
    std::vector<Person> people;
};
PLEIN_DESCRIBE(VoteList, items, total, people);

/// Who chose what in an open poll. Errors: forbidden, of an anonymous one, and before one may see how it stands.
struct ListVotes {
    PostId post;

    using Response = VoteList;
    static constexpr Endpoint endpoint{
        Method::get,         "/api/posts/{post}/votes", "Who chose what in an open poll.",
        Audience::signed_in, ErrorCode::not_found,      ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListVotes, post);

}  // namespace plein
