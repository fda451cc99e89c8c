/// One pool thread's work: takes batches from the queue and runs them on a connection of its own.
///
/// A job alone is a transaction. Several of one key share one, writes each in a savepoint, or are done jointly, and then
/// their queue gathers; when that fails as a whole, each reruns alone. What PostgreSQL undid (40001, 40P01) and what a lost
/// connection cut off before its COMMIT was sent certainly did not happen, and is tried again until the deadline.
#pragma once

#include "storage/connection.hpp"
#include "storage/database.hpp"
#include "storage/job_queue.hpp"

#include <atomic>
#include <optional>
#include <random>

namespace plein::storage {

/// What the workers of a pool count together.
struct Counters {
    std::atomic<std::size_t> connected = 0;
    std::atomic<std::uint64_t> commits = 0;
    std::atomic<std::uint64_t> writes = 0;
    std::atomic<std::uint64_t> retries = 0;
    std::atomic<bool> outage = false;  // logged once, not once a thread and try
};

class Worker {
public:
    Worker(const DatabaseOptions& options, const PublishEvents& publish, JobQueue& queue, Counters& counters)
        : options_(options), publish_(publish), queue_(queue), counters_(counters) {}
    ~Worker() { disconnect(); }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Until the queue is stopped.
    void run();

private:
    using Attempt = void (Worker::*)(Job&);

    void read(Job& job);
    void write(Job& job);
    /// Several in one transaction; false when it came to nothing and each has to run alone.
    bool share(const std::vector<JobPtr>& jobs);
    bool share_write(const std::vector<JobPtr>& jobs);
    bool share_read(const std::vector<JobPtr>& jobs);
    using Outcomes = std::vector<std::exception_ptr>;  // of each job; none is success
    Outcomes write_jointly(const std::vector<JobPtr>& jobs, std::vector<EmittedEvent>& events);
    Outcomes write_in_savepoints(const std::vector<JobPtr>& jobs, std::vector<EmittedEvent>& events);
    std::exception_ptr write_in_savepoint(Job& job, std::vector<EmittedEvent>& events);

    /// Tries until the job is settled.
    void persist(Job& job, Attempt attempt);
    bool connect(Job::Clock::time_point until);
    void disconnect();
    /// Rolls back what is open; drops the connection when it is lost.
    void clean_up() noexcept;
    void committed(std::vector<EmittedEvent> events, std::size_t writes);
    /// Grows with the number of tries; a random part of it, so that two that collided do not meet again.
    Job::Clock::duration back_off(int tries);

    const DatabaseOptions& options_;
    const PublishEvents& publish_;
    JobQueue& queue_;
    Counters& counters_;
    std::optional<Connection> connection_;
    std::minstd_rand random_{std::random_device{}()};
};

}  // namespace plein::storage
