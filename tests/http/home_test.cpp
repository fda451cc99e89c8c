// Home over two nodes: what one reads, follows or leaves alone on one device holds on the other, whichever node it is on.
#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using testing::HasSubstr;

class HomeOverTwoNodes : public testing::Test {
protected:
    Post post(PersonId author, TabId tab) {
        CreatePost request{.tab = tab, .body = {"words"}};
        request.client_id.bytes = {static_cast<std::uint8_t>(++posts_)};
        return plein.device(author).ask(request);
    }

    /// The same person's other device, on the other node.
    LiveClient other_device() {
        LiveClient client = plein.live(town.member, 1);
        client.until_type("subscribed", own);
        return client;
    }

    std::size_t unread_on_home(std::size_t node) {
        return plein.device(town.member, node).ask(ListHomePosts{.unread = true}).items.size();
    }
    std::int32_t unread_in_general(std::size_t node) {
        const auto group = plein.device(town.member, node).ask(GetGroup{town.group});
        return group.view.tabs.front().reading.unread;
    }

    Deployment plein{{.nodes = 2}};
    const Organisation& town = plein.town;
    const std::string own = user_stream(town.member);

private:
    int posts_ = 0;
};

TEST_F(HomeOverTwoNodes, WhatIsReadHereIsReadThereAndUnreadAgainWhenTakenBack) {
    const Post made = post(town.owner, town.general);
    LiveClient there = other_device();
    Device here = plein.device(town.member);
    const MarkAllRead mark{{{{town.general, made.id}}}};
    const Reading read = here.ask(mark).items.at(0);
    EXPECT_THAT(there.until_type("tab.read", own).text, HasSubstr(R"("unread":0)"));
    EXPECT_EQ(unread_on_home(1), 0u);
    EXPECT_EQ(unread_in_general(1), 0);

    const RestoreReadings undo{{{{town.general, read.version, std::nullopt}}}};
    here.ask(undo);
    EXPECT_THAT(there.until_type("tab.read", own).text, HasSubstr(R"("unread":1)"));
    EXPECT_EQ(unread_on_home(1), 1u);
    EXPECT_EQ(unread_in_general(1), 1);
}

TEST_F(HomeOverTwoNodes, AFeedThatIsNarrowedOrInAnotherOrderIsNotTheOneThatIsKept) {
    const Post first = post(town.owner, town.general);
    const Post second = post(town.owner, town.general);
    Device here = plein.device(town.member);
    here.ask(CreateComment{first.id, {}, {"words"}, {}});
    const auto first_of = [&](const ListPosts& request) {
        const auto items = here.ask(request).items;
        return items.empty() ? PostId{} : items.front().post.id;
    };
    EXPECT_EQ(first_of({.tab = town.general}), second.id);
    EXPECT_EQ(first_of({.tab = town.general, .order = FeedOrder::newest}), second.id);
    EXPECT_EQ(first_of({.tab = town.general, .order = FeedOrder::activity}), first.id);
    EXPECT_EQ(first_of({.tab = town.general, .mark = Mark::work}), second.id);
    EXPECT_EQ(first_of({.tab = town.general, .mark = Mark::personal}), PostId{});
}

TEST_F(HomeOverTwoNodes, ATabThatIsMutedHereIsMutedThere) {
    post(town.owner, town.general);
    LiveClient there = other_device();
    plein.device(town.member).ask(SetFollowing{town.general, Following::muted});
    EXPECT_THAT(there.until_type("tab.followed", own).text, HasSubstr(R"("following":"muted")"));
    EXPECT_EQ(unread_on_home(1), 0u);
    EXPECT_EQ(unread_in_general(1), 1);
}

TEST_F(HomeOverTwoNodes, TheFirstMinutesEndOnBothDevices) {
    LiveClient there = other_device();
    plein.device(town.member).ask(FinishWelcome{});
    there.until_type("welcome.done", own);
    EXPECT_TRUE(plein.device(town.member, 1).ask(GetMe{}).welcomed);
}

}  // namespace
}  // namespace plein::test
