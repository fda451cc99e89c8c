/// A plain port for what speaks TLS elsewhere, so that clients of a test that know no TLS reach it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace plein::test {

/// Each connection to `port` goes on to `server` on this machine, over TLS, from the address `from` (of 127.0.0.0/8):
/// so the other side can tell this client from the rest of the machine.   Thread: one of its own.
class TlsTunnel {
public:
    TlsTunnel(std::uint16_t server, const std::string& from);
    ~TlsTunnel();
    TlsTunnel(const TlsTunnel&) = delete;
    TlsTunnel& operator=(const TlsTunnel&) = delete;

    [[nodiscard]] std::uint16_t port() const;

private:
    class Listener;
    std::unique_ptr<Listener> listener_;
};

}  // namespace plein::test
