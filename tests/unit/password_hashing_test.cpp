#include "protocol/errors.hpp"
#include "server/features/passwords.hpp"
#include "tests/support/io_thread.hpp"

#include <gtest/gtest.h>

namespace plein::features {
namespace {

class PasswordHashing : public testing::Test {
protected:
    test::IoThread io;
    Passwords passwords{{.memory_mib = 8, .passes = 1, .threads = 1, .queue = 3}};

    bool matches(std::optional<std::string> hash, const std::string& password) {
        return io.start(passwords.verify(std::move(hash), password)).get();
    }
};

TEST_F(PasswordHashing, TheRightPasswordMatchesAndNoOther) {
    const std::string hash = io.start(passwords.hash("kleine blauwe fiets")).get();
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_TRUE(matches(hash, "kleine blauwe fiets"));
    EXPECT_FALSE(matches(hash, "kleine blauwe fiet"));
    EXPECT_FALSE(matches(hash, ""));
}

TEST_F(PasswordHashing, NothingMatchesAnAccountWithoutAPassword) {
    EXPECT_FALSE(matches(std::nullopt, "no account has this password"));
}

TEST_F(PasswordHashing, TheSamePasswordHashesDifferentlyEachTime) {
    EXPECT_NE(passwords.hash_now("kleine blauwe fiets"), passwords.hash_now("kleine blauwe fiets"));
}

TEST_F(PasswordHashing, AStormBeyondTheQueueIsRefusedAndTheRestIsServed) {
    std::vector<std::future<std::string>> storm;
    for (int i = 0; i < 50; ++i)
        storm.push_back(io.start(passwords.hash("kleine blauwe fiets")));
    int served = 0;
    int refused = 0;
    for (auto& each : storm) {
        try {
            each.get();
            ++served;
        } catch (const Refusal& refusal) {
            EXPECT_EQ(refusal.code, ErrorCode::overloaded);
            ++refused;
        }
    }
    EXPECT_GE(served, 3);
    EXPECT_GT(refused, 0);
    EXPECT_EQ(io.start(passwords.hash("after the storm")).get().empty(), false);
}

}  // namespace
}  // namespace plein::features
