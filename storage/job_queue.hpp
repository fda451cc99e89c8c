/// The jobs that wait for a pool thread, in lanes: jobs of one key form a lane, every other job is alone in
/// one.
///
/// A lane is on at most one thread at a time, and what waits in it leaves together, to share a transaction; behind a batch
/// of several it may gather first. Lanes take turns, so a busy key does not hold up the others.   Thread: any.   Bound:
/// `most_waiting`, then `push` refuses.
#pragma once

#include "storage/joint.hpp"
#include "storage/transaction.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace plein::storage {

struct Lane;

/// One piece of work and whoever waits for it. It is settled once, by the pool or by its deadline: the first
/// wins.
class Job {
public:
    using Clock = std::chrono::steady_clock;

    Job(std::string key, std::function<void(Transaction&)> work, Clock::time_point deadline)
        : key(std::move(key)), write(std::move(work)), deadline(deadline) {}
    Job(std::string key, JointWritePtr item, Clock::time_point deadline)
        : key(std::move(key)), write(alone(item)), joint_write(std::move(item)), deadline(deadline) {}
    Job(std::string key, JointReadPtr item, Clock::time_point deadline)
        : key(std::move(key)), read(alone(item)), joint_read(std::move(item)), deadline(deadline) {}
    Job(std::function<void(Snapshot&)> work, Clock::time_point deadline)
        : read(std::move(work)), deadline(deadline) {}
    virtual ~Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    /// Tells the outcome; no error is success. Called once, on the thread that settled the job.
    virtual void finish(std::exception_ptr error) = 0;

    const std::string key;
    const std::function<void(Transaction&)> write;  // either this
    const std::function<void(Snapshot&)> read;      // or that
    const JointWritePtr joint_write;                // where it can be done with others
    const JointReadPtr joint_read;
    const Clock::time_point deadline;

private:
    friend class JobQueue;
    enum class Stage { waiting, running, settled } stage_ = Stage::waiting;
    std::weak_ptr<Lane> lane_;  // while it waits; the lane holds the job
};
using JobPtr = std::shared_ptr<Job>;

struct Lane {
    std::string key;
    std::deque<JobPtr> waiting;
    bool running = false;
    std::size_t awaited = 0;  // while it gathers: so many
};

/// What one thread runs at a time. What has no key is alone.
struct Batch {
    std::shared_ptr<Lane> lane;
    std::vector<JobPtr> jobs;
};

class JobQueue {
public:
    JobQueue(std::size_t most_waiting, std::size_t most_together)
        : most_waiting_(most_waiting), most_together_(most_together) {}

    /// False when the queue is full or stopped; the job is then untouched.
    [[nodiscard]] bool push(const JobPtr& job);

    /// Waits for work; without jobs once the queue is stopped. The lane stays taken until `release`.
    [[nodiscard]] Batch take();
    void release(const Batch& batch);

    /// Between the end of a batch and its `release`: waits until as many wait in its lane as were or waited there when it
    /// ended, but no longer than so, and not while other lanes wait for a thread. Who was answered together asks again
    /// together; without this the first of them would leave alone, and the others wait for that one's commit.
    void gather(const Batch& batch, Job::Clock::duration at_most);

    /// Ends the job, unless it has ended before. An error that is none means success.
    void settle(Job& job, std::exception_ptr error);
    /// The deadline has come: what waits is dropped (overloaded), a running write is outcome_unknown.
    void give_up(const JobPtr& job);

    /// Refuses what waits and all that comes; threads in `take` and `pause` wake.
    void stop();
    /// Sleeps, not beyond `stop`; false once the queue is stopped.
    bool pause(Job::Clock::duration duration);

    struct Figures {
        std::size_t waiting = 0;
        std::size_t running = 0;
        std::size_t gathering = 0;  // threads
    };
    [[nodiscard]] Figures figures() const;

private:
    void make_ready(const std::shared_ptr<Lane>& lane);
    void remove_waiting(const JobPtr& job);

    const std::size_t most_waiting_;
    const std::size_t most_together_;
    mutable std::mutex mutex_;
    std::condition_variable ready_or_stopped_;
    std::condition_variable gathered_or_stopped_;
    std::condition_variable stopped_;
    bool stopping_ = false;
    Figures figures_;
    std::size_t idle_ = 0;                     // threads that wait in `take`
    std::deque<std::shared_ptr<Lane>> ready_;  // lanes that wait for a thread; each has a job
    std::unordered_map<std::string, std::shared_ptr<Lane>> keyed_;  // lanes with a key that wait or run
};

}  // namespace plein::storage
