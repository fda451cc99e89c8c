#include "tests/support/guide.hpp"

#define BOOST_PROCESS_USE_STD_FS  // a library less
#include <fmt/format.h>
#include <unistd.h>
#include <boost/process.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace plein::test {
namespace {

namespace process = boost::process;

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream{file}.rdbuf();
    return text.str();
}

/// What stands in the `number`-th shell block behind the heading.
std::string commands_under(const std::string& heading, std::size_t number) {
    std::ifstream guide{PLEIN_SOURCE_DIR "/docs/admin.md"};
    std::string current;
    std::string commands;
    bool in_block = false;
    for (std::string line; std::getline(guide, line);) {
        if (!in_block && line.starts_with("#")) current = line.substr(line.find(' ') + 1);
        if (current != heading) continue;
        if (in_block && line == "```") {
            if (number-- == 0) return commands;
            commands.clear();
            in_block = false;
        } else if (in_block) {
            commands += line + "\n";
        } else {
            in_block = line == "```sh";
        }
    }
    throw std::runtime_error{"docs/admin.md has no such commands under " + heading};
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (auto found = text.find(from); found != std::string::npos; found = text.find(from, found + to.size()))
        text.replace(found, from.size(), to);
}

}  // namespace

Guide::Guide(const PrivateServers& servers)
    : cluster_(servers.folder()),
      folder_(std::filesystem::temp_directory_path() / fmt::format("plein-guide-{}", getpid())) {
    for (const char* part : {"bin", "etc", "backups", "webclient"})
        std::filesystem::create_directories(folder_ / part);
    std::ofstream{folder_ / "webclient/index.html"} << "a page";
    write_command("sudo", "if [[ $1 == -u ]]; then shift 2; fi; exec \"$@\"");
    write_command("systemctl", "echo \"$@\" >>" + (folder_ / "systemd").string());
    write_command("prlimit", "shift; exec \"$@\"");
    write_command("chown", "");
    write_command("plein", "exec '" PLEIN_BINARY "' \"$@\"");
}
Guide::~Guide() { std::filesystem::remove_all(folder_); }

void Guide::write_command(const std::string& name, const std::string& script) const {
    const auto file = folder_ / "bin" / name;
    std::ofstream{file} << "#!/bin/bash\n" << script << "\n";
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
}

std::string Guide::as_of_the_test(std::string commands) const {
    replace_all(commands, "/etc/plein", folder_ / "etc");
    replace_all(commands, "/var/backups/plein", folder_ / "backups");
    replace_all(commands, "/usr/share/plein/webclient", folder_ / "webclient");
    replace_all(commands, "/run/redis/redis-server.sock", cluster_ + "/redis.sock");
    return commands;
}

Outcome Guide::run(const std::string& heading, std::size_t number, const std::string& input) const {
    process::environment environment = boost::this_process::environment();
    environment["PATH"] = (folder_ / "bin").string() + ":" + environment["PATH"].to_string();
    environment["PGHOST"] = cluster_;
    environment["PGUSER"] = "postgres";
    environment["PLEIN_LIMITS_CONNECTIONS"] = "100";
    environment["PLEIN_PASSWORDS_MEMORY_MIB"] = "8";
    process::opstream in;
    const std::string out = folder_ / "out";
    const std::string err = folder_ / "err";
    for (const auto& file : {out, err})
        std::filesystem::remove(file);  // Boost.Process does not shorten one that is there
    const auto commands = as_of_the_test(commands_under(heading, number));
    process::child shell{"/bin/bash", process::args({"-euo", "pipefail", "-c", commands}), environment,
                         process::std_in<in, process::std_out> out, process::std_err > err};
    in << input << std::flush;
    in.pipe().close();
    shell.wait();
    return {shell.exit_code(), text_of(out), text_of(err)};
}

std::string Guide::asked_of_systemd() const { return text_of(folder_ / "systemd"); }

}  // namespace plein::test
