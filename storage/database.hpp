/// The door to PostgreSQL for asynchronous code: a bounded pool of threads, each with its own connection.
///
/// `co_await database.commit(key, work)` runs `work` in a write transaction and resumes on the caller's executor;
/// `read(work)` does the same in a snapshot.
/// Thread: any.   Bound: `storage.queue` waiting jobs, then Refusal{overloaded}.   Deadline: the edge's own
/// (`storage.deadline`); work that has not begun is dropped (overloaded), a write that has begun is
/// Refusal{outcome_unknown}, its late result is discarded.
/// Errors: whatever `work` throws (Refusal), overloaded, outcome_unknown. A lost connection is re-made by the pool.
#pragma once

#include "storage/transaction.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace plein::storage {

struct DatabaseOptions {
    std::string url;
    std::size_t connections = 8;                         // pool threads, each with one connection
    std::size_t queue = 1024;                            // jobs that may wait
    std::chrono::milliseconds deadline{5000};            // of the edge; statement_timeout is set a little below
    std::size_t writes_per_commit = 64;                  // of one queue key, each in a savepoint
};

/// Called on a pool thread after a commit, in commit order per stream as far as one node goes. Must not block or throw.
using PublishEvents = std::function<void(std::vector<EmittedEvent>)>;

class Database {
public:
    Database(DatabaseOptions options, PublishEvents publish);
    ~Database();  // finishes running work, refuses what waits
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// `key` names the write queue (the stream the request will lock, e.g. "tab:31"; empty: no queue). Writes of one
    /// key wait for each other in this node and share a commit; the stream's row lock stays the truth.
    template <class Work, class Result = std::invoke_result_t<Work&, Transaction&>>
    boost::asio::awaitable<Result> commit(std::string key, Work work);

    template <class Work, class Result = std::invoke_result_t<Work&, Snapshot&>>
    boost::asio::awaitable<Result> read(Work work);

    /// For commands and jobs that own their thread: the same, blocking. Throws what `work` throws.
    template <class Work>
    auto commit_now(Work work) -> std::invoke_result_t<Work&, Transaction&>;
    template <class Work>
    auto read_now(Work work) -> std::invoke_result_t<Work&, Snapshot&>;

    /// For `/metrics` and `/readyz`.
    struct Figures {
        std::size_t waiting = 0;
        std::size_t running = 0;
        std::size_t connected = 0;
        std::uint64_t commits = 0;
        std::uint64_t writes = 0;  // writes / commits tells how well commits are shared
        std::uint64_t retries = 0;
    };
    [[nodiscard]] Figures figures() const;

private:
    class Pool;
    std::unique_ptr<Pool> pool_;
};

}  // namespace plein::storage
