#include "server/net/router.hpp"

#include <gmock/gmock.h>

namespace plein::net {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

struct GetThing {
    std::int32_t thing = 0;
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::get, "/api/things/{thing}", "A thing.", Audience::anyone};
};
PLEIN_DESCRIBE(GetThing, thing);

struct GetNewest {
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::get, "/api/things/newest", "The newest.", Audience::anyone};
};
PLEIN_DESCRIBE_EMPTY(GetNewest)

struct PutPart {
    std::int32_t thing = 0;
    std::int32_t part = 0;
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::put, "/api/things/{thing}/parts/{part}", "A part.",
                                       Audience::anyone};
};
PLEIN_DESCRIBE(PutPart, thing, part);

struct DeletePart {
    std::int32_t thing = 0;
    std::int32_t part = 0;
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_, "/api/things/{thing}/parts/{part}", "A part.",
                                       Audience::anyone};
};
PLEIN_DESCRIBE(DeletePart, thing, part);

template <Request R>
void bind(Router& router) {
    router.bind<R>([](Call&, R) -> boost::asio::awaitable<NoContent> { co_return NoContent{}; });
}

class Routes : public testing::Test {
protected:
    Routes() {
        bind<GetThing>(router_);
        bind<GetNewest>(router_);
        bind<PutPart>(router_);
        bind<DeletePart>(router_);
    }

    std::string_view found(Method method, std::string_view path) const {
        const auto match = router_.find(method, path);
        return match.route == nullptr ? "" : match.route->endpoint.path;
    }

    Router router_;
};

TEST_F(Routes, AreFoundByMethodAndPath) {
    EXPECT_EQ(found(Method::get, "/api/things/7"), "/api/things/{thing}");
    EXPECT_EQ(found(Method::put, "/api/things/7/parts/8"), "/api/things/{thing}/parts/{part}");
}

TEST_F(Routes, GiveWhatStandsInTheBraces) {
    EXPECT_THAT(router_.find(Method::put, "/api/things/7/parts/x y").path,
                ElementsAre(Pair("thing", "7"), Pair("part", "x y")));
}

TEST_F(Routes, LiteralSegmentsComeBeforeParameters) {
    EXPECT_EQ(found(Method::get, "/api/things/newest"), "/api/things/newest");
}

TEST_F(Routes, MatchWholePathsOnly) {
    for (const auto* path : {"/api/things", "/api/things/", "/api/things/7/", "/api/things//parts/8",
                             "/api/things/7/8", "/api/things/7/parts/8/9", "api/things/7", "", "/"}) {
        EXPECT_EQ(router_.find(Method::get, path).route, nullptr) << path;
    }
}

TEST_F(Routes, TellTheMethodsOfAPathForAnyOtherMethod) {
    EXPECT_THAT(router_.find(Method::get, "/api/things/7/parts/8").allowed,
                ElementsAre(Method::put, Method::delete_));
    EXPECT_THAT(router_.find(std::nullopt, "/api/things/7").allowed, ElementsAre(Method::get));
    EXPECT_THAT(router_.find(Method::get, "/api/nothing").allowed, IsEmpty());
}

}  // namespace
}  // namespace plein::net
