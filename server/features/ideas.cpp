#include "server/features/ideas.hpp"

#include "protocol/json_reader.hpp"
#include "server/features/asking.hpp"
#include "server/features/notifying.hpp"
#include "server/features/post_pages.hpp"
#include "server/features/proposing.hpp"
#include "server/features/shown_text.hpp"
#include "storage/departments.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace {

using access::IdeaAct;
using storage::PostAccess;

/// In a write its row is locked until the commit. Errors: not_found.
Idea find(Reader& reader, const PostAccess& post) {
    auto idea = storage::select_idea(reader, post);
    if (!idea) throw Refusal{ErrorCode::not_found, "post"};
    return std::move(*idea);
}

/// Errors: not_found, conflict.
Idea find_open(Transaction& tx, const PostAccess& post) {
    Idea idea = find(tx, post);
    if (idea.status == IdeaStatus::done || idea.status == IdeaStatus::declined)
        throw Refusal{ErrorCode::conflict, "idea"};
    return idea;
}

/// Nothing, where nothing changed.
Idea told(Transaction& tx, const Viewer& viewer, const PostAccess& post, Idea before,
          const std::optional<Idea>& after, bool is_wanted) {
    if (!after) return before;
    tell_idea(tx, post.tab(), post.post(), *after);
    tx.tell(viewer.stream(), IdeaWanted{post.post(), is_wanted});
    return *after;
}

}  // namespace

void add_idea_routes(net::Router& routes, Edge& edge) {
    routes.bind<VoteForIdea>(commit(edge, vote_for_idea));
    routes.bind<WithdrawIdeaVote>(commit(edge, withdraw_idea_vote));
    routes.bind<ListIdeaVotes>(read(edge, list_idea_votes));
    routes.bind<RouteIdea>(commit(edge, route_idea));
    routes.bind<DecideIdea>(commit(edge, decide_idea));
    routes.bind<ListIdeas>(read(edge, list_ideas));
}

Idea vote_for_idea(Transaction& tx, const Viewer& viewer, const VoteForIdea& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    Idea before = find_open(tx, post);
    return told(tx, viewer, post, std::move(before), storage::insert_idea_vote(tx, viewer, post), true);
}

Idea withdraw_idea_vote(Transaction& tx, const Viewer& viewer, const WithdrawIdeaVote& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    Idea before = find_open(tx, post);
    return told(tx, viewer, post, std::move(before), storage::delete_idea_vote(tx, viewer, post), false);
}

IdeaVoteList list_idea_votes(Snapshot& snapshot, const Viewer& viewer, const ListIdeaVotes& request) {
    const PostAccess post = access::to_post(snapshot, viewer, request.post);
    const Idea idea = find(snapshot, post);
    auto people = storage::select_idea_votes(snapshot, post, limits::votes_by_name);
    auto known = storage::select_people(snapshot, people);
    return {std::move(people), idea.votes, std::move(known)};
}

Idea route_idea(Transaction& tx, const Viewer& viewer, const RouteIdea& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    Idea before = find(tx, post);
    access::check_may(tx, viewer, post, before, IdeaAct::route);
    if (request.target == Addressee{}) throw Refusal{ErrorCode::invalid_request, "$.target"};
    const Addressee addressee = addressee_of(tx, viewer, post.tab(), request.target, "idea");
    if (addressee == Addressee{before.department, before.service}) return before;
    std::vector<Notice> wanted;
    concern(wanted, NotificationKind::proposed, deciders_of(tx, post.tab(), addressee));
    const auto notices = heard_by(tx, post.tab(), viewer.person, wanted);
    Idea idea = storage::update_addressee(tx, post.tab(), request.post, addressee);
    tell_idea(tx, post.tab(), request.post, idea);
    notify(tx, {post.tab().tab().group, request.post, std::nullopt, viewer.person}, notices);
    return idea;
}

Idea decide_idea(Transaction& tx, const Viewer& viewer, const DecideIdea& request) {
    std::string note = trimmed(request.note.value);
    if (note.empty()) throw Refusal{ErrorCode::invalid_request, "$.note"};
    const PostAccess post = access::to_post(tx, viewer, request.post);
    Idea before = find(tx, post);
    access::check_may(tx, viewer, post, before, IdeaAct::decide);
    auto steps = steps_of(before);
    if (before.status == request.status) {
        const IdeaStep& last = steps.back();
        if (last.by == viewer.person && last.note == note) return before;
        throw Refusal{ErrorCode::conflict, "status"};
    }
    if (steps.size() >= limits::idea_steps) throw Refusal{ErrorCode::full, "status"};
    steps.push_back({request.status, viewer.person, std::move(note), tx.now()});
    Idea idea = storage::update_steps(tx, post, steps);
    tell_idea(tx, post.tab(), request.post, idea);
    return idea;
}

PostPage list_ideas(Snapshot& snapshot, const Viewer& viewer, const ListIdeas& request) {
    access::check(viewer, Right::browse_people);
    if (!storage::select_department(snapshot, request.department))
        throw Refusal{ErrorCode::not_found, "department"};
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    for (const storage::TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    auto posts = storage::select_ideas(snapshot, tabs, request, std::int64_t{limits::ideas});
    return to_page(snapshot, viewer, tabs, {with_latest_comments(snapshot, tabs, std::move(posts)), {}});
}

std::int64_t tell_next_voters(Transaction& tx, PostId post) {
    const auto system = access::as_system("ideas with another status");
    const auto idea = storage::take_untold_idea(tx, system, post);
    if (!idea) return 0;
    const PersonId decider = from_json<std::vector<IdeaStep>>(idea->steps.text).back().by;
    auto voters = storage::select_idea_voters(tx, system, post, idea->told_up_to, told_at_once);
    const auto went_through = static_cast<std::int64_t>(voters.size());
    const auto told_up_to = went_through < told_at_once ? std::nullopt : std::optional{voters.back()};
    std::erase(voters, idea->author);  // who has heard of it first
    std::vector<Notice> wanted;
    if (idea->told_up_to == PersonId{}) wanted.push_back({NotificationKind::decided, idea->author});
    concern(wanted, NotificationKind::decided, voters);
    const auto notices = heard_by(tx, system, idea->tab, decider, wanted);
    storage::update_idea_told(tx, system, post, told_up_to);
    notify(tx, {idea->group, post, std::nullopt, decider}, notices);
    return went_through;
}

}  // namespace plein::features
