#include "storage/creations.hpp"
#include "tests/support/feature_fixture.hpp"

#include <future>

namespace plein::test {
namespace {

/// Creates that are safe to repeat, whatever it is that they make.
class Creations : public FeatureTest {
protected:
    std::int64_t create(storage::Database& node, PersonId who, const std::string& content) {
        return node.commit_now([&, token = token_of(who)](Transaction& tx) {
            const storage::Viewer viewer = access::identify(tx, token);
            if (const auto made = storage::insert_creation(tx, viewer, client_id, content)) return *made;
            const std::int64_t made = ++made_;
            storage::update_creation(tx, viewer, client_id, made);
            return made;
        });
    }

    const Uuid client_id = *Uuid::parse("f81d4fae-7dec-41d0-a765-00a0c91e6bf6");

private:
    std::atomic<std::int64_t> made_ = 0;
};

TEST_F(Creations, ARetryGetsWhatTheFirstTryMade) {
    EXPECT_EQ(create(*database, town.owner, "a"), 1);
    EXPECT_EQ(create(*database, town.owner, "a"), 1);
}

TEST_F(Creations, OtherContentUnderTheSameIdIsAConflict) {
    create(*database, town.owner, "a");
    EXPECT_EQ(refusal_of([&] { create(*database, town.owner, "b"); }), ErrorCode::conflict);
}

TEST_F(Creations, TheSameIdOfSomebodyElseIsAnotherThing) {
    EXPECT_EQ(create(*database, town.owner, "a"), 1);
    EXPECT_EQ(create(*database, town.member, "a"), 2);
}

TEST_F(Creations, OneIdOnTwoNodesAtOnceMakesOneThing) {
    const auto other_node = open();
    token_of(town.owner);
    auto one = std::async(std::launch::async, [&] { return create(*database, town.owner, "a"); });
    auto two = std::async(std::launch::async, [&] { return create(*other_node, town.owner, "a"); });
    EXPECT_EQ(one.get(), two.get());
}

}  // namespace
}  // namespace plein::test
