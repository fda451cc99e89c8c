#include "storage/job_queue.hpp"

#include "protocol/errors.hpp"
#include "tests/support/until.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace plein::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class NamedJob final : public Job {
public:
    NamedJob(std::string name, std::string key)
        : Job(std::move(key), [](Transaction&) {}, Clock::time_point::max()), name(std::move(name)) {}

    void finish(std::exception_ptr error) override {
        ++times_finished;
        try {
            if (error) std::rethrow_exception(error);
        } catch (const Refusal& refusal) {
            code = refusal.code;
        }
    }

    const std::string name;
    int times_finished = 0;
    std::optional<ErrorCode> code;
};

/// Ends as its deadline comes in the same moment.
class LateJob final : public Job {
public:
    explicit LateJob(std::function<void()> finished)
        : Job(std::string{}, [](Transaction&) {}, Clock::time_point::max()), finished_(std::move(finished)) {}
    void finish(std::exception_ptr) override { finished_(); }

private:
    std::function<void()> finished_;
};

class Queue : public testing::Test {
protected:
    JobQueue queue{4, 3};

    std::shared_ptr<NamedJob> push(const std::string& name, const std::string& key) {
        auto job = std::make_shared<NamedJob>(name, key);
        EXPECT_TRUE(queue.push(job));
        return job;
    }

    /// On a thread of its own; returns when it waits.
    std::future<void> gather(const Batch& batch, Job::Clock::duration at_most) {
        auto gathered = std::async(std::launch::async, [=, this] { queue.gather(batch, at_most); });
        EXPECT_TRUE(test::until([this] { return queue.figures().gathering == 1; }));
        return gathered;
    }

    static std::vector<std::string> names(const Batch& batch) {
        std::vector<std::string> all;
        for (const JobPtr& job : batch.jobs)
            all.push_back(static_cast<NamedJob&>(*job).name);
        return all;
    }
};

TEST_F(Queue, JobsOfOneKeyLeaveTogetherUpToTheBound) {
    for (const char* name : {"a", "b", "c", "d"})
        push(name, "tab:1");
    const Batch first = queue.take();
    EXPECT_THAT(names(first), ElementsAre("a", "b", "c"));
    queue.release(first);
    EXPECT_THAT(names(queue.take()), ElementsAre("d"));
}

TEST_F(Queue, JobsWithoutKeyLeaveAlone) {
    push("a", "");
    push("b", "");
    EXPECT_THAT(names(queue.take()), ElementsAre("a"));
    EXPECT_THAT(names(queue.take()), ElementsAre("b"));
}

TEST_F(Queue, AKeyIsOnOneThreadAtATimeAndOthersPassIt) {
    push("a", "tab:1");
    const Batch running = queue.take();
    push("b", "tab:1");
    push("c", "tab:2");
    EXPECT_THAT(names(queue.take()), ElementsAre("c"));
    queue.release(running);
    EXPECT_THAT(names(queue.take()), ElementsAre("b"));
}

TEST_F(Queue, ABusyKeyTakesTurnsWithTheOthers) {
    for (const char* name : {"a", "b"})
        push(name, "tab:1");
    const Batch running = queue.take();
    push("c", "tab:2");
    push("d", "tab:1");
    queue.release(running);
    EXPECT_THAT(names(queue.take()), ElementsAre("c"));
    EXPECT_THAT(names(queue.take()), ElementsAre("d"));
}

TEST_F(Queue, BehindSeveralItGathersAsManyAgain) {
    push("a", "tab:1");
    push("b", "tab:1");
    const Batch made = queue.take();
    push("c", "tab:1");
    auto gathered = gather(made, std::chrono::hours{1});
    push("d", "tab:1");
    EXPECT_EQ(queue.figures().gathering, 1u) << "a third one may come";
    push("e", "tab:1");
    gathered.get();
    queue.release(made);
    EXPECT_THAT(names(queue.take()), ElementsAre("c", "d", "e"));
}

TEST_F(Queue, ItGathersNoMoreThanLeaveTogether) {
    for (const char* name : {"a", "b", "c", "d"})
        push(name, "tab:1");
    const Batch made = queue.take();
    auto gathered = gather(made, std::chrono::hours{1});
    push("e", "tab:1");
    push("f", "tab:1");
    gathered.get();
}

TEST_F(Queue, ItGathersNoLongerThanAllowed) {
    push("a", "tab:1");
    push("b", "tab:1");
    const Batch made = queue.take();
    queue.gather(made, std::chrono::milliseconds{1});
    push("c", "tab:1");
    queue.release(made);
    EXPECT_THAT(names(queue.take()), ElementsAre("c"));
}

