/// Posts: read, write, edit, delete.
#pragma once

#include "protocol/addressee.hpp"
#include "protocol/calendar_event.hpp"
#include "protocol/comments.hpp"
#include "protocol/groups.hpp"
#include "protocol/idea.hpp"
#include "protocol/language.hpp"
#include "protocol/news.hpp"
#include "protocol/poll.hpp"
#include "protocol/question.hpp"

namespace plein {

/// Where a post is in its life. Only `visible` posts are read by everybody in their tab; a `confidential` one by who asked
/// and the desk alone; `scheduled` ones stand among the author's scheduled posts, `held` and `declined` ones among their held
/// posts; `deleted` leaves a tombstone for its author.
enum class PostState { draft, scheduled, held, declined, confidential, visible, hidden, removed, deleted };
PLEIN_DESCRIBE_ENUM(PostState, draft, scheduled, held, declined, confidential, visible, hidden, removed,
                    deleted)

/// `news`: its text begins with a heading, its title; the paragraph below that leads it in. `event`: the heading says what
/// it is.
enum class PostKind { update, question, poll, praise, news, idea, event };
PLEIN_DESCRIBE_ENUM(PostKind, update, question, poll, praise, news, idea, event)

/// What a post says in the other of the two languages; the post itself is in the one that this is not.
struct Translation {
    Language language = Language::en;
    std::string body;
    JsonOf<MarkdownTree> blocks;
    bool outdated = false;  // the post has changed since
};
PLEIN_DESCRIBE(Translation, language, body, blocks, outdated);

/// What all readers of the tab may see. `version` grows with each change; clients ignore an older one.
/// `state` is `visible` or `confidential`, except where one meets held or scheduled posts, in the answer to a create that
/// waits, and in that to a retried create whose post was deleted since: then it is a tombstone without text.
struct Post {
    PostId id;
    GroupId group;
    TabId tab;
    PersonId author;
    PostKind kind = PostKind::update;
    std::int32_t version = 1;
    PostState state = PostState::visible;
    Mark mark = Mark::work;
    std::string body;             // Markdown source
    JsonOf<MarkdownTree> blocks;  // the same, parsed
    Timestamp published_at;
    std::optional<Timestamp> edited_at;
    std::optional<Side> side;  // of the author's department when it was written
    std::optional<Timestamp> pinned_at;
    std::optional<std::string> lock_reason;        // nobody comments any more, and why
    std::optional<std::vector<PersonId>> praised;  // of a praise: whom; the text says what for
    std::optional<Translation> translation;
};
PLEIN_DESCRIBE(Post, id, group, tab, author, kind, version, state, mark, body, blocks, published_at,
               edited_at, side, pinned_at, lock_reason, praised, translation);

/// What this viewer may do with it, how they reacted to it, what they voted, whether they kept it, confirmed it,
/// or want it too, and whether they come.
struct MyPost {
    bool may_edit = false;
    bool may_delete = false;
    std::optional<ReactionKind> reaction;
    bool kept = false;                              // among the viewer's bookmarks
    std::optional<std::vector<std::int32_t>> vote;  // for which options; none told of an anonymous poll
    bool confirmed = false;                         // of news: they have read it
    bool wanted = false;                            // of an idea: they voted for it
    std::optional<Attendance> attendance;           // of an event: what they said
};
PLEIN_DESCRIBE(MyPost, may_edit, may_delete, reaction, kept, vote, confirmed, wanted, attendance);

/// `latest` are the last comments, oldest first. Of a question: what became of it, and the comment that answers it, which
/// may stand among the latest as well.
struct PostView {
    Post post;
    Thread thread;
    Reactions reactions;
    std::optional<Question> question;
    std::optional<Poll> poll;
    std::optional<News> news;
    std::optional<Idea> idea;
    std::optional<CalendarEvent> event;
    std::vector<CommentView> latest;
    std::optional<CommentView> answer;
    MyPost mine;
};
PLEIN_DESCRIBE(PostView, post, thread, reactions, question, poll, news, idea, event, latest, answer, mine);

/// Newest first. `people` are the authors and whom they praise, `quoted` the comments that shown ones reply to; `next` leads to the older posts
/// and is absent at the end.
struct PostPage {
    std::vector<PostView> items;
    std::vector<Comment> quoted;
    std::optional<std::string> next;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(PostPage, items, quoted, next, people, cursors);

struct PostAnswer {
    PostView view;
    std::vector<Comment> quoted;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(PostAnswer, view, quoted, people, cursors);

/// `activity`: the post that was commented on last comes first, or was published last.
enum class FeedOrder { newest, activity };
PLEIN_DESCRIBE_ENUM(FeedOrder, newest, activity)

/// One tab. A cursor leads on in the order in which it was given.
struct ListPosts {
    TabId tab;
    std::optional<FeedOrder> order;  // newest, if none is named
    std::optional<Mark> mark;        // only posts that speak for the work, or only personal ones
    std::optional<Text<limits::cursor>> before;
    std::optional<std::int32_t> limit;  // 1..100, default 20

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/tabs/{tab}/posts", "Posts of a tab, newest first.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListPosts, tab, order, mark, before, limit);

/// The tab All: every tab of the group that the viewer may read.
struct ListGroupPosts {
    GroupId group;
    std::optional<FeedOrder> order;  // newest, if none is named
    std::optional<Mark> mark;
    std::optional<Text<limits::cursor>> before;
    std::optional<std::int32_t> limit;

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/groups/{group}/posts",
                                       "Posts of a whole group, newest first.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListGroupPosts, group, order, mark, before, limit);

/// Home: the tabs that the viewer follows. `unread`: what is unread in them; otherwise what has been read before.
/// A person's own posts are never unread; one that stands between unread posts comes with them once they are read.
struct ListHomePosts {
    bool unread = false;
    std::optional<Side> side;             // only posts from there
    std::optional<Mark> mark;             // only those that speak for the work, or only personal ones
    std::optional<std::int32_t> per_tab;  // 1..20: of each tab only so many, the newest
    std::optional<Text<limits::cursor>> before;
    std::optional<std::int32_t> limit;

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/home/posts",
                                       "Posts of the tabs that the person follows, newest first.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE(ListHomePosts, unread, side, mark, per_tab, before, limit);

struct GetPost {
    PostId post;

