// The link with which somebody chooses a password: once, in time, for the right person.
#include "server/features/activation.hpp"
#include "server/features/managed_accounts.hpp"
#include "tests/support/account_fixture.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

constexpr const char* chosen_password = "regen op de dijk";

class Activations : public AccountTest {
protected:
    std::string make_link(PersonId person) {
        return act(town.administrator, make_activation, MakeActivation{person}).token;
    }
    Activation open_link(Device& device, const std::string& token) {
        return io.start(open_activation(edge, device.call, OpenActivation{{token}})).get();
    }
    Me use_link(Device& device, const std::string& token, const std::string& password = chosen_password) {
        const Me me = io.start(activate(edge, passwords, device.call, Activate{{token}, {password}})).get();
        device.keep_cookies();
        return me;
    }
    std::optional<ErrorCode> use_refused(const std::string& token) {
        Device device = device_at("10.0.0.9");
        return refusal_of([&] { use_link(device, token); });
    }
    std::optional<ErrorCode> open_refused(const std::string& token) {
        Device device = device_at("10.0.0.9");
        return refusal_of([&] { open_link(device, token); });
    }

    Device phone = device_at("10.0.0.1");
};

TEST_F(Activations, ALinkSaysWhoseItIsAndSignsInWithTheChosenPassword) {
    const std::string token = make_link(town.member);
    const Activation shown = open_link(phone, token);
    EXPECT_EQ(shown.name, "member");
    EXPECT_EQ(shown.organisation, "Test");
    EXPECT_THAT(shown.logins, ElementsAre("member@example.org"));
    EXPECT_FALSE(phone.call.session_token) << "to see it opens nothing";
    EXPECT_EQ(use_link(phone, token).person.id, town.member);
    EXPECT_TRUE(is_signed_in(phone));
    Device laptop = device_at("10.0.0.2");
    sign_in(laptop, "member@example.org", chosen_password);
    EXPECT_EQ(sign_in_refused(laptop, "member@example.org", right_password), ErrorCode::sign_in_failed);
}

TEST_F(Activations, WorksOnce) {
    const std::string token = make_link(town.member);
    use_link(phone, token);
    EXPECT_EQ(use_refused(token), ErrorCode::not_found);
    EXPECT_EQ(open_refused(token), ErrorCode::not_found);
}

TEST_F(Activations, EndsTheSessionsOfBefore) {
    Device lost = device_at("10.0.0.3");
    const Me before = sign_in(lost, "member@example.org");
    use_link(phone, make_link(town.member));
    EXPECT_FALSE(is_signed_in(lost));
    EXPECT_TRUE(is_signed_in(phone));
    std::vector<SessionId> ended;
    for (const auto& event : published.events()) {
        if (event.ends) ended.push_back(*event.ends);
    }
    EXPECT_THAT(ended, ElementsAre(before.session));
}

TEST_F(Activations, ANewLinkEndsTheOneBeforeIt) {
    const std::string first = make_link(town.member);
    const std::string second = make_link(town.member);
    EXPECT_EQ(use_refused(first), ErrorCode::not_found);
    EXPECT_EQ(use_refused(second), std::nullopt);
}

TEST_F(Activations, AWithdrawnAnExpiredAndAMadeUpLinkGetOneAnswer) {
    const std::string withdrawn = make_link(town.stranger);
    act(town.administrator, withdraw_activation, WithdrawActivation{town.stranger});
    const std::string expired = make_link(town.member);
    run_sql(test_database, "UPDATE activations SET expires_at = now()");
    for (const std::string& token : {withdrawn, expired, std::string{"made-up"}}) {
        EXPECT_EQ(open_refused(token), ErrorCode::not_found);
        EXPECT_EQ(use_refused(token), ErrorCode::not_found);
    }
}

TEST_F(Activations, OfASuspendedPersonIsClosedUntilTheSuspensionEnds) {
    const std::string token = make_link(town.member);
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    EXPECT_EQ(open_refused(token), ErrorCode::not_found);
    EXPECT_EQ(use_refused(token), ErrorCode::not_found);
    EXPECT_EQ(refused(town.administrator, make_activation, MakeActivation{town.member}), ErrorCode::conflict);
    act(town.administrator, reinstate_person, ReinstatePerson{town.member});
    EXPECT_EQ(use_refused(token), std::nullopt);
}

TEST_F(Activations, AWeakPasswordLeavesTheLinkAsItWas) {
    const std::string token = make_link(town.member);
    for (const char* weak : {"welkom01", "Member@Example.org"}) {
        EXPECT_EQ(refusal_of([&] { use_link(phone, token, weak); }), ErrorCode::weak_password);
    }
    EXPECT_EQ(use_refused(token), std::nullopt);
}

TEST_F(Activations, FiftyAtOnceOnTwoNodesLetOneIn) {
    const std::string token = make_link(town.member);
    const auto other_node = open();
    Edge other_edge{*other_node, {"Test"}};
    std::vector<net::Call> calls(50);
    std::vector<std::future<Me>> tries;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        calls[i].remote_address = "10.0.1." + std::to_string(i);
        Activate request{{token}, {chosen_password}};
        tries.push_back(
            io.start(activate(i % 2 ? edge : other_edge, passwords, calls[i], std::move(request))));
    }
    int in = 0;
    for (auto& attempt : tries) {
        const auto refusal = refusal_of(attempt);
        if (!refusal)
            ++in;
        else
            EXPECT_EQ(*refusal, ErrorCode::not_found);
    }
    EXPECT_EQ(in, 1);
    const auto sessions = look(town.administrator, list_account_sessions, ListAccountSessions{town.member});
    EXPECT_EQ(sessions.items.size(), 1u);
}

TEST_F(Activations, GuessingMeetsTheBrakeOfSigningIn) {
    std::optional<ErrorCode> answer = ErrorCode::not_found;
    for (int i = 0; i < 400 && answer == ErrorCode::not_found; ++i)
        answer = open_refused("guess " + std::to_string(i));
    EXPECT_EQ(answer, ErrorCode::too_many_requests);
    Device same_address = device_at("10.0.0.9");
    EXPECT_EQ(sign_in_refused(same_address, "member@example.org", right_password),
              ErrorCode::too_many_requests);
}

TEST_F(Activations, IsMadeByAdministratorsAloneAndForSomebody) {
    for (const PersonId who : {town.owner, town.moderator, town.member, town.guest, town.stranger}) {
        EXPECT_EQ(refused(who, make_activation, MakeActivation{who}), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, make_activation, MakeActivation{town.administrator}), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, withdraw_activation, WithdrawActivation{who}), ErrorCode::forbidden);
    }
    EXPECT_EQ(refused(town.administrator, make_activation, MakeActivation{town.administrator}),
              ErrorCode::forbidden);
    EXPECT_EQ(refused(town.administrator, make_activation, MakeActivation{PersonId{9999}}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.administrator, withdraw_activation, WithdrawActivation{PersonId{9999}}),
              ErrorCode::not_found);
}

TEST_F(Activations, IsKeptAsAHashOnly) {
    const std::string token = make_link(town.member);
    EXPECT_EQ(token.size(), 43u);
    const auto rows = run_sql(test_database, "SELECT token_hash FROM activations");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0][0].as<std::string>(), access::hash_token(token));
    EXPECT_EQ(log_lines_with(token), 0);
}

}  // namespace
}  // namespace plein::test
