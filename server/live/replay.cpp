#include "server/live/replay.hpp"

#include "protocol/envelope.hpp"
#include "protocol/errors.hpp"
#include "server/access/access.hpp"

#include <algorithm>

namespace plein::live {
namespace {

using Events = std::vector<storage::EmittedEvent>;

/// What the stream said after `seq`, unless reading afresh is better: the log does not hold all of it, it is too much,
/// or the person's access was interrupted (the event at `seq` itself may have revoked it).
std::optional<Events> replay_after(storage::Reader& reader, const storage::StreamAccess& access,
                                   std::int64_t seq, std::int64_t head, PersonId person) {
    if (seq >= head) return seq == head ? std::optional{Events{}} : std::nullopt;
    const std::int64_t before = std::max<std::int64_t>(0, seq - 1);
    auto events = storage::select_events_after(reader, access, before, max_replay_events);
    if (!events) return std::nullopt;
    std::size_t bytes = 0;
    for (const auto& event : *events) {
        bytes += event.line.size();
        const bool revoked = event.revokes == person || event.revokes == everyone;
        if (revoked || bytes > max_replay_bytes) return std::nullopt;
    }
    events->erase(events->begin(), events->begin() + (seq - before));
    return events;
}

}  // namespace

SharedEvents share(std::vector<storage::EmittedEvent> events) {
    SharedEvents shared;
    shared.reserve(events.size());
    for (auto& event : events) {
        shared.push_back(std::make_shared<const LiveEvent>(std::move(event.stream), event.seq, event.revokes,
                                                           event.ends, std::move(event.line)));
    }
    return shared;
}

Replay read_stream(storage::Reader& reader, const Identity& who, const std::string& stream,
                   const std::optional<std::string>& after) {
    const storage::Viewer viewer = access::identify(reader, who.token_hash);
    std::optional<storage::StreamAccess> access;
    try {
        access = access::to_stream(reader, viewer, stream);
    } catch (const Refusal& refusal) {
        if (refusal.code != ErrorCode::not_found) throw;
        return {Replay::Outcome::refused};
    }

    Replay replay{Replay::Outcome::served, storage::select_head(reader, *access),
                  storage::select_generation(reader)};
    if (!after) return replay;

    replay.outcome = Replay::Outcome::resync;
    const auto cursor = Cursor::parse(*after);
    if (!cursor || cursor->generation != replay.generation) return replay;
    auto events = replay_after(reader, *access, cursor->seq, replay.head, viewer.person);
    if (!events) return replay;
    replay.outcome = Replay::Outcome::served;
    replay.events = share(std::move(*events));
    return replay;
}

boost::asio::awaitable<Replay> read_stream(storage::Database& database, Identity who, std::string stream,
                                           std::optional<std::string> after) {
    auto work = [who = std::move(who), stream = std::move(stream), after = std::move(after)](
                    storage::Snapshot& snapshot) { return read_stream(snapshot, who, stream, after); };
    return database.read(std::move(work));
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
