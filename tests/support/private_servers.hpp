/// PostgreSQL and Redis of a test's own, for tests that kill them; see tests/support/servers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace plein::test {

/// Runs the script, which runs the servers. They end with this object, and with the test program however it
/// ends.
class PrivateServers {
public:
    /// `which`: "postgres", with "standby" or without; "redis"; "sentinel", see `redis_ports`.
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

    /// The standby becomes the primary. Returns when it takes writes.
    void promote_standby() { command("promote standby"); }
    /// What makes the URL of a database name both, and libpq take whichever is the primary.
    [[nodiscard]] std::string standby_as_well() const {
        return "&host=" + folder_ + "," + folder_ + "&port=5432,5433&target_session_attrs=read-write";
    }

    /// SIGSTOP and SIGCONT: it lives and says nothing.
    void pause_postgres() { command("pause postgres"); }
    void resume_postgres() { command("resume postgres"); }
    void pause_standby() { command("pause standby"); }
    void resume_standby() { command("resume standby"); }
    void pause_redis() { command("pause redis"); }
    void resume_redis() { command("resume redis"); }

    /// Where PostgreSQL's socket is: the host of its URL.
    [[nodiscard]] const std::string& folder() const { return folder_; }
    /// Of two Redis with a Sentinel, the first being the master: where they listen on 127.0.0.1.
    [[nodiscard]] std::vector<std::uint16_t> redis_ports() const;
    /// `kill -9` of the first of them.
    void kill_master() { command("kill master"); }
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
