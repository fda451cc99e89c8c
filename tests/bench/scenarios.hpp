/// What is measured. Each scenario runs on one thread, against one node, and prints its report.
#pragma once

#include "tests/bench/audience.hpp"

#include <sys/types.h>
#include <cstdint>
#include <string>

namespace plein::bench {

struct Target {
    std::uint16_t port = 8080;
    pid_t node = 0;      // the server's process, for its CPU time and memory
    pid_t postgres = 0;  // likewise
    pid_t redis = 0;
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

struct PagesOptions {
    std::string page = "warm";  // warm, cold, home, group
    std::size_t clients = 16;
    std::int64_t seconds = 10;
    std::string folder;  // of the pages as files
};

/// First pages, closed loop: each client asks as soon as its last page has come. "warm": its one tab, again and again;
/// "cold": a tab and a person that nobody asked for before, or long ago; "home", "group": its own, again and again.
void measure_pages(const Target& target, const PagesOptions& options);

/// The same pages as files that a server of files has in `folder`: what the way there allows at most.
void measure_served_pages(const Target& target, const PagesOptions& options);

/// The answers to what `measure_pages` asks, in `folder`, for that server.
void save_pages(const Target& target, const PagesOptions& options);

/// The same on PostgreSQL alone: a script for `pgbench -M prepared` on standard output, where each client asks what it
/// asks above; of cold tabs, some.
void write_pages_script(const Target& target, const PagesOptions& options);

struct IdleOptions {
    std::size_t connections = 10'000;
    std::size_t streams = 10;
};

/// Memory of the server for each signed-in WebSocket that follows streams and says nothing.
void measure_idle(const Target& target, const IdleOptions& options);

struct PeopleOptions {
    std::size_t people = 15'000;
    std::size_t streams = 10;
    std::int64_t seconds = 10;
    double pause_seconds = 20;  // between two actions of one person, on average
};

/// People who use Plein, each with a connection for events: they open tabs, read back, post, come and go. How long each
/// action took counts from when it was due.
void measure_people(const Target& target, const PeopleOptions& options);

struct ReadersOptions {
    std::size_t readers = 50;
    std::int64_t seconds = 10;
    double pause_seconds = 1;  // between two pages of one reader, on average
};

/// People who read one page after the other: their tab, a thread, Home, their group. How long each page took counts from
/// when it was due.
void measure_readers(const Target& target, const ReadersOptions& options);

struct ReactionsOptions {
    std::size_t people = 1000;
    double per_second = 1000;
    std::int64_t seconds = 10;
};

/// Everybody reacts to one post at this rate, and others read pages of theirs: how long these took before and meanwhile.
void measure_reactions(const Target& target, const ReactionsOptions& options);

struct ReachOptions {
    std::size_t people = 10'000;
    std::size_t streams = 10;
    double posts_per_second = 200;
    std::int64_t seconds = 10;
};

/// People in many groups, and posts in all of these: how soon each is on every member's socket, from when it was due.
/// Errors: std::runtime_error, when one is lost or comes twice.
void measure_reach(const Target& target, const ReachOptions& options);

struct WholeWayOptions {
    std::size_t members = 1000;
    std::size_t clients = 16;
    std::int64_t seconds = 10;
};

/// From an HTTP request over commit and Redis to the sockets of one group's members, closed loop.
void measure_whole_way(const Target& target, const WholeWayOptions& options);

struct StormOptions {
    std::size_t connections = 10'000;
    std::size_t streams = 10;
    std::int64_t missed = 2;   // events of each stream
    std::string database_url;  // as the server
    std::string redis_url;
};

/// What people miss while there is no node: events in every group.
void miss_events(const Target& target, const StormOptions& options);

/// People who all come back at once to a node that has just started, from before what they missed: how long until each has
/// all of it.
void measure_storm(const Target& target, const StormOptions& options);

struct SignInsOptions {
    std::size_t people = 500;
    std::string password;
    std::size_t memory_mib = 64;  // of the hash, as the server has it
    unsigned passes = 3;
    std::int64_t seconds = 5;  // pages are read before, or hashes are made
};

/// People who all sign in at once, and others who read meanwhile.
void measure_sign_ins(const Target& target, const SignInsOptions& options);

/// What the hash allows at most, on one thread.
void measure_argon2(const SignInsOptions& options);

struct FanOutOptions {
    std::size_t members = 1000;
    Loop loop;
    std::string database_url;  // as the server
    std::string redis_url;
};

/// Posts of another node reach all members of one group: closed loop, events enter by the log and by Redis.
void measure_fan_out(const Target& target, const FanOutOptions& options);

struct PeerOptions {
    std::string kind;  // nats, nchan, socket.io
    std::uint16_t websocket_port = 0;
    std::uint16_t port = 0;  // where it takes events
    std::size_t members = 1000;
    Loop loop;
};

/// The same of another server, whose process is the target's.
void measure_peer(const Target& target, const PeerOptions& options);

struct PeerIdleOptions {
    std::string kind;  // ws, nchan
    std::uint16_t port = 0;
    std::size_t connections = 10'000;
};

/// Memory of another server, the target's process, for each WebSocket that says nothing.
void measure_idle_peer(const Target& target, const PeerIdleOptions& options);

}  // namespace plein::bench
