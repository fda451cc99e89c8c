#include "server/features/polls.hpp"

#include "server/features/polling.hpp"
#include "server/features/post_views.hpp"
#include "storage/people.hpp"

#include <algorithm>

namespace plein::features {

namespace {

using storage::PostAccess;
using storage::ReadPoll;
using Options = std::vector<std::int32_t>;

/// In a write its row is locked until the commit. Errors: not_found.
ReadPoll find(Reader& reader, const PostAccess& post) {
    auto poll = storage::select_poll(reader, post);
    if (!poll) throw Refusal{ErrorCode::not_found, "post"};
    return std::move(*poll);
}

/// By its clock also before that was told.
void check_open(const ReadPoll& poll, Timestamp now) {
    if (poll.closed_at || poll.closes_at <= now) throw Refusal{ErrorCode::conflict, "poll"};
}

/// In the order of their places. Errors: invalid_request.
Options chosen_of(const ReadPoll& poll, Options options) {
    std::ranges::sort(options);
    const bool is_allowed_number = options.size() == 1 || (poll.multiple && !options.empty());
    const bool is_each_once = std::ranges::adjacent_find(options) == options.end();
    const auto is_there = [&](std::int32_t option) {
        return option >= 0 && static_cast<std::size_t>(option) < poll.options.size();
    };
    if (!is_allowed_number || !is_each_once || !std::ranges::all_of(options, is_there))
        throw Refusal{ErrorCode::invalid_request, "$.options"};
    return options;
}

void tell_vote(Transaction& tx, const Viewer& viewer, const PostAccess& post, const ReadPoll& poll,
               Options options) {
    if (poll.anonymous) return;
    tell_poll(tx, post.tab(), post.post(), poll);
    tx.tell(viewer.stream(), VoteSet{post.post(), std::move(options)});
}

}  // namespace

void add_poll_routes(net::Router& routes, Edge& edge) {
    routes.bind<CastVote>(commit(edge, cast_vote));
    routes.bind<WithdrawVote>(commit(edge, withdraw_vote));
    routes.bind<ClosePoll>(commit(edge, close_poll));
    routes.bind<ListVotes>(read(edge, list_votes));
}

Poll cast_vote(Transaction& tx, const Viewer& viewer, const CastVote& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    const ReadPoll before = find(tx, post);
    check_open(before, tx.now());
    Options options = chosen_of(before, request.options.items);
    const auto earlier = storage::select_vote(tx, viewer, post);
    if (earlier && before.anonymous) throw Refusal{ErrorCode::conflict, "vote"};
    if (earlier == options) return shown(before, true);
    const ReadPoll after = storage::upsert_vote(tx, viewer, post, options);
    tell_vote(tx, viewer, post, after, std::move(options));
    return shown(after, true);
}

Poll withdraw_vote(Transaction& tx, const Viewer& viewer, const WithdrawVote& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    const ReadPoll before = find(tx, post);
    check_open(before, tx.now());
    if (!storage::select_vote(tx, viewer, post)) return shown(before, false);
    if (before.anonymous) throw Refusal{ErrorCode::conflict, "vote"};
    const ReadPoll after = storage::delete_vote(tx, viewer, post);
    tell_vote(tx, viewer, post, after, {});
    return shown(after, false);
}

Poll close_poll(Transaction& tx, const Viewer& viewer, const ClosePoll& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    ReadPoll poll = find(tx, post);
    if (post.author() != viewer.person) access::check_may_curate(post.tab());
    if (!poll.closed_at) {
        poll = storage::update_closed(tx, post.tab(), request.post);
        tell_poll(tx, post.tab(), request.post, poll);
    }
    return shown(poll, storage::select_vote(tx, viewer, post).has_value());
}

VoteList list_votes(Snapshot& snapshot, const Viewer& viewer, const ListVotes& request) {
    const PostAccess post = access::to_post(snapshot, viewer, request.post);
    const ReadPoll poll = find(snapshot, post);
    const bool has_voted = storage::select_vote(snapshot, viewer, post).has_value();
    if (!access::may_list_votes(standing_of(poll, has_voted))) throw Refusal{ErrorCode::forbidden, "post"};
    auto votes = storage::select_votes(snapshot, post, limits::votes_by_name);
    const auto people = storage::column_of(votes, &Vote::person);
    return {std::move(votes), poll.voters, storage::select_people(snapshot, people)};
}

std::int64_t close_due_polls(Transaction& tx, std::int64_t limit) {
    const auto system = access::as_system("closing of polls");
    const auto closed = storage::close_due_polls(tx, system, limit);
    const auto tabs =
        access::tabs_with_streams(tx, system, storage::column_of(closed, &storage::ClosedPoll::post));
    for (const auto& [post, poll] : closed) {
        const auto tab = tabs.find(post);
        if (tab == tabs.end()) continue;  // nobody reads it
        tx.tell(tab->second.stream, poll_changed(tab->second, post, poll), subject_of_poll(post));
    }
    return static_cast<std::int64_t>(closed.size());
}

}  // namespace plein::features
