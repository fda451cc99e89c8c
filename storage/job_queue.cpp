#include "storage/job_queue.hpp"

#include "protocol/errors.hpp"

#include <algorithm>

namespace plein::storage {
namespace {

std::exception_ptr refusal(ErrorCode code, const char* detail) {
    return std::make_exception_ptr(Refusal{code, {}, detail});
}

}  // namespace

bool JobQueue::push(const JobPtr& job) {
    const std::lock_guard lock{mutex_};
    if (stopping_ || figures_.waiting >= most_waiting_) return false;
    ++figures_.waiting;
    std::shared_ptr<Lane> alone;
    std::shared_ptr<Lane>& lane = job->key.empty() ? alone : keyed_[job->key];
    const bool made = !lane;
    if (made) lane = std::make_shared<Lane>(job->key);
    lane->waiting.push_back(job);
    job->lane_ = lane;
    if (made) make_ready(lane);
    if (lane->waiting.size() == lane->awaited) gathered_or_stopped_.notify_all();
    return true;
}

Batch JobQueue::take() {
    std::unique_lock lock{mutex_};
    ++idle_;
    ready_or_stopped_.wait(lock, [this] { return stopping_ || !ready_.empty(); });
    --idle_;
    if (stopping_) return {};
    Batch batch{ready_.front(), {}};
    ready_.pop_front();
    auto& waiting = batch.lane->waiting;
    while (!waiting.empty() && batch.jobs.size() < most_together_) {
        waiting.front()->stage_ = Job::Stage::running;
        waiting.front()->lane_.reset();
        batch.jobs.push_back(std::move(waiting.front()));
        waiting.pop_front();
    }
    batch.lane->running = true;
    figures_.waiting -= batch.jobs.size();
    figures_.running += batch.jobs.size();
    return batch;
}

void JobQueue::release(const Batch& batch) {
    const std::lock_guard lock{mutex_};
    figures_.running -= batch.jobs.size();
    batch.lane->running = false;
    if (!batch.lane->waiting.empty()) {
        make_ready(batch.lane);
    } else if (!batch.lane->key.empty()) {
        keyed_.erase(batch.lane->key);
    }
}

void JobQueue::gather(const Batch& batch, Job::Clock::duration at_most) {
    std::unique_lock lock{mutex_};
    Lane& lane = *batch.lane;
    lane.awaited = std::min(batch.jobs.size() + lane.waiting.size(), most_together_);
    ++figures_.gathering;
    gathered_or_stopped_.wait_for(lock, at_most, [&] {
        return stopping_ || ready_.size() > idle_ || lane.waiting.size() >= lane.awaited;
    });
    --figures_.gathering;
    lane.awaited = 0;
}

void JobQueue::settle(Job& job, std::exception_ptr error) {
    {
        const std::lock_guard lock{mutex_};
        if (job.stage_ == Job::Stage::settled) return;
        job.stage_ = Job::Stage::settled;
    }
    job.finish(std::move(error));
}

void JobQueue::give_up(const JobPtr& job) {
    bool began = false;
    {
        const std::lock_guard lock{mutex_};
        if (job->stage_ == Job::Stage::settled) return;
        began = job->stage_ == Job::Stage::running;
        if (!began) remove_waiting(job);
        job->stage_ = Job::Stage::settled;
    }
    if (began && job->write) {
        job->finish(refusal(ErrorCode::outcome_unknown, "the deadline passed while the write was running"));
    } else {
        job->finish(
            refusal(ErrorCode::overloaded, began ? "the deadline passed while the read was running"
                                                 : "the deadline passed before a database thread was free"));
    }
}

void JobQueue::stop() {
    std::vector<JobPtr> refused;
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
        for (const auto& lane : ready_)
            std::ranges::copy(lane->waiting, std::back_inserter(refused));
        for (const auto& [key, lane] : keyed_) {
            if (lane->running) std::ranges::copy(lane->waiting, std::back_inserter(refused));
        }
        for (const JobPtr& job : refused) {
            remove_waiting(job);
            job->stage_ = Job::Stage::settled;  // here: a deadline that comes now finds it in no lane
        }
    }
    ready_or_stopped_.notify_all();
    gathered_or_stopped_.notify_all();
    stopped_.notify_all();
    for (const JobPtr& job : refused)
        job->finish(refusal(ErrorCode::overloaded, "the server stops"));
}

bool JobQueue::pause(Job::Clock::duration duration) {
    std::unique_lock lock{mutex_};
    return !stopped_.wait_for(lock, duration, [this] { return stopping_; });
}

JobQueue::Figures JobQueue::figures() const {
    const std::lock_guard lock{mutex_};
    return figures_;
}

void JobQueue::make_ready(const std::shared_ptr<Lane>& lane) {
    ready_.push_back(lane);
    ready_or_stopped_.notify_one();
    if (ready_.size() > idle_) gathered_or_stopped_.notify_all();
}

/// Looks through at most `most_waiting` entries; only deadlines and stopping come here.
void JobQueue::remove_waiting(const JobPtr& job) {
    const std::shared_ptr<Lane> lane = job->lane_.lock();
    job->lane_.reset();
    --figures_.waiting;
    std::erase(lane->waiting, job);
    if (!lane->waiting.empty() || lane->running) return;
    std::erase(ready_, lane);
    if (!lane->key.empty()) keyed_.erase(lane->key);
}

}  // namespace plein::storage
