/// docs/admin.md as somebody follows it who types what stands there.
///
/// Folders of the system become folders of the test's own, `sudo -u` and `systemctl` are noted and nothing more, and
/// PostgreSQL's programs go to a private cluster. All else runs as written, so the guide cannot say what does not work.
#pragma once

#include "tests/support/command.hpp"
#include "tests/support/private_servers.hpp"

#include <filesystem>
#include <string>

namespace plein::test {

class Guide {
public:
    explicit Guide(const PrivateServers& servers);
    ~Guide();
    Guide(const Guide&) = delete;
    Guide& operator=(const Guide&) = delete;

    /// The `number`-th block of commands (from 0) under the heading. Throws when the guide has no such block.
    Outcome run(const std::string& heading, std::size_t number, const std::string& input = {}) const;

    /// The plein.toml that the guide had somebody write.
    [[nodiscard]] std::string settings_file() const { return folder_ / "etc/plein.toml"; }
    /// What systemd was asked, a line each.
    [[nodiscard]] std::string asked_of_systemd() const;

private:
    [[nodiscard]] std::string as_of_the_test(std::string commands) const;
    void write_command(const std::string& name, const std::string& script) const;

    std::string cluster_;
    std::filesystem::path folder_;
};

}  // namespace plein::test
