/// People who post and people who watch while things break, and the account of it afterwards.
///
/// Writers post with client ids and try again until they are answered; watchers keep a model by events. When it is
/// over: every acknowledged post is there once, every model equals a fresh read, nobody holds what they may not see,
/// and the nodes hold no more connections than before.
#pragma once

#include "tests/support/model_client.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace plein::test {

struct FaultReport {
    std::vector<std::string> faults;
    std::size_t acknowledged = 0;
    std::size_t found = 0;                             // of the acknowledged
    std::size_t doubled = 0;                           // posts that stand twice
    std::size_t leaked = 0;                            // what a client complained of or should not hold
    std::chrono::milliseconds slowest_return{0};       // of the service, after a fault's end
    std::chrono::milliseconds slowest_convergence{0};  // of a model, after the last write
    std::vector<std::string> wrongs;                   // in words
};

class FaultRun {
public:
    FaultRun(std::uint64_t seed, DeploymentOptions options, std::size_t writers);
    ~FaultRun();

    [[nodiscard]] Deployment& plein() { return plein_; }

    /// Returns once that many more posts have been acknowledged.
    void let_people_post(std::size_t posts);

    /// Breaks something while people post, and notes how long it takes until each node accepts a write again.
    void during_posting(const std::string& fault, const std::function<void()>& break_and_mend);

    void kill_node(std::size_t index);
    void kill_redis();
    void kill_postgres();

    /// Ends the posting, lets every watcher catch up, and looks.
    FaultReport finish();

private:
    struct Attempt {
        std::string words;
        bool acknowledged = false;
    };

    void write_until_stopped(std::size_t writer);
    bool acknowledge(Device& device, const CreatePost& request, std::size_t writer);
    void watch_until_stopped(ModelClient& watcher);
    void wait_for_service();
    void compare(ModelClient& watcher);
    void check_posts(const Model& fresh);
    void check_connections();
    void wrong(std::string what);
    [[nodiscard]] std::vector<std::uint16_t> ports_from(std::size_t first) const;

    Deployment plein_;
    std::vector<std::atomic<std::uint16_t>> ports_;
    std::vector<std::size_t> descriptors_;  // of each node before anybody came
    std::atomic<bool> stop_writing_ = false;
    std::atomic<bool> stop_watching_ = false;
    std::atomic<std::size_t> acknowledged_ = 0;
    std::vector<std::vector<Attempt>> attempts_;  // of each writer
    std::vector<std::unique_ptr<ModelClient>> watchers_;
    std::vector<std::thread> writing_;
    std::vector<std::thread> watching_;
    std::mutex mutex_;  // guards report_ while threads run
    FaultReport report_;
};

/// One line for the log of a run.
void print(const FaultReport& report, std::uint64_t seed);

}  // namespace plein::test
