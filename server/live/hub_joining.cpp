#include "protocol/envelope.hpp"
#include "server/live/hub_state.hpp"
#include "server/live/log_fault.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <iterator>

namespace plein::live {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds first_pause{100};  // before a read is tried again
constexpr milliseconds longest_pause{1000};

boost::asio::awaitable<void> rest(milliseconds pause) {
    boost::asio::steady_timer timer{co_await boost::asio::this_coro::executor, pause};
    co_await timer.async_wait(boost::asio::use_awaitable);
}

std::vector<Asking> asked_in(const std::vector<Turn>& turns) {
    std::vector<Asking> asked;
    for (const Turn& turn : turns) {
        Asking& asking = asked.emplace_back(turn.client->identity);
        for (const Turn::Joining& joining : turn.joinings)
            asking.wishes.push_back(joining.wish);
    }
    return asked;
}

bool parts(const LiveEvent& event, const Client& client) {
    return event.revokes_access_of(client.identity.person) || event.ends == client.identity.session;
}

}  // namespace

void Hub::State::wish_for(const std::shared_ptr<Client>& client, Wish wish) {
    client->wishes.push_back(std::move(wish));
    if (std::exchange(client->queued, true)) return;
    queue_.push_back(client);
    if (readers_ == options_.readers) return;
    ++readers_;
    boost::asio::co_spawn(context_, serve_wishes(), [this](const std::exception_ptr& fault) {
        --readers_;
        log_fault(fault);
    });
}

/// One reader: takes up what is asked for by several clients, and reads it for all of them at once.
boost::asio::awaitable<void> Hub::State::serve_wishes() {
    milliseconds pause = first_pause;
    while (!queue_.empty()) {
        std::vector<Turn> turns = take_turns();
        if (turns.empty()) break;  // whoever waited has left
        const auto answers = co_await read(asked_in(turns));
        for (std::size_t i = 0; i < turns.size(); ++i)
            end_turn(turns[i], answers ? &(*answers)[i] : nullptr);
        if (!answers) co_await rest(pause);
        pause = answers ? first_pause : std::min(2 * pause, longest_pause);
    }
}

std::vector<Turn> Hub::State::take_turns() {
    std::vector<Turn> turns;
    std::size_t room = options_.wishes_per_read;
    while (!queue_.empty() && room > 0) {
        const std::shared_ptr<Client> client = std::move(queue_.front());
        queue_.pop_front();
        client->queued = !client->gone && !client->wishes.empty();
        if (client->queued) room -= turns.emplace_back(take_turn(client, room)).joinings.size();
    }
    return turns;
}

/// Registers first and reads then: what a stream says meanwhile is kept, so nothing falls in between.
Turn Hub::State::take_turn(const std::shared_ptr<Client>& client, std::size_t room) {
    Turn turn{client, {}};
    const auto count = std::min({client->wishes.size(), options_.wishes_per_turn, room});
    const auto taken = client->wishes.begin() + static_cast<std::ptrdiff_t>(count);
    for (auto wish = client->wishes.begin(); wish != taken; ++wish) {
        const std::shared_ptr<Stream> stream = stream_of(wish->stream);
        const auto joiner = stream->joiners.emplace_back(std::make_shared<Joiner>(client));
        client->joining.push_back(stream.get());
        turn.joinings.push_back({std::move(*wish), stream, joiner});
    }
    client->wishes.erase(client->wishes.begin(), taken);
    return turn;
}

/// Nothing when the log cannot be read now.
boost::asio::awaitable<std::optional<std::vector<Answer>>> Hub::State::read(std::vector<Asking> asked) {
    const std::size_t subscribers = asked.size();
    try {
        co_return co_await read_streams_(std::move(asked));
    } catch (const std::exception& error) {
        spdlog::warn("live: cannot read for {} subscribers: {}", subscribers, error.what());
    }
    co_return std::nullopt;
}

/// What could not be served is asked for again, before what the client has come to wish meanwhile.
void Hub::State::end_turn(Turn& turn, const Answer* answer) {
    const std::shared_ptr<Client>& client = turn.client;
    if (answer != nullptr && !*answer) close(*client, CloseCode::policy_violation);  // the session has ended
    std::vector<Wish> left;
    for (std::size_t i = 0; i < turn.joinings.size(); ++i) {
        auto& [wish, stream, joiner] = turn.joinings[i];
        std::erase(client->joining, stream.get());
        const bool still_wanted = std::erase(stream->joiners, joiner) > 0;
        if (still_wanted && !client->gone) {
            const bool joined = answer != nullptr && settle(client, stream, (**answer)[i]);
            if (!joined) left.push_back(std::move(wish));
        }
        tidy(stream);
    }
    client->wishes.insert(client->wishes.begin(), std::move_iterator{left.begin()},
                          std::move_iterator{left.end()});
    client->queued = !client->gone && !client->wishes.empty();
    if (client->queued) return queue_.push_back(client);
    client->wishes.shrink_to_fit();  // whoever follows and says nothing keeps no room for wishes
    client->joining.shrink_to_fit();
}

/// False when it has to be asked for again: it was too much for one read, or too much passed while it was read.
bool Hub::State::settle(const std::shared_ptr<Client>& client, const std::shared_ptr<Stream>& stream,
                        const Replay& replay) {
    if (replay.outcome == Replay::Outcome::later) return false;
    if (replay.outcome == Replay::Outcome::resync) {
        resync(client, stream->name);
        return true;
    }
    if (replay.outcome == Replay::Outcome::refused) {
        tell(*client, NoticeType::refused, stream->name);
        return true;
    }
    stream->order.stands_at(replay.head);
    const std::int64_t position = *stream->order.delivered();
    SharedEvents passed;
    if (position > replay.head) {
        const auto kept = stream->recent.between(replay.head, position);
        if (!kept) return false;
        passed.assign(kept->begin(), kept->end());
    }
    fan_out_.send(*client, replay.events);
    client->follows.push_back(stream.get());
    auto joiner = std::make_shared<Joiner>(client, replay.generation, replay.head);
    if (position >= replay.head) {
        follow(stream, *joiner, passed);
    } else {
        stream->joiners.push_back(std::move(joiner));  // until the stream has caught up with the snapshot
    }
    pass_on_what_is_next(stream);
    return true;
}

/// `passed`: what the stream said behind the joiner's snapshot. An event in it may already end the access.
void Hub::State::follow(const std::shared_ptr<Stream>& stream, const Joiner& joiner,
                        const SharedEvents& passed) {
    Client& client = *joiner.client;
    fan_out_.flush(*stream);
    stream->followers.push_back(&client);
    const auto last = std::ranges::find_if(passed, [&](const auto& event) { return parts(*event, client); });
    if (last != passed.end()) {
        fan_out_.send(client, {passed.begin(), last + 1});
        return part(*stream, client, **last);
    }
    fan_out_.send(client, passed);
    tell(client, NoticeType::subscribed, stream->name,
         Cursor{joiner.generation, *stream->order.delivered()}.to_string());
}

/// A connection never goes without its own stream: it would not hear that its session ended.
void Hub::State::resync(const std::shared_ptr<Client>& client, const std::string& stream) {
    tell(*client, NoticeType::resync, stream);
    if (stream == client->own_stream()) wish_for(client, Wish{stream, {}});
}

}  // namespace plein::live
