#include "storage/worker.hpp"

#include "protocol/errors.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace plein::storage {
namespace {

using namespace std::chrono_literals;

constexpr int most_tries = 8;  // of a write that other transactions get in the way of
constexpr auto longest_back_off = 1s;

// Of the time that a batch of writes took, before the next one of its key begins: what it costs at most. Where the same
// people write one post after the other, more of them share a commit (ADR 27).
constexpr int gathering_part = 4;
constexpr auto longest_gathering = 5ms;

constexpr std::string_view lock_not_available = "55P03";
constexpr std::string_view query_canceled = "57014";

template <class Error>
bool holds(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const Error&) {
        return true;
    } catch (...) {
        return false;
    }
}

/// SQLSTATE of the error, empty when it has none.
std::string sqlstate_of(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const pqxx::sql_error& sql) {
        return sql.sqlstate();
    } catch (...) {
        return {};
    }
}

/// PostgreSQL undid the transaction because of another one; run again it may well succeed. libpqxx has a class of its
/// own for 40001 and 40P01, which is no sql_error and has no SQLSTATE.
bool came_in_the_way(const std::exception_ptr& error) {
    return holds<pqxx::transaction_rollback>(error) || sqlstate_of(error) == lock_not_available;
}

std::exception_ptr refusal(ErrorCode code, const std::string& detail) {
    return std::make_exception_ptr(Refusal{code, {}, detail});
}

/// What the caller is told of an error that is final.
std::exception_ptr outcome_of(std::exception_ptr error) {
    if (holds<pqxx::in_doubt_error>(error)) {
        return refusal(ErrorCode::outcome_unknown, "the connection was lost during the commit");
    }
    if (sqlstate_of(error) == query_canceled) {
        return refusal(ErrorCode::overloaded, "a statement took too long");
    }
    if (came_in_the_way(error)) {
        return refusal(ErrorCode::overloaded, "other transactions came in the way each time");
    }
    return error;
}

/// What `run` throws; none when it ends well. The pool keeps no reference to an error that it hands over.
template <class Run>
std::exception_ptr error_of(Run&& run) {
    try {
        run();
        return nullptr;
    } catch (...) {
        return std::current_exception();
    }
}

template <class Tx>
std::vector<Joint<Tx>*> items_of(const std::vector<JobPtr>& jobs,
                                 const std::shared_ptr<Joint<Tx>> Job::* item) {
    std::vector<Joint<Tx>*> items;
    for (const JobPtr& job : jobs)
        items.push_back(((*job).*item).get());
    return items;
}

/// The statement's own limit lies below the deadline, so that PostgreSQL normally answers first.
std::chrono::milliseconds statement_timeout(const DatabaseOptions& options) {
    return options.deadline * 9 / 10;
}

}  // namespace

void Worker::run() {
    while (connect(Job::Clock::time_point::max())) {
        const Batch batch = queue_.take();
        if (batch.jobs.empty()) return;
        const auto began = Job::Clock::now();
        if (batch.jobs.size() > 1 && share(batch.jobs)) {
            const auto took = Job::Clock::now() - began;
            if (batch.jobs.front()->write)
                queue_.gather(batch,
                              std::min<Job::Clock::duration>(took / gathering_part, longest_gathering));
        } else {
            for (const JobPtr& job : batch.jobs)
                persist(*job, job->read ? &Worker::read : &Worker::write);
        }
        queue_.release(batch);
    }
}

void Worker::read(Job& job) {
    connection_->begin(Connection::Mode::read);
    Snapshot snapshot{*connection_};
    job.read(snapshot);
    queue_.settle(job, nullptr);  // the answer is complete; the end of its snapshot need not be waited for
    clean_up();
}

void Worker::write(Job& job) {
    connection_->begin(Connection::Mode::write);
    Transaction tx{*connection_};
    job.write(tx);
    auto events = tx.finish();
    connection_->commit();
    committed(std::move(events), 1);
    queue_.settle(job, nullptr);
}

bool Worker::share(const std::vector<JobPtr>& jobs) {
    return jobs.front()->read ? share_read(jobs) : share_write(jobs);
}

bool Worker::share_read(const std::vector<JobPtr>& jobs) {
    const auto items = items_of(jobs, &Job::joint_read);
    const auto error = error_of([&] {
        connection_->begin(Connection::Mode::read);
        Snapshot snapshot{*connection_};
        items.front()->run(snapshot, items);
    });
    if (error) {
        clean_up();
        ++counters_.retries;
        return false;
    }
    for (std::size_t i = 0; i < jobs.size(); ++i)
        queue_.settle(*jobs[i], items[i]->refusal);
    clean_up();
    return true;
}