    using Response = PostAnswer;
    static constexpr Endpoint endpoint{Method::get, "/api/posts/{post}", "One post, by its permalink.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(GetPost, post);

/// Whom somebody thanks; the text says what for. At least one, no one twice, and not the writer.
struct NewPraise {
    List<PersonId, limits::praised> people;
};
PLEIN_DESCRIBE(NewPraise, people);

/// The post in the other language.
struct NewTranslation {
    Language language = Language::en;
    Text<limits::post_body, 1> body;
};
PLEIN_DESCRIBE(NewTranslation, language, body);

/// Publishes a post, or holds it where the tab asks for approval, or keeps it until `publish_at`: `state` tells. A retry with
/// the same `client_id` returns what the first try made. With a `question` it asks; one that names nobody is for the department of its tab, and so is an `idea`.
/// A `confidential` question is read by who asks and by the desk alone: of the tab's readers those who work in the
/// department or head it, and the service's owner. It waits for nobody's approval. Errors: full, with too many posts that
/// wait; not_found about `question` and `idea` (no such service or open department) and about
/// `praise` (somebody who is not there, or whom a guest has not met); not_found about `news` (no such open department);
/// forbidden about `must_read` (of who does not look after the tab) and about `news` (of a guest); invalid_request about
/// `$.poll`, `$.praise`, `$.news`, `$.idea` and `$.event` (not as they say, or of two kinds), about `$.body` and
/// `$.translation.body` (news or an event without a title), about `$.confidential` (what is no question, or for no department) and about `$.publish_at` (past,
/// too far ahead, or of a confidential question).
struct CreatePost {
    TabId tab;
    Uuid client_id;
    Text<limits::post_body, 1> body;
    Mark mark = Mark::work;
    std::optional<Addressee> question;
    std::optional<NewPoll> poll;
    std::optional<NewPraise> praise;
    std::optional<NewNews> news;
    std::optional<Addressee> idea;
    std::optional<EventPlan> event;
    std::optional<bool> confidential;
    std::optional<Timestamp> publish_at;
    std::optional<NewTranslation> translation;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::post,         "/api/tabs/{tab}/posts", "Publishes a post in a tab.", Audience::signed_in,
        ErrorCode::not_found, ErrorCode::forbidden,    ErrorCode::conflict,          ErrorCode::full};
};
PLEIN_DESCRIBE(CreatePost, tab, client_id, body, mark, question, poll, praise, news, idea, event,
               confidential, publish_at, translation);

/// The author's own edit. `version` is the one that was edited; 409 stale_version when its text has changed
/// since. Forbidden where what the author posts needs approval: others would read what nobody approved. Errors:
/// invalid_request about `$.body` (news or an event without a title).
struct EditPost {
    PostId post;
    std::int32_t version = 1;
    Text<limits::post_body, 1> body;
    Mark mark = Mark::work;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::put,          "/api/posts/{post}",  "Edits an own post.",    Audience::signed_in,
        ErrorCode::not_found, ErrorCode::forbidden, ErrorCode::stale_version};
};
PLEIN_DESCRIBE(EditPost, post, version, body, mark);

/// The author writes the post in its other language, or writes that anew. `version` is the one that was seen; 409
/// stale_version when its text has changed since. Forbidden where what the author posts needs approval. Errors:
/// invalid_request about `$.body` (news or an event without a title).
struct TranslatePost {
    PostId post;
    std::int32_t version = 1;
    Language language = Language::en;
    Text<limits::post_body, 1> body;

