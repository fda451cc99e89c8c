// What is below posts: comments, reactions, and what this person chose.
#include "tests/support/model.hpp"

#include <algorithm>

namespace plein::test {

void Model::apply(const CommentCreated& event) {
    put(event.comment);
    put(event.comment.post, event.thread);
}

void Model::apply(const CommentEdited& event) {
    put(event.comment);
    put(event.comment.post, event.thread);
}

void Model::apply(const CommentDeleted& event) {
    const auto found = comments.find(event.comment);
    if (found != comments.end() && found->second.comment.version < event.version) comments.erase(found);
    put(event.post, event.thread);
}

void Model::apply(const QuestionChanged& event) {
    const auto post = posts.find(event.post);
    if (post == posts.end()) return;
    auto& known = post->second.question;
    if (!known || known->version < event.question.version) known = event.question;
}

/// Who has voted does not hear how it stands, and reads again.
void Model::apply(const PollChanged& event) {
    const auto post = posts.find(event.post);
    if (post == posts.end()) return;
    auto& known = post->second.poll;
    if (known && known->version >= event.poll.version) return;
    known = event.poll;
    if (votes.contains(event.post) && !known->closed_at) stale_ = true;
}

void Model::apply(const VoteSet& event) {
    if (event.options.empty())
        votes.erase(event.post);
    else
        votes[event.post] = event.options;
    stale_ = true;
}

void Model::apply(const NewsChanged& event) {
    const auto post = posts.find(event.post);
    if (post == posts.end()) return;
    auto& known = post->second.news;
    if (!known || known->version < event.news.version) known = event.news;
}

void Model::apply(const IdeaChanged& event) {
    const auto post = posts.find(event.post);
    if (post == posts.end()) return;
    auto& known = post->second.idea;
    if (!known || known->version < event.idea.version) known = event.idea;
}

void Model::apply(const IdeaWanted& event) {
    if (event.wanted)
        wanted.insert(event.post);
    else
        wanted.erase(event.post);
}

void Model::apply(const EventChanged& event) {
    const auto post = posts.find(event.post);
    if (post == posts.end()) return;
    auto& known = post->second.event;
    if (!known || known->version < event.event.version) known = event.event;
}

void Model::apply(const AttendanceSet& event) {
    if (event.attendance)
        attendances[event.post] = *event.attendance;
    else
        attendances.erase(event.post);
}

void Model::apply(const ReactionsCounted& event) {
    const auto newer = [&](Reactions& known) {
        if (known.version < event.reactions.version) known = event.reactions;
    };
    if (!event.comment) {
        if (const auto post = posts.find(event.post); post != posts.end()) newer(post->second.reactions);
    } else if (const auto comment = comments.find(*event.comment); comment != comments.end()) {
        newer(comment->second.reactions);
    }
}

void Model::apply(const BookmarkSet& event) {
    if (event.kept)
        kept.insert(event.post);
    else
        kept.erase(event.post);
}

void Model::apply(const ReactionSet& event) {
    if (event.kind)
        own_reactions[{event.post, event.comment}] = *event.kind;
    else
        own_reactions.erase({event.post, event.comment});
}

void Model::put(const Comment& comment) {
    if (!posts.contains(comment.post)) return;
    auto& known = comments[comment.id];
    if (known.comment.id == comment.id && known.comment.version >= comment.version) return;
    if (known.comment.id != comment.id && comment.version > 1) stale_ = true;
    const bool is_own = comment.author == me;
    known.comment = comment;
    known.mine = {.may_edit = is_own, .may_delete = is_own};
}

void Model::put(PostId post, const Thread& thread) {
    const auto found = posts.find(post);
    if (found != posts.end() && found->second.thread.version < thread.version) found->second.thread = thread;
}

bool Model::misses_comments() const {
    std::map<PostId, std::int32_t> known;
    for (const auto& [id, view] : comments)
        ++known[view.comment.post];
    return std::ranges::any_of(posts, [&](const auto& each) {
        const auto found = known.find(each.first);
        return each.second.thread.comments > (found == known.end() ? 0 : found->second);
    });
}

/// As a page shows it: with the last comments and the answer, and what this person chose.
PostView Model::shown(PostView view) const {
    const auto chosen = [&](std::optional<CommentId> comment) {
        const auto found = own_reactions.find({view.post.id, comment});
        return found == own_reactions.end() ? std::nullopt : std::optional{found->second};
    };
    view.mine.reaction = chosen(std::nullopt);
    view.mine.kept = kept.contains(view.post.id);
    view.mine.confirmed = confirmed.contains(view.post.id);
    view.mine.wanted = wanted.contains(view.post.id);
    const auto attendance = attendances.find(view.post.id);
    view.mine.attendance = attendance == attendances.end() ? std::nullopt : std::optional{attendance->second};
    const auto vote = votes.find(view.post.id);
    view.mine.vote = vote == votes.end() ? std::nullopt : std::optional{vote->second};
    if (view.poll && view.poll->anonymous)
        view.mine.vote.reset();  // of which no event tells, not even one's own
    std::vector<CommentView> below;
    for (const auto& [id, comment] : comments) {
        if (comment.comment.post == view.post.id) below.push_back(comment);
    }
    std::ranges::sort(below, {}, [](const CommentView& each) {
        return std::pair{each.comment.published_at, each.comment.id};
    });
    if (below.size() > limits::latest_comments)
        below.erase(below.begin(), below.end() - limits::latest_comments);
    for (CommentView& each : below)
        each.mine.reaction = chosen(each.comment.id);
    view.latest = std::move(below);
    view.answer.reset();
    if (view.question && view.question->answer) {
        const auto answer = comments.find(*view.question->answer);
        if (answer != comments.end()) {
            view.answer = answer->second;
            view.answer->mine.reaction = chosen(answer->first);
        }
    }
    return view;
}

}  // namespace plein::test
