#include "tests/fault/fault_run.hpp"

#include "tests/support/another_try.hpp"
#include "tests/support/until.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>

namespace plein::test {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto patience = 60s;
constexpr auto promised_return = 2s;  // told, not asserted: clients, servers and the test share a machine
constexpr auto longest_return = 30s;
constexpr auto pause_between_actions = 300ms;  // some of them make every page read afresh
constexpr std::size_t pool = 8;  // connections to PostgreSQL and Redis that may be open now and were not then
constexpr const char* people_are_at = "127.0.0.2";

DeploymentOptions deployment(const FaultOptions& options) {
    DeploymentOptions made{.nodes = options.nodes,
                           .own_postgres = true,
                           .standby = options.standby,
                           .settings = {{"PLEIN_SERVER_PUBLIC_URL", "https://plein.example.nl"},
                                        {"PLEIN_SERVER_TRUSTED_PROXIES", "127.0.0.1"},
                                        // A half-open connection is noticed while the test waits.
                                        {"PLEIN_TIMEOUTS_PING_MS", "5000"},
                                        // Everybody comes from one machine and is one of nine people.
                                        {"PLEIN_LIMITS_LIVE_BURST", "4096"}}};
    for (const auto& [name, value] : options.settings)
        made.settings[name] = value;
    return made;
}

}  // namespace

FaultRun::FaultRun(std::uint64_t seed, FaultOptions options) : plein_(deployment(options)) {
    if (options.turning_clock) give_last_node_a_clock();
    std::vector<std::uint16_t> ports;
    for (std::size_t node = 0; node < plein_.size(); ++node) {
        ports.push_back(plein_.port(node));
        descriptors_.push_back(plein_.node(node).open_descriptors());
    }
    proxy_ = std::make_unique<FrontProxy>(FrontProxy::Kind::haproxy, ports);
    network_ = std::make_unique<TlsTunnel>(proxy_->port(), people_are_at);
    plein_.put_in_front(network_->port());
    record_ = std::make_unique<Record>(plein_, seed, options.writers);
    crowd_ = std::make_unique<Crowd>(plein_, options.pages);
    if (options.actions) {
        actions_ = std::make_unique<RandomActions>(plein_, seed, Doings::in_groups);
        actions_->insist_for(patience);
    }
    report_.pages = crowd_->size();
    start_everybody();
}

FaultRun::~FaultRun() { stop_everybody(); }

void FaultRun::start_everybody() {
    crowd_->listen();
    record_->start();
    stop_acting_ = false;
    if (actions_) acting_ = std::thread{[this] { act_until_stopped(); }};
}

/// Each comes to the end of what it was at; the pages last.
void FaultRun::stop_everybody() {
    stop_acting_ = true;
    if (acting_.joinable()) acting_.join();
    if (record_) record_->stop();
    if (crowd_) crowd_->rest();
}

void FaultRun::give_last_node_a_clock() {
    turn_clock("+0");
    RunningNode& node = plein_.node(plein_.size() - 1);
    node.change({{"LD_PRELOAD", "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"},
                 {"FAKETIME_TIMESTAMP_FILE", clock_file()},
                 {"FAKETIME_DONT_FAKE_MONOTONIC", "1"},
                 {"FAKETIME_NO_CACHE", "1"}});
    node.terminate();
    node.wait();
    node.start();
}

void FaultRun::turn_clock(const std::string& offset) {
    const std::string file = clock_file();
    std::ofstream{file + ".new"} << offset << '\n';
    std::filesystem::rename(file + ".new", file);
}

void FaultRun::act_until_stopped() {
    for (; !stop_acting_; ++report_.actions) {
        try {
            actions_->step();
        } catch (const NoAnswer&) {  // to a mere question, which is not said again
        } catch (const Unexpected& refusal) {
            if (!asks_for_another_try(refusal.status))
                wrong(std::string{"somebody was told "} + refusal.what());
        }
        std::this_thread::sleep_for(pause_between_actions);
    }
}

void FaultRun::wrong(std::string what) {
    const std::lock_guard lock{mutex_};
    if (report_.wrongs.size() < 20) report_.wrongs.push_back(std::move(what));
}

bool FaultRun::has_gone_wrong() {
    const std::lock_guard lock{mutex_};
    return !report_.wrongs.empty() || !crowd_->wrongs().empty() || !record_->account().wrongs.empty();
}

void FaultRun::let_people_post(std::size_t writes) {
    const std::size_t goal = record_->acknowledged() + writes;
    if (!until([&] { return record_->acknowledged() >= goal; }, patience)) wrong("nobody can post any more");
}

