#include "server/features/polling.hpp"

#include "server/features/post_views.hpp"
#include "server/features/shown_text.hpp"

#include <set>

namespace plein::features {

using storage::ReadPoll;

void check_poll(const CreatePost& request, Timestamp now) {
    if (!request.poll) return;
    constexpr std::size_t least = 2;
    const auto& options = request.poll->options.items;
    if (options.size() < least) throw Refusal{ErrorCode::invalid_request, "$.poll.options", "2 to 20"};
    std::set<std::string> met;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::string text = trimmed(options[i].value);
        const std::string place = "$.poll.options[" + std::to_string(i) + "]";
        if (text.empty()) throw Refusal{ErrorCode::invalid_request, place, "blank"};
        if (!met.insert(text).second) throw Refusal{ErrorCode::invalid_request, place, "there already"};
    }
    const Timestamp closes_at = request.poll->closes_at;
    if (closes_at <= now || closes_at > now + std::chrono::days{limits::poll_days})
        throw Refusal{ErrorCode::invalid_request, "$.poll.closes_at", "within a year from now"};
}

access::PollStanding standing_of(const ReadPoll& poll, bool has_voted) {
    return {.is_anonymous = poll.anonymous,
            .is_closed = poll.closed_at.has_value(),
            .has_voted = has_voted,
            .voters = static_cast<std::size_t>(poll.voters)};
}

Poll shown(const ReadPoll& read, bool has_voted) {
    const auto standing = standing_of(read, has_voted);
    Poll poll{.version = read.version,
              .multiple = read.multiple,
              .anonymous = read.anonymous,
              .closes_at = read.closes_at,
              .closed_at = read.closed_at};
    const bool sees_votes = access::may_see_votes(standing);
    for (std::size_t i = 0; i < read.options.size(); ++i)
        poll.options.push_back(
            {read.options[i], sees_votes ? std::optional{read.votes.at(i)} : std::nullopt});
    if (access::may_count_voters(standing)) poll.voters = read.voters;
    return poll;
}

std::optional<Poll> shown_if_any(const std::optional<ReadPoll>& poll) {
    return poll ? std::optional{shown(*poll, false)} : std::nullopt;
}

PollChanged poll_changed(const Tab& tab, PostId post, const ReadPoll& poll) {
    return {post, tab.id, tab.group, shown(poll, false)};
}

void tell_poll(storage::Transaction& tx, const storage::TabAccess& tab, PostId post, const ReadPoll& poll) {
    tx.tell(tab.stream(), poll_changed(tab.tab(), post, poll), subject_of_poll(post));
}

void open_poll(storage::Transaction& tx, const storage::TabAccess& tab, const Post& post, Timestamp since) {
    const auto poll = storage::select_poll(tx, tab, post.id);
    if (!poll) return;
    const Timestamp closes_at = poll->closes_at + (post.published_at - since);
    tell_poll(tx, tab, post.id, storage::update_closes_at(tx, tab, post.id, closes_at));
}

}  // namespace plein::features
