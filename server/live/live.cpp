#include "server/live/live.hpp"

#include "protocol/errors.hpp"
#include "server/live/gap_filler.hpp"
#include "server/live/redis_link.hpp"
#include "server/live/replay.hpp"
#include "server/live/sweep.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/post.hpp>

#include <csignal>
#include <thread>

namespace plein::live {

namespace asio = boost::asio;

class Live::Node {
public:
    Node(const LiveOptions& options, std::vector<asio::io_context*> contexts)
        : options_(options),
          contexts_(std::move(contexts)),
          gap_filler_([this](std::string stream, std::int64_t from, std::int64_t to) {
              return read_gap(database(), std::move(stream), from, to);
          }),
          link_(context_, options.redis_url, options.max_unpublished_bytes,
                [this](const SharedEvents& events) { offer(events, false); }) {
        for (asio::io_context* context : contexts_)
            hubs_.push_back(make_hub(*context, options.hub));
    }

    ~Node() { end_thread(); }

    void publish(std::vector<storage::EmittedEvent> events) { link_.publish(share(std::move(events))); }

    auto ask(std::vector<RedisCommand> commands) { return link_.ask(std::move(commands)); }

    void start(storage::Database& database) {
        sweep_ = std::make_unique<Sweep>(
            context_, database, options_,
            [this](const SharedEvents& events) {
                past_.tidy();
                return offer(events, true);
            },
            [this](const std::string& generation) { start_over(generation); });
        sweep_->first_look();
        database_ = &database;
        link_.start(sweep_->generation());
        sweep_->start();
        thread_ = std::thread{[this] { run_thread(); }};
    }

    void stop() {
        end_thread();
        link_.stop();
        on_each_hub([](Hub& hub) { hub.stop(); });
    }

    Hub& hub(std::size_t thread) { return *hubs_.at(thread); }

    [[nodiscard]] Figures figures() const {
        Figures sum;
        const RedisLink::Figures link = link_.figures();
        sum.redis_connected = link.connected;
        sum.published = link.published;
        sum.unpublished = link.unpublished;
        sum.asked = link.asked;
        sum.answered = link.answered;
        sum.unanswered = link.unanswered;
        if (sweep_) sum.since_last_sweep = sweep_->since_last();
        for (const auto& hub : hubs_)
            sum.hubs += hub->figures();
        return sum;
    }

private:
    std::unique_ptr<Hub> make_hub(asio::io_context& context, const HubOptions& options) {
        const auto read = [this](std::vector<Asking> asked) {
            return read_streams(database(), past_, std::move(asked));
        };
        const auto fill = [this](std::string stream, std::int64_t from, std::int64_t to) {
            return gap_filler_.fill(std::move(stream), from, to);
        };
        return std::make_unique<Hub>(context, options, read, fill);
    }

    storage::Database& database() const {
        storage::Database* const database = database_;
        if (database == nullptr) throw Refusal{ErrorCode::overloaded, {}, "live has not started"};
        return *database;
    }

    /// To every hub: looking a stream up in a hub costs less than keeping a shared record of who follows
    /// what.
    bool offer(const SharedEvents& events, bool swept) {
        bool all_had_room = true;
        for (const auto& hub : hubs_)
            all_had_room = hub->offer(events, swept) && all_had_room;
        return all_had_room;
    }

    void start_over(const std::string& generation) {
        spdlog::warn(
            "live: the database was restored, or too much was missed: every client resumes (generation {})",
            generation);
        link_.change_generation(generation);
        on_each_hub([](Hub& hub) { hub.start_over(); });
    }

    template <class Work>
    void on_each_hub(Work work) {
        for (std::size_t i = 0; i < hubs_.size(); ++i) {
            asio::post(*contexts_[i], [hub = hubs_[i].get(), work] { work(*hub); });
        }
    }

    void run_thread() {
        // hiredis writes without MSG_NOSIGNAL: a Redis that died must not end the server.
        sigset_t broken_pipe;
        sigemptyset(&broken_pipe);
        sigaddset(&broken_pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
        context_.run();
    }

    void end_thread() {
        context_.stop();
        if (thread_.joinable()) thread_.join();
    }

    const LiveOptions options_;
    const std::vector<asio::io_context*> contexts_;
    std::atomic<storage::Database*> database_{nullptr};
    asio::io_context context_{1};  // of the link and the sweep, run by the thread
    std::thread thread_;
    GapFiller gap_filler_;
    SharedPast past_;
    std::vector<std::unique_ptr<Hub>> hubs_;
    RedisLink link_;
    std::unique_ptr<Sweep> sweep_;
};

Live::Live(LiveOptions options, std::vector<asio::io_context*> contexts)
    : node_(std::make_unique<Node>(options, std::move(contexts))) {}
Live::~Live() = default;

void Live::publish(std::vector<storage::EmittedEvent> events) { node_->publish(std::move(events)); }
asio::awaitable<std::optional<RedisAnswer>> Live::ask(std::vector<RedisCommand> commands) {
    return node_->ask(std::move(commands));
}
void Live::start(storage::Database& database) { node_->start(database); }
void Live::stop() { node_->stop(); }
Hub& Live::hub(std::size_t thread) { return node_->hub(thread); }
Live::Figures Live::figures() const { return node_->figures(); }

}  // namespace plein::live
