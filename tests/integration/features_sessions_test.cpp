#include "tests/support/account_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::AllOf;

class Sessions : public AccountTest {
protected:
    Device signed_in(const std::string& login, const std::string& address = "10.0.0.1") {
        Device device = device_at(address);
        sign_in(device, login);
        return device;
    }
    SessionList listed(const Device& device) {
        return database->read_now([&](Snapshot& snapshot) {
            const auto viewer = access::identify(snapshot, access::hash_token(*device.call.session_token));
            return list_sessions(snapshot, viewer, {});
        });
    }
    SessionId current(const Device& device) {
        for (const Session& session : listed(device).items) {
            if (session.current) return session.id;
        }
        return {};
    }
    Me see_me(Device& device) { return io.start(features::see_me(edge, device.call)).get(); }
    void last_seen_days_ago(int days) {
        run_sql(test_database, "UPDATE sessions SET last_seen_at = now() - interval '" +
                                   std::to_string(days) + " days', expires_at = now() + interval '" +
                                   std::to_string(30 - days) + " days'");
    }
    double days_left() {
        return run_sql(test_database,
                       "SELECT extract(epoch FROM expires_at - now()) / 86400 FROM sessions")[0][0]
            .as<double>();
    }
    static boost::asio::awaitable<net::Answer> choose_dark(const net::Router& routes, net::Call call) {
        const auto found = routes.find(Method::put, "/api/me/preferences");
        std::string body = R"({"language":"nl","theme":"dark"})";
        co_return co_await found.route->handle(call, {}, {}, std::move(body));
    }
    void end(const Device& device, SessionId session) {
        database->commit_now([&](Transaction& tx) {
            const auto viewer = access::identify(tx, access::hash_token(*device.call.session_token));
            return end_session(tx, viewer, {session});
        });
    }
};

TEST_F(Sessions, OnlyOwnOnesAreListedAndOneIsCurrent) {
    const Device phone = signed_in("member@example.org");
    const Device laptop = signed_in("member@example.org");
    signed_in("owner@example.org");
    const auto sessions = listed(phone).items;
    ASSERT_EQ(sessions.size(), 2u);
    EXPECT_FALSE(sessions[0].current);
    EXPECT_TRUE(sessions[1].current);
    EXPECT_EQ(sessions[0].id, current(laptop));
}

TEST_F(Sessions, AnEndedOneOpensNothingMoreAndItsConnectionsAreTold) {
    const Device phone = signed_in("member@example.org");
    const Device laptop = signed_in("member@example.org");
    const SessionId ended = current(phone);
    end(laptop, ended);
    EXPECT_FALSE(is_signed_in(phone));
    EXPECT_TRUE(is_signed_in(laptop));
    const auto last = published.events().back();
    EXPECT_EQ(last.stream, user_stream(town.member));
    EXPECT_EQ(last.ends, ended);
}

TEST_F(Sessions, NobodyEndsThoseOfOthers) {
    const Device mine = signed_in("member@example.org");
    const Device theirs = signed_in("owner@example.org");
    EXPECT_EQ(refusal_of([&] { end(mine, current(theirs)); }), ErrorCode::not_found);
    EXPECT_TRUE(is_signed_in(theirs));
}

TEST_F(Sessions, SigningOutEndsTheCurrentOneAndTakesItsCookieBack) {
    Device phone = signed_in("member@example.org");
    io.start(sign_out(edge, phone.call)).get();
    EXPECT_FALSE(is_signed_in(phone));
    EXPECT_THAT(phone.call.set_cookies, ElementsAre(testing::HasSubstr("Max-Age=0")));
}

TEST_F(Sessions, ANewPasswordEndsAllOthers) {
    Device phone = signed_in("member@example.org");
    Device laptop = signed_in("member@example.org");
    change_password(laptop, right_password, "another good one");
    EXPECT_FALSE(is_signed_in(phone));
    EXPECT_TRUE(is_signed_in(laptop));
    EXPECT_EQ(sign_in_refused(phone, "member@example.org", right_password), ErrorCode::sign_in_failed);
    EXPECT_EQ(sign_in(phone, "member@example.org", "another good one").person.id, town.member);
}

