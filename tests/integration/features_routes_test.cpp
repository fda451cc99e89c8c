// What is described is bound and documented, and nothing else is.
#include "protocol/routes.hpp"
#include "server/features/features.hpp"
#include "tests/support/storage_fixture.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include <fstream>
#include <set>
#include <sstream>

namespace plein::test {
namespace {

using Names = std::vector<std::string>;

std::string name_of(const Endpoint& endpoint) {
    return std::string{net::method_name(endpoint.method)} + " " + std::string{endpoint.path};
}

Names described() {
    Names names;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Requests>>(
        [&]<class R>(std::type_identity<R>) { names.push_back(name_of(R::endpoint)); });
    return names;
}

TEST(Routes, EveryDescribedRequestIsBoundOnceAndNothingElseIs) {
    const TestDatabase test_database;
    storage::Database database{{.url = test_database.server_url(), .connections = 1}, [](auto) {}};
    features::Passwords passwords{{.memory_mib = 8, .passes = 1}};
    features::Edge edge{database, {"Test"}};
    const live::PresenceBoard presence{nullptr};
    net::Router router;
    features::add_routes(router, edge, passwords, presence);
    Names bound;
    for (const auto& route : router.routes())
        bound.push_back(name_of(route.endpoint));
    EXPECT_THAT(bound, testing::UnorderedElementsAreArray(described()));
}

TEST(Routes, NoTwoRequestsShareAMethodAndAPath) {
    const Names names = described();
    const std::set<std::string> different{names.begin(), names.end()};
    EXPECT_EQ(different.size(), names.size());
}

TEST(Routes, EveryDescribedRequestIsInTheOpenApiDocumentAndNothingElseIs) {
    std::ostringstream text;
    text << std::ifstream{PLEIN_SOURCE_DIR "/docs/api/openapi.json"}.rdbuf();
    const boost::json::value document = boost::json::parse(text.str());
    Names documented;
    for (const auto& path : document.at("paths").as_object()) {
        for (const auto& method : path.value().as_object()) {
            std::string name{method.key()};
            std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::toupper(c); });
            documented.push_back(name + " " + std::string{path.key()});
        }
    }
    EXPECT_THAT(documented, testing::UnorderedElementsAreArray(described()));
}

}  // namespace
}  // namespace plein::test
