#include "tests/fault/fault_run.hpp"

#include "tests/support/until.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <set>

namespace plein::test {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto pause_between_tries = 10ms;
constexpr auto patience = 60s;

milliseconds since(steady_clock::time_point start) {
    return duration_cast<milliseconds>(steady_clock::now() - start);
}

/// Nothing when none came: whether it was written is not known, and this is what the client id is for.
std::optional<HttpAnswer> answer_to(Device& device, const CreatePost& request) {
    try {
        return device.send(request);
    } catch (const NoAnswer&) {
        return std::nullopt;
    }
}

CreatePost numbered(TabId tab, std::size_t writer, std::size_t number) {
    CreatePost request{.tab = tab, .body = {fmt::format("writer {} number {}", writer, number)}};
    const std::array<std::uint64_t, 2> id{writer, number};
    std::memcpy(request.client_id.bytes.data(), id.data(), sizeof id);
    return request;
}

}  // namespace

FaultRun::FaultRun(std::uint64_t seed, DeploymentOptions options, std::size_t writers)
    : plein_(std::move(options)), ports_(plein_.size()), attempts_(writers) {
    for (std::size_t node = 0; node < plein_.size(); ++node) {
        ports_[node] = plein_.port(node);
        descriptors_.push_back(plein_.node(node).open_descriptors());
    }
    const Organisation& town = plein_.town;
    const std::vector people{town.owner, town.member, town.colleague, town.guest};
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto nodes = [this, first = i + seed] { return ports_from(first); };
        watchers_.push_back(std::make_unique<ModelClient>(nodes, plein_.session_of(people[i])));
    }
    for (auto& watcher : watchers_)
        watching_.emplace_back([this, &watcher] { watch_until_stopped(*watcher); });
    plein_.session_of(town.other_owner);
    for (std::size_t i = 0; i < writers; ++i)
        writing_.emplace_back([this, i] { write_until_stopped(i); });
}

FaultRun::~FaultRun() {
    stop_writing_ = stop_watching_ = true;
    for (auto* threads : {&writing_, &watching_}) {
        for (std::thread& thread : *threads) {
            if (thread.joinable()) thread.join();
        }
    }
}

std::vector<std::uint16_t> FaultRun::ports_from(std::size_t first) const {
    std::vector<std::uint16_t> ports;
    for (std::size_t i = 0; i < ports_.size(); ++i)
        ports.push_back(ports_[(first + i) % ports_.size()]);
    return ports;
}

void FaultRun::write_until_stopped(std::size_t writer) {
    const Organisation& town = plein_.town;
    const std::array tabs{town.general, town.opened};
    Device device{ports_[writer % ports_.size()], plein_.session_of(town.other_owner)};
    for (std::size_t number = 1; !stop_writing_; ++number) {
        const auto request = numbered(tabs[number % tabs.size()], writer, number);
        attempts_[writer].push_back({request.body.value});
        attempts_[writer].back().acknowledged = acknowledge(device, request, writer);
    }
}

/// As a client does: the same request again, on any node, until somebody answers.
bool FaultRun::acknowledge(Device& device, const CreatePost& request, std::size_t writer) {
    for (std::size_t tries = 1; !stop_writing_; ++tries) {
        const auto answer = answer_to(device, request);
        if (answer && answer->status == 200) {
            ++acknowledged_;
            return true;
        }
        if (answer && answer->status != 503) wrong("a writer was told " + answer->body);
        device.move_to(ports_from(writer + tries).front());
        std::this_thread::sleep_for(pause_between_tries);
    }
    return false;
}

void FaultRun::watch_until_stopped(ModelClient& watcher) {
    try {
        watcher.listen_until([this] { return stop_watching_.load(); }, 1h);
    } catch (const std::exception& error) {
        wrong(std::string{"a watcher gave up: "} + error.what());
    }
}

void FaultRun::wrong(std::string what) {
    const std::lock_guard lock{mutex_};
    if (report_.wrongs.size() < 20) report_.wrongs.push_back(std::move(what));
}

void FaultRun::let_people_post(std::size_t posts) {
    const std::size_t goal = acknowledged_ + posts;
    if (!until([&] { return acknowledged_ >= goal; }, patience)) wrong("nobody can post any more");
}

