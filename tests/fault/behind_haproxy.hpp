/// A deployment behind the sample for HAProxy.
#pragma once

#include "tests/support/deployment.hpp"
#include "tests/support/front_proxy.hpp"
#include "tests/support/tls_tunnel.hpp"

namespace plein::test {

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
