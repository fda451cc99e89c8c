#include "protocol/envelope.hpp"
#include "protocol/errors.hpp"
#include "server/live/hub_state.hpp"
#include "server/live/log_fault.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace plein::live {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds first_pause{100};  // before a read is tried again
constexpr milliseconds longest_pause{1000};

boost::asio::awaitable<void> rest(milliseconds pause) {
    boost::asio::steady_timer timer{co_await boost::asio::this_coro::executor, pause};
    co_await timer.async_wait(boost::asio::use_awaitable);
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
    boost::asio::co_spawn(context_, serve_wishes(), log_fault);
}

/// One reader: takes clients in turn and serves one wish of each, so that nobody's many wishes delay the
/// others.
boost::asio::awaitable<void> Hub::State::serve_wishes() {
    milliseconds pause = first_pause;
    while (!queue_.empty()) {
        const std::shared_ptr<Client> client = std::move(queue_.front());
        queue_.pop_front();
        if (!client->gone && !client->wishes.empty()) {
            Wish wish = std::move(client->wishes.front());
            client->wishes.erase(client->wishes.begin());
            const Joined joined = co_await join(client, wish);
            if (joined != Joined::done) client->wishes.insert(client->wishes.begin(), std::move(wish));
            if (joined == Joined::failed) co_await rest(pause);
            pause = joined == Joined::failed ? std::min(2 * pause, longest_pause) : first_pause;
        }
        client->queued = !client->gone && !client->wishes.empty();
        if (client->queued) {
            queue_.push_back(client);
        } else {
            client->wishes.shrink_to_fit();  // whoever follows and says nothing keeps no room for wishes
        }
    }
    --readers_;
}

/// Registers first and reads then: what the stream says meanwhile is kept, so nothing falls in between.
boost::asio::awaitable<Hub::State::Joined> Hub::State::join(std::shared_ptr<Client> client, Wish wish) {
    const std::shared_ptr<Stream> stream = stream_of(wish.stream);
    const auto joiner = std::make_shared<Joiner>(client);
    stream->joiners.push_back(joiner);
    client->joining = stream.get();

    std::optional<Replay> replay;
    bool signed_out = false;
    try {
        replay = co_await read_stream_(client->identity, wish.stream, wish.after);
    } catch (const Refusal& refusal) {
        signed_out = refusal.code == ErrorCode::not_signed_in;
    } catch (const std::exception& error) {
        spdlog::warn("live: cannot read {} for a subscription: {}", wish.stream, error.what());
    }

    Joined joined = Joined::done;
    client->joining = nullptr;
    const bool still_wanted = std::erase(stream->joiners, joiner) > 0;
    if (still_wanted && !client->gone) {
        if (signed_out) {
            close(*client, CloseCode::policy_violation);
        } else {
            joined = replay ? settle(client, stream, *replay) : Joined::failed;
        }
    }
    tidy(stream);
    co_return joined;
}

Hub::State::Joined Hub::State::settle(const std::shared_ptr<Client>& client,
                                      const std::shared_ptr<Stream>& stream, const Replay& replay) {
    if (replay.outcome == Replay::Outcome::resync) return resync(client, stream->name), Joined::done;
    if (replay.outcome == Replay::Outcome::refused) {
        tell(*client, NoticeType::refused, stream->name);
        return Joined::done;
    }
    stream->order.stands_at(replay.head);
    const std::int64_t position = *stream->order.delivered();
    SharedEvents passed;
    if (position > replay.head) {
        const auto kept = stream->recent.between(replay.head, position);
        if (!kept) return Joined::again;
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
    return Joined::done;
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
