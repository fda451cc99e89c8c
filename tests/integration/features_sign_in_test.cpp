#include "tests/support/account_fixture.hpp"

namespace plein::test {
namespace {

class SigningIn : public AccountTest {
protected:
    /// The first answer that is not sign_in_failed, and after how many tries it came.
    std::pair<int, std::optional<ErrorCode>> guess(Device& device, const std::string& login, int tries) {
        for (int i = 0; i < tries; ++i) {
            const auto answer = sign_in_refused(device, login, "a wrong guess");
            if (answer != ErrorCode::sign_in_failed) return {i, answer};
        }
        return {tries, ErrorCode::sign_in_failed};
    }
};

TEST_F(SigningIn, WorksWithAnAddressInAnyCaseAndWithAPersonnelNumber) {
    run_sql(test_database, "UPDATE people SET personnel_number = '40217' WHERE name = 'member'");
    Device device = device_at("10.0.0.1");
    EXPECT_EQ(sign_in(device, "Member@Example.ORG").person.name, "member");
    EXPECT_EQ(sign_in(device, "40217").person.name, "member");
}

TEST_F(SigningIn, AnswersAnUnknownLoginAWrongPasswordAndASuspendedAccountAlike) {
    act(town.administrator, features::suspend_person, SuspendPerson{town.member});
    Device device = device_at("10.0.0.1");
    EXPECT_EQ(sign_in_refused(device, "nobody@example.org", right_password), ErrorCode::sign_in_failed);
    EXPECT_EQ(sign_in_refused(device, "owner@example.org", "wrong"), ErrorCode::sign_in_failed);
    EXPECT_EQ(sign_in_refused(device, "member@example.org", right_password), ErrorCode::sign_in_failed);
    EXPECT_TRUE(device.call.set_cookies.empty());
}

TEST_F(SigningIn, AnAccountWithoutAPasswordOpensForNone) {
    run_sql(test_database, "UPDATE people SET password_hash = NULL WHERE name = 'member'");
    Device device = device_at("10.0.0.1");
    EXPECT_EQ(sign_in_refused(device, "member@example.org", right_password), ErrorCode::sign_in_failed);
}

TEST_F(SigningIn, MakesANewTokenEachTime) {
    Device device = device_at("10.0.0.1");
    sign_in(device, "member@example.org");
    const auto first = device.call.session_token;
    sign_in(device, "member@example.org");
    EXPECT_NE(device.call.session_token, first);
    EXPECT_GE(first->size(), 43u);
}

TEST_F(SigningIn, GuessingIsBrakedWhateverTheAddress) {
    int tries = 0;
    std::optional<ErrorCode> answer;
    for (; tries < 30 && answer != ErrorCode::too_many_requests; ++tries) {
        Device device = device_at("10.0.0." + std::to_string(tries));
        answer = sign_in_refused(device, "member@example.org", "a wrong guess");
    }
    EXPECT_LE(tries, 12);
    Device stranger = device_at("10.1.0.1");
    EXPECT_EQ(sign_in_refused(stranger, "MEMBER@example.org", right_password), ErrorCode::too_many_requests);
    EXPECT_EQ(sign_in_refused(stranger, "owner@example.org", "wrong"), ErrorCode::sign_in_failed);
}

TEST_F(SigningIn, AnUnknownLoginIsBrakedLikeAKnownOne) {
    Device device = device_at("10.0.0.1");
    const auto known = guess(device, "member@example.org", 30);
    const auto unknown = guess(device, "nobody@example.org", 30);
    EXPECT_EQ(known, unknown);
    EXPECT_EQ(known.second, ErrorCode::too_many_requests);
}

TEST_F(SigningIn, AKnownDeviceIsNotLockedOutByTheGuessesOfOthers) {
    Device own = device_at("10.0.0.1");
    sign_in(own, "member@example.org");
    Device guesser = device_at("10.6.6.6");
    EXPECT_EQ(guess(guesser, "member@example.org", 30).second, ErrorCode::too_many_requests);
    EXPECT_EQ(sign_in(own, "member@example.org").person.name, "member");
}

TEST_F(SigningIn, AKnownDeviceIsBrakedItselfAndKnownForItsPersonOnly) {
    Device own = device_at("10.0.0.1");
    sign_in(own, "member@example.org");
    EXPECT_EQ(guess(own, "member@example.org", 30).second, ErrorCode::too_many_requests);
    Device guesser = device_at("10.6.6.6");
    guess(guesser, "owner@example.org", 30);
    EXPECT_EQ(sign_in_refused(own, "owner@example.org", right_password), ErrorCode::too_many_requests);
}

TEST_F(SigningIn, ARefusalSaysWhenToComeBack) {
    Device device = device_at("10.0.0.1");
    guess(device, "member@example.org", 30);
    try {
        sign_in(device, "member@example.org");
        FAIL() << "the brake let it through";
    } catch (const Refusal& refusal) {
        EXPECT_GT(refusal.retry_after_seconds.value_or(0), 0);
        EXPECT_LE(*refusal.retry_after_seconds, 60);
    }
}

TEST_F(SigningIn, SuccessesAreNotBraked) {
    Device device = device_at("10.0.0.1");
    for (int i = 0; i < 15; ++i)
        sign_in(device, "member@example.org");
}

TEST_F(SigningIn, WhatWasTypedAsALoginIsNotKept) {
    Device device = device_at("10.0.0.1");
    sign_in_refused(device, "my-password-by-mistake", "x");
    const auto kept = run_sql(test_database, "SELECT count(*) FROM throttles WHERE key LIKE '%mistake%'");
    EXPECT_EQ(kept[0][0].as<int>(), 0);
}

}  // namespace
}  // namespace plein::test
