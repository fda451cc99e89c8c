#include "server/live/sweep.hpp"

#include "server/access/access.hpp"
#include "server/live/log_fault.hpp"
#include "server/live/replay.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace plein::live {

using std::chrono::steady_clock;

Sweep::Sweep(boost::asio::io_context& context, storage::Database& database, const LiveOptions& options,
             OnEvents on_events, OnStartOver on_start_over)
    : context_(context),
      database_(database),
      interval_(options.sweep_interval),
      max_events_(options.max_swept_events),
      on_events_(std::move(on_events)),
      on_start_over_(std::move(on_start_over)),
      timer_(context) {}

void Sweep::first_look() {
    const Look seen =
        database_.read_now([](storage::Snapshot& snapshot) { return look(snapshot, {}, {}, 0); });
    generation_ = seen.generation;
    horizon_ = seen.horizon;
    looked_at_ = steady_clock::now();
}

void Sweep::start() { boost::asio::co_spawn(context_, keep_looking(), log_fault); }

std::chrono::milliseconds Sweep::since_last() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - looked_at_.load());
}

/// The horizon belongs to the generation: in another database it means nothing, and looking begins anew.
Sweep::Look Sweep::look(storage::Snapshot& snapshot, const std::string& generation,
                        const std::string& horizon, std::int64_t limit) {
    Look seen{storage::select_generation(snapshot)};
    std::optional<std::string> since;
    if (seen.generation == generation) since = horizon;
    auto sweep = storage::select_events_since(snapshot, access::as_system("live: sweep"), since, limit);
    seen.horizon = std::move(sweep.horizon);
    seen.events = share(std::move(sweep.events));
    seen.too_many = sweep.too_many;
    return seen;
}

boost::asio::awaitable<void> Sweep::keep_looking() {
    for (;;) {
        timer_.expires_after(interval_);
        co_await timer_.async_wait(boost::asio::use_awaitable);
        try {
            auto work = [generation = generation_, horizon = horizon_,
                         limit = max_events_](storage::Snapshot& snapshot) {
                return look(snapshot, generation, horizon, limit);
            };
            const Look seen = co_await database_.read(std::move(work));
            take_in(seen);
            if (std::exchange(failing_, false)) spdlog::info("live: sweeps again");
        } catch (const std::exception& error) {
            if (!std::exchange(failing_, true)) spdlog::warn("live: cannot sweep now: {}", error.what());
        }
    }
}

void Sweep::take_in(const Look& seen) {
    if (seen.generation != generation_ || seen.too_many) {
        generation_ = seen.generation;
        on_start_over_(generation_);
    } else if (!on_events_(seen.events)) {
        return;
    }
    horizon_ = seen.horizon;
    looked_at_ = steady_clock::now();
}

}  // namespace plein::live