TEST_F(Sessions, AStolenOneIsNoPlaceToGuessThePassword) {
    Device phone = signed_in("member@example.org");
    std::optional<ErrorCode> answer;
    for (int i = 0; i < 30 && answer != ErrorCode::too_many_requests; ++i) {
        answer = refusal_of([&] { change_password(phone, "a wrong guess", "another good one"); });
    }
    EXPECT_EQ(answer, ErrorCode::too_many_requests);
}

TEST_F(Sessions, AWeakReplacementIsRefusedBeforeAnythingChanges) {
    Device phone = signed_in("member@example.org");
    EXPECT_EQ(refusal_of([&] { change_password(phone, right_password, "Welkom123"); }),
              ErrorCode::weak_password);
    EXPECT_EQ(sign_in(phone, "member@example.org").person.id, town.member);
}

TEST_F(Sessions, NeitherALoginNorTheOldPasswordIsANewPassword) {
    run_sql(test_database,
            "UPDATE people SET personnel_number = '40217335' WHERE email = 'member@example.org'");
    Device phone = signed_in("member@example.org");
    for (const char* replacement : {"Member@example.org", "40217335", right_password}) {
        EXPECT_EQ(refusal_of([&] { change_password(phone, right_password, replacement); }),
                  ErrorCode::weak_password)
            << replacement;
    }
}

TEST_F(Sessions, TheOldestEndsWhenThereAreTooMany) {
    const Device oldest = signed_in("member@example.org");
    for (int i = 0; i < 20; ++i)
        begin_session(*database, town.member);
    const Device newest = signed_in("member@example.org");
    EXPECT_FALSE(is_signed_in(oldest));
    EXPECT_TRUE(is_signed_in(newest));
    EXPECT_EQ(listed(newest).items.size(), 20u);
}

TEST_F(Sessions, AnExpiredOneOpensNothing) {
    const Device phone = signed_in("member@example.org");
    run_sql(test_database, "UPDATE sessions SET expires_at = now() - interval '1 second'");
    EXPECT_FALSE(is_signed_in(phone));
}

TEST_F(Sessions, OneThatIsUsedLivesThirtyDaysMore) {
    Device phone = signed_in("member@example.org");
    last_seen_days_ago(29);
    EXPECT_EQ(see_me(phone).person.id, town.member);
    EXPECT_GT(days_left(), 29.9);
    EXPECT_THAT(phone.call.set_cookies, ElementsAre(AllOf(testing::HasSubstr(*phone.call.session_token),
                                                          testing::HasSubstr("Max-Age=2592000"))));
}

TEST_F(Sessions, OneThatWasJustSeenIsNotWrittenAgain) {
    Device phone = signed_in("member@example.org");
    const auto version = [&] {
        return run_sql(test_database, "SELECT xmin::text FROM sessions")[0][0].as<std::string>();
    };
    const std::string before = version();
    see_me(phone);
    EXPECT_EQ(version(), before);
}

TEST_F(Sessions, OneThatHasEndedIsNotRenewed) {
    Device phone = signed_in("member@example.org");
    last_seen_days_ago(31);
    EXPECT_EQ(refusal_of([&] { see_me(phone); }), ErrorCode::not_signed_in);
    EXPECT_LT(days_left(), 0);
}

TEST_F(Sessions, ChangingOnesAccountFromManyPagesAtOnceLocksNobodyUp) {
    net::Router routes;
    add_account_routes(routes, edge, passwords);
    const Device phone = signed_in("member@example.org");
    std::vector<std::future<net::Answer>> pages;
    for (int i = 0; i < 40; ++i)
        pages.push_back(io.start(choose_dark(routes, phone.call)));
    for (auto& page : pages)
        page.get();
    EXPECT_EQ(database->figures().retries, 0u) << "transactions that PostgreSQL ended to resolve a deadlock";
}

TEST_F(Sessions, PreferencesFollowThePersonAndAreToldToTheOwnDevices) {
    news();
    act(town.member, set_preferences, SetPreferences{Language::en, Theme::dark});
    EXPECT_THAT(news(), ElementsAre(user_stream(town.member) + " preferences.changed"));
    Device phone = device_at("10.0.0.1");
    EXPECT_EQ(sign_in(phone, "member@example.org").preferences.theme, Theme::dark);
}

}  // namespace
}  // namespace plein::test
