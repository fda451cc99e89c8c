#include "server/demo/writer.hpp"

#include "server/demo/act_as.hpp"
#include "server/features/announcing.hpp"
#include "server/features/asking.hpp"
#include "server/features/calendar_events.hpp"
#include "server/features/comments.hpp"
#include "server/features/equal_questions.hpp"
#include "server/features/ideas.hpp"
#include "server/features/news.hpp"
#include "server/features/polls.hpp"
#include "server/features/posts.hpp"
#include "server/features/questions.hpp"
#include "server/features/reactions.hpp"
#include "storage/demo.hpp"
#include "storage/ideas.hpp"
#include "storage/news.hpp"
#include "storage/polls.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <limits>
#include <regex>
#include <set>
#include <stdexcept>

namespace plein::demo {

namespace {

using storage::Transaction;
using storage::Viewer;

/// RFC 9562 version 8 (free form): the same for the same post of the same story.
Uuid client_id(std::uint64_t number) {
    Uuid id;
    id.bytes[6] = 0x80;
    id.bytes[8] = 0x80;
    for (std::size_t i = 15; number != 0; --i, number /= 256)
        id.bytes[i] = static_cast<std::uint8_t>(number % 256);
    return id;
}

/// For now it is open to those who vote, whenever the story closes it. Days are whole, so that the same story makes the same.
NewPoll poll_of(const StoryPoll& story, Timestamp now) {
    NewPoll poll{.multiple = story.multiple,
                 .anonymous = story.anonymous,
                 .closes_at = std::chrono::floor<std::chrono::days>(now) + std::chrono::days{2}};
    for (const StoryOption& option : story.options)
        poll.options.items.push_back({option.text});
    return poll;
}

NewNews news_of(const StoryNews& story, const Organisation& organisation) {
    NewNews news{.must_read = story.must_read, .affects = {}};
    for (const std::string& department : story.affects)
        news.affects.items.push_back(organisation.target(department).department.value());
    return news;
}

/// For now it is still to come, so that people can say whether they do.
EventPlan plan_of(const StoryEvent& story, Timestamp now) {
    const Timestamp begins = std::chrono::floor<std::chrono::days>(now) + std::chrono::days{2};
    return {begins, begins + (story.ends - story.begins), {story.place}, story.places};
}

/// The text, with the names of the story as the links that mentions are.
std::string with_mentions(const std::string& text, const Organisation& organisation) {
    static const std::regex name{R"(@\[([^\]]+)\])"};
    std::string linked;
    auto rest = text.cbegin();
    for (std::sregex_iterator found{text.begin(), text.end(), name}, end; found != end; ++found) {
        const std::string key = (*found)[1];
        const bool is_person = std::islower(static_cast<unsigned char>(key.front())) != 0;
        linked.append(rest, (*found)[0].first);
        linked += is_person ? fmt::format("[@{}](person:{})", key, organisation.person(key).value)
                            : fmt::format("[@{}](department:{})", key,
                                          organisation.target(key).department.value().value);
        rest = (*found)[0].second;
    }
    return linked.append(rest, text.cend());
}

/// Runs an act; a refusal tells what in the story is refused.
template <class Act>
void as_told(const std::string& person, const char* does, const std::string& place, Act act) {
    try {
        act();
    } catch (const Refusal& refusal) {
        throw std::runtime_error{
            fmt::format("the story has {} {} in {}: {}", person, does, place, name_of(refusal.code))};
    }
}

}  // namespace

Writer::Writer(Transaction& tx, const Organisation& organisation, const Calendar& calendar)
    : tx_(tx), organisation_(organisation), calendar_(calendar), system_(access::as_system("plein demo")) {}

void Writer::write(const StoryPost& story, Timestamp at) {
    as_told(story.author, "write", story.place, [&] { story.edit ? edit(story, at) : create(story, at); });
}

void Writer::write(const StoryPost& post, const StoryComment& story, Timestamp at) {
    as_told(story.author, "comment", post.place,
            [&] { story.edit ? edit(post, story, at) : create(post, story, at); });
}

void Writer::create(const StoryPost& story, Timestamp at) {
    const Tab& tab = organisation_.tab(story.place);
    CreatePost request{.tab = tab.id, .client_id = client_id(++posts_made_)};
    request.body = {with_mentions(story.body, organisation_)};
    request.mark = story.mark.value_or(tab.default_mark);
    if (story.question) request.question = organisation_.target(*story.question);
    if (story.confidential) request.confidential = true;
    if (story.poll) request.poll = poll_of(*story.poll, tx_.now());
    if (story.news) request.news = news_of(*story.news, organisation_);
    if (story.idea) request.idea = organisation_.target(story.idea->addressee);
    if (story.event) request.event = plan_of(*story.event, tx_.now());
    if (story.translation)
        request.translation = {story.translation->language,
                               {with_mentions(story.translation->body, organisation_)}};
    if (!story.praised.empty()) request.praise.emplace();
    for (const std::string& each : story.praised)
        request.praise->people.items.push_back(organisation_.person(each));
    const Post post = act_as(tx_, organisation_.person(story.author), [&](const Viewer& viewer) {
        Post made = features::create_post(tx_, viewer, request);
        if (story.question) promise(viewer, made, at);
        return made;
    });
    storage::update_moments(tx_, system_, post.id, at, std::nullopt);
    posts_[&story] = post.id;
    if (story.poll) note_votes(story, post.id, at);
    if (story.news) news_.push_back({&story, post.id, at});
    if (story.idea) ideas_.push_back({&story, post.id, at});
    if (story.event) events_.push_back({&story, post.id, at});
    last_posts_[{story.author, story.place}] = {post, at};
    note(story.reactions, story, std::nullopt);
}

void Writer::promise(const Viewer& viewer, const Post& post, Timestamp at) {
    const auto tab = access::to_tab(tx_, viewer, post.tab);
    auto question = storage::select_question(tx_, tab, post.id).value();
    question.answer_before = features::promise_of(tx_, {question.department, question.service}, at);
    storage::update_question(tx_, tab, post.id, question);
    tx_.redact(features::subject_of_question(post.id));
}

void Writer::note_votes(const StoryPost& story, PostId post, Timestamp at) {
    AskedPoll poll{&story, post, at + std::chrono::days{story.poll->days}, {}};
    for (std::size_t i = 0; i < story.poll->options.size(); ++i) {
        for (const std::string& voter : story.poll->options[i].voters)
            poll.votes[voter].push_back(static_cast<std::int32_t>(i));
    }
    polls_.push_back(std::move(poll));
}

void Writer::vote() {
    for (const AskedPoll& poll : polls_) {
        for (const auto& [person, options] : poll.votes) {
            as_told(person, "vote", poll.story->place, [&] {
                act_as(tx_, organisation_.person(person), [&](const Viewer& viewer) {
                    return features::cast_vote(tx_, viewer, {poll.post, {options}});
                });
            });
        }
        act_as(tx_, organisation_.person(poll.story->author), [&](const Viewer& viewer) {
            const auto post = access::to_post(tx_, viewer, poll.post);
            return storage::update_closes_at(tx_, post.tab(), poll.post, poll.closes_at);
        });
        tx_.redact(features::subject_of_poll(poll.post));
    }
    storage::close_due_polls(tx_, system_, std::numeric_limits<std::int64_t>::max());
}

void Writer::follow_up() {
    for (const Followed& news : news_) {
        take_up(news);
        if (news.story->news->must_read) confirm(news);
        storage::update_news_moments(tx_, system_, news.post, news.at);
    }
    for (const Followed& idea : ideas_) {
        want(idea);
        decide(idea);
        storage::update_idea_moments(tx_, system_, idea.post, idea.at);
    }
    for (const Followed& event : events_)
        attend(event);
}

/// On days that may have passed, which no feature would take.
void Writer::take_up(const Followed& news) {
    act_as(tx_, organisation_.person(news.story->author), [&](const Viewer& viewer) {
        const auto post = access::to_post(tx_, viewer, news.post);
        auto affected = features::affected_by(storage::select_news(tx_, post).value());
        for (const StoryTakingUp& each : news.story->news->taken_up) {
            const DepartmentId department = organisation_.target(each.department).department.value();
            std::ranges::find(affected, department, &AffectedDepartment::department)->acknowledgement = {
                organisation_.person(each.by), each.note,
                std::chrono::floor<std::chrono::days>(news.at) + std::chrono::days{each.days},
                news.at + std::chrono::hours{2}};
        }
        return storage::update_affects(tx_, post, affected);
    });
}

/// Who has answered it has read it.
void Writer::confirm(const Followed& news) {
    std::set<std::string> readers;
    for (const StoryReaction& reaction : news.story->reactions)
        readers.insert(reaction.person);
    for (const StoryComment& comment : news.story->comments)
        readers.insert(comment.author);
    readers.erase(news.story->author);
    for (const std::string& person : readers) {
        as_told(person, "confirm", news.story->place, [&] {
            act_as(tx_, organisation_.person(person),
                   [&](const Viewer& viewer) { return features::confirm_news(tx_, viewer, {news.post}); });
        });
    }
}

void Writer::want(const Followed& idea) {
    for (const StoryReaction& reaction : idea.story->reactions) {
        as_told(reaction.person, "want an idea", idea.story->place, [&] {
            act_as(tx_, organisation_.person(reaction.person),
                   [&](const Viewer& viewer) { return features::vote_for_idea(tx_, viewer, {idea.post}); });
        });
    }
}

/// At moments that have passed, which no feature would give them.
void Writer::decide(const Followed& idea) {
    std::vector<IdeaStep> steps;
    for (const StoryStep& each : idea.story->idea->steps) {
        steps.push_back({each.status, organisation_.person(each.by), each.note,
                         idea.at + std::chrono::days{each.days} + std::chrono::hours{2}});
    }
    if (steps.empty()) return;
    act_as(tx_, organisation_.person(idea.story->author), [&](const Viewer& viewer) {
        return storage::update_steps(tx_, access::to_post(tx_, viewer, idea.post), steps);
    });
}

void Writer::attend(const Followed& event) {
    const StoryEvent& story = *event.story->event;
    for (const StoryAnswer& answer : story.answers) {
        as_told(answer.person, "come to an event", event.story->place, [&] {
            act_as(tx_, organisation_.person(answer.person), [&](const Viewer& viewer) {
                return features::set_attendance(tx_, viewer, {event.post, answer.attendance});
            });
        });
    }
    const Timestamp begins = calendar_.days_after(event.at, story.days, story.begins);
    storage::update_event_moments(tx_, system_, event.post, begins, begins + (story.ends - story.begins),
                                  event.at);
}

void Writer::edit(const StoryPost& story, Timestamp at) {
    const auto found = last_posts_.find({story.author, story.place});
    if (found == last_posts_.end())
        throw std::runtime_error{story.author + " edits nothing in " + story.place};
    auto& [post, published_at] = found->second;
    const EditPost request{
        post.id, post.version, {with_mentions(story.body, organisation_)}, story.mark.value_or(post.mark)};
    post = act_as(tx_, post.author,
                  [&](const Viewer& viewer) { return features::edit_post(tx_, viewer, request); });
    storage::update_moments(tx_, system_, post.id, published_at, at);
}

void Writer::create(const StoryPost& post, const StoryComment& story, Timestamp at) {
    CreateComment request{.post = posts_.at(&post), .client_id = client_id(++comments_made_)};
    request.body = {with_mentions(story.body, organisation_)};
    if (story.quote) request.quote = last_comments_.at({&post, *story.quote}).made.id;
    const Comment comment = act_as(tx_, organisation_.person(story.author), [&](const Viewer& viewer) {
        return features::create_comment(tx_, viewer, request);
    });
    storage::update_moments(tx_, system_, comment.id, at, std::nullopt);
    last_comments_[{&post, story.author}] = {comment, at};
    if (story.answer) mark(post, story, comment.id);
    if (story.same) merge(post, story);
    note(story.reactions, post, comment.id);
}

void Writer::mark(const StoryPost& post, const StoryComment& story, CommentId comment) {
    const std::string& by = story.answer->empty() ? post.author : *story.answer;
    as_told(by, "mark an answer", post.place, [&] {
        act_as(tx_, organisation_.person(by), [&](const Viewer& viewer) {
            return features::mark_answer(tx_, viewer, {posts_.at(&post), comment});
        });
    });
}

void Writer::merge(const StoryPost& post, const StoryComment& story) {
    const auto into = last_posts_.find({*story.same, post.place});
    if (into == last_posts_.end()) throw std::runtime_error{*story.same + " asks nothing in " + post.place};
    as_told(story.author, "merge a question", post.place, [&] {
        act_as(tx_, organisation_.person(story.author), [&](const Viewer& viewer) {
            return features::merge_question(tx_, viewer, {posts_.at(&post), into->second.made.id});
        });
    });
}

void Writer::edit(const StoryPost& post, const StoryComment& story, Timestamp at) {
    auto& [comment, published_at] = last_comments_.at({&post, story.author});
    const EditComment request{comment.id, comment.version, {with_mentions(story.body, organisation_)}};
    comment = act_as(tx_, comment.author,
                     [&](const Viewer& viewer) { return features::edit_comment(tx_, viewer, request); });
    storage::update_moments(tx_, system_, comment.id, published_at, at);
}

void Writer::note(const std::vector<StoryReaction>& reactions, const StoryPost& post,
                  std::optional<CommentId> comment) {
    for (const StoryReaction& reaction : reactions)
        reactions_[reaction.person].push_back({post.place, {posts_.at(&post), comment, reaction.kind}});
}

void Writer::react() {
    for (const auto& [person, reactions] : reactions_) {
        act_as(tx_, organisation_.person(person), [&](const Viewer& viewer) {
            std::vector<features::Asked<SetReaction>> asked;
            for (const Reaction& reaction : reactions)
                asked.push_back({viewer, reaction.request});
            const auto outcomes = features::set_reactions(tx_, asked);
            for (std::size_t i = 0; i < outcomes.size(); ++i) {
                as_told(person, "react", reactions[i].place, [&] {
                    if (outcomes[i].refusal) std::rethrow_exception(outcomes[i].refusal);
                });
            }
            return true;
        });
    }
    features::count_reactions(tx_, std::numeric_limits<std::int64_t>::max());
}

}  // namespace plein::demo
