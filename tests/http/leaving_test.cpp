// A node that is asked to end: what it tells the service manager and balancers, and how long it stays.
#include "tests/support/deployment.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/until.hpp"

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/datagram_protocol.hpp>

#include <array>

namespace plein::test {
namespace {

constexpr const char* for_an_hour = "3600000";

unsigned readiness(std::uint16_t port) { return HttpClient{port}.send("GET", "/readyz", {}).status; }

TEST(ANodeThatLeaves, StaysForAsLongAsItsSettingsSay) {
    Deployment plein{{.redis = false, .settings = {{"PLEIN_SERVER_LEAVING_MS", "1"}}}};
    plein.node().terminate();
    EXPECT_EQ(plein.node().wait(), 0);
}

TEST(ANodeThatLeaves, GoesAtOnceWhenItIsAskedAgain) {
    Deployment plein{{.redis = false, .settings = {{"PLEIN_SERVER_LEAVING_MS", for_an_hour}}}};
    EXPECT_EQ(readiness(plein.port()), 200u);
    plein.node().terminate();
    EXPECT_TRUE(until([&] { return readiness(plein.port()) == 503; }));
    EXPECT_NO_THROW(plein.device(plein.town.member).ask(GetMe{})) << "it still serves";
    plein.node().terminate();
    EXPECT_EQ(plein.node().wait(), 0);
}

/// What systemd has for each service of Type=notify.
class ServiceManager : public testing::TestWithParam<bool> {
protected:
    using Protocol = boost::asio::local::datagram_protocol;

    /// NOTIFY_SOCKET; the abstract name space has no file.
    [[nodiscard]] std::string name() const {
        const std::string path = folder_.path() / "notify";
        return GetParam() ? "@" + path : path;
    }
    std::string hear() {
        std::array<char, 256> bytes{};
        return {bytes.data(), socket_.receive(boost::asio::buffer(bytes))};
    }

private:
    [[nodiscard]] std::string address() const {
        std::string address = name();
        if (GetParam()) address.front() = '\0';
        return address;
    }

    TemporaryFolder folder_;
    boost::asio::io_context context_;
    Protocol::socket socket_{context_, Protocol::endpoint{address()}};
};

TEST_P(ServiceManager, HearsWhenTheNodeServesAndWhenItIsGoingToEnd) {
    Deployment plein{{.redis = false,
                      .settings = {{"NOTIFY_SOCKET", name()},
                                   {"PLEIN_SERVER_LEAVING_MS", for_an_hour},
                                   {"PLEIN_SERVER_DRAIN_MS", "2000"}}}};
    EXPECT_EQ(hear(), "READY=1");
    EXPECT_EQ(readiness(plein.port()), 200u);
    plein.node().terminate();
    EXPECT_EQ(hear(), "STOPPING=1\nEXTEND_TIMEOUT_USEC=3612000000")
        << "it leaves, drains, and has ten seconds more";
    EXPECT_EQ(readiness(plein.port()), 503u) << "and still answers";
    plein.node().terminate();
    EXPECT_EQ(plein.node().wait(), 0);
}

TEST_P(ServiceManager, IsNoneToANodeWhenNobodyListensAnyMore) {
    Deployment plein{{.redis = false, .settings = {{"NOTIFY_SOCKET", name() + ".gone"}}}};
    EXPECT_EQ(readiness(plein.port()), 200u);
    plein.node().terminate();
    EXPECT_EQ(plein.node().wait(), 0);
}

std::string name_of_kind(const testing::TestParamInfo<bool>& info) {
    return info.param ? "abstract" : "file";
}
INSTANTIATE_TEST_SUITE_P(Sockets, ServiceManager, testing::Bool(), name_of_kind);

}  // namespace
}  // namespace plein::test
