/// `/healthz` (alive), `/readyz` (may get traffic) and `/metrics` (Prometheus text format 0.0.4).
#pragma once

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <string>
#include <vector>

namespace plein::net {

/// One thing without which the node should get no traffic. `name` is seen by anyone who asks.
struct ReadinessCheck {
    std::string name;  // "database", "migrations"
    bool ready = false;
};

/// Asked on each `/readyz`, on an I/O thread.
using Readiness = std::function<boost::asio::awaitable<std::vector<ReadinessCheck>>()>;

/// Appends metrics in the text format, each with its own `plein_` name.   Thread: any I/O thread.
using FiguresProvider = std::function<void(std::string& out)>;

}  // namespace plein::net
