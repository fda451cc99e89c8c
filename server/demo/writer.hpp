/// Writes what the people of the story say, through the features, at the moments at which the story has it.
#pragma once

#include "protocol/comments.hpp"
#include "protocol/posts.hpp"
#include "server/demo/organisation.hpp"
#include "server/demo/story.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plein::demo {

/// Give it everything in the order of time. Errors: std::runtime_error, when somebody writes or reacts where that person
/// may not.
class Writer {
public:
    Writer(storage::Transaction& tx, const Organisation& organisation, const Calendar& calendar);

    /// A post, or an edit of one.
    void write(const StoryPost& story, Timestamp at);
    /// A comment below `post`, or an edit of one.
    void write(const StoryPost& post, const StoryComment& story, Timestamp at);
    /// All reactions to what was written, counted once. Reactions have no moment that anybody sees.
    void react();
    /// All votes; then the polls are closed whose time has come.
    void vote();
    /// What came of news: departments take it up, and who answered it has read it; of ideas: who wants them too, and how
    /// far they have come; and of events: when they are, and who comes.
    void follow_up();

private:
    struct Followed {
        const StoryPost* story;
        PostId post;
        Timestamp at;
    };
    template <class Made>
    struct Written {
        Made made;
        Timestamp at;
    };

    void create(const StoryPost& story, Timestamp at);
    /// What was promised, counted from when the story has it.
    void promise(const storage::Viewer& viewer, const Post& post, Timestamp at);
    void take_up(const Followed& news);
    void confirm(const Followed& news);
    void want(const Followed& idea);
    void decide(const Followed& idea);
    void attend(const Followed& event);
    void note_votes(const StoryPost& story, PostId post, Timestamp at);
    void edit(const StoryPost& story, Timestamp at);
    void create(const StoryPost& post, const StoryComment& story, Timestamp at);
    void edit(const StoryPost& post, const StoryComment& story, Timestamp at);
    void mark(const StoryPost& post, const StoryComment& story, CommentId comment);
    void merge(const StoryPost& post, const StoryComment& story);
    void note(const std::vector<StoryReaction>& reactions, const StoryPost& post,
              std::optional<CommentId> comment);

    storage::Transaction& tx_;
    const Organisation& organisation_;
    const Calendar& calendar_;
    const storage::SystemAccess system_;
    // Their client ids, as a fill has them: no two posts or comments of a database share one.
    std::uint64_t posts_made_ = 0;
    std::uint64_t comments_made_ = 0;
    std::map<const StoryPost*, PostId> posts_;
    std::map<std::pair<std::string, std::string>, Written<Post>> last_posts_;  // by author and place
    std::map<std::pair<const StoryPost*, std::string>, Written<Comment>>
        last_comments_;  // by post and author

    struct Reaction {
        std::string place;
        SetReaction request;
    };
    std::map<std::string, std::vector<Reaction>> reactions_;  // by person

    struct AskedPoll {
        const StoryPost* story;
        PostId post;
        Timestamp closes_at;
        std::map<std::string, std::vector<std::int32_t>> votes;  // by person
    };
    std::vector<AskedPoll> polls_;

    std::vector<Followed> news_;
    std::vector<Followed> ideas_;
    std::vector<Followed> events_;
};

}  // namespace plein::demo
