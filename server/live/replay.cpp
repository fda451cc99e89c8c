#include "server/live/replay.hpp"

#include "protocol/envelope.hpp"
#include "protocol/errors.hpp"
#include "server/access/access.hpp"

#include <utility>

namespace plein::live {
namespace {

/// Why a replay is not given, though the log holds it: it is too large, or the person had no access for a
/// while.
bool better_read_afresh(const std::vector<storage::EmittedEvent>& events, PersonId person) {
    std::size_t bytes = 0;
    for (const auto& event : events) {
        bytes += event.line.size();
        if (event.revokes == person) return true;
    }
    return bytes > max_replay_bytes;
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
    if (!cursor || cursor->generation != replay.generation || cursor->seq > replay.head) return replay;
    auto events = storage::select_events_after(reader, *access, cursor->seq, max_replay_events);
    if (!events || better_read_afresh(*events, viewer.person)) return replay;
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
