/// Commands of the built binary on a database of a test's own.
#pragma once

#include "tests/support/command.hpp"
#include "tests/support/storage_fixture.hpp"

#include <gmock/gmock.h>

namespace plein::test {

class CommandTest : public StorageTest {
protected:
    Outcome plein(const std::vector<std::string>& words, const std::string& input = {}) {
        return run_plein(words, settings, input);
    }

    /// Status 1, nothing printed, and one sentence on standard error with `reason` in it.
    static void expect_refused(const Outcome& outcome, const std::string& reason) {
        EXPECT_EQ(outcome.status, 1);
        EXPECT_EQ(outcome.out, "");
        EXPECT_THAT(outcome.err, testing::AllOf(testing::StartsWith("plein: "), testing::HasSubstr(reason)));
        EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1) << outcome.err;
    }

    Settings settings{{"PLEIN_DATABASE_URL", test_database.server_url()},
                      {"PLEIN_DATABASE_OWNER_URL", test_database.owner_url()},
                      {"PLEIN_PASSWORDS_MEMORY_MIB", "8"},
                      {"PLEIN_PASSWORDS_PASSES", "1"}};
};

}  // namespace plein::test
