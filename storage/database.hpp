/// The door to PostgreSQL for asynchronous code: a bounded pool of threads, each with its own connection.
///
/// `co_await database.commit(key, work)` runs `work` in a write transaction and resumes on the caller's
/// executor; `read(work)` does the same in a snapshot. Thread: any.   Bound: `database.queue` waiting jobs,
/// then Refusal{overloaded}.   Deadline: the edge's own
/// (`database.deadline_ms`); work that has not begun is dropped (overloaded), a write that has begun is
/// Refusal{outcome_unknown}, its late result is discarded.
/// Errors: whatever `work` throws (Refusal), overloaded, outcome_unknown. A lost connection is re-made by the
/// pool. Lifetime: `work` is moved in and may outlive the coroutine that waits for it, so it captures by
/// value; contexts of callers outlive the database.
#pragma once

#include "storage/joint.hpp"
#include "storage/transaction.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace plein::storage {

struct DatabaseOptions {
    std::string url;
    std::size_t connections = 8;                 // pool threads, each with one connection
    std::size_t queue = 1024;                    // jobs that may wait
    std::chrono::milliseconds deadline{5000};    // of the edge; statement_timeout is set a little below
    std::size_t jobs_per_transaction = 64;       // of one queue key
    std::string time_zone = "Europe/Amsterdam";  // of the organisation's clock, an IANA name
};

/// Called on a pool thread after a commit, in commit order per stream as far as one node goes. Must not block
/// or throw.
using PublishEvents = std::function<void(std::vector<EmittedEvent>)>;

class Database {
public:
    Database(DatabaseOptions options, PublishEvents publish);
    ~Database();  // finishes running work, refuses what waits
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    using Deadline = std::optional<std::chrono::milliseconds>;  // none: `DatabaseOptions::deadline`

    /// `key` names the write queue (the stream the request will lock, e.g. "tab:31"; empty: no queue). Writes
    /// of one key wait for each other in this node and share a commit; the stream's row lock stays the truth.
    /// `deadline` is for the few that take longer by their nature; each of their statements stays below the usual one.
    template <class Work, class Result = std::invoke_result_t<Work&, Transaction&>>
    boost::asio::awaitable<Result> commit(std::string key, Work work, Deadline deadline = std::nullopt);

    /// The same for a write that is made jointly. All writes of its key are of its kind; the key may stand for several
    /// streams. Resumes with the item as its last run left it, or throws its refusal.
    boost::asio::awaitable<void> commit(std::string key, JointWritePtr item);

    template <class Work, class Result = std::invoke_result_t<Work&, Snapshot&>>
    boost::asio::awaitable<Result> read(Work work, Deadline deadline = std::nullopt);

    /// The same for a read that is done jointly: those of its key that wait meanwhile share a snapshot.
    boost::asio::awaitable<void> read(std::string key, JointReadPtr item);

    /// For commands and jobs that own their thread: the same, blocking, without a write queue, with the same
    /// deadline. Throws what `work` throws.
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
    using WriteWork = std::function<void(Transaction&)>;
    using ReadWork = std::function<void(Snapshot&)>;
    class Pool;

    boost::asio::awaitable<void> await(std::string key, WriteWork work, Deadline deadline);
    boost::asio::awaitable<void> await(ReadWork work, Deadline deadline);
    void wait(WriteWork work);
    void wait(ReadWork work);

    std::unique_ptr<Pool> pool_;
};

/// Work and its result, shared by the pool and the caller: whoever is late finds it still there. A run that
/// was undone is overwritten by the next.
template <class Work, class Tx>
class Call {
public:
    using Result = std::invoke_result_t<Work&, Tx&>;

    /// Both ends of a call: what the pool runs, and where the result will be.
    static std::pair<std::shared_ptr<Call>, std::function<void(Tx&)>> prepare(Work work) {
        auto call = std::make_shared<Call>(std::move(work));
        return {call, [call](Tx& tx) { call->run(tx); }};
    }

    explicit Call(Work work) : work_(std::move(work)) {}

    Result take() {
        if constexpr (!std::is_void_v<Result>) return std::move(*result_);
    }

private:
    void run(Tx& tx) {
        if constexpr (std::is_void_v<Result>) {
            work_(tx);
        } else {
            result_.emplace(work_(tx));
        }
    }

    Work work_;
    std::optional<std::conditional_t<std::is_void_v<Result>, std::monostate, Result>> result_;
};

template <class Work, class Result>
boost::asio::awaitable<Result> Database::commit(std::string key, Work work, Deadline deadline) {
    auto [call, run] = Call<Work, Transaction>::prepare(std::move(work));
    co_await await(std::move(key), std::move(run), deadline);
    co_return call->take();
}

template <class Work, class Result>
boost::asio::awaitable<Result> Database::read(Work work, Deadline deadline) {
    auto [call, run] = Call<Work, Snapshot>::prepare(std::move(work));
    co_await await(std::move(run), deadline);
    co_return call->take();
}

template <class Work>
auto Database::commit_now(Work work) -> std::invoke_result_t<Work&, Transaction&> {
    auto [call, run] = Call<Work, Transaction>::prepare(std::move(work));
    wait(std::move(run));
    return call->take();
}

template <class Work>
auto Database::read_now(Work work) -> std::invoke_result_t<Work&, Snapshot&> {
    auto [call, run] = Call<Work, Snapshot>::prepare(std::move(work));
    wait(std::move(run));
    return call->take();
}

}  // namespace plein::storage
