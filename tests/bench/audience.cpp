#include "tests/bench/audience.hpp"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace plein::bench {

namespace {

constexpr std::size_t read_at_once = 256 * 1024;
constexpr std::chrono::seconds patience{10};
constexpr std::chrono::milliseconds lead{100};  // until the first event is due

/// What the thread that publishes and the one that counts tell each other.
struct Progress {
    std::atomic<std::size_t> published = 0;  // lines
    std::atomic<std::size_t> heard = 0;      // lines times connections
    std::atomic<bool> is_over = false;
};

/// A thread that publishes does not outlive whoever listens.
struct Ending {
    std::atomic<bool>& is_over;
    ~Ending() { is_over = true; }
};

void publish_on(const Loop& loop, std::size_t members, const std::function<void()>& publish,
                Progress& progress) {
    const auto until = Clock::now() + loop.length;
    while (Clock::now() < until && !progress.is_over) {
        publish();
        progress.published += loop.at_once * loop.lines_of_event;
        for (;;) {
            const std::size_t heard = progress.heard;
            if (heard + loop.under_way * loop.lines_of_event * members > progress.published * members) break;
            progress.heard.wait(heard);
        }
    }
    progress.is_over = true;
}

void count(Audience& audience, Progress& progress) {
    auto heard_at = Clock::now();
    while (!progress.is_over || progress.heard < progress.published * audience.size()) {
        const std::size_t heard = audience.hear();
        if (heard > 0) heard_at = Clock::now();
        progress.heard += heard;
        progress.heard.notify_one();
        if (Clock::now() - heard_at > patience) throw std::runtime_error{"events were lost"};
    }
    if (progress.heard != progress.published * audience.size()) throw std::runtime_error{"events came twice"};
}

}  // namespace

Audience::Audience(std::vector<CountingLink> links)
    : links_(std::move(links)), epoll_(epoll_create1(0)), buffer_(read_at_once) {
    for (std::size_t i = 0; i < links_.size(); ++i) {
        epoll_event wanted{.events = EPOLLIN, .data = {.u64 = i}};
        if (epoll_ctl(epoll_, EPOLL_CTL_ADD, links_[i].socket(), &wanted) != 0)
            throw std::system_error{errno, std::generic_category(), "epoll_ctl"};
    }
}

Audience::~Audience() { close(epoll_); }

std::size_t Audience::hear(const OnLines& on_lines) {
    std::array<epoll_event, 512> ready{};
    const int count = epoll_wait(epoll_, ready.data(), static_cast<int>(ready.size()), 10);
    std::size_t lines = 0;
    for (int i = 0; i < count; ++i) {
        const std::size_t link = ready[static_cast<std::size_t>(i)].data.u64;
        const std::size_t heard = links_[link].drain(buffer_);
        lines += heard;
        if (on_lines && heard > 0) on_lines(link, heard);
    }
    return lines;
}

Delivered run_closed_loop(Audience& audience, const Loop& loop, const std::function<void()>& publish) {
    Progress progress;
    const auto began = Clock::now();
    std::jthread publishing{[&] { publish_on(loop, audience.size(), publish, progress); }};
    try {
        count(audience, progress);
    } catch (...) {
        progress.is_over = true;
        progress.heard = std::numeric_limits<std::size_t>::max() / 2;  // nobody waits for more
        progress.heard.notify_one();
        throw;
    }
    const std::chrono::duration<double> took = Clock::now() - began;
    return {progress.published / loop.lines_of_event, progress.heard / loop.lines_of_event, took.count()};
}

Timings run_at_rate(Audience& audience, const Loop& loop, const std::function<void()>& publish) {
    const std::size_t events =
        loop.deliveries_per_second * static_cast<std::size_t>(loop.length.count()) / audience.size();
    const auto interval = std::chrono::duration_cast<Clock::duration>(loop.length) / events;
    const auto began = Clock::now() + lead;
    std::atomic<bool> is_over = false;
    std::jthread publishing{[&] {
        for (std::size_t event = 0; event < events && !is_over; ++event) {
            std::this_thread::sleep_until(began + event * interval);
            publish();
        }
    }};
    const Ending ending{is_over};

    // Events come in their order: the n-th line of a connection tells which event that was.
    std::vector<std::size_t> lines(audience.size());
    Timings timings;
    while (timings.count() < events * audience.size()) {
        if (Clock::now() > began + loop.length + patience) throw std::runtime_error{"events were lost"};
        audience.hear([&](std::size_t link, std::size_t heard) {
            const auto now = Clock::now();
            const std::size_t first = lines[link] / loop.lines_of_event;
            lines[link] += heard;
            for (std::size_t event = first; event < lines[link] / loop.lines_of_event; ++event)
                timings.add(now - (began + event * interval));
        });
    }
    if (std::ranges::any_of(lines, [&](std::size_t each) { return each != events * loop.lines_of_event; }))
        throw std::runtime_error{"events came twice"};
    return timings;
}

}  // namespace plein::bench
