#include "tests/fault/behind_haproxy.hpp"

#include "protocol/routes.hpp"
#include "tests/support/until.hpp"

#include <cstring>

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

CreatePost numbered(TabId tab, std::uint8_t author, int number) {
    CreatePost request{.tab = tab, .body = {"news"}};
    if (number % 2) request.body.value += std::string(18'000, '.');
    request.client_id.bytes = {author};
    std::memcpy(request.client_id.bytes.data() + 1, &number, sizeof number);
    return request;
}

DeploymentOptions as_in_the_sample(DeploymentOptions options) {
    options.settings.insert({{"PLEIN_SERVER_PUBLIC_URL", "https://plein.example.nl"},
                             {"PLEIN_SERVER_TRUSTED_PROXIES", "127.0.0.1"}});
    return options;
}

std::vector<std::uint16_t> ports_of(const Deployment& plein) {
    std::vector<std::uint16_t> ports;
    for (std::size_t node = 0; node < plein.size(); ++node)
        ports.push_back(plein.port(node));
    return ports;
}

}  // namespace

Restless::Restless(Device device, TabId tab, std::uint8_t author)
    : device_(std::move(device)), tab_(tab), thread_([this, author] { work(author); }) {}

Restless::~Restless() {
    resting_ = true;
    thread_.join();
}

void Restless::wait_for(int more) const {
    for (const int goal = answers_ + more; answers_ < goal && faults_ == 0;)
        std::this_thread::yield();
}

void Restless::work(std::uint8_t author) {
    for (int i = 0; !resting_ && faults_ == 0; ++i) {
        try {
            device_.ask(numbered(tab_, author, i));
            ++answers_;
            device_.ask(GetMe{});
            ++answers_;
        } catch (const std::exception& error) {
            const std::string what = error.what();
            ADD_FAILURE() << "request " << answers_ << ": "
                          << (what.size() < 400
                                  ? what
                                  : what.substr(0, 200) + " … " + what.substr(what.size() - 200));
            ++faults_;
        }
    }
}

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
