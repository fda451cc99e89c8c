// The samples for nginx and HAProxy in config/, in front of real nodes: what the administrator's guide says of them.
#include "tests/support/deployment.hpp"
#include "tests/support/front_proxy.hpp"
#include "tests/support/restless.hpp"
#include "tests/support/storage_fixture.hpp"
#include "tests/support/tls_tunnel.hpp"
#include "tests/support/until.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace plein::test {
namespace {

using testing::HasSubstr;
using Kind = FrontProxy::Kind;

constexpr const char* client_address = "127.0.0.2";
constexpr const char* forged_address = "203.0.113.7";

class BehindAProxy : public testing::TestWithParam<Kind> {
protected:
    static Settings settings() {
        return {{"PLEIN_SERVER_PUBLIC_URL", "https://plein.example.nl"},
                {"PLEIN_SERVER_TRUSTED_PROXIES", "127.0.0.1"}};
    }

    Device device(PersonId person) { return Device{tunnel.port(), plein.session_of(person)}; }

    /// What people's browsers send.
    [[nodiscard]] Fields own_page() const {
        return {{"Origin", fmt::format("http://localhost:{}", tunnel.port())},
                {"Content-Type", "application/json"}};
    }

    HttpAnswer sign_in(const std::string& password, Fields fields) {
        const Wire wire = wire_of(SignIn{{"member@example.org"}, {password}});
        return client.send(wire.method, wire.target, fields, wire.body);
    }

