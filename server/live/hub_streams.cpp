#include "server/live/hub_state.hpp"
#include "server/live/log_fault.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace plein::live {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds first_pause{50};  // before a gap is read again
constexpr milliseconds longest_pause{1000};

}  // namespace

bool Stream::being_read() const {
    return std::ranges::any_of(joiners, [](const auto& joiner) { return !joiner->head; });
}

void Stream::lose_follower(const Client& client) {
    const auto follower = std::ranges::find(followers, &client);
    if (follower == followers.end()) return;  // it waits for the stream to catch up
    const auto place = static_cast<std::size_t>(follower - followers.begin());
    if (place < sending.left) --sending.left;
    followers.erase(follower);
}

std::shared_ptr<Stream> Hub::State::stream_of(const std::string& name) {
    if (const auto found = streams_.find(name); found != streams_.end()) return found->second;
    auto stream = std::make_shared<Stream>(name);
    streams_.emplace(stream->name, stream);
    stream_count_ = streams_.size();
    return stream;
}

bool Hub::State::offer(const SharedEvents& events, bool swept) {
    const Inbox::Put put = inbox_.put(events, swept);
    if (put == Inbox::Put::first) {
        boost::asio::post(context_, [this] {
            for (const Inbox::Arrival& arrival : inbox_.take())
                deliver(arrival.event, arrival.swept);
        });
    }
    return put != Inbox::Put::refused;
}

void Hub::State::deliver(const SharedEvent& event, bool swept) {
    const auto found = streams_.find(event->stream);
    if (found == streams_.end()) return;
    const std::shared_ptr<Stream> stream = found->second;
    if (!stream->order.take(event)) return;
    if (swept) ++swept_;
    pass_on_what_is_next(stream);
    tidy(stream);
}

void Hub::State::pass_on_what_is_next(const std::shared_ptr<Stream>& stream) {
    while (const SharedEvent event = stream->order.next())
        pass_on(stream, event);
    if (!stream->order.gap() || std::exchange(stream->mending, true)) return;
    boost::asio::co_spawn(context_, mend(stream), log_fault);
}

void Hub::State::pass_on(const std::shared_ptr<Stream>& stream, const SharedEvent& event) {
    ++events_;
    if (stream->being_read()) stream->recent.add(event);
    fan_out_.add(stream, event);
    if (event->revokes || event->ends) {
        fan_out_.flush(*stream);  // it is the last that some of them get
        for (Client* follower : std::vector(stream->followers))
            part(*stream, *follower, *event);
    }
    std::vector<std::shared_ptr<Joiner>> arrived;
    for (const auto& joiner : stream->joiners) {
        if (joiner->head == event->seq) arrived.push_back(joiner);
    }
    for (const auto& joiner : arrived) {
        std::erase(stream->joiners, joiner);
        follow(stream, *joiner, {});
    }
}

/// Behind an event that they have got: whose session it ends is closed, whose access it revokes hears nothing
/// more.
void Hub::State::part(Stream& stream, Client& client, const LiveEvent& event) {
    const bool revoked = event.revokes_access_of(client.identity.person);
    const bool closed =
        event.ends == client.identity.session || (revoked && stream.name == client.own_stream());
    if (closed) return close(client, CloseCode::policy_violation);
    if (!revoked) return;
    leave(client, stream);
    tell(client, NoticeType::lost, stream.name);
}

void Hub::State::leave(Client& client, Stream& stream) {
    std::erase(client.joining, &stream);
    std::erase_if(stream.joiners, [&](const auto& joiner) { return joiner->client.get() == &client; });
    if (std::erase(client.follows, &stream) > 0) stream.lose_follower(client);
}

/// Keeps nothing that nobody needs.
void Hub::State::tidy(const std::shared_ptr<Stream>& stream) {
    if (!stream->being_read()) stream->recent.clear();
    if (!stream->unused()) return;
    const auto found = streams_.find(stream->name);
    if (found == streams_.end() || found->second != stream) return;
    streams_.erase(found);
    stream_count_ = streams_.size();
}

/// Gives a publish that comes late its time, then reads what is missing; while the log cannot be read it
/// tries again.
boost::asio::awaitable<void> Hub::State::mend(std::shared_ptr<Stream> stream) {
    boost::asio::steady_timer timer{context_};
    milliseconds pause = options_.gap_wait;
    while (const auto gap = stream->order.gap()) {
        if (stream->unused()) break;
        timer.expires_after(pause);
        co_await timer.async_wait(boost::asio::use_awaitable);
        const auto still = stream->order.gap();
        if (!still || still->from != gap->from) {
            pause = options_.gap_wait;
        } else if (co_await fill(stream, *still)) {
            pause = milliseconds{0};
        } else {
            pause = std::clamp(2 * pause, first_pause, longest_pause);
        }
    }
    stream->mending = false;
}

/// False when the log cannot be read now.
boost::asio::awaitable<bool> Hub::State::fill(std::shared_ptr<Stream> stream, StreamOrder::Gap gap) {
    ++gaps_;
    SharedEvents events;
    try {
        events = co_await fill_gap_(stream->name, gap.from, gap.to);
    } catch (const std::exception& error) {
        spdlog::warn("live: cannot read {} from {} to {}: {}", stream->name, gap.from, gap.to, error.what());
        co_return false;
    }
    for (const SharedEvent& event : events)
        stream->order.take(event);
    pass_on_what_is_next(stream);
    const bool helped = *stream->order.delivered() >= gap.from;
    if (!helped) give_up(stream);
    tidy(stream);
    co_return true;
}

/// The log no longer holds what is missing: everybody reads afresh.
void Hub::State::give_up(const std::shared_ptr<Stream>& stream) {
    std::vector<std::shared_ptr<Client>> clients;
    for (const Client* follower : stream->followers)
        clients.push_back(clients_.at(follower->connection.get()));
    for (const auto& joiner : stream->joiners) {
        if (joiner->head) clients.push_back(joiner->client);
    }
    stream->order = {};
    stream->recent.clear();
    for (const auto& client : clients) {
        leave(*client, *stream);
        resync(client, stream->name);
    }
}

}  // namespace plein::live
