/// Posts and comments as their readers see them: what is the same for everyone, and what the one who asks chose and may do.
#pragma once

#include "protocol/posts.hpp"
#include "server/access/access.hpp"
#include "storage/comments.hpp"
#include "storage/own_marks.hpp"
#include "storage/posts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::features {

using storage::Reader;
using storage::Viewer;

/// What the log of events calls them, for a later redaction.
std::string subject_of(PostId post);
std::string subject_of(CommentId comment);
/// All reactions to a post and to what is below it.
std::string subject_of_reactions(PostId post);
/// What became of the question that it is.
std::string subject_of_question(PostId post);
/// How the poll stands that it is.
std::string subject_of_poll(PostId post);
/// What came of the news that it is.
std::string subject_of_news(PostId post);
/// What came of the idea that it is.
std::string subject_of_idea(PostId post);
std::string subject_of_event(PostId post);

struct SharedPost {
    storage::ReadPost read;
    std::vector<storage::ReadComment> latest;  // oldest first
    std::optional<storage::ReadComment> answer;
};
/// What is the same for all who read these posts. `people` wrote them, are praised in them, wrote the comments, picked
/// questions up, took up news, or decided on ideas.
struct SharedPosts {
    std::vector<SharedPost> items;
    std::vector<Comment> quoted;
    std::vector<Person> people;
};
SharedPosts with_latest_comments(Reader& reader, const storage::ReadableTabs& tabs,
                                 std::vector<storage::ReadPost> posts);

/// Comments beside those that they reply to, and who wrote all of them.
struct SharedComments {
    std::vector<Comment> quoted;
    std::vector<Person> people;
};
SharedComments about_comments(Reader& reader, const storage::ReadableTabs& tabs,
                              const std::vector<storage::ReadComment>& comments);

/// What one person chose for these posts and for what is below them.
using storage::OwnMarks;
OwnMarks own_marks(Reader& reader, const Viewer& viewer, const std::vector<PostId>& posts);
/// The posts of which a page shows what one chose: these, and those that answers to merged questions stand below.
std::vector<PostId> marked_in(const std::vector<SharedPost>& posts);

/// What this viewer may do with a post by `author`, and chose.
MyPost mine(const Viewer& viewer, PersonId author, bool needs_approval, PostId post, const OwnMarks& own);
MyComment mine(const Viewer& viewer, PersonId author, PostId post, CommentId comment, const OwnMarks& own);

CommentView to_view(storage::ReadComment read, const Viewer& viewer, const OwnMarks& own);
PostView to_view(SharedPost shared, const Viewer& viewer, bool needs_approval, const OwnMarks& own);

}  // namespace plein::features
