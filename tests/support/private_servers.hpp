/// PostgreSQL and Redis of a test's own, for tests that kill them; see tests/support/servers.
#pragma once

#include <string>

namespace plein::test {

/// Runs the script, which runs the servers. They end with this object, and with the test program however it
/// ends.
class PrivateServers {
public:
    /// `which`: "postgres", "redis" or both.
    explicit PrivateServers(const std::string& which);
    ~PrivateServers();
    PrivateServers(const PrivateServers&) = delete;
    PrivateServers& operator=(const PrivateServers&) = delete;

    /// `kill -9` of every process of it; the data stay. Returns when they are gone.
    void kill_postgres() { command("kill postgres"); }
    void kill_redis() { command("kill redis"); }
    /// Returns when it answers.
    void start_postgres() { command("start postgres"); }
    void start_redis() { command("start redis"); }

    /// SIGSTOP and SIGCONT: it lives and says nothing.
    void pause_postgres() { command("pause postgres"); }
    void resume_postgres() { command("resume postgres"); }
    void pause_redis() { command("pause redis"); }
    void resume_redis() { command("resume redis"); }

    /// Where PostgreSQL's socket is: the host of its URL.
    [[nodiscard]] const std::string& folder() const { return folder_; }
    [[nodiscard]] std::string redis_url() const { return "unix://" + folder_ + "/redis.sock"; }

private:
    void command(const std::string& line);
    std::string read_line();

    int socket_ = -1;  // stdin and stdout of the script
    int script_ = -1;
    std::string folder_;
};

/// The folder of the PostgreSQL that all tests share: CTest's, or one that this program starts when it first
/// asks.
const std::string& shared_postgres();

}  // namespace plein::test
