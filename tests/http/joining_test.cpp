// At the doors of groups, over two nodes of the running binary: who hears what, and how many a link lets in.
#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"

#include <gmock/gmock.h>

#include <future>

namespace plein::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class JoiningOverTwoNodes : public testing::Test {
protected:
    LiveClient listener(PersonId person, std::size_t node) {
        LiveClient client = plein.live(person, node);
        client.until_type("subscribed", user_stream(person));
        return client;
    }
    GroupStanding ask(PersonId person, std::size_t node) {
        return plein.device(person, node)
            .ask(AskToJoin{town.group, Text<limits::note>{"I plan tours"}})
            .standing;
    }

    Deployment plein{{.nodes = 2}};
    const Organisation& town = plein.town;
};

TEST_F(JoiningOverTwoNodes, AnOwnerHearsARequestAndThePersonTheDecision) {
    LiveClient owner = listener(town.owner, 0);
    LiveClient person = listener(town.stranger, 1);
    EXPECT_EQ(ask(town.stranger, 1), GroupStanding::requested);
    EXPECT_THAT(owner.until_type("requests.changed", user_stream(town.owner)).text,
                HasSubstr(R"("pending":1)"));
    EXPECT_THAT(person.until_type("standing.changed").text, HasSubstr("requested"));
    plein.device(town.owner, 0).ask(ApproveRequest{town.group, town.stranger});
    person.until_type("group.joined", user_stream(town.stranger));
    EXPECT_THAT(owner.until_type("requests.changed").text, HasSubstr(R"("pending":0)"));
    EXPECT_EQ(plein.device(town.stranger, 1).ask(GetGroup{town.group}).view.role, GroupRole::member);
}

TEST_F(JoiningOverTwoNodes, NobodyElseHearsWhoWaits) {
    LiveClient moderator = listener(town.moderator, 0);
    moderator.subscribe(group_stream(town.group));
    moderator.until_type("subscribed", group_stream(town.group));
    ask(town.stranger, 1);
    plein.device(town.owner, 1).ask(SetInvitation{town.group, town.newcomer, GroupRole::member});
    CreatePost post{.tab = town.general, .body = {"afterwards"}};
    plein.device(town.owner, 1).ask(post);
    moderator.until_type("post.created", group_stream(town.group));
    for (const LiveLine& line : moderator.heard()) {
        EXPECT_THAT(line.text, Not(HasSubstr("requests.changed")));
        EXPECT_THAT(line.text, Not(HasSubstr("standing.changed")));
    }
}

TEST_F(JoiningOverTwoNodes, WhoWaitsFollowsNothingOfTheGroup) {
    ask(town.stranger, 1);
    plein.device(town.owner).ask(SetInvitation{town.group, town.newcomer, GroupRole::member});
    for (const PersonId person : {town.stranger, town.newcomer}) {
        LiveClient client = listener(person, 0);
        for (const std::string& stream : {group_stream(town.group), tab_stream(town.opened)}) {
            client.subscribe(stream);
            client.until_type("refused", stream);
        }
    }
}

TEST_F(JoiningOverTwoNodes, ALinkFollowedByManyAtOnceLetsInAsManyAsItSays) {
    CreateLink request{.group = town.group, .uses = 2};
    request.client_id.bytes = {7};
    const std::string token = plein.device(town.owner).ask(request).token;
    const std::vector people{town.stranger, town.newcomer, town.administrator};
    std::vector<Device> devices;
    for (std::size_t i = 0; i < people.size(); ++i)
        devices.push_back(plein.device(people[i], i % 2));
    std::vector<std::future<unsigned>> tries;
    for (Device& device : devices) {
        tries.push_back(std::async(std::launch::async,
                                   [&device, &token] { return device.send(FollowLink{{token}}).status; }));
    }
    std::vector<unsigned> statuses;
    for (auto& each : tries)
        statuses.push_back(each.get());
    EXPECT_THAT(statuses, testing::UnorderedElementsAre(200u, 200u, 404u));
}

}  // namespace
}  // namespace plein::test
