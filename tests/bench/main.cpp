#include "tests/bench/scenarios.hpp"
#include "tests/bench/stage.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

using namespace plein::bench;

void add_posts_options(CLI::App& command, PostsOptions& posts) {
    command.add_option("--clients", posts.clients, "Who post at the same time");
    command.add_option("--groups", posts.groups, "In so many groups");
}

void add_loop_options(CLI::App& command, std::size_t& members, Loop& loop) {
    command.add_option("--members", members, "How many, each with a connection");
    command.add_option_function<std::int64_t>(
        "--seconds", [&loop](std::int64_t seconds) { loop.length = std::chrono::seconds{seconds}; },
        "How long");
    command.add_option("--at-once", loop.at_once, "Events that come together");
    command.add_option("--under-way", loop.under_way, "Events that not everybody has yet, at most");
}

void add_fan_out(CLI::App& app, const Target& target, FanOutOptions& options) {
    auto* command = app.add_subcommand("fan-out", "Posts of another node, to all members of one group");
    add_loop_options(*command, options.members, options.loop);
    command->add_option("--server-database", options.database_url, "The database, as the server")->required();
    command->add_option("--redis", options.redis_url, "Where nodes announce events")->required();
    command->callback([&target, &options] { measure_fan_out(target, options); });
}

void add_peer(CLI::App& app, const Target& target, PeerOptions& options) {
    auto* command = app.add_subcommand("peer", "The same of another server");
    command->add_option("kind", options.kind, "nats or nchan")->required();
    command->add_option("--websocket-port", options.websocket_port, "Where it is heard")->required();
    command->add_option("--publish-port", options.port, "Where it takes events")->required();
    add_loop_options(*command, options.members, options.loop);
    command->callback([&target, &options] { measure_peer(target, options); });
}

void add_scenarios(CLI::App& app, Target& target, PostsOptions& posts, IdleOptions& idle) {
    app.add_option("--database", target.owner_url, "The database, as its owner")->required();
    app.add_option("--port", target.port, "Where the node listens on this machine");
    app.add_option("--node", target.node, "The node's process");
    app.require_subcommand(1);

    app.add_subcommand("sessions", "Begins a session for everyone")->callback([&target] {
        begin_sessions(target.owner_url);
    });
    auto* posting = app.add_subcommand("posts", "Durable posts through the HTTP API");
    add_posts_options(*posting, posts);
    posting->add_option("--seconds", posts.seconds, "How long");
    posting->callback([&target, &posts] { measure_posts(target, posts); });
    auto* script = app.add_subcommand("posts-script", "The same on PostgreSQL alone: a script for pgbench");
    add_posts_options(*script, posts);
    script->callback([&target, &posts] { write_posts_script(target, posts); });
    auto* idling = app.add_subcommand("idle", "Memory of connections that say nothing");
    idling->add_option("--connections", idle.connections, "How many");
    idling->add_option("--streams", idle.streams, "Subscriptions of each");
    idling->callback([&target, &idle] { measure_idle(target, idle); });
}

}  // namespace

int main(int argc, char** argv) try {
    spdlog::set_level(spdlog::level::warn);  // standard output is for results
    CLI::App app{"Puts load on a node of Plein and reports what it did", "plein_bench"};
    Target target;
    PostsOptions posts;
    IdleOptions idle;
    FanOutOptions fan_out;
    PeerOptions peer;
    add_scenarios(app, target, posts, idle);
    add_fan_out(app, target, fan_out);
    add_peer(app, target, peer);
    CLI11_PARSE(app, argc, argv);
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "plein_bench: {}\n", error.what());
    return 1;
}