bool Worker::share_write(const std::vector<JobPtr>& jobs) {
    Outcomes outcomes;
    std::vector<EmittedEvent> events;
    const auto error = error_of([&] {
        outcomes =
            jobs.front()->joint_write ? write_jointly(jobs, events) : write_in_savepoints(jobs, events);
        connection_->commit();
    });
    if (error) {
        clean_up();
        if (!holds<pqxx::in_doubt_error>(error)) {
            ++counters_.retries;
            return false;
        }
        for (const JobPtr& job : jobs)
            queue_.settle(*job, outcome_of(error));
        return true;
    }
    committed(std::move(events), static_cast<std::size_t>(std::ranges::count(outcomes, nullptr)));
    for (std::size_t i = 0; i < jobs.size(); ++i)
        queue_.settle(*jobs[i], std::move(outcomes[i]));
    return true;
}

Worker::Outcomes Worker::write_jointly(const std::vector<JobPtr>& jobs, std::vector<EmittedEvent>& events) {
    const auto items = items_of(jobs, &Job::joint_write);
    connection_->begin(Connection::Mode::joint);
    Transaction tx{*connection_};
    items.front()->run(tx, items);
    events = tx.finish();
    Outcomes outcomes;
    for (const JointWrite* item : items)
        outcomes.push_back(item->refusal);
    return outcomes;
}

Worker::Outcomes Worker::write_in_savepoints(const std::vector<JobPtr>& jobs,
                                             std::vector<EmittedEvent>& events) {
    Outcomes outcomes;
    connection_->begin(Connection::Mode::shared);
    for (const JobPtr& job : jobs)
        outcomes.push_back(write_in_savepoint(*job, events));
    return outcomes;
}

/// Its own failure undoes this write only. The outcome is told after the commit: it may rest on what writes before it
/// did in the same transaction.
std::exception_ptr Worker::write_in_savepoint(Job& job, std::vector<EmittedEvent>& events) {
    Transaction tx{*connection_};
    std::exception_ptr error = error_of([&] {
        job.write(tx);
        auto told = tx.finish();
        connection_->keep_savepoint();
        std::ranges::move(told, std::back_inserter(events));
    });
    if (!error) return nullptr;
    if (connection_->lost() || connection_->failed_for_several() || came_in_the_way(error))
        std::rethrow_exception(error);
    connection_->undo_savepoint();
    return outcome_of(std::move(error));
}

void Worker::persist(Job& job, Attempt attempt) {
    for (int tries = 1; Job::Clock::now() < job.deadline && connect(job.deadline); ++tries) {
        std::exception_ptr error = error_of([&] { (this->*attempt)(job); });
        if (!error) return;
        const bool refused = holds<Refusal>(error) || holds<pqxx::in_doubt_error>(error);
        const bool again = connection_->lost() || (came_in_the_way(error) && tries < most_tries);
        clean_up();
        if (refused || !again) return queue_.settle(job, outcome_of(std::move(error)));
        ++counters_.retries;
        if (!queue_.pause(back_off(tries))) break;
    }
    queue_.settle(job, refusal(ErrorCode::overloaded, "nothing was written by the deadline"));
}

bool Worker::connect(Job::Clock::time_point until) {
    for (int tries = 1; !connection_; ++tries) {
        try {
            connection_.emplace(options_.url, statement_timeout(options_), options_.time_zone);
            ++counters_.connected;
            if (counters_.outage.exchange(false)) spdlog::info("PostgreSQL is back");
        } catch (const std::exception& error) {
            if (!counters_.outage.exchange(true))
                spdlog::warn("PostgreSQL cannot be reached: {}", error.what());
            if (Job::Clock::now() >= until || !queue_.pause(back_off(tries))) return false;
        }
    }
    return true;
}

void Worker::disconnect() {
    if (!connection_) return;
    connection_.reset();
    --counters_.connected;
}

void Worker::clean_up() noexcept {
    try {
        if (!connection_->lost()) connection_->rollback();
        if (!connection_->lost()) return;
    } catch (const std::exception& error) {
        spdlog::warn("a database connection is dropped, since its transaction cannot be ended: {}",
                     error.what());
    }
    disconnect();
}

void Worker::committed(std::vector<EmittedEvent> events, std::size_t writes) {
    ++counters_.commits;
    counters_.writes += writes;
    if (!events.empty()) publish_(std::move(events));
}

Job::Clock::duration Worker::back_off(int tries) {
    const auto most = std::min<std::chrono::milliseconds>(10ms * (1 << std::min(tries, 8)), longest_back_off);
    return std::chrono::milliseconds{std::uniform_int_distribution<std::int64_t>{1, most.count()}(random_)};
}

}  // namespace plein::storage
