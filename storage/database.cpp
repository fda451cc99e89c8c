#include "storage/database.hpp"

#include "protocol/errors.hpp"
#include "storage/job_queue.hpp"
#include "storage/worker.hpp"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <future>
#include <thread>

namespace plein::storage {
namespace {

namespace asio = boost::asio;

/// A job that a thread waits for.
class BlockingJob final : public Job {
public:
    using Job::Job;

    void finish(std::exception_ptr error) override {
        error ? outcome_.set_exception(std::move(error)) : outcome_.set_value();
    }

    std::future<void> outcome() { return outcome_.get_future(); }

private:
    std::promise<void> outcome_;
};

/// A job that a coroutine waits for.   Thread: handler and timer belong to the coroutine's executor; `finish`
/// may come from a pool thread and posts.
class AwaitedJob final : public Job, public std::enable_shared_from_this<AwaitedJob> {
public:
    using Handler = asio::any_completion_handler<void(std::exception_ptr)>;
    using Job::Job;

    /// On the executor, before the job is pushed. `queue` outlives the wait.
    template <class Resume>
    void await(Resume resume, std::shared_ptr<JobQueue> queue) {
        timer_.emplace(asio::get_associated_executor(resume), deadline);
        handler_.emplace(std::move(resume));  // no assignment: that of Boost 1.81 recurses for ever
        timer_->async_wait(
            [self = shared_from_this(), queue = std::move(queue)](boost::system::error_code stopped) {
                if (!stopped) queue->give_up(self);
            });
    }

    void finish(std::exception_ptr error) override {
        asio::post(timer_->get_executor(), [self = shared_from_this(), error = std::move(error)] {
            self->timer_
                .reset();  // here, on its own executor: a pool thread may hold the job for a moment longer
            Handler resume{std::move(*self->handler_)};
            self->handler_.reset();
            std::move(resume)(error);
        });
    }

private:
    std::optional<Handler> handler_;
    std::optional<asio::steady_timer> timer_;
};

}  // namespace

class Database::Pool {
public:
    Pool(DatabaseOptions options, PublishEvents publish)
        : options_(std::move(options)),
          publish_(std::move(publish)),
          queue_(std::make_shared<JobQueue>(options_.queue, options_.jobs_per_transaction)) {
        for (std::size_t i = 0; i < options_.connections; ++i) {
            threads_.emplace_back([this] { Worker{options_, publish_, *queue_, counters_}.run(); });
        }
    }

    ~Pool() {
        queue_->stop();
        for (std::thread& thread : threads_)
            thread.join();
    }

    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    void push(const JobPtr& job) {
        if (queue_->push(job)) return;
        queue_->settle(
            *job, std::make_exception_ptr(Refusal{ErrorCode::overloaded, {}, "the database queue is full"}));
    }

    asio::awaitable<void> await(std::shared_ptr<AwaitedJob> job) {
        // The coroutine's frame keeps no hold of the job, since the job holds the frame.
        auto begin = [this, job = std::move(job)](auto resume) mutable {
            const auto begun = std::move(job);
            begun->await(std::move(resume), queue_);
            push(begun);
        };
        return asio::async_initiate<const asio::use_awaitable_t<>, void(std::exception_ptr)>(
            std::move(begin), asio::use_awaitable);
    }

    void wait(const std::shared_ptr<BlockingJob>& job) {
        std::future<void> outcome = job->outcome();
        push(job);
        if (outcome.wait_until(job->deadline) == std::future_status::timeout) queue_->give_up(job);
        outcome.get();
    }

    [[nodiscard]] Job::Clock::time_point deadline(Deadline own = std::nullopt) const {
        return Job::Clock::now() + own.value_or(options_.deadline);
    }

    [[nodiscard]] Figures figures() const {
        const JobQueue::Figures jobs = queue_->figures();
        return {jobs.waiting,      jobs.running,     counters_.connected,
                counters_.commits, counters_.writes, counters_.retries};
    }

private:
    const DatabaseOptions options_;
    const PublishEvents publish_;
    Counters counters_;
    std::shared_ptr<JobQueue> queue_;
    std::vector<std::thread> threads_;
};

Database::Database(DatabaseOptions options, PublishEvents publish)
    : pool_(std::make_unique<Pool>(std::move(options), std::move(publish))) {}

Database::~Database() = default;

asio::awaitable<void> Database::await(std::string key, WriteWork work, Deadline deadline) {
    return pool_->await(
        std::make_shared<AwaitedJob>(std::move(key), std::move(work), pool_->deadline(deadline)));
}

asio::awaitable<void> Database::commit(std::string key, JointWritePtr item) {
    return pool_->await(std::make_shared<AwaitedJob>(std::move(key), std::move(item), pool_->deadline()));
}

asio::awaitable<void> Database::read(std::string key, JointReadPtr item) {
    return pool_->await(std::make_shared<AwaitedJob>(std::move(key), std::move(item), pool_->deadline()));
}

asio::awaitable<void> Database::await(ReadWork work, Deadline deadline) {
    return pool_->await(std::make_shared<AwaitedJob>(std::move(work), pool_->deadline(deadline)));
}

void Database::wait(WriteWork work) {
    pool_->wait(std::make_shared<BlockingJob>(std::string{}, std::move(work), pool_->deadline()));
}

void Database::wait(ReadWork work) {
    pool_->wait(std::make_shared<BlockingJob>(std::move(work), pool_->deadline()));
}

Database::Figures Database::figures() const { return pool_->figures(); }

}  // namespace plein::storage
