/// A deployment behind the sample for HAProxy, and people who notice each request that fails.
#pragma once

#include "tests/support/deployment.hpp"
#include "tests/support/front_proxy.hpp"
#include "tests/support/tls_tunnel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace plein::test {

/// Somebody who never pauses and takes nothing twice: reads and writes on one connection; the first failure is the end.
class Restless {
public:
    /// Every other post is longer than a proxy keeps to say it again.
    Restless(Device device, TabId tab, std::uint8_t author);
    ~Restless();

    /// Until so many more requests were answered, or one failed.
    void wait_for(int more) const;
    [[nodiscard]] int answers() const { return answers_; }
    [[nodiscard]] int faults() const { return faults_; }

private:
    void work(std::uint8_t author);

    Device device_;
    TabId tab_;
    std::atomic<bool> resting_ = false;
    std::atomic<int> answers_ = 0;
    std::atomic<int> faults_ = 0;
    std::thread thread_;
};

class BehindHaproxy {
public:
    explicit BehindHaproxy(DeploymentOptions options);

    /// SIGTERM; returns when it has ended as asked.
    void stop(std::size_t node);
    /// Returns when HAProxy has asked it and been told that it is ready.
    void start(std::size_t node);

    Deployment plein;

private:
    FrontProxy proxy_;
    TlsTunnel network_;
};

}  // namespace plein::test
