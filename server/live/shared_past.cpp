#include "server/live/shared_past.hpp"

#include <algorithm>
#include <map>

namespace plein::live {

using std::chrono::steady_clock;
using storage::EventRange;

namespace {

/// Of those that were not found: one range a stream, the longest that is asked for, in the order of asking and as far as
/// there is room. The first one always finds it.
std::vector<EventRange> missing(const std::vector<EventRange>& ranges,
                                const std::vector<std::optional<SharedEvents>>& found) {
    std::vector<EventRange> missing;
    std::map<std::string, std::size_t> places;
    std::int64_t room = SharedPast::max_read_events;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (found[i]) continue;
        const EventRange& range = ranges[i];
        const auto place = places.find(range.stream.stream());
        const std::int64_t from = place == places.end() ? range.to + 1 : missing[place->second].from;
        const std::int64_t more = std::max<std::int64_t>(0, from - range.from);
        if (more > room) continue;
        if (place != places.end()) {
            missing[place->second].from = std::min(from, range.from);
        } else if (missing.size() < SharedPast::max_read_streams) {
            places.emplace(range.stream.stream(), missing.size());
            missing.push_back(range);
        } else {
            continue;
        }
        room -= more;
    }
    return missing;
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

std::vector<std::optional<SharedEvents>> SharedPast::read(storage::Reader& reader,
                                                          const std::vector<EventRange>& ranges,
                                                          std::size_t max_bytes) {
    auto past = find(reader.generation(), ranges);
    const auto asked = missing(ranges, past);
    if (asked.empty()) return past;
    keep(asked, storage::select_events(reader, asked, max_bytes));
    auto now_kept = find(reader.generation(), ranges);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (!past[i]) past[i] = std::move(now_kept[i]);
    }
    return past;
}

std::vector<std::optional<SharedEvents>> SharedPast::find(const std::string& generation,
                                                          const std::vector<EventRange>& ranges) {
    const std::scoped_lock lock{mutex_};
    if (generation_ != generation) {
        kept_.clear();
        generation_ = generation;
    }
    std::vector<std::optional<SharedEvents>> found(ranges.size());
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const std::string stream = ranges[i].stream.stream();
        const Kept* const kept = kept_.find(stream);
        if (kept == nullptr || !kept->holds(ranges[i])) continue;
        kept_.use(stream);
        found[i] = kept->since(ranges[i].from);
    }
    return found;
}

void SharedPast::keep(const std::vector<EventRange>& ranges,
                      std::vector<std::vector<storage::EmittedEvent>> events) {
    const std::scoped_lock lock{mutex_};
    for (std::size_t i = 0; i < ranges.size(); ++i)
        kept_.put(ranges[i].stream.stream(),
                  {ranges[i].from, ranges[i].to, share(std::move(events[i])), steady_clock::now()});
}

void SharedPast::tidy(steady_clock::time_point now) {
    const std::scoped_lock lock{mutex_};
    kept_.forget_if([&](const Kept& kept) { return kept.read_at < now - kept_for; });
}

SharedEvents SharedPast::Kept::since(std::int64_t seq) const {
    const auto first = std::ranges::lower_bound(events, seq, {}, &LiveEvent::seq);
    return {first, events.end()};
}

std::size_t SharedPast::Kept::bytes() const {
    std::size_t bytes = sizeof(Kept);
    for (const SharedEvent& event : events)
        bytes += sizeof(LiveEvent) + event->stream.size() + event->line.size();
    return bytes;
}

}  // namespace plein::live
