#include "tests/net/running_server.hpp"

#include "tests/support/until.hpp"

#include <spdlog/spdlog.h>

#include <stdexcept>

namespace plein::net::test {
namespace {

using boost::asio::awaitable;

awaitable<Said> say(Call&, Say request) { co_return Said{request.words.value, request.topic}; }

awaitable<Said> listen(Call& call, Listen request) {
    Said said;
    said.topic = request.topic;
    said.words = request.words ? request.words->value : call.remote_address;
    co_return said;
}

awaitable<NoContent> forget(Call& call, Forget) {
    if (call.session_token != good_session) throw Refusal{ErrorCode::not_signed_in};
    call.set_cookies.emplace_back("__Host-plein=; Path=/; Secure; Max-Age=0");
    co_return NoContent{};
}

awaitable<NoContent> fail(Call&, Fail) {
    throw std::runtime_error{"a secret of the database"};
    co_return NoContent{};
}

Router routes() {
    Router router;
    router.bind<Say>(say);
    router.bind<Listen>(listen);
    router.bind<Forget>(forget);
    router.bind<Fail>(fail);
    return router;
}

awaitable<live::Identity> admit(Call& call) {
    if (call.session_token != good_session) throw Refusal{ErrorCode::not_signed_in};
    live::Identity identity;
    identity.person = {5};
    identity.session = {1};
    co_return identity;
}

live::Replay replay(const EventLog& log, const std::string& stream) {
    live::Replay all;
    all.outcome = live::Replay::Outcome::served;
    all.generation = "1";
    all.head = static_cast<std::int64_t>(log.events);
    for (std::int64_t seq = 1; seq <= all.head; ++seq) {
        live::LiveEvent event;
        event.stream = stream;
        event.seq = seq;
        event.line = "{\"data\":\"" + std::string(log.bytes_of_each, 'x') + "\"}";
        all.events.push_back(std::make_shared<const live::LiveEvent>(std::move(event)));
    }
    return all;
}

awaitable<std::vector<live::Answer>> replay_all(EventLog log, std::vector<live::Asking> asked) {
    std::vector<live::Answer> answers;
    for (const live::Asking& asking : asked) {
        auto& replays = answers.emplace_back().emplace();
        for (const live::Wish& wish : asking.wishes)
            replays.push_back(replay(log, wish.stream));
    }
    co_return answers;
}

awaitable<live::SharedEvents> no_gap(std::string, std::int64_t, std::int64_t) {
    co_return live::SharedEvents{};
}

awaitable<std::vector<ReadinessCheck>> ready() {
    std::vector<ReadinessCheck> checks{{"database", true}};
    co_return checks;
}

}  // namespace

RunningServer::RunningServer(NetOptions options, EventLog log, std::size_t threads) : threads_(threads) {
    spdlog::set_level(spdlog::level::off);
    options.port = 0;
    const auto read = [log](std::vector<live::Asking> asked) { return replay_all(log, std::move(asked)); };
    for (auto* context : threads_.contexts()) {
        hubs_.push_back(std::make_unique<live::Hub>(*context, live::HubOptions{}, read, no_gap));
    }
    Services services;
    services.router = routes();
    services.hub = [this](std::size_t thread) -> live::Hub& { return *hubs_.at(thread); };
    services.admit = admit;
    services.readiness = ready;
    services.figures.emplace_back([](std::string& out) { out += "plein_of_the_test 1\n"; });
    server_ = std::make_unique<Server>(std::move(options), threads_, std::move(services));
    threads_.start();
    running_ = std::thread{[this] { server_->run(); }};
}

RunningServer::~RunningServer() {
    stop();
    threads_.stop();
}

bool RunningServer::comes_to(const std::string& figure) const {
    RawClient watcher{port()};
    return plein::test::until(
        [&] { return watcher.ask(get("/metrics")).body.find(figure + "\n") != std::string::npos; });
}

bool RunningServer::leaves() const {
    server_->leave();
    return plein::test::until([&] { return RawClient{port()}.ask(get("/readyz")).status == 503; });
}

void RunningServer::stop() {
    if (!running_.joinable()) return;
    server_->stop();
    running_.join();
}

}  // namespace plein::net::test
