/// Reactions: one of six, with a tap, to a post or a comment.
#pragma once

#include "protocol/limits.hpp"
#include "protocol/people.hpp"
#include "protocol/streams.hpp"
#include "protocol/time.hpp"

namespace plein {

/// `like`: I like this. `thanks`: thank you. `applause`: well done. `care`: I feel with you. `insight`: this helps me.
/// `laugh`: funny.
enum class ReactionKind { like, thanks, applause, care, insight, laugh };
PLEIN_DESCRIBE_ENUM(ReactionKind, like, thanks, applause, care, insight, laugh)

struct ReactionCount {
    ReactionKind kind = ReactionKind::like;
    std::int32_t count = 0;
};
PLEIN_DESCRIBE(ReactionCount, kind, count);

/// Of one post or comment, in the order of the kinds; those that nobody chose are not there. `version` grows with each
/// count; clients ignore an older one. They are counted a few times a second, however many people react.
struct Reactions {
    JsonOf<std::vector<ReactionCount>> counts{"[]"};
    std::int64_t version = 0;
};
PLEIN_DESCRIBE(Reactions, counts, version);

/// What the viewer thinks of a post, or of a comment below it; without `kind` nothing (any more). Each person has one
/// reaction to each.
struct SetReaction {
    PostId post;
    std::optional<CommentId> comment;
    std::optional<ReactionKind> kind;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/reaction",
                                       "Reacts to a post or a comment, or takes the reaction back.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(SetReaction, post, comment, kind);

struct Reactor {
    PersonId person;
    ReactionKind kind = ReactionKind::like;
};
PLEIN_DESCRIBE(Reactor, person, kind);

/// The last to react come first, at most 100 of them; `total` is how many there are.
struct ReactorList {
    std::vector<Reactor> items;
    std::int32_t total = 0;
    std::vector<Person> people;
};
PLEIN_DESCRIBE(ReactorList, items, total, people);

/// Who reacted to a post, or to a comment below it.
struct ListReactors {
    PostId post;
    std::optional<CommentId> comment;

    using Response = ReactorList;
    static constexpr Endpoint endpoint{Method::get, "/api/posts/{post}/reactions",
                                       "Who reacted to a post or a comment.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListReactors, post, comment);

}  // namespace plein
