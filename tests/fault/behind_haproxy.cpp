#include "tests/fault/behind_haproxy.hpp"

#include "server/net/options.hpp"
#include "tests/support/until.hpp"

#include <gtest/gtest.h>

namespace plein::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* people_are_at = "127.0.0.2";
constexpr auto patience = 60s;
/// Asked at least twice: by the second question HAProxy has taken in the first answer.
bool is_known_as_ready(std::uint16_t node) {
    const std::string figures = HttpClient{node}.send("GET", "/metrics", {}).body;
    const std::string ready = R"q(plein_http_requests_total{method="GET",route="(health)",status="2xx"} )q";
    const auto found = figures.find(ready);
    return found != std::string::npos && std::stoi(figures.substr(found + ready.size())) >= 2;
}

/// The default, which goes with the sample.
std::string as_shipped() { return std::to_string(net::NetOptions{}.leaving.count()); }

DeploymentOptions as_in_the_sample(DeploymentOptions options) {
    options.settings.insert({{"PLEIN_SERVER_PUBLIC_URL", "https://plein.example.nl"},
                             {"PLEIN_SERVER_TRUSTED_PROXIES", "127.0.0.1"},
                             {"PLEIN_SERVER_LEAVING_MS", as_shipped()}});
    return options;
}

std::vector<std::uint16_t> ports_of(const Deployment& plein) {
    std::vector<std::uint16_t> ports;
    for (std::size_t node = 0; node < plein.size(); ++node)
        ports.push_back(plein.port(node));
    return ports;
}

}  // namespace

BehindHaproxy::BehindHaproxy(DeploymentOptions options)
    : plein(as_in_the_sample(std::move(options))),
      proxy_(FrontProxy::Kind::haproxy, ports_of(plein)),
      network_(proxy_.port(), people_are_at) {
    plein.put_in_front(network_.port());
}

void BehindHaproxy::stop(std::size_t node) {
    plein.node(node).terminate();
    EXPECT_EQ(plein.node(node).wait(), 0);
}

void BehindHaproxy::start(std::size_t node) {
    plein.node(node).start();
    EXPECT_TRUE(until([&] { return is_known_as_ready(plein.port(node)); }, patience));
}

}  // namespace plein::test
