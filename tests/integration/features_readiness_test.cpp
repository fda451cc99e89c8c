// Whether a node may get traffic: it asks PostgreSQL each time.
#include "server/features/features.hpp"
#include "tests/support/io_thread.hpp"
#include "tests/support/test_database.hpp"
#include "tests/support/until.hpp"

namespace plein::test {
namespace {

using namespace std::chrono_literals;

TEST(Readiness, EndsWithPostgresAndComesBackWithIt) {
    PrivateServers servers{"postgres"};
    const TestDatabase test_database{servers};
    storage::Database database{{.url = test_database.server_url(), .connections = 1, .deadline = 500ms},
                               [](auto) {}};
    features::Edge edge{database, {"Test"}};
    IoThread io;
    const auto is_ready = [&] { return io.start(features::readiness(edge)).get().front().ready; };
    EXPECT_TRUE(is_ready());
    EXPECT_TRUE(is_ready());
    servers.kill_postgres();
    EXPECT_FALSE(is_ready());
    servers.start_postgres();
    EXPECT_TRUE(until(is_ready));
}

}  // namespace
}  // namespace plein::test