void FaultRun::during_posting(const std::string& fault, const std::function<void()>& break_and_mend) {
    let_people_post(10);
    report_.faults.push_back(fault);
    break_and_mend();
    wait_for_service();
    let_people_post(10);
}

/// Until every node takes a write. Preferences: the watchers hear of them, the posts stay what people wrote.
void FaultRun::wait_for_service() {
    const auto mended = steady_clock::now();
    for (std::size_t node = 0; node < ports_.size(); ++node) {
        Device device{ports_[node], plein_.session_of(plein_.town.other_owner)};
        const bool back = until(
            [&] {
                try {
                    return device.send(SetPreferences{}).status == 200;
                } catch (const NoAnswer&) {
                    return false;
                }
            },
            patience);
        if (!back) wrong(fmt::format("node {} is not back", node));
    }
    report_.slowest_return = std::max(report_.slowest_return, since(mended));
}

void FaultRun::kill_node(std::size_t index) {
    during_posting(fmt::format("node {}", index), [&] {
        plein_.node(index).kill();
        let_people_post(5);
        plein_.node(index).start();
        ports_[index] = plein_.port(index);
    });
}

void FaultRun::kill_redis() {
    during_posting("redis", [&] {
        plein_.servers().kill_redis();
        let_people_post(5);
        plein_.servers().start_redis();
    });
}

void FaultRun::kill_postgres() {
    during_posting("postgres", [&] {
        plein_.servers().kill_postgres();
        plein_.servers().start_postgres();
    });
}

FaultReport FaultRun::finish() {
    stop_writing_ = stop_watching_ = true;
    for (auto* threads : {&writing_, &watching_}) {
        for (std::thread& thread : *threads)
            thread.join();
    }
    const auto start = steady_clock::now();
    for (auto& watcher : watchers_)
        compare(*watcher);
    report_.slowest_convergence = since(start);
    check_posts(watchers_.front()->read_afresh());
    watchers_.clear();
    check_connections();
    return report_;
}

void FaultRun::compare(ModelClient& watcher) {
    const Model fresh = watcher.read_afresh();
    if (!watcher.converge_with(fresh)) wrong("a watcher missed something");
    if (watcher.model().to_json() != fresh.to_json()) wrong("a watcher's model differs from a fresh read");
    for (const std::string& complaint : watcher.complaints())
        wrong(complaint);
    for (const auto& [id, view] : watcher.model().posts)
        report_.leaked += fresh.posts.contains(id) ? 0 : 1;
    report_.leaked += watcher.complaints().size();
}

void FaultRun::check_posts(const Model& fresh) {
    std::map<std::string, int> standing;
    for (const auto& [id, view] : fresh.posts)
        ++standing[view.post.body];
    for (const auto& writer : attempts_) {
        for (const Attempt& attempt : writer) {
            const int count = standing[attempt.words];
            report_.doubled += count > 1 ? 1 : 0;
            if (!attempt.acknowledged) continue;
            ++report_.acknowledged;
            report_.found += count >= 1 ? 1 : 0;
            if (count != 1)
                wrong(fmt::format("\"{}\" was acknowledged and stands {} times", attempt.words, count));
        }
    }
}

void FaultRun::check_connections() {
    const std::size_t pool = 8;  // connections to PostgreSQL and Redis may be open now that were not then
    for (std::size_t node = 0; node < plein_.size(); ++node) {
        if (!until([&] { return plein_.figure("plein_live_connections", node) == 0; }, patience))
            wrong(fmt::format("node {} keeps connections of clients that left", node));
        if (!until([&] { return plein_.node(node).open_descriptors() <= descriptors_[node] + pool; },
                   patience))
            wrong(fmt::format("node {} keeps descriptors", node));
    }
}

void print(const FaultReport& report, std::uint64_t seed) {
    fmt::print(
        "PLEIN_TEST_SEED={} faults: {}; acknowledged {}, found {}, doubled {}, leaked {}; "
        "service back within {}, slowest convergence {} ms\n",
        seed, fmt::join(report.faults, ", "), report.acknowledged, report.found, report.doubled,
        report.leaked, fmt::format("{} ms", report.slowest_return.count()),
        report.slowest_convergence.count());
    for (const std::string& wrong : report.wrongs)
        fmt::print("  wrong: {}\n", wrong);
    std::fflush(stdout);
}

}  // namespace plein::test
