#include "tests/support/live_counterparts.hpp"

#include "protocol/envelope.hpp"

#include <fmt/format.h>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/parse.hpp>

#include <sstream>

namespace plein::test {
namespace {

RecordingConnection::Line read_line(const std::string& text) {
    const auto object = boost::json::parse(text).as_object();
    const auto string = [&](const char* name) {
        const auto* value = object.if_contains(name);
        return value == nullptr ? std::string{} : std::string{value->as_string()};
    };
    const auto* seq = object.if_contains("seq");
    return {string("type"), string("stream"), seq == nullptr ? 0 : seq->as_int64(), string("cursor")};
}

}  // namespace

void RecordingConnection::send(live::SharedMessage message) {
    if (closed) ++sent_after_close;
    std::istringstream text{*message};
    for (std::string line; std::getline(text, line);) {
        lines.push_back(read_line(line));
        if (on_line) on_line(lines.back());
    }
    messages.push_back(std::move(message));
}

void RecordingConnection::close(live::CloseCode code) { closed = code; }

std::vector<std::int64_t> RecordingConnection::events(const std::string& stream) const {
    std::vector<std::int64_t> seqs;
    for (const Line& line : lines) {
        if (line.seq > 0 && line.stream == stream) seqs.push_back(line.seq);
    }
    return seqs;
}

std::vector<std::string> RecordingConnection::notices(const std::string& stream) const {
    std::vector<std::string> types;
    for (const Line& line : lines) {
        if (line.seq == 0 && line.stream == stream) types.push_back(line.type);
    }
    return types;
}

live::SharedEvent MemoryLog::append(const std::string& stream, std::optional<PersonId> revokes,
                                    std::optional<SessionId> ends) {
    const std::int64_t seq = head(stream) + 1;
    const auto event = std::make_shared<const live::LiveEvent>(
        stream, seq, revokes, ends, fmt::format(R"({{"stream":"{}","seq":{}}})", stream, seq));
    streams[stream].push_back({event, denied[stream]});
    if (revokes) denied[stream].insert(*revokes);
    if (ends) ended.insert(*ends);
    return event;
}

std::int64_t MemoryLog::head(const std::string& stream) const {
    const auto found = streams.find(stream);
    return found == streams.end() ? 0 : std::ssize(found->second);
}

live::Replay MemoryLog::snapshot(const live::Identity& who, const std::string& stream,
                                 const std::optional<std::string>& after) {
    using Outcome = live::Replay::Outcome;
    if (const auto found = denied.find(stream); found != denied.end() && found->second.contains(who.person)) {
        return {Outcome::refused};
    }
    live::Replay replay{Outcome::served, head(stream), generation};
    if (!after) return replay;
    const auto from = Cursor::parse(*after);
    if (!from || from->generation != generation || from->seq > replay.head) return {Outcome::resync};
    if (from->seq < replay.head && too_much > 0) {
        --too_much;
        return {Outcome::later};
    }
    for (std::int64_t seq = std::max<std::int64_t>(1, from->seq); seq <= replay.head; ++seq) {
        const auto& event = streams.at(stream)[static_cast<std::size_t>(seq - 1)].event;
        if (event->revokes_access_of(who.person) && from->seq < replay.head) return {Outcome::resync};
        if (seq > from->seq) replay.events.push_back(event);
    }
    return replay;
}

live::ReadStreams MemoryLog::read_streams() {
    return [this](std::vector<live::Asking> asked) -> boost::asio::awaitable<std::vector<live::Answer>> {
        ++reads;
        if (before_read) co_await before_read();
        std::vector<live::Answer> answers;
        for (const auto& [who, asks] : asked) {
            live::Answer& answer = answers.emplace_back();
            if (ended.contains(who.session)) continue;
            answer.emplace();
            for (const live::Wish& wish : asks)
                answer->push_back(snapshot(who, wish.stream, wish.after));
            wishes += asks.size();
        }
        if (after_read) co_await after_read();
        co_return answers;
    };
}

live::FillGap MemoryLog::fill_gap() {
    return [this](std::string stream, std::int64_t from,
                  std::int64_t to) -> boost::asio::awaitable<live::SharedEvents> {
        ++fills;
        if (before_fill) co_await before_fill();
        live::SharedEvents events;
        for (const Entry& entry : streams[stream]) {
            if (entry.event->seq >= from && entry.event->seq <= to) events.push_back(entry.event);
        }
        co_return events;
    };
}

boost::asio::awaitable<void> Gate::pass() {
    co_await timer_.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
}

live::Identity identity(std::int64_t person, std::int64_t session) {
    return {PersonId{person}, SessionId{session == 0 ? person : session}, "token"};
}

LiveRequest subscribe(const std::string& stream, const std::optional<std::string>& after) {
    LiveRequest request{LiveOperation::subscribe, StreamName{stream}, {}};
    if (after) request.after = Text<64>{*after};
    return request;
}

LiveRequest unsubscribe(const std::string& stream) {
    return {LiveOperation::unsubscribe, StreamName{stream}, {}};
}

}  // namespace plein::test