void FaultRun::during_posting(const std::string& fault, const std::function<void()>& break_and_mend) {
    let_people_post(10);
    report_.faults.push_back({fault});
    break_and_mend();
    wait_for_service(report_.faults.back());
    let_people_post(10);
}

bool FaultRun::takes_a_write(std::uint16_t port) {
    try {
        Device device{port, plein_.session_of(plein_.town.other_owner)};
        return device.send(SetPreferences{}).status == 200;
    } catch (const NoAnswer&) {
        return false;
    }
}

/// Until every node takes a write, and HAProxy knows of one that does. Of a person who has no page open.
void FaultRun::wait_for_service(Return& fault) {
    const auto mended = steady_clock::now();
    const auto wait_for = [&](std::uint16_t port, std::string name) {
        const auto began = steady_clock::now();
        if (!until([&] { return takes_a_write(port); }, longest_return))
            wrong(fmt::format("{} is not back after: {}", name, fault.fault));
        if (steady_clock::now() - began > 10ms) fault.last = std::move(name);
    };
    for (std::size_t node = 0; node < plein_.size(); ++node)
        wait_for(plein_.port(node), fmt::format("node {}", node));
    wait_for(plein_.door(), "the door");
    fault.took = duration_cast<milliseconds>(steady_clock::now() - mended);
}

void FaultRun::look() {
    stop_everybody();
    report_.slowest_convergence = std::max(report_.slowest_convergence, crowd_->converge());
    record_->compare_with(crowd_->fresh(plein_.town.member));
    RunningNode& last = plein_.node(plein_.size() - 1);
    const auto connections = static_cast<std::size_t>(plein_.figure("plein_connections", plein_.size() - 1));
    report_.kilobytes.push_back(last.resident_bytes() / 1024);
    report_.descriptors.push_back(last.open_descriptors() - connections);
    start_everybody();
}

FaultReport FaultRun::finish() {
    look();
    stop_everybody();
    report_.account = record_->account();
    report_.leaked = crowd_->leaked();
    report_.readings = crowd_->readings();
    for (const auto& wrongs : {report_.account.wrongs, crowd_->wrongs()})
        report_.wrongs.insert(report_.wrongs.end(), wrongs.begin(), wrongs.end());
    crowd_.reset();
    network_.reset();
    proxy_.reset();
    check_connections();
    return report_;
}

void FaultRun::check_connections() {
    for (std::size_t node = 0; node < plein_.size(); ++node) {
        if (!until([&] { return plein_.figure("plein_live_connections", node) == 0; }, patience))
            wrong(fmt::format("node {} keeps connections of clients that left", node));
        if (!until([&] { return plein_.node(node).open_descriptors() <= descriptors_[node] + pool; },
                   patience))
            wrong(fmt::format("node {} keeps descriptors", node));
    }
}

namespace {

/// The slowest of each fault, and where; what exceeds the promise once more by itself.
void print_returns(const std::vector<Return>& faults) {
    std::map<std::string, std::vector<const Return*>> kinds;
    for (const Return& fault : faults)
        kinds[fault.fault].push_back(&fault);
    std::vector<std::string> late;
    for (const auto& [name, times] : kinds) {
        const Return& slowest = **std::ranges::max_element(times, {}, &Return::took);
        const std::string where = slowest.last.empty() ? "" : ", " + slowest.last + " last";
        fmt::print("  {:>6} ms  {} ({} times{})\n", slowest.took.count(), name, times.size(), where);
        if (slowest.took > promised_return) late.push_back(name);
    }
    fmt::print("  service back within {} s of the end of each fault{}{}\n", promised_return.count(),
               late.empty() ? "" : ", but for: ", fmt::join(late, ", "));
}

}  // namespace

void print(const FaultReport& report, std::uint64_t seed) {
    fmt::print("PLEIN_TEST_SEED={}, {} faults\n", seed, report.faults.size());
    print_returns(report.faults);
    fmt::print("  {} pages, {} other actions; writes: acknowledged {}, found {}, doubled {}; leaked {}\n",
               report.pages, report.actions, report.account.acknowledged, report.account.found,
               report.account.doubled, report.leaked);
    fmt::print("  slowest convergence {} ms\n", report.slowest_convergence.count());
    fmt::print("  the node that lived through it: kB {}; descriptors {}\n", fmt::join(report.kilobytes, " "),
               fmt::join(report.descriptors, " "));
    for (const std::string& wrong : report.wrongs)
        fmt::print("  wrong: {}\n", wrong);
    std::fflush(stdout);
}

}  // namespace plein::test
