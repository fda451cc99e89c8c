#include "tests/bench/counting_link.hpp"
#include "tests/bench/live_link.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/publisher.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/bench/timings.hpp"

#include <sys/epoll.h>
#include <unistd.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <array>
#include <atomic>
#include <exception>
#include <stdexcept>
#include <system_error>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

constexpr std::size_t read_at_once = 256 * 1024;
constexpr std::chrono::seconds patience{10};

void rethrow(const std::exception_ptr& error) {
    if (error) std::rethrow_exception(error);
}

asio::awaitable<void> join_all(asio::io_context& context, std::uint16_t port,
                               const std::vector<Follower>& followers, std::vector<CountingLink>& links) {
    for (const Follower& follower : followers) {
        LiveLink link{context.get_executor(), port};
        co_await link.join(follower);
        links.emplace_back(link.release());
    }
}

std::vector<CountingLink> join(std::uint16_t port, const std::vector<Follower>& followers) {
    std::vector<CountingLink> links;
    links.reserve(followers.size());
    asio::io_context context{1};
    asio::co_spawn(context, join_all(context, port, followers, links), rethrow);
    context.run();
    return links;
}

/// All connections, read by one thread.
class Audience {
public:
    explicit Audience(std::vector<CountingLink> links) : links_(std::move(links)), epoll_(epoll_create1(0)) {
        for (std::size_t i = 0; i < links_.size(); ++i) {
            epoll_event wanted{.events = EPOLLIN, .data = {.u64 = i}};
            if (epoll_ctl(epoll_, EPOLL_CTL_ADD, links_[i].socket(), &wanted) != 0)
                throw std::system_error{errno, std::generic_category(), "epoll_ctl"};
        }
    }
    ~Audience() { close(epoll_); }
    Audience(const Audience&) = delete;
    Audience& operator=(const Audience&) = delete;

    /// Waits until something came, at most a moment, and returns how many events that were.
    std::size_t hear() {
        std::array<epoll_event, 512> ready{};
        const int count = epoll_wait(epoll_, ready.data(), static_cast<int>(ready.size()), 10);
        std::size_t events = 0;
        for (int i = 0; i < count; ++i)
            events += links_[ready[static_cast<std::size_t>(i)].data.u64].drain(buffer_);
        return events;
    }

private:
    std::vector<CountingLink> links_;
    int epoll_;
    std::vector<char> buffer_ = std::vector<char>(read_at_once);
};

/// What the thread that publishes and the one that counts tell each other.
struct Progress {
    std::atomic<std::size_t> published = 0;  // posts
    std::atomic<std::size_t> delivered = 0;  // posts times members
    std::atomic<bool> is_over = false;
};

void publish(Publisher& publisher, const Crowd& crowd, const FanOutOptions& options, Progress& progress) {
    const std::size_t members = crowd.followers.size();
    const auto until = Clock::now() + std::chrono::seconds{options.seconds};
    while (Clock::now() < until) {
        publisher.publish(crowd.group, crowd.tab, crowd.followers.front().person, options.at_once);
        progress.published += options.at_once;
        for (;;) {
            const std::size_t delivered = progress.delivered;
            if (delivered + options.under_way * members > progress.published * members) break;
            progress.delivered.wait(delivered);
        }
    }
    progress.is_over = true;
}

/// Until everybody has everything. Errors: std::runtime_error, when something is lost or comes twice.
void count(Audience& audience, std::size_t members, Progress& progress) {
    auto heard_at = Clock::now();
    while (!progress.is_over || progress.delivered < progress.published * members) {
        const std::size_t heard = audience.hear();
        if (heard > 0) heard_at = Clock::now();
        progress.delivered += heard;
        progress.delivered.notify_one();
        if (Clock::now() - heard_at > patience) throw std::runtime_error{"events were lost"};
    }
    if (progress.delivered != progress.published * members) throw std::runtime_error{"events came twice"};
}

}  // namespace

void measure_fan_out(const Target& target, const FanOutOptions& options) {
    const Crowd crowd = gather_crowd(target.owner_url, options.members);
    Publisher publisher{options.database_url, options.redis_url};
    Audience audience{join(target.port, crowd.followers)};
    Progress progress;

    const ProcessUse before = use_of(target.node);
    const double own_before = use_of(getpid()).cpu_seconds;
    const auto began = Clock::now();
    std::jthread publishing{[&] { publish(publisher, crowd, options, progress); }};
    count(audience, options.members, progress);
    const std::chrono::duration<double> took = Clock::now() - began;
    const ProcessUse after = use_of(target.node);

    const auto deliveries = static_cast<double>(progress.delivered);
    Report{"fan-out"}
        .add("members", options.members)
        .add("event_bytes", publisher.event_bytes())
        .add("deliveries_per_second", deliveries / took.count())
        .add("posts_per_second", static_cast<double>(progress.published) / took.count())
        .add("server_cpu", (after.cpu_seconds - before.cpu_seconds) / took.count())
        .add("load_cpu", (use_of(getpid()).cpu_seconds - own_before) / took.count())
        .add("resident_mib", static_cast<double>(after.resident_bytes) / (1 << 20));
}

}  // namespace plein::bench
