#include "server/live/shared_past.hpp"

#include <algorithm>

namespace plein::live {

using std::chrono::steady_clock;
using storage::EventRange;

SharedEvents share(std::vector<storage::EmittedEvent> events) {
    SharedEvents shared;
    shared.reserve(events.size());
    for (auto& event : events) {
        shared.push_back(std::make_shared<const LiveEvent>(std::move(event.stream), event.seq, event.revokes,
                                                           event.ends, std::move(event.line)));
    }
    return shared;
}

std::vector<std::optional<SharedEvents>> SharedPast::read(storage::Reader& reader,
                                                          const std::vector<EventRange>& ranges) {
    const std::scoped_lock lock{mutex_};
    if (generation_ != reader.generation()) {
        kept_.clear();
        kept_bytes_ = 0;
        generation_ = reader.generation();
    }
    std::vector<std::optional<SharedEvents>> past(ranges.size());
    std::vector<EventRange> missing;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const auto kept = kept_.find(ranges[i].stream.stream());
        if (kept != kept_.end() && kept->second.holds(ranges[i])) {
            kept->second.asked_at = steady_clock::now();
            past[i] = kept->second.since(ranges[i].from);
        } else {
            missing.push_back(ranges[i]);
        }
    }
    if (missing.empty()) return past;

    ByStream read = read_missing(reader, missing);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const auto found = read.find(ranges[i].stream.stream());
        if (!past[i] && found != read.end() && found->second.holds(ranges[i]))
            past[i] = found->second.since(ranges[i].from);
    }
    keep(std::move(read));
    return past;
}

/// One range a stream: the longest that was asked for and finds room.
SharedPast::ByStream SharedPast::read_missing(storage::Reader& reader,
                                              const std::vector<EventRange>& missing) {
    std::map<std::string, EventRange> longest;
    for (const EventRange& range : missing) {
        const auto [place, is_new] = longest.try_emplace(range.stream.stream(), range);
        if (!is_new && range.from < place->second.from) place->second = range;
    }
    std::vector<EventRange> asked;
    std::int64_t room = max_read_events;
    for (const auto& [stream, range] : longest) {
        const std::int64_t length = range.to - range.from + 1;
        if (length > room) continue;
        room -= length;
        asked.push_back(range);
    }
    ByStream read;
    auto events = storage::select_events(reader, asked);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        std::size_t bytes = 0;
        for (const auto& event : events[i])
            bytes += sizeof(LiveEvent) + event.stream.size() + event.line.size();
        read.insert_or_assign(
            asked[i].stream.stream(),
            Kept{asked[i].from, asked[i].to, share(std::move(events[i])), bytes, steady_clock::now()});
    }
    return read;
}

void SharedPast::keep(ByStream read) {
    for (auto& [stream, fresh] : read) {
        Kept& kept = kept_[stream];
        if (fresh.to < kept.to) continue;  // of an older snapshot
        kept_bytes_ = kept_bytes_ - kept.bytes + fresh.bytes;
        kept = std::move(fresh);
    }
    if (kept_bytes_ <= max_kept_bytes) return;
    kept_.clear();
    kept_bytes_ = 0;
}

void SharedPast::tidy(steady_clock::time_point now) {
    const std::scoped_lock lock{mutex_};
    const auto limit = now - kept_for;
    for (auto kept = kept_.begin(); kept != kept_.end();) {
        if (kept->second.asked_at < limit) {
            kept_bytes_ -= kept->second.bytes;
            kept = kept_.erase(kept);
        } else {
            ++kept;
        }
    }
}

SharedEvents SharedPast::Kept::since(std::int64_t seq) const {
    const auto first = std::ranges::lower_bound(events, seq, {}, &LiveEvent::seq);
    return {first, events.end()};
}

}  // namespace plein::live
