/// What is measured. Each scenario runs on one thread, against one node, and prints its report.
#pragma once

#include "tests/bench/audience.hpp"

#include <sys/types.h>
#include <cstdint>
#include <string>

namespace plein::bench {

struct Target {
    std::uint16_t port = 8080;
    pid_t node = 0;         // the server's process, for its CPU time and memory
    std::string owner_url;  // of the database, to prepare it
};

struct PostsOptions {
    std::size_t clients = 16;
    std::size_t groups = 100;
    std::int64_t seconds = 10;
};

/// Durable posts through the HTTP API, closed loop: each client posts as soon as its last post is acknowledged.
void measure_posts(const Target& target, const PostsOptions& options);

/// The same on PostgreSQL alone: the statements of one post, in their own words, as a script for `pgbench -M prepared`
/// on standard output. Clients are the same people in the same tabs.
void write_posts_script(const Target& target, const PostsOptions& options);

struct IdleOptions {
    std::size_t connections = 10'000;
    std::size_t streams = 10;
};

/// Memory of the server for each signed-in WebSocket that follows streams and says nothing.
void measure_idle(const Target& target, const IdleOptions& options);

struct FanOutOptions {
    std::size_t members = 1000;
    Loop loop;
    std::string database_url;  // as the server
    std::string redis_url;
};

/// Posts of another node reach all members of one group: closed loop, events enter by the log and by Redis.
void measure_fan_out(const Target& target, const FanOutOptions& options);

struct PeerOptions {
    std::string kind;  // nats, nchan
    std::uint16_t websocket_port = 0;
    std::uint16_t port = 0;  // where it takes events
    std::size_t members = 1000;
    Loop loop;
};

/// The same of another server, whose process is the target's.
void measure_peer(const Target& target, const PeerOptions& options);

}  // namespace plein::bench
