/// Events of posts and of what is below them. What holds for all events stands in `events.hpp`.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

struct PostCreated {
    Post post;
    static constexpr std::string_view type = "post.created";
};
PLEIN_DESCRIBE(PostCreated, post);

struct PostEdited {
    Post post;
    static constexpr std::string_view type = "post.edited";
};
PLEIN_DESCRIBE(PostEdited, post);

/// Ids only: the log never remembers what the product has forgotten.
struct PostDeleted {
    PostId post;
    TabId tab;
    GroupId group;
    std::int32_t version = 1;
    static constexpr std::string_view type = "post.deleted";
};
PLEIN_DESCRIBE(PostDeleted, post, tab, group, version);

/// The post is not in this tab any more. Ids only: where it is now, who may read that tab hears on its stream.
struct PostMoved {
    PostId post;
    TabId tab;
    GroupId group;
    std::int32_t version = 1;
    static constexpr std::string_view type = "post.moved";
};
PLEIN_DESCRIBE(PostMoved, post, tab, group, version);

struct CommentCreated {
    Comment comment;
    Thread thread;
    static constexpr std::string_view type = "comment.created";
};
PLEIN_DESCRIBE(CommentCreated, comment, thread);

/// The number of comments too: the event that told it may be redacted by now.
struct CommentEdited {
    Comment comment;
    Thread thread;
    static constexpr std::string_view type = "comment.edited";
};
PLEIN_DESCRIBE(CommentEdited, comment, thread);

/// Ids only.
struct CommentDeleted {
    CommentId comment;
    PostId post;
    TabId tab;
    GroupId group;
    std::int32_t version = 1;
    Thread thread;
    static constexpr std::string_view type = "comment.deleted";
};
PLEIN_DESCRIBE(CommentDeleted, comment, post, tab, group, version, thread);

/// What became of a question. The answer by its id: its text is where the comment is.
struct QuestionChanged {
    PostId post;
    TabId tab;
    GroupId group;
    Question question;
    static constexpr std::string_view type = "question.changed";
};
PLEIN_DESCRIBE(QuestionChanged, post, tab, group, question);

/// On desk:N, on user:N of who asked and of the service's owner: what concerns confidential questions changed. It does not say
/// what: who may read them reads them anew.
struct DeskChanged {
    std::optional<DepartmentId> department;  // none on user:N
    static constexpr std::string_view type = "desk.changed";
};
PLEIN_DESCRIBE(DeskChanged, department);

/// How a poll stands, as who has not voted may know it. Who has, reads the post again.
struct PollChanged {
    PostId post;
    TabId tab;
    GroupId group;
    Poll poll;
    static constexpr std::string_view type = "poll.changed";
};
PLEIN_DESCRIBE(PollChanged, post, tab, group, poll);

/// On user:N: voted in an open poll on one device, and so on all; without options taken back.
struct VoteSet {
    PostId post;
    std::vector<std::int32_t> options;
    static constexpr std::string_view type = "vote.set";
};
PLEIN_DESCRIBE(VoteSet, post, options);

/// What came of news that asks something of its readers.
struct NewsChanged {
    PostId post;
    TabId tab;
    GroupId group;
    News news;
    static constexpr std::string_view type = "news.changed";
};
PLEIN_DESCRIBE(NewsChanged, post, tab, group, news);

/// On user:N: confirmed on one device, and so on all.
struct NewsConfirmed {
    PostId post;
    static constexpr std::string_view type = "news.confirmed";
};
PLEIN_DESCRIBE(NewsConfirmed, post);

/// What came of an idea: votes, a status, somebody else who decides.
struct IdeaChanged {
    PostId post;
    TabId tab;
    GroupId group;
    Idea idea;
    static constexpr std::string_view type = "idea.changed";
};
PLEIN_DESCRIBE(IdeaChanged, post, tab, group, idea);

/// On user:N: voted for an idea, or took it back, on one device, and so on all.
struct IdeaWanted {
    PostId post;
    bool wanted = false;
    static constexpr std::string_view type = "idea.wanted";
};
PLEIN_DESCRIBE(IdeaWanted, post, wanted);

/// What came of an event: who comes, another time or place, its cancellation.
struct EventChanged {
    PostId post;
    TabId tab;
    GroupId group;
    CalendarEvent event;
    static constexpr std::string_view type = "event.changed";
};
PLEIN_DESCRIBE(EventChanged, post, tab, group, event);

/// On user:N: said whether one comes to an event, or took it back, on one device, and so on all.
struct AttendanceSet {
    PostId post;
    std::optional<Attendance> attendance;
    static constexpr std::string_view type = "attendance.set";
};
PLEIN_DESCRIBE(AttendanceSet, post, attendance);

/// Of a post, or of a comment below it: all that came since the last count.
struct ReactionsCounted {
    PostId post;
    std::optional<CommentId> comment;
    TabId tab;
    GroupId group;
    Reactions reactions;
    static constexpr std::string_view type = "reactions.counted";
};
PLEIN_DESCRIBE(ReactionsCounted, post, comment, tab, group, reactions);

/// On user:N: reacted on one device, and so on all; without `kind` taken back.
struct ReactionSet {
    PostId post;
    std::optional<CommentId> comment;
    std::optional<ReactionKind> kind;
    static constexpr std::string_view type = "reaction.set";
};
PLEIN_DESCRIBE(ReactionSet, post, comment, kind);

/// On user:N: a post was kept on one device, and so on all; or is kept no longer.
struct BookmarkSet {
    PostId post;
    bool kept = false;
    static constexpr std::string_view type = "bookmark.set";
};
PLEIN_DESCRIBE(BookmarkSet, post, kept);

}  // namespace plein
