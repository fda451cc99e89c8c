/// nginx or HAProxy in front of nodes, or HAProxy in front of two Redis, as the samples in config/ set them up: their text with other ports, paths and, for
/// whoever is not root, without the lines that need root.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace plein::test {

class FrontProxy {
public:
    enum class Kind { nginx, haproxy, redis };

    /// Returns when it listens on both ports. Throws with what the program said when its own check of the configuration finds fault.
    FrontProxy(Kind kind, const std::vector<std::uint16_t>& nodes);
    ~FrontProxy();
    FrontProxy(const FrontProxy&) = delete;
    FrontProxy& operator=(const FrontProxy&) = delete;

    /// On 127.0.0.1: TLS, and plain HTTP; that of the master.
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::uint16_t plain_port() const { return plain_port_; }

    /// What nginx wrote about requests and about what failed.
    [[nodiscard]] std::string logs() const;

private:
    std::filesystem::path configure(Kind kind, const std::vector<std::uint16_t>& nodes) const;
    std::filesystem::path write_haproxy(std::string text) const;
    void write_certificate(Kind kind) const;

    std::filesystem::path folder_;
    std::uint16_t port_ = 0;
    std::uint16_t plain_port_ = 0;
    class Process;
    std::unique_ptr<Process> process_;
};

}  // namespace plein::test
