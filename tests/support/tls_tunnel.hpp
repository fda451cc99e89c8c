/// A plain port for what speaks TLS elsewhere, so that clients of a test that know no TLS reach it; and the troubles that
/// a network has.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace plein::test {

/// What goes wrong on the way; may change at any moment.
struct Trouble {
    std::atomic<int> cut_requests =
        0;  // so many times a connection ends in the middle of what the client says
    std::atomic<int> cut_responses = 0;  // … and of what the server says
    std::atomic<bool> silence = false;   // connections stay open and nothing passes, not even their end
    std::atomic<std::chrono::milliseconds> delay{};  // of everything that passes
};

/// Each connection to `port` goes on to `server` on this machine, over TLS, from the address `from` (of 127.0.0.0/8):
/// so the other side can tell this client from the rest of the machine.   Thread: one of its own.
class TlsTunnel {
public:
    TlsTunnel(std::uint16_t server, const std::string& from);
    ~TlsTunnel();
    TlsTunnel(const TlsTunnel&) = delete;
    TlsTunnel& operator=(const TlsTunnel&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] Trouble& trouble();
    /// Ends every connection there is.
    void cut_all();

private:
    class Listener;
    std::unique_ptr<Listener> listener_;
};

}  // namespace plein::test
