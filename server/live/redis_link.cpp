#include "server/live/redis_link.hpp"

#include "server/live/announcement.hpp"
#include "server/live/log_fault.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>
#include <random>

namespace plein::live {
namespace {

namespace asio = boost::asio;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds heartbeat_interval{250};
constexpr milliseconds longest_silence{1500};
constexpr milliseconds first_pause{50};  // before the next connection
constexpr milliseconds longest_pause{1000};

std::string channel_of(const std::string& generation) { return "plein:events:" + generation; }

std::string new_heartbeat_channel() {
    std::random_device random;
    return fmt::format("plein:heartbeat:{:08x}{:08x}", random(), random());
}

std::size_t bytes_of(const SharedEvents& events) {
    std::size_t bytes = 0;
    for (const auto& event : events)
        bytes += event->line.size();
    return bytes;
}

}  // namespace

RedisLink::RedisLink(asio::io_context& context, const std::string& url, std::size_t max_unpublished_bytes,
                     OnEvents on_events)
    : context_(context),
      address_(RedisAddress::parse(url)),
      max_unpublished_bytes_(max_unpublished_bytes),
      on_events_(std::move(on_events)),
      heartbeat_channel_(new_heartbeat_channel()),
      timer_(context) {}

void RedisLink::publish(SharedEvents events) {
    const std::size_t bytes = bytes_of(events);
    if (unpublished_bytes_.fetch_add(bytes) + bytes > max_unpublished_bytes_) {
        unpublished_bytes_ -= bytes;
        unpublished_ += events.size();
        return;
    }
    asio::post(context_, [this, events = std::move(events)] { send(events); });
}

void RedisLink::send(const SharedEvents& events) {
    for (const SharedEvent& event : events) {
        const auto on_answer = [this, bytes = event->line.size()](bool accepted) {
            unpublished_bytes_ -= bytes;
            ++(accepted ? published_ : unpublished_);
        };
        if (!publisher_) {
            on_answer(false);
        } else {
            publisher_->publish(events_channel_, write_announcement(*event), on_answer);
        }
    }
}

asio::awaitable<std::optional<RedisAnswer>> RedisLink::ask(std::vector<RedisCommand> commands) {
    if (!connected_) {
        ++unanswered_;
        co_return std::nullopt;
    }
    co_return co_await asio::co_spawn(context_, ask_here(std::move(commands)), asio::use_awaitable);
}

asio::awaitable<std::optional<RedisAnswer>> RedisLink::ask_here(std::vector<RedisCommand> commands) {
    if (!asker_ || asked_ + commands.size() > most_asked) {
        ++unanswered_;
        co_return std::nullopt;
    }
    struct Waiting {
        asio::steady_timer until;
        std::optional<RedisAnswer> answer;
    };
    // Redis may answer when nobody waits any more.
    const auto waiting = std::make_shared<Waiting>(asio::steady_timer{context_, longest_wait}, std::nullopt);
    for (std::size_t i = 0; i < commands.size(); ++i) {
        ++asked_;
        asker_->ask(commands[i], [this, waiting, is_last = i + 1 == commands.size()](auto answer) {
            --asked_;
            if (!is_last) return;
            waiting->answer = std::move(answer);
            waiting->until.expires_at(steady_clock::time_point::min());
        });
    }
    co_await waiting->until.async_wait(asio::as_tuple(asio::use_awaitable));
    ++(waiting->answer ? answered_ : unanswered_);
    co_return std::move(waiting->answer);
}

void RedisLink::start(const std::string& generation) {
    events_channel_ = channel_of(generation);
    asio::co_spawn(context_, stay_connected(), log_fault);
}

void RedisLink::change_generation(const std::string& generation) {
    if (events_channel_ == channel_of(generation)) return;
    events_channel_ = channel_of(generation);
    if (listener_)
        listener_->subscribe(events_channel_, [this](auto channel, auto message) { hear(channel, message); });
}

asio::awaitable<void> RedisLink::stay_connected() {
    milliseconds pause = first_pause;
    for (;;) {
        end_reason_ = "no heartbeat came round";
        try {
            co_await hold_session();
        } catch (const std::exception& error) {
            end_reason_ = error.what();
        }
        listener_.reset();
        publisher_.reset();
        asker_.reset();
        const bool was_connected = connected_.exchange(false);
        if (!std::exchange(told_away_, true)) {
            spdlog::warn("live: Redis is away ({}); events come by the sweep", end_reason_);
        }
        pause = was_connected ? first_pause : std::min(2 * pause, longest_pause);
        co_await rest(pause);
    }
}

/// Returns when a connection ended, or when no heartbeat came round for too long.
asio::awaitable<void> RedisLink::hold_session() {
    const RedisAddress address = co_await resolve();
    const auto on_end = [this](const std::string& reason) {
        end_reason_ = reason;
        timer_.cancel();
    };
    listener_ = std::make_unique<RedisConnection>(context_, address, on_end);
    publisher_ = std::make_unique<RedisConnection>(context_, address, on_end);
    asker_ = std::make_unique<RedisConnection>(context_, address, on_end);
    const auto on_message = [this](std::string_view channel, std::string_view message) {
        hear(channel, message);
    };
    listener_->subscribe(events_channel_, on_message);
    listener_->subscribe(heartbeat_channel_, on_message);

    heard_at_ = steady_clock::now();
    const auto are_alive = [this] { return listener_->alive() && publisher_->alive() && asker_->alive(); };
    while (are_alive() && steady_clock::now() - heard_at_ < longest_silence) {
        publisher_->publish(heartbeat_channel_, "", [](bool) {});
        co_await rest(heartbeat_interval);
    }
}

/// Names are looked up here, since hiredis would block the thread for it.
asio::awaitable<RedisAddress> RedisLink::resolve() {
    RedisAddress address = address_;
    if (!address.socket.empty()) co_return address;
    asio::ip::tcp::resolver resolver{context_};
    const auto found =
        co_await resolver.async_resolve(address.host, std::to_string(address.port), asio::use_awaitable);
    address.host = found.begin()->endpoint().address().to_string();
    co_return address;
}

asio::awaitable<void> RedisLink::rest(milliseconds pause) {
    timer_.expires_after(pause);
    co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
}

void RedisLink::hear(std::string_view channel, std::string_view message) {
    if (channel == heartbeat_channel_) {
        heard_at_ = steady_clock::now();
        told_away_ = false;
        if (!connected_.exchange(true)) spdlog::info("live: Redis is there");
        return;
    }
    if (channel != events_channel_) return;
    auto event = read_announcement(message);
    if (!event) {
        spdlog::warn("live: something that is not an event came on {}", channel);
        return;
    }
    arrived_.push_back(std::make_shared<const LiveEvent>(std::move(*event)));
    // What one read brought is handed over together.
    if (arrived_.size() == 1) asio::post(context_, [this] { hand_over(); });
}

void RedisLink::hand_over() { on_events_(std::exchange(arrived_, {})); }

}  // namespace plein::live
