/// `/healthz` (alive), `/readyz` (may get traffic) and `/metrics` (Prometheus text format 0.0.4).
#pragma once

#include "protocol/described.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <string>
#include <vector>

namespace plein::net {

/// One thing without which the node should get no traffic. `name` is seen by anyone who asks.
struct ReadinessCheck {
    std::string name;  // "database"
    bool ready = false;
};
PLEIN_DESCRIBE(ReadinessCheck, name, ready);

/// The body of `/readyz`: 200 when ready, else 503.
struct ReadinessReport {
    bool ready = true;
    std::vector<ReadinessCheck> checks;
};
PLEIN_DESCRIBE(ReadinessReport, ready, checks);

/// Asked on each `/readyz`, on an I/O thread. Reports what it can reach instead of throwing.
using Readiness = std::function<boost::asio::awaitable<std::vector<ReadinessCheck>>()>;

/// Appends metrics in the text format, each with its own `plein_` name.   Thread: any I/O thread.
using FiguresProvider = std::function<void(std::string& out)>;

}  // namespace plein::net
