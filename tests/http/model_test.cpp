// Snapshot + events = a fresh snapshot: whatever people do, whoever listens knows exactly what a new page would show.
#include "tests/support/model_client.hpp"
#include "tests/support/random_actions.hpp"
#include "tests/support/until.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>

namespace plein::test {
namespace {

struct Run {
    std::uint64_t seed;
    bool redis;
    friend void PrintTo(const Run& run, std::ostream* out) {
        *out << "Seed" << run.seed << (run.redis ? "" : "WithoutRedis");
    }
};

class ModelOfEveryone : public testing::TestWithParam<Run> {
protected:
    /// Everybody who may sign in has a page open, on one node or the other.
    void open_pages() {
        for (const PersonId person : actions.active()) {
            if (pages.contains(person)) continue;
            const auto nodes = [this, first = pages.size()] {
                return std::vector{plein.port(first % plein.size()), plein.port((first + 1) % plein.size())};
            };
            pages.emplace(person, ModelClient{nodes, plein.session_of(person)});
        }
    }

    /// Every page comes to what a fresh one shows.
    void compare_all() {
        ASSERT_TRUE(until([&] { return plein.are_reactions_counted(); })) << report({});
        std::erase_if(pages, [&](const auto& page) { return !may_still_listen(page.first, page.second); });
        for (auto& [person, page] : pages) {
            Device device = plein.device(person, person.value % plein.size());
            const Model fresh = Model::read(device);
            ASSERT_TRUE(page.converge_with(fresh)) << page.behind(fresh) << report(person);
            ASSERT_EQ(page.model().to_json(), fresh.to_json()) << report(person);
            ASSERT_TRUE(page.complaints().empty()) << page.complaints().front() << report(person);
        }
    }

    /// Not after a suspension, nor with a session of before it.
    bool may_still_listen(PersonId person, const ModelClient& page) {
        return std::ranges::count(actions.active(), person) > 0 && page.token() == plein.session_of(person);
    }

    std::string report(PersonId person) const {
        std::string text = fmt::format("\nperson {}, PLEIN_TEST_SEED={}, after:\n", person.value, seed);
        const auto& done = actions.done();
        for (std::size_t i = done.size() > 40 ? done.size() - 40 : 0; i < done.size(); ++i)
            text += done[i] + "\n";
        return text;
    }

    const std::uint64_t seed = seed_of_run(GetParam().seed);
    Deployment plein{
        {.nodes = 2, .redis = GetParam().redis, .settings = {{"PLEIN_LIVE_SWEEP_INTERVAL_MS", "100"}}}};
    RandomActions actions{plein, seed};
    std::map<PersonId, ModelClient> pages;
};

TEST_P(ModelOfEveryone, EqualsAFreshReadAfterAnythingThatPeopleDo) {
    for (int round = 0; round < 12; ++round) {
        open_pages();
        for (int i = 0; i < 20; ++i)
            ASSERT_NO_THROW(actions.step()) << report({});
        compare_all();
        if (HasFatalFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(, ModelOfEveryone, testing::Values(Run{1, true}, Run{2, true}, Run{3, false}),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace plein::test
