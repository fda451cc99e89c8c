/// What people do with an idea: vote for it, take that back, see who voted, send it to whom it concerns, decide on it.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// "I want this too". Twice is no error. Errors: conflict about `idea` (it is done or declined).
struct VoteForIdea {
    PostId post;

    using Response = Idea;
    static constexpr Endpoint endpoint{Method::put,          "/api/posts/{post}/idea/vote",
                                       "Votes for an idea.", Audience::signed_in,
                                       ErrorCode::not_found, ErrorCode::conflict};
};
PLEIN_DESCRIBE(VoteForIdea, post);

/// Twice is no error. Errors: as above.
struct WithdrawIdeaVote {
    PostId post;

    using Response = Idea;
    static constexpr Endpoint endpoint{
        Method::delete_,     "/api/posts/{post}/idea/vote", "Takes a vote for an idea back.",
        Audience::signed_in, ErrorCode::not_found,          ErrorCode::conflict};
};
PLEIN_DESCRIBE(WithdrawIdeaVote, post);

/// The last one first, at most 500; `total` is how many there are.
struct IdeaVoteList {
    std::vector<PersonId> items;
    std::int32_t total = 0;
    std::vector<Person> people;
};
PLEIN_DESCRIBE(IdeaVoteList, items, total, people);

struct ListIdeaVotes {
    PostId post;

    using Response = IdeaVoteList;
    static constexpr Endpoint endpoint{Method::get, "/api/posts/{post}/idea/votes", "Who voted for an idea.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListIdeaVotes, post);

/// Sends an idea (on) to a department, by a service or by itself. By who proposed it while it has no status, by those who
/// decide on it, and by those who look after the tab.
/// Errors: not_found about `idea` (no such service or open department).
struct RouteIdea {
    PostId post;
    Addressee target;

    using Response = Idea;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/idea/target",
                                       "Sends an idea to a department.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(RouteIdea, post, target);

/// Gives it another status, with a note: by heads and deputies of its department and the owner of its service; where it
/// has none of them, by those who look after the tab. The same again, by the same person, is no error.
/// Errors: conflict about `status` (it has that one), full about `status` (it had so many).
struct DecideIdea {
    PostId post;
    IdeaStatus status = IdeaStatus::heard;
    Text<limits::idea_note, 1> note;

    using Response = Idea;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/idea/status",
                                       "Decides how far an idea has come.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict,
                                       ErrorCode::full};
};
PLEIN_DESCRIBE(DecideIdea, post, status, note);

/// The ideas for a department that the viewer may read, at most 100: with `ended` those that are done or declined, the last
/// decided first; otherwise the others, the one with the most votes first.
struct ListIdeas {
    DepartmentId department;
    bool ended = false;

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/departments/{department}/ideas",
                                       "The ideas for a department.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListIdeas, department, ended);

}  // namespace plein
