// Signing in and out over HTTP, and the pages from which that may be asked.
#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"
#include "tests/support/storage_fixture.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace plein::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class SessionOverHttp : public testing::Test {
protected:
    HttpAnswer sign_in(const std::string& login, const std::string& password, Fields more = {}) {
        const Wire wire = wire_of(SignIn{{login}, {password}});
        more.emplace("Content-Type", "application/json");
        more.emplace("Origin", "http://localhost:" + std::to_string(plein.port()));
        return client.send(wire.method, wire.target, more, wire.body);
    }
    HttpAnswer set_theme(const Fields& fields) {
        const Wire wire = wire_of(SetPreferences{Language::en, Theme::dark});
        return client.send(wire.method, wire.target, fields, wire.body);
    }
    std::string cookie() { return "__Host-plein=" + plein.session_of(plein.town.member); }
    std::string own_origin() { return "http://localhost:" + std::to_string(plein.port()); }

    static std::string without_request_id(const HttpAnswer& answer) {
        auto body = boost::json::parse(answer.body).as_object();
        body.erase("request_id");
        std::string text = std::to_string(answer.status) + boost::json::serialize(body);
        for (const auto& [name, value] : answer.fields)
            text += " " + name;
        return text;
    }

    Deployment plein{{.redis = false}};
    HttpClient client{plein.port()};
};

TEST_F(SessionOverHttp, ACookieThatScriptsCannotReadSignsIn) {
    const auto answer = sign_in("member@example.org", password_of_all);
    ASSERT_EQ(answer.status, 200u) << answer.body;
    const std::string set = answer.field("set-cookie");
    EXPECT_THAT(set, AllOf(HasSubstr("__Host-plein="), HasSubstr("HttpOnly"), HasSubstr("Secure"),
                           HasSubstr("SameSite=Lax"), HasSubstr("Path=/")));
    const std::string token = set.substr(set.find('=') + 1, set.find(';') - set.find('=') - 1);
    Device device{plein.port(), token};
    EXPECT_EQ(device.ask(GetMe{}).person.name, "member");
    device.ask(SignOut{});
    EXPECT_EQ(device.send(GetMe{}).status, 401u);
}

TEST_F(SessionOverHttp, KnownAndUnknownLoginsGetEqualRefusals) {
    const auto known = sign_in("member@example.org", "a wrong guess");
    const auto unknown = sign_in("nobody@example.org", "a wrong guess");
    EXPECT_EQ(known.status, 401u);
    EXPECT_EQ(without_request_id(known), without_request_id(unknown));
}

TEST_F(SessionOverHttp, GuessingMeetsOneBrakeWhateverAddressTheClientClaims) {
    unsigned status = 0;
    int tries = 0;
    for (; tries < 30 && status != 429; ++tries) {
        status = sign_in("member@example.org", "a wrong guess",
                         {{"X-Forwarded-For", "10.0.0." + std::to_string(tries)}})
                     .status;
    }
    EXPECT_EQ(status, 429u);
    const auto answer = sign_in("member@example.org", password_of_all);
    EXPECT_EQ(answer.status, 429u);
    EXPECT_NE(answer.field("retry-after"), "");
}

TEST_F(SessionOverHttp, AUsedAnExpiredAndAMadeUpLinkGetEqualRefusals) {
    Device administrator = plein.device(plein.town.administrator);
    Device nobody{plein.port()};
    const std::string used = administrator.ask(MakeActivation{plein.town.member}).token;
    nobody.ask(Activate{{used}, {"regen op de dijk"}});
    const std::string expired = administrator.ask(MakeActivation{plein.town.owner}).token;
    run_sql(plein.database(), "UPDATE activations SET expires_at = now()");
    const std::string unknown = without_request_id(nobody.send(OpenActivation{{"made up"}}));
    EXPECT_THAT(unknown, HasSubstr("404"));
    for (const std::string& token : {used, expired}) {
        EXPECT_EQ(without_request_id(nobody.send(OpenActivation{{token}})), unknown);
        EXPECT_EQ(without_request_id(nobody.send(Activate{{token}, {"regen op de dijk"}})), unknown);
    }
}

