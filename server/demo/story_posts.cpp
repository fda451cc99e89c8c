#include "protocol/enum_names.hpp"
#include "server/demo/story_heads.hpp"

#include <algorithm>
#include <stdexcept>

namespace plein::demo {

namespace {

/// Reads a file line by line. Text belongs to the head above it.
class PostsFile {
public:
    PostsFile(std::string_view name, std::optional<int> week) : name_(name), week_(week) {}

    void read(std::string_view line) {
        ++line_number_;
        if (line.starts_with("=== ")) return begin_post(line.substr(4));
        if (line.starts_with("--- ")) return begin_comment(line.substr(4));
        if (line.starts_with("+++ ")) return react(line.substr(4));
        if (line.starts_with("*** ")) return offer(line.substr(4));
        if (line.starts_with("^^^ ")) return follow_up(line.substr(4));
        if (line.starts_with("@@@ ")) return take_place(line.substr(4));
        if (line.starts_with("%%% ")) return translate(line.substr(4));
        if (text_)
            *text_ += line;
        else if (!posts_.empty() && !trim(line).empty())
            fail("is text behind the reactions");
    }

    std::vector<StoryPost> posts() && {
        for (StoryPost& post : posts_) {
            post.body = trim(post.body);
            if (post.translation) post.translation->body = trim(post.translation->body);
            for (StoryComment& comment : post.comments)
                comment.body = trim(comment.body);
        }
        return std::move(posts_);
    }

private:
    void begin_post(std::string_view head) {
        auto post = parse_post_head(head, week_);
        if (!post) fail("is no head of a post");
        posts_.push_back(std::move(*post));
        continue_with(posts_.back());
    }

    void begin_comment(std::string_view head) {
        auto comment = parse_comment_head(head, week_);
        if (!comment) fail("is no head of a comment");
        if (posts_.empty() || posts_.back().edit) fail("is a comment below no post");
        auto& comments = posts_.back().comments;
        const StoryMoment& before = comments.empty() ? posts_.back().when : comments.back().when;
        if (is_before(comment->when, before)) fail("is before what stands above it");
        if (comment->quote && !has_comment_of(*comment->quote)) fail("replies to nothing");
        if (comment->answer && !posts_.back().question) fail("answers no question");
        if (comment->same && !posts_.back().question) fail("merges no question");
        if (comment->edit && !has_comment_of(comment->author)) fail("edits nothing");
        comments.push_back(std::move(*comment));
        continue_with(comments.back());
    }

    [[nodiscard]] bool has_comment_of(std::string_view person) const {
        return std::ranges::count(posts_.back().comments, person, &StoryComment::author) > 0;
    }

    template <class Written>
    void continue_with(Written& written) {
        text_ = &written.body;
        reactions_ = written.edit ? nullptr : &written.reactions;
    }

    void offer(std::string_view line) {
        const auto option = parse_option(line);
        if (!option) fail("is no option of a poll");
        if (posts_.empty() || !posts_.back().poll || !posts_.back().comments.empty())
            fail("is an option of no poll");
        posts_.back().poll->options.push_back(*option);
    }

    /// What came of the news or the idea above.
    void follow_up(std::string_view line) {
        if (!posts_.empty() && posts_.back().idea && posts_.back().comments.empty())
            decide(line);
        else
            take_up(line);
    }

    void decide(std::string_view line) {
        const auto step = parse_step(line);
        if (!step) fail("decides nothing");
        auto& steps = posts_.back().idea->steps;
        if (!steps.empty() && step->days < steps.back().days) fail("is before what stands above it");
        steps.push_back(*step);
    }

    void take_up(std::string_view line) {
        const auto taken_up = parse_taking_up(line);
        if (!taken_up) fail("takes nothing up");
        if (posts_.empty() || !posts_.back().news || !posts_.back().comments.empty() ||
            std::ranges::count(posts_.back().news->affects, taken_up->department) == 0) {
            fail("takes up what does not affect it");
        }
        posts_.back().news->taken_up.push_back(*taken_up);
    }

    void take_place(std::string_view line) {
        if (posts_.empty() || !posts_.back().event || !posts_.back().comments.empty())
            fail("is the place of no event");
        auto event = parse_place(line, *posts_.back().event);
        if (!event) fail("is no place of an event");
        posts_.back().event = std::move(*event);
    }

    /// What follows says the same as the post above.
    void translate(std::string_view line) {
        const auto language = enum_named<Language>(trim(line));
        if (!language) fail("is no language");
        const bool is_below_text = !posts_.empty() && text_ == &posts_.back().body && !posts_.back().edit;
        if (!is_below_text) fail("translates nothing");
        posts_.back().translation = StoryTranslation{*language, {}};
        text_ = &posts_.back().translation->body;
    }

    void react(std::string_view line) {
        const auto reactions = parse_reactions(line);
        if (!reactions) fail("is no line of reactions");
        if (!reactions_) fail("reacts to nothing");
        for (const StoryReaction& reaction : *reactions) {
            if (std::ranges::count(*reactions_, reaction.person, &StoryReaction::person) > 0)
                fail("has " + reaction.person + " react twice");
            reactions_->push_back(reaction);
        }
        text_ = nullptr;
    }

    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error{std::string{name_} + ":" + std::to_string(line_number_) + " " + what};
    }

    std::string_view name_;
    std::optional<int> week_;
    int line_number_ = 0;
    std::vector<StoryPost> posts_;
    std::string* text_ = nullptr;                      // what the next line belongs to
    std::vector<StoryReaction>* reactions_ = nullptr;  // to what stands just above
};

}  // namespace

std::vector<StoryPost> parse_posts(std::string_view name, std::optional<int> week, std::string_view text) {
    PostsFile file{name, week};
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        file.read(text.substr(0, end));
        text.remove_prefix(end);
    }
    return std::move(file).posts();
}

}  // namespace plein::demo
