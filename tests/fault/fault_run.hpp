/// Plein behind HAProxy while things break: people who write, pages that are open, and the account of it afterwards.
///
/// After each fault, and at the end, the invariants I1 to I5 are looked at: every acknowledged write stands, once; every
/// page comes to what a fresh one shows; nobody holds what they may not see; the nodes hold no more than before; and the
/// service came back by itself.
#pragma once

#include "tests/fault/crowd.hpp"
#include "tests/fault/record.hpp"
#include "tests/support/front_proxy.hpp"
#include "tests/support/random_actions.hpp"
#include "tests/support/tls_tunnel.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace plein::test {

struct FaultOptions {
    std::size_t nodes = 2;
    std::size_t pages = 8;
    std::size_t writers = 3;
    bool actions = false;        // people come, go, are removed, edit, move tabs …, at random
    bool turning_clock = false;  // the last node's, by turn_clock
    bool standby = false;        // a second PostgreSQL that may take over
    Settings settings = {};
};

/// How long people waited for service behind a fault's end.
struct Return {
    std::string fault;
    std::chrono::milliseconds took{0};
    std::string last;  // that came back: a node, or the door
};

struct FaultReport {
    std::vector<Return> faults;  // in their order
    Account account;
    std::size_t actions = 0;
    std::size_t leaked = 0;  // see Crowd
    std::size_t pages = 0;
    int readings = 0;                                  // of a page, afresh, because it was told to
    std::chrono::milliseconds slowest_convergence{0};  // of the pages, after the last write
    std::vector<std::size_t> kilobytes;    // of the last node, which is never killed, at each look
    std::vector<std::size_t> descriptors;  // of it, without those of connections
    std::vector<std::string> wrongs;       // in words
};

class FaultRun {
public:
    explicit FaultRun(std::uint64_t seed, FaultOptions options = {});
    ~FaultRun();

    [[nodiscard]] Deployment& plein() { return plein_; }
    /// Between people and HAProxy.
    [[nodiscard]] TlsTunnel& network() { return *network_; }
    [[nodiscard]] std::size_t acknowledged() const { return record_->acknowledged(); }
    [[nodiscard]] const Crowd& pages() const { return *crowd_; }
    /// Those before the last one, which lives through everything.
    [[nodiscard]] std::size_t mortal_nodes() const { return plein_.size() - 1; }
    /// The last node's clock goes wrong by that much, as faketime reads it ("+2h"); not its monotonic one, nor PostgreSQL's.
    void turn_clock(const std::string& offset);

    /// Returns once that many more writes have been acknowledged.
    void let_people_post(std::size_t writes);

    /// Breaks something while people post, waits until each node takes a write again, and lets them go on.
    void during_posting(const std::string& fault, const std::function<void()>& break_and_mend);
    /// Everybody rests a moment, and what they hold is compared with what stands.
    void look();

    /// A last look, and whether the nodes let go of everything when all have left.
    FaultReport finish();

    void wrong(std::string what);
    /// There is no point in going on.
    [[nodiscard]] bool has_gone_wrong();

private:
    void start_everybody();
    void stop_everybody();
    void act_until_stopped();
    void wait_for_service(Return& fault);
    [[nodiscard]] bool takes_a_write(std::uint16_t port);
    void check_connections();
    void give_last_node_a_clock();
    [[nodiscard]] std::string clock_file() { return plein_.servers().folder() + "/clock"; }

    Deployment plein_;
    std::vector<std::size_t> descriptors_;  // of each node before anybody came
    std::unique_ptr<FrontProxy> proxy_;
    std::unique_ptr<TlsTunnel> network_;
    std::unique_ptr<Record> record_;
    std::unique_ptr<Crowd> crowd_;
    std::unique_ptr<RandomActions> actions_;
    std::atomic<bool> stop_acting_ = false;
    std::thread acting_;
    std::mutex mutex_;  // guards the wrongs of report_ while threads run
    FaultReport report_;
};

/// The account of a run, for its log.
void print(const FaultReport& report, std::uint64_t seed);

}  // namespace plein::test