    Deployment plein{{.nodes = 2, .settings = settings()}};
    FrontProxy proxy{GetParam(), {plein.port(0), plein.port(1)}};
    TlsTunnel tunnel{proxy.port(), client_address};
    HttpClient client{tunnel.port()};
};

TEST_P(BehindAProxy, SomebodySignsInAndPosts) {
    const HttpAnswer answer = sign_in(password_of_all, own_page());
    ASSERT_EQ(answer.status, 200u) << answer.body;
    const std::string set = answer.field("set-cookie");
    Device member{tunnel.port(), set.substr(set.find('=') + 1, set.find(';') - set.find('=') - 1)};
    member.ask(words(plein.town.general, "through the proxy", 1, 1));
    EXPECT_EQ(member.ask(ListPosts{plein.town.general}).items.front().post.body, "through the proxy");
}

TEST_P(BehindAProxy, AWebSocketFollowsWhatHappensOnTheOtherNode) {
    LiveClient live{tunnel.port(), plein.session_of(plein.town.member)};
    const std::string group = group_stream(plein.town.group);
    live.subscribe(group);
    live.until_type("subscribed", group);
    for (std::size_t node = 0; node < plein.size(); ++node) {
        plein.device(plein.town.owner, node)
            .ask(words(plein.town.general, "news", 1, static_cast<int>(node)));
        live.until_type("post.created", group);
    }
}

// The brake on guessing counts by address: one that a client could choose would be none.
TEST_P(BehindAProxy, TheServerSeesTheClientsAddressAndNotOneThatTheClientWrote) {
    Fields fields = own_page();
    fields.emplace("X-Forwarded-For", forged_address);
    EXPECT_EQ(sign_in("a wrong guess", fields).status, 401u);
    const auto keys = run_sql(plein.database(), "SELECT string_agg(key, ' ') FROM throttles");
    EXPECT_THAT(keys[0][0].c_str(), HasSubstr(client_address));
    EXPECT_THAT(keys[0][0].c_str(), testing::Not(HasSubstr(forged_address)));
}

TEST_P(BehindAProxy, TheFiguresStayOnTheMachine) {
    EXPECT_EQ(HttpClient{plein.port()}.send("GET", "/metrics", {}).status, 200u);
    EXPECT_EQ(client.send("GET", "/metrics", {}).status, 404u);
}

TEST_P(BehindAProxy, PleinItselfSaysWhatIsTooLarge) {
    const HttpAnswer answer = client.send("POST", "/api/session", own_page(), std::string(300'000, ' '));
    EXPECT_EQ(answer.status, 413u);
    EXPECT_THAT(answer.body, HasSubstr("request_id"));
}

using BehindNginx = BehindAProxy;
INSTANTIATE_TEST_SUITE_P(Proxies, BehindNginx, testing::Values(Kind::nginx),
                         [](const auto&) { return "nginx"; });

TEST_P(BehindNginx, NoAddressOfACalendarIsWrittenDown) {
    const std::string token = device(plein.town.member).ask(MakeCalendarFeed{}).token;
    const std::string address = wire_of(ReadCalendarFeed{{token}}).target;
    EXPECT_EQ(client.send("GET", address, {}).status, 200u);
    for (std::size_t node = 0; node < plein.size(); ++node)
        plein.node(node).kill();
    EXPECT_EQ(client.send("GET", address, {}).status, 502u);
    EXPECT_EQ(client.send("GET", "/api/groups", {}).status, 502u);
    const auto fails = [&] { return proxy.logs().find("upstream: \"http://") != std::string::npos; };
    EXPECT_TRUE(until([&] { return fails() && proxy.logs().find("/api/groups") != std::string::npos; }));
    EXPECT_THAT(proxy.logs(), testing::Not(HasSubstr(token)));
}

TEST_P(BehindNginx, NoBeatOfAPageIsWrittenDown) {
    ASSERT_EQ(device(plein.town.member).send(Beat{true, {}}).status, 200u);
    EXPECT_EQ(device(plein.town.member).send(GetMe{}).status, 200u);
    EXPECT_TRUE(until([&] { return proxy.logs().find("/api/me HTTP") != std::string::npos; }));
    EXPECT_THAT(proxy.logs(), testing::Not(HasSubstr("/presence/")));
}

TEST_P(BehindAProxy, PlainHttpLeadsToHttps) {
    const HttpAnswer answer = HttpClient{proxy.plain_port()}.send("GET", "/groups?x=1", {});
    EXPECT_EQ(answer.status, 301u);
    EXPECT_EQ(answer.field("location"), "https://plein.example.nl/groups?x=1");
}

TEST_P(BehindAProxy, ANodeThatStopsFailsNobodysRequest) {
    Restless owner{device(plein.town.owner), plein.town.general, 1};
    Restless member{device(plein.town.member), plein.town.general, 2};
    for (const Restless* somebody : {&owner, &member})
        somebody->wait_for(20);
    plein.node(0).terminate();
    EXPECT_EQ(plein.node(0).wait(), 0);
    for (const Restless* somebody : {&owner, &member})
        somebody->wait_for(50);
    EXPECT_EQ(owner.faults() + member.faults(), 0);
    EXPECT_EQ(HttpClient{plein.port(1)}.send("GET", "/readyz", {}).status, 200u);
}

TEST(HaproxySample, AsksEachNodeWhetherItIsReadyInAWayThatTheNodeAnswers) {
    const std::string asked = R"q(plein_http_requests_total{method="GET",route="(health)",status="2xx"})q";
    const std::string misdirected = R"q(route="(none)",status="4xx")q";  // a Host that is not the node's
    Deployment plein{{.nodes = 2, .settings = {{"PLEIN_SERVER_PUBLIC_URL", "https://plein.example.nl"}}}};
    const FrontProxy proxy{Kind::haproxy, {plein.port(0), plein.port(1)}};
    for (std::size_t node = 0; node < plein.size(); ++node) {
        std::string figures;
        do {
            figures = HttpClient{plein.port(node)}.send("GET", "/metrics", {}).body;
            ASSERT_THAT(figures, testing::Not(HasSubstr(misdirected)));
        } while (figures.find(asked) == std::string::npos);
    }
}

std::string name_of_kind(const testing::TestParamInfo<Kind>& info) {
    return info.param == Kind::nginx ? "nginx" : "haproxy";
}
INSTANTIATE_TEST_SUITE_P(Samples, BehindAProxy, testing::Values(Kind::nginx, Kind::haproxy), name_of_kind);

}  // namespace
}  // namespace plein::test
