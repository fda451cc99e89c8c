// What a node writes about itself: lines for machines, and nothing that people wrote.
#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include <sstream>

namespace plein::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class LogOfANode : public testing::Test {
protected:
    /// The log once the node has ended, so that nothing is on its way.
    std::string whole_log() {
        plein.node().terminate();
        plein.node().wait();
        std::string log = plein.node().log();
        while (log.find("\"stopped\"") == std::string::npos)
            log = plein.node().log();
        return log;
    }

    Deployment plein{{.redis = false}};
};

TEST_F(LogOfANode, IsJsonLineByLineAndHoldsARefusalUnderItsRequestId) {
    const HttpAnswer refusal = plein.device(plein.town.stranger).send(GetGroup{plein.town.group});
    ASSERT_EQ(refusal.status, 404u);
    const std::string id{boost::json::parse(refusal.body).at("request_id").as_string()};

    int found = 0;
    std::istringstream lines{whole_log()};
    for (std::string line; std::getline(lines, line);) {
        const auto record = boost::json::parse(line).as_object();
        EXPECT_TRUE(record.contains("time") && record.contains("level")) << line;
        const auto* request = record.if_contains("request_id");
        if (request == nullptr || request->as_string() != id) continue;
        ++found;
        EXPECT_EQ(record.at("status").as_int64(), 404) << line;
        EXPECT_EQ(record.at("route").as_string(), GetGroup::endpoint.path) << line;
    }
    EXPECT_EQ(found, 1);
}

// It would tell when somebody is there.
TEST_F(LogOfANode, HasNoLineOfBeatsUnlessTheyAreRefused) {
    ASSERT_EQ(plein.device(plein.town.member).send(Beat{true, {}}).status, 200u);
    ASSERT_EQ(Device{plein.port()}.send(Beat{true, {}}).status, 401u);
    std::vector<std::int64_t> statuses;
    std::istringstream lines{whole_log()};
    for (std::string line; std::getline(lines, line);) {
        const auto record = boost::json::parse(line).as_object();
        const auto* route = record.if_contains("route");
        if (route != nullptr && route->as_string() == Beat::endpoint.path)
            statuses.push_back(record.at("status").as_int64());
    }
    EXPECT_THAT(statuses, testing::ElementsAre(401));
}

TEST_F(LogOfANode, HasNoWordOfWhatPeopleWriteNorTheirTokens) {
    CreatePost request{.tab = plein.town.general, .body = {"een heel eigen woord: kwartelkoning"}};
    Device member = plein.device(plein.town.member);
    ASSERT_EQ(member.send(request).status, 200u);
    ASSERT_EQ(member.send(Wire{"GET", "/api/groups?kwartelkoning=1", ""}).status, 400u);
    CreateLink link{.group = plein.town.group};
    link.client_id.bytes = {1};
    const std::string token = plein.device(plein.town.owner).ask(link).token;
    ASSERT_EQ(plein.device(plein.town.stranger).send(FollowLink{{token}}).status, 200u);
    const std::string calendar = member.ask(MakeCalendarFeed{}).token;
    ASSERT_EQ(Device{plein.port()}.send(ReadCalendarFeed{{calendar}}).status, 200u);
    const std::string log = whole_log();
    EXPECT_THAT(log, Not(HasSubstr(token)));
    EXPECT_THAT(log, Not(HasSubstr(calendar)));
    EXPECT_THAT(log, Not(HasSubstr("kwartelkoning")));
    EXPECT_THAT(log, Not(HasSubstr(member.token())));
}

}  // namespace
}  // namespace plein::test
