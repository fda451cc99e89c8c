#include "server/features/post_views.hpp"

#include "server/features/announcing.hpp"
#include "server/features/polling.hpp"
#include "server/features/proposing.hpp"
#include "storage/people.hpp"

#include <map>
#include <set>

namespace plein::features {

namespace {

using storage::ReadComment;
using storage::ReadPost;

std::optional<ReactionKind> reaction_to(const storage::Subject& subject, const OwnMarks& own) {
    const auto found = own.reactions.find(subject);
    return found == own.reactions.end() ? std::nullopt : std::optional{found->second};
}

std::vector<Person> people_of(Reader& reader, const std::set<PersonId>& ids) {
    return storage::select_people(reader, {ids.begin(), ids.end()});
}

/// What they reply to and is not among them.
std::vector<Comment> quoted_by(Reader& reader, const storage::ReadableTabs& tabs,
                               const std::vector<ReadComment>& comments) {
    std::set<CommentId> quoted;
    for (const auto& [comment, reactions] : comments) {
        if (comment.quote) quoted.insert(comment.quote->comment);
    }
    for (const auto& [comment, reactions] : comments)
        quoted.erase(comment.id);
    std::vector<Comment> found;
    for (ReadComment& each : storage::select_comments(reader, tabs, {quoted.begin(), quoted.end()}))
        found.push_back(std::move(each.comment));
    return found;
}

std::set<PersonId> authors_of(const std::vector<ReadComment>& comments) {
    std::set<PersonId> authors;
    for (const auto& [comment, reactions] : comments) {
        authors.insert(comment.author);
        if (comment.quote) authors.insert(comment.quote->author);
    }
    return authors;
}

std::vector<ReadComment> latest_comments_of(Reader& reader, const storage::ReadableTabs& tabs,
                                            const std::vector<ReadPost>& posts) {
    std::vector<PostId> talked_about;
    for (const ReadPost& each : posts) {
        if (each.thread.comments > 0) talked_about.push_back(each.post.id);
    }
    if (talked_about.empty()) return {};
    return storage::select_latest_comments(reader, tabs, talked_about);
}

/// These tabs, and those where the answers to merged questions stand.
storage::ReadableTabs with_tabs_of_answers(Reader& reader, const storage::ReadableTabs& tabs,
                                           const std::vector<ReadPost>& posts) {
    std::vector<PostId> answering;
    for (const ReadPost& each : posts) {
        const auto& question = each.kinds.question;
        if (question && question->answer && question->merged_into)
            answering.push_back(*question->merged_into);
    }
    return answering.empty() ? tabs : access::with_tabs_as_open(reader, tabs, answering);
}

std::vector<ReadComment> answers_to(Reader& reader, const storage::ReadableTabs& tabs,
                                    const std::vector<ReadPost>& posts) {
    std::vector<CommentId> answers;
    for (const ReadPost& each : posts) {
        if (each.kinds.question && each.kinds.question->answer)
            answers.push_back(*each.kinds.question->answer);
    }
    return storage::select_comments(reader, tabs, answers);
}

/// One answer may be that of several merged questions.
std::optional<ReadComment> answer_among(const std::vector<ReadComment>& answers,
                                        const std::optional<Question>& question) {
    if (!question) return std::nullopt;
    for (const ReadComment& each : answers) {
        if (question->answer == each.comment.id) return each;
    }
    return std::nullopt;
}

/// Who wrote it, is thanked in it, or did something about it that its card tells.
std::set<PersonId> people_in(const ReadPost& read) {
    const auto& [question, poll, news, idea, event] = read.kinds;
    std::set<PersonId> people{read.post.author};
    if (read.post.praised) people.insert(read.post.praised->begin(), read.post.praised->end());
    if (question && question->picked_up_by) people.insert(*question->picked_up_by);
    if (news) people.merge(acknowledgers_of(*news));
    if (idea) people.merge(who_decided(*idea));
    return people;
}

}  // namespace

std::string subject_of(PostId post) { return "post:" + std::to_string(post.value); }
std::string subject_of(CommentId comment) { return "comment:" + std::to_string(comment.value); }
std::string subject_of_reactions(PostId post) { return "reactions:" + std::to_string(post.value); }
std::string subject_of_question(PostId post) { return "question:" + std::to_string(post.value); }
std::string subject_of_poll(PostId post) { return "poll:" + std::to_string(post.value); }
std::string subject_of_news(PostId post) { return "news:" + std::to_string(post.value); }
std::string subject_of_idea(PostId post) { return "idea:" + std::to_string(post.value); }
std::string subject_of_event(PostId post) { return "event:" + std::to_string(post.value); }

SharedPosts with_latest_comments(Reader& reader, const storage::ReadableTabs& tabs,
                                 std::vector<ReadPost> posts) {
    const auto comments = latest_comments_of(reader, tabs, posts);
    const auto tabs_of_all = with_tabs_of_answers(reader, tabs, posts);
    const auto answers = answers_to(reader, tabs_of_all, posts);
    std::vector<ReadComment> shown = comments;
    shown.insert(shown.end(), answers.begin(), answers.end());
    SharedPosts shared{{}, quoted_by(reader, tabs_of_all, shown), {}};
    std::set<PersonId> people = authors_of(shown);
    for (ReadPost& each : posts) {
        people.merge(people_in(each));
        shared.items.push_back({std::move(each), {}, {}});
    }
    std::map<PostId, SharedPost*> place;
    for (SharedPost& each : shared.items)
        place[each.read.post.id] = &each;
    for (const ReadComment& each : comments)
        place.at(each.comment.post)->latest.push_back(each);
    for (SharedPost& each : shared.items)
        each.answer = answer_among(answers, each.read.kinds.question);
    shared.people = people_of(reader, people);
    return shared;
}

std::vector<PostId> marked_in(const std::vector<SharedPost>& posts) {
    std::set<PostId> marked;
    for (const SharedPost& each : posts) {
        marked.insert(each.read.post.id);
        if (each.answer) marked.insert(each.answer->comment.post);
    }
    return {marked.begin(), marked.end()};
}

SharedComments about_comments(Reader& reader, const storage::ReadableTabs& tabs,
                              const std::vector<ReadComment>& comments) {
    return {quoted_by(reader, tabs, comments), people_of(reader, authors_of(comments))};
}

OwnMarks own_marks(Reader& reader, const Viewer& viewer, const std::vector<PostId>& posts) {
    std::vector<storage::Onlooker> onlookers;
    for (const PostId post : posts)
        onlookers.push_back({viewer.person, post});
    OwnMarks own;
    for (OwnMarks& of_post : storage::select_own_marks(reader, onlookers))
        own.merge(of_post);
    return own;
}

MyPost mine(const Viewer& viewer, PersonId author, bool needs_approval, PostId post, const OwnMarks& own) {
    const bool is_own = author == viewer.person;
    const auto vote = own.votes.find(post);
    const auto attendance = own.attendances.find(post);
    return {
        .may_edit = is_own && !needs_approval,
        .may_delete = is_own,
        .reaction = reaction_to({post, std::nullopt}, own),
        .kept = own.kept.contains(post),
        .vote = vote == own.votes.end() ? std::nullopt : std::optional{vote->second},
        .confirmed = own.confirmed.contains(post),
        .wanted = own.wanted.contains(post),
        .attendance = attendance == own.attendances.end() ? std::nullopt : std::optional{attendance->second}};
}

MyComment mine(const Viewer& viewer, PersonId author, PostId post, CommentId comment, const OwnMarks& own) {
    const bool is_own = author == viewer.person;
    return {.may_edit = is_own, .may_delete = is_own, .reaction = reaction_to({post, comment}, own)};
}

CommentView to_view(ReadComment read, const Viewer& viewer, const OwnMarks& own) {
    const MyComment allowed = mine(viewer, read.comment.author, read.comment.post, read.comment.id, own);
    return {std::move(read.comment), std::move(read.reactions), allowed};
}

PostView to_view(SharedPost shared, const Viewer& viewer, bool needs_approval, const OwnMarks& own) {
    auto& [read, latest, answer] = shared;
    MyPost allowed = mine(viewer, read.post.author, needs_approval, read.post.id, own);
    PostView view{.post = std::move(read.post),
                  .thread = read.thread,
                  .reactions = std::move(read.reactions),
                  .question = std::move(read.kinds.question),
                  .news = std::move(read.kinds.news),
                  .idea = std::move(read.kinds.idea),
                  .event = std::move(read.kinds.event),
                  .mine = std::move(allowed)};
    if (read.kinds.poll) view.poll = shown(*read.kinds.poll, view.mine.vote.has_value());
    if (answer) view.answer = to_view(std::move(*answer), viewer, own);
    for (ReadComment& each : latest)
        view.latest.push_back(to_view(std::move(each), viewer, own));
    return view;
}

}  // namespace plein::features
