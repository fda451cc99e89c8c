#include "server/live/replay.hpp"

#include "protocol/envelope.hpp"
#include "server/access/access.hpp"

#include <algorithm>

namespace plein::live {
namespace {

using Outcome = Replay::Outcome;
using storage::EventRange;
using storage::StreamAccess;

/// One wish on its way: what is known of it so far.
struct Reading {
    const Wish* wish = nullptr;
    const storage::Viewer* viewer = nullptr;
    Replay replay;
    std::int64_t seq = 0;  // of the cursor, where there is something to replay
};

/// The wishes of everyone who is signed in, in order.
std::vector<Reading> readings_of(const std::vector<Asking>& asked,
                                 const std::vector<std::optional<storage::Viewer>>& viewers) {
    std::vector<Reading> readings;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (!viewers[i]) continue;
        for (const Wish& wish : asked[i].wishes)
            readings.push_back({&wish, &*viewers[i], {}, 0});
    }
    return readings;
}

/// Refused stay those who may not read the stream; the others learn where it stands, and are returned with their proofs.
std::pair<std::vector<Reading*>, std::vector<StreamAccess>> open_streams(storage::Snapshot& snapshot,
                                                                         std::vector<Reading>& readings) {
    std::vector<access::StreamOfViewer> asked;
    for (const Reading& reading : readings)
        asked.push_back({reading.wish->stream, reading.viewer});
    auto proofs = access::to_each_stream(snapshot, asked);
    std::vector<Reading*> opened;
    std::vector<StreamAccess> streams;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (!proofs[i]) continue;
        opened.push_back(&readings[i]);
        streams.push_back(std::move(*proofs[i]));
    }
    const auto heads = storage::select_heads(snapshot, streams);
    for (std::size_t i = 0; i < opened.size(); ++i)
        opened[i]->replay = {Outcome::served, heads[i], snapshot.generation(), {}};
    return {std::move(opened), std::move(streams)};
}

/// What has to be read behind the cursor; nothing when there is nothing, or when it is better to read afresh: the cursor is
/// none of this log, or it is too much.
std::optional<EventRange> range_of(Reading& reading, const StreamAccess& stream) {
    Replay& replay = reading.replay;
    if (!reading.wish->after) return std::nullopt;
    const auto cursor = Cursor::parse(*reading.wish->after);
    replay.outcome = Outcome::resync;
    if (!cursor || cursor->generation != replay.generation || cursor->seq > replay.head) return std::nullopt;
    // The event at the cursor itself may have ended the access.
    const EventRange range{stream, std::max<std::int64_t>(1, cursor->seq), replay.head};
    if (range.to - range.from >= max_replay_events) return std::nullopt;
    replay.outcome = Outcome::served;
    if (cursor->seq == replay.head) return std::nullopt;
    reading.seq = cursor->seq;
    return range;
}

/// Better read afresh when the log does not hold all of it, when it is too much, or when the access was interrupted.
void replay(Reading& reading, const EventRange& range, std::optional<SharedEvents> events) {
    Replay& replay = reading.replay;
    if (!events) {
        replay.outcome = Outcome::later;
        return;
    }
    const bool complete = std::ssize(*events) == range.to - range.from + 1;
    const bool interrupted = std::ranges::any_of(
        *events, [&](const auto& event) { return event->revokes_access_of(reading.viewer->person); });
    if (!complete || interrupted) {
        replay.outcome = Outcome::resync;
        return;
    }
    events->erase(events->begin(), events->begin() + (reading.seq + 1 - range.from));
    replay.events = std::move(*events);
}

/// What one hub asks for.
class HubRead final : public storage::JointRead {
public:
    HubRead(SharedPast& past, std::vector<Asking> asked) : past_(past), asked_(std::move(asked)) {}

    void run(storage::Snapshot& snapshot,
             std::span<storage::Joint<storage::Snapshot>* const> items) override {
        for (auto* item : items) {
            auto& read = static_cast<HubRead&>(*item);
            read.answers = read_streams(snapshot, read.past_, read.asked_);
        }
    }

    std::vector<Answer> answers;

private:
    SharedPast& past_;
    const std::vector<Asking> asked_;
};

}  // namespace

std::vector<Answer> read_streams(storage::Snapshot& snapshot, SharedPast& past,
                                 const std::vector<Asking>& asked) {
    std::vector<std::string> tokens;
    for (const Asking& asking : asked)
        tokens.push_back(asking.who.token_hash);
    const auto viewers = access::identify_all(snapshot, tokens);
    std::vector<Reading> readings = readings_of(asked, viewers);
    const auto [opened, streams] = open_streams(snapshot, readings);

    std::vector<Reading*> behind;
    std::vector<EventRange> ranges;
    for (std::size_t i = 0; i < opened.size(); ++i) {
        if (auto range = range_of(*opened[i], streams[i])) {
            behind.push_back(opened[i]);
            ranges.push_back(std::move(*range));
        }
    }
    if (!ranges.empty()) {
        auto events = past.read(snapshot, ranges, max_replay_bytes);
        for (std::size_t i = 0; i < ranges.size(); ++i)
            replay(*behind[i], ranges[i], std::move(events[i]));
    }

    std::vector<Answer> answers(asked.size());
    auto reading = readings.begin();
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (!viewers[i]) continue;
        answers[i].emplace();
        for (std::size_t wish = 0; wish < asked[i].wishes.size(); ++wish)
            answers[i]->push_back(std::move((reading++)->replay));
    }
    return answers;
}

boost::asio::awaitable<std::vector<Answer>> read_streams(storage::Database& database, SharedPast& past,
                                                         std::vector<Asking> asked) {
    const auto reading = std::make_shared<HubRead>(past, std::move(asked));
    co_await database.read("subscriptions", reading);
    co_return std::move(reading->answers);
}

boost::asio::awaitable<SharedEvents> read_gap(storage::Database& database, std::string stream,
                                              std::int64_t from, std::int64_t to) {
    auto work = [stream = std::move(stream), from, to](storage::Snapshot& snapshot) {
        const auto system = access::as_system("live: fill a gap");
        return share(storage::select_events_between(snapshot, system, stream, from, to));
    };
    return database.read(std::move(work));
}

}  // namespace plein::live