    using Response = Post;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/translation",
                                       "Says an own post in the other language too.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::stale_version};
};
PLEIN_DESCRIBE(TranslatePost, post, version, language, body);

/// Its author. There is none: no error.
struct RemoveTranslation {
    PostId post;

    using Response = Post;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/posts/{post}/translation",
                                       "Takes the other language of an own post away.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(RemoveTranslation, post);

/// Moves a post, with all that is below it, to another tab that the viewer reads and may post in. By its author, and by who
/// looks after the tab that it is in, who does not bring it before more people. `wider`: it may be read by people who did not
/// read it before; its earlier versions go then. Errors: conflict about `audience`, when it would be and that was not said; about `comments`, when it would be and others spoke below it;
/// about `author`, who would not read it there; about `tab`, where it would wait for approval; forbidden about `tab`, for who may not post there;
/// not_found about `tab`. Of confidential questions: not_found.
struct MovePost {
    PostId post;
    TabId tab;
    bool wider = false;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/posts/{post}/tab", "Moves a post to another tab.",
        Audience::signed_in, ErrorCode::not_found,    ErrorCode::forbidden,
        ErrorCode::conflict};
};
PLEIN_DESCRIBE(MovePost, post, tab, wider);

/// The author deletes an own post. Deleting twice is no error.
struct DeletePost {
    PostId post;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,     "/api/posts/{post}",  "Deletes an own post.",
                                       Audience::signed_in, ErrorCode::not_found, ErrorCode::forbidden};
};
PLEIN_DESCRIBE(DeletePost, post);

/// Undo of a delete, by the author, within ten minutes.
struct RestorePost {
    PostId post;

    using Response = Post;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/restoration",
                                       "Takes the deletion of an own post back, within ten minutes.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(RestorePost, post);

}  // namespace plein
