#include "server/jobs/jobs.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace plein::jobs {

namespace {

struct Job {
    Jobs::Figures figures;
    std::function<std::int64_t()> run;
};

}  // namespace

class Jobs::Worker {
public:
    Worker(storage::Database& database, JobOptions options) : interval_(options.interval) {
        add("expire_sessions", [&database] { return expire_sessions(database); });
        add("retain_events",
            [&database, days = options.event_days] { return retain_events(database, days); });
        add("purge_posts", [&database] { return purge_posts(database); });
        add("purge_comments", [&database] { return purge_comments(database); });
        add("count_reactions", [&database] { return count_reactions(database); });
        add("publish_due_posts", [&database] { return publish_due_posts(database); });
        add("close_due_polls", [&database] { return close_due_polls(database); });
        add("tell_overdue_questions", [&database] { return tell_overdue_questions(database); });
        add("accept_settled_answers", [&database] { return accept_settled_answers(database); });
        add("part_lost_questions", [&database] { return part_lost_questions(database); });
        add("tell_news_to_confirm", [&database] { return tell_news_to_confirm(database); });
        add("tell_new_posts", [&database] { return tell_new_posts(database); });
        add("tell_decided_ideas", [&database] { return tell_decided_ideas(database); });
        add("tell_changed_events", [&database] { return tell_changed_events(database); });
        add("end_emergency_accesses", [&database] { return end_emergency_accesses(database); });
        add("retain_notifications", [&database] { return retain_notifications(database); });
        add("forget_old_drafts", [&database] { return forget_old_drafts(database); });
        add("forget_failed_posts", [&database] { return forget_failed_posts(database); });
        add("forget_old_previews", [&database] { return forget_old_previews(database); });
        add("forget_sign_in_traces", [&database] { return forget_sign_in_traces(database); });
        thread_ = std::jthread{[this](const std::stop_token& stop) { work(stop); }};
    }

    [[nodiscard]] std::vector<Figures> figures() const {
        const std::lock_guard lock{mutex_};
        std::vector<Figures> all;
        for (const Job& job : jobs_)
            all.push_back(job.figures);
        return all;
    }

private:
    void add(std::string name, std::function<std::int64_t()> run) {
        jobs_.push_back({{.name = std::move(name)}, std::move(run)});
    }

    void work(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            for (Job& job : jobs_)
                turn(job, stop);
            std::unique_lock lock{mutex_};
            waker_.wait_for(lock, stop, interval_, [] { return false; });
        }
    }

    /// In batches, so that no transaction holds locks for long.
    void turn(Job& job, const std::stop_token& stop) {
        try {
            std::int64_t done = batch;
            while (done == batch && !stop.stop_requested()) {
                done = job.run();
                const std::lock_guard lock{mutex_};
                job.figures.items += static_cast<std::uint64_t>(done);
            }
            const std::lock_guard lock{mutex_};
            ++job.figures.runs;
        } catch (const std::exception& fault) {
            spdlog::warn("job {} failed and is tried again in {} s: {}", job.figures.name, interval_.count(),
                         fault.what());
            const std::lock_guard lock{mutex_};
            ++job.figures.failures;
        }
    }

    std::chrono::seconds interval_;
    std::vector<Job> jobs_;
    mutable std::mutex mutex_;
    std::condition_variable_any waker_;
    std::jthread thread_;  // last: it uses all the others
};

Jobs::Jobs(storage::Database& database, JobOptions options)
    : worker_(std::make_unique<Worker>(database, options)) {}
Jobs::~Jobs() = default;

std::vector<Jobs::Figures> Jobs::figures() const { return worker_->figures(); }

}  // namespace plein::jobs