TEST_F(SessionOverHttp, ALinkOpensNothingBeforeThePasswordIsChosen) {
    const std::string token =
        plein.device(plein.town.administrator).ask(MakeActivation{plein.town.member}).token;
    Device halfway{plein.port(), token};
    const auto shown = halfway.send(OpenActivation{{token}});
    EXPECT_EQ(shown.status, 200u);
    EXPECT_EQ(shown.field("set-cookie"), "");
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Requests>>(
        [&]<class R>(std::type_identity<R>) {
            if (R::endpoint.audience == Audience::anyone || R::endpoint.path.find('{') != std::string::npos ||
                R::endpoint.method != Method::get)
                return;
            EXPECT_NE(halfway.send(R{}).status / 100, 2u) << R::endpoint.path;
        });
    EXPECT_EQ(halfway.send(GetMe{}).status, 401u);
    const auto chosen = halfway.send(Activate{{token}, {"regen op de dijk"}});
    EXPECT_THAT(chosen.field("set-cookie"), AllOf(HasSubstr("__Host-plein="), HasSubstr("HttpOnly")));
    EXPECT_THAT(plein.node().log(), testing::Not(HasSubstr(token)));
}

TEST_F(SessionOverHttp, AnUnsafeRequestNeedsOurOwnOrigin) {
    const std::string json = "application/json";
    EXPECT_EQ(set_theme({{"Cookie", cookie()}, {"Content-Type", json}, {"Origin", own_origin()}}).status,
              200u);
    for (const std::string& foreign : {"https://evil.example", "null", "http://localhost.evil.example"}) {
        const auto answer = set_theme({{"Cookie", cookie()}, {"Content-Type", json}, {"Origin", foreign}});
        EXPECT_EQ(answer.status, 403u) << foreign;
        EXPECT_THAT(answer.body, HasSubstr("foreign_origin"));
    }
    EXPECT_EQ(set_theme({{"Cookie", cookie()}, {"Content-Type", json}}).status, 403u) << "no Origin at all";
    EXPECT_EQ(set_theme({{"Cookie", cookie()},
                         {"Content-Type", json},
                         {"Origin", own_origin()},
                         {"Sec-Fetch-Site", "cross-site"}})
                  .status,
              403u);
}

TEST_F(SessionOverHttp, AFormOfAForeignPageIsNoRequest) {
    const auto answer =
        set_theme({{"Cookie", cookie()}, {"Content-Type", "text/plain"}, {"Origin", own_origin()}});
    EXPECT_EQ(answer.status, 415u);
}

TEST_F(SessionOverHttp, ARefusalNamesThePathOfWhatIsWrong) {
    Device device = plein.device(plein.town.member);
    const std::string target = "/api/tabs/" + std::to_string(plein.town.general.value) + "/posts";
    const auto said = [&](const std::string& body) {
        return boost::json::parse(device.send(Wire{"POST", target, body}).body).as_object();
    };
    const std::string id = R"("client_id":"0198c2f4-7a1b-4c55-8a3e-0123456789ab","mark":"work")";
    EXPECT_EQ(said("{" + id + R"(,"body":"x","more":1})").at("field"), "$.more");
    EXPECT_EQ(said("{" + id + "}").at("field"), "$.body");
    EXPECT_EQ(said("{" + id + R"(,"body":7})").at("field"), "$.body");
    EXPECT_EQ(said("{" + id + R"(,"body":")" + std::string(20'001, 'x') + R"("})").at("field"), "$.body");
    EXPECT_EQ(said("{" + id + R"(,"body":"x","body":"y"})").at("code"), "invalid_request");
    EXPECT_EQ(said("{").at("code"), "invalid_request");
}

TEST_F(SessionOverHttp, MetricsAndHealthNameNothingThatIsClosed) {
    plein.device(plein.town.member).ask(GetGroup{plein.town.group});
    for (const char* page : {"/metrics", "/healthz", "/readyz"}) {
        const auto answer = client.send("GET", page, {});
        EXPECT_EQ(answer.status, 200u) << page;
        EXPECT_THAT(answer.body, testing::Not(testing::ContainsRegex("General|Transport|example.org|words")));
    }
    EXPECT_THAT(plein.node().log(), testing::Not(testing::ContainsRegex("General|example.org|__Host")));
}

}  // namespace
}  // namespace plein::test
