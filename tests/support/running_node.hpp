/// `plein serve` as a child process, as it runs in production, on any free port of this machine.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace plein::test {

/// Environment of the child beyond what every node of a test has: "PLEIN_LIVE_SWEEP_INTERVAL_MS" and the like.
using Settings = std::map<std::string, std::string>;

/// Ends with this object, and with the test program however it ends.   Thread: the one that made it.
class RunningNode {
public:
    /// Returns when it serves. Throws with the end of its log when it does not. When it is to end it does not linger, unless
    /// `settings` say so: nobody looks at its /readyz.
    explicit RunningNode(Settings settings);
    ~RunningNode();
    RunningNode(const RunningNode&) = delete;
    RunningNode& operator=(const RunningNode&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// What it wrote since its last start, as far as it has been read.
    [[nodiscard]] std::string log() const;
    [[nodiscard]] std::size_t open_descriptors() const;
    /// Memory of its own that it occupies (RssAnon).
    [[nodiscard]] std::size_t resident_bytes() const;

    /// `kill -9`; returns when it is gone.
    void kill();
    /// Again, on the same port: nobody else got it meanwhile.
    void start();
    /// For its next start: further settings, and another program than the one that was built.
    void change(const Settings& settings);
    void upgrade_to(const std::string& program) { program_ = program; }
    /// No more descriptors than this from now on, or again as many as this program may have.
    void limit_descriptors(std::size_t most);
    void lift_limit_of_descriptors();
    /// SIGTERM. `wait` returns the exit status, -1 when a signal ended it.
    void terminate();
    int wait();
    /// SIGSTOP and SIGCONT.
    void pause();
    void resume();

private:
    class Process;
    class KeptPort;
    Settings settings_;
    std::string program_;
    std::unique_ptr<KeptPort> kept_;
    std::unique_ptr<Process> process_;
};

}  // namespace plein::test