TEST_F(Queue, ItDoesNotGatherWhileOthersWaitForAThread) {
    push("a", "tab:1");
    push("b", "tab:1");
    const Batch made = queue.take();
    push("c", "tab:2");
    queue.gather(made, std::chrono::hours{1});
    queue.release(made);
    EXPECT_THAT(names(queue.take()), ElementsAre("c"));
}

TEST_F(Queue, WhoComesMeanwhileEndsAGatheringWhereNoThreadIsIdle) {
    push("a", "tab:1");
    push("b", "tab:1");
    const Batch made = queue.take();
    auto gathered = gather(made, std::chrono::hours{1});
    push("c", "tab:2");
    gathered.get();
}

TEST_F(Queue, StoppingEndsAGathering) {
    push("a", "tab:1");
    push("b", "tab:1");
    const Batch made = queue.take();
    auto gathered = gather(made, std::chrono::hours{1});
    const auto behind = push("c", "tab:1");
    queue.stop();
    gathered.get();
    EXPECT_EQ(behind->code, ErrorCode::overloaded);
}

TEST_F(Queue, PastItsBoundItTakesNoMoreUntilSomethingLeaves) {
    for (const char* name : {"a", "b", "c", "d"})
        push(name, name);
    EXPECT_FALSE(queue.push(std::make_shared<NamedJob>("e", "")));
    EXPECT_THAT(names(queue.take()), ElementsAre("a"));
    EXPECT_TRUE(queue.push(std::make_shared<NamedJob>("e", "")));
}

TEST_F(Queue, AJobGivenUpWhileItWaitsIsOverloadedAndLeavesNoTrace) {
    const auto alone = push("a", "");
    const auto keyed = push("b", "tab:1");
    const auto stays = push("c", "tab:2");
    queue.give_up(alone);
    queue.give_up(keyed);
    EXPECT_EQ(alone->code, ErrorCode::overloaded);
    EXPECT_EQ(keyed->code, ErrorCode::overloaded);
    EXPECT_EQ(queue.figures().waiting, 1u);
    EXPECT_THAT(names(queue.take()), ElementsAre("c"));
    push("d", "tab:1");
    EXPECT_THAT(names(queue.take()), ElementsAre("d"));
}

TEST_F(Queue, AJobGivenUpBehindARunningOneOfItsKeyIsDropped) {
    push("a", "tab:1");
    const Batch running = queue.take();
    const auto behind = push("b", "tab:1");
    queue.give_up(behind);
    queue.release(running);
    push("c", "tab:1");
    EXPECT_THAT(names(queue.take()), ElementsAre("c"));
}

TEST_F(Queue, AWriteGivenUpWhileItRunsIsOutcomeUnknownAndItsLateResultDropped) {
    const auto job = push("a", "");
    const Batch running = queue.take();
    queue.give_up(job);
    queue.settle(*job, nullptr);
    EXPECT_EQ(job->code, ErrorCode::outcome_unknown);
    EXPECT_EQ(job->times_finished, 1);
}

TEST_F(Queue, ADeadlineAfterTheEndChangesNothing) {
    const auto job = push("a", "");
    queue.release(queue.take());
    queue.settle(*job, nullptr);
    queue.give_up(job);
    EXPECT_EQ(job->code, std::nullopt);
    EXPECT_EQ(job->times_finished, 1);
}

TEST_F(Queue, StoppingRefusesWhatWaitsAndWakesThreads) {
    push("a", "tab:1");
    const Batch running = queue.take();
    const auto behind = push("b", "tab:1");
    const auto other = push("c", "");
    std::thread pauses{[this] { EXPECT_FALSE(queue.pause(std::chrono::hours{1})); }};
    queue.stop();
    pauses.join();
    EXPECT_EQ(behind->code, ErrorCode::overloaded);
    EXPECT_EQ(other->code, ErrorCode::overloaded);
    queue.release(running);
    EXPECT_THAT(queue.take().jobs, IsEmpty());
    EXPECT_FALSE(queue.push(std::make_shared<NamedJob>("d", "")));
}

TEST_F(Queue, ADeadlineThatComesWhileItStopsEndsNothingTwice) {
    std::shared_ptr<NamedJob> behind;
    ASSERT_TRUE(queue.push(std::make_shared<LateJob>([&] { queue.give_up(behind); })));
    behind = push("a", "tab:1");
    queue.stop();
    EXPECT_EQ(behind->times_finished, 1);
    EXPECT_EQ(behind->code, ErrorCode::overloaded);
}

}  // namespace
}  // namespace plein::storage
