#include "tests/bench/scenarios.hpp"
#include "tests/bench/stage.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

using namespace plein::bench;

struct Options {
    Target target;
    PostsOptions posts;
    PagesOptions pages;
    IdleOptions idle;
    FanOutOptions fan_out;
    PeerOptions peer;
    PeerIdleOptions peer_idle;
    PeopleOptions people;
    ReadersOptions readers;
    ReactionsOptions reactions;
    ReachOptions reach;
    WholeWayOptions whole_way;
    StormOptions storm;
    SignInsOptions sign_ins;
};

/// A command that measures something with options of its own.
template <class Own, class Measure>
CLI::App& add(CLI::App& app, const char* name, const char* text, const Target& target, Own& own,
              Measure measure) {
    auto* command = app.add_subcommand(name, text);
    if constexpr (requires { own.seconds; }) command->add_option("--seconds", own.seconds, "How long");
    if constexpr (requires { own.database_url; })
        command->add_option("--server-database", own.database_url, "The database, as the server")->required();
    if constexpr (requires { own.redis_url; })
        command->add_option("--redis", own.redis_url, "Where nodes announce events")->required();
    command->callback([&target, &own, measure] { measure(target, own); });
    return *command;
}

void add_requests(CLI::App& app, Options& options) {
    const Target& target = options.target;
    const auto add_posts = [&](const char* name, const char* text, auto measure) {
        CLI::App& command = add(app, name, text, target, options.posts, measure);
        command.add_option("--clients", options.posts.clients, "Who post at the same time");
        command.add_option("--groups", options.posts.groups, "In so many groups");
    };
    add_posts("posts", "Durable posts through the HTTP API", measure_posts);
    add_posts("posts-script", "The same on PostgreSQL alone: a script for pgbench", write_posts_script);

    const auto add_pages = [&](const char* name, const char* text, auto measure) {
        CLI::App& command = add(app, name, text, target, options.pages, measure);
        command.add_option("--page", options.pages.page, "warm, cold, home or group");
        command.add_option("--clients", options.pages.clients, "Who ask at the same time");
        command.add_option("--folder", options.pages.folder, "For files");
    };
    add_pages("pages", "First pages through the HTTP API", measure_pages);
    add_pages("save-pages", "The same pages as files", save_pages);
    add_pages("served-pages", "These files, from a server of files", measure_served_pages);
    add_pages("pages-script", "The same on PostgreSQL alone: a script for pgbench", write_pages_script);
}

void add_loop(CLI::App& command, std::size_t& members, Loop& loop) {
    command.add_option("--members", members, "How many, each with a connection");
    command.add_option_function<std::int64_t>(
        "--seconds", [&loop](std::int64_t seconds) { loop.length = std::chrono::seconds{seconds}; },
        "How long");
    command.add_option(
        "--deliveries-per-second", loop.deliveries_per_second,
        "One event after the other at this rate, and the time of each delivery since its event was due");
    command.add_option("--at-once", loop.at_once, "Events that come together");
    command.add_option("--under-way", loop.under_way, "Events that not everybody has yet, at most");
}

void add_live(CLI::App& app, Options& options) {
    const Target& target = options.target;
    CLI::App& fan_out = add(app, "fan-out", "Posts of another node, to all members of one group", target,
                            options.fan_out, measure_fan_out);
    add_loop(fan_out, options.fan_out.members, options.fan_out.loop);

    CLI::App& peer = add(app, "peer", "The same of another server", target, options.peer, measure_peer);
    peer.add_option("kind", options.peer.kind, "nats, nchan or socket.io")->required();
    peer.add_option("--websocket-port", options.peer.websocket_port, "Where it is heard")->required();
    peer.add_option("--publish-port", options.peer.port, "Where it takes events")->required();
    add_loop(peer, options.peer.members, options.peer.loop);

    CLI::App& idle =
        add(app, "idle", "Memory of connections that say nothing", target, options.idle, measure_idle);
    idle.add_option("--connections", options.idle.connections, "How many");
    idle.add_option("--streams", options.idle.streams, "Subscriptions of each");
    CLI::App& peer_idle =
        add(app, "peer-idle", "The same of another server", target, options.peer_idle, measure_idle_peer);
    peer_idle.add_option("kind", options.peer_idle.kind, "ws or nchan")->required();
    peer_idle.add_option("--websocket-port", options.peer_idle.port, "Where it is heard")->required();
    peer_idle.add_option("--connections", options.peer_idle.connections, "How many");
}

void add_people(CLI::App& app, Options& options) {
    const Target& target = options.target;
    add(app, "people", "People who use Plein all at once", target, options.people, measure_people)
        .add_option("--people", options.people.people, "How many");
    CLI::App& readers =
        add(app, "readers", "People who read all at once", target, options.readers, measure_readers);
    readers.add_option("--readers", options.readers.readers, "How many");
    readers.add_option("--pause", options.readers.pause_seconds, "Seconds between two pages of one reader");
    CLI::App& reactions =
        add(app, "reactions", "Everybody reacts to one post", target, options.reactions, measure_reactions);
    reactions.add_option("--people", options.reactions.people, "How many");
    reactions.add_option("--per-second", options.reactions.per_second, "At which rate");
    CLI::App& reach =
        add(app, "reach", "Posts in many groups, to all their members", target, options.reach, measure_reach);
    reach.add_option("--people", options.reach.people, "How many, each with a connection");
    reach.add_option("--posts-per-second", options.reach.posts_per_second, "At which rate");
    add(app, "whole-way", "From a request to the sockets of one group's members", target, options.whole_way,
        measure_whole_way)
        .add_option("--members", options.whole_way.members, "How many, each with a connection");
    add(app, "miss", "Events in every group", target, options.storm, miss_events);
    add(app, "storm", "All come back at once, after `miss`", target, options.storm, measure_storm)
        .add_option("--connections", options.storm.connections, "How many");
    const auto add_sign_ins = [&](const char* name, const char* text, auto measure) {
        CLI::App& command = add(app, name, text, target, options.sign_ins, measure);
        command.add_option("--password", options.sign_ins.password, "Of everybody")->required();
        command.add_option("--people", options.sign_ins.people, "How many");
    };
    add_sign_ins("sign-ins", "All sign in at once, and others read", measure_sign_ins);
    add_sign_ins("argon2", "The hash of a sign-in alone",
                 [](const Target&, const SignInsOptions& own) { measure_argon2(own); });
}

}  // namespace

int main(int argc, char** argv) try {
    spdlog::set_level(spdlog::level::warn);  // standard output is for results
    CLI::App app{"Puts load on a node of Plein and reports what it did", "plein_bench"};
    Options options;
    app.add_option("--database", options.target.owner_url, "The database, as its owner")->required();
    app.add_option("--port", options.target.port, "Where the node listens on this machine");
    app.add_option("--node", options.target.node, "The node's process");
    app.add_option("--postgres", options.target.postgres, "PostgreSQL's first process");
    app.add_option("--redis-server", options.target.redis, "The process of Redis");
    app.require_subcommand(1);
    app.add_subcommand("sessions", "Begins a session for everyone")->callback([&options] {
        begin_sessions(options.target.owner_url);
    });
    add_requests(app, options);
    add_live(app, options);
    add_people(app, options);
    CLI11_PARSE(app, argc, argv);
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "plein_bench: {}\n", error.what());
    return 1;
}
