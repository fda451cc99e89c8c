#include "tests/support/private_servers.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace plein::test {
namespace {

constexpr std::string_view folder_line = "folder=";

void check(int error, const char* what) {
    if (error) throw std::system_error{error, std::generic_category(), what};
}

/// Starts the script in a session of its own, so that Ctrl-C reaches the test only and the script then sees
/// its end.
int spawn(const std::string& which, int socket) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    check(posix_spawn_file_actions_init(&actions), "file actions");
    check(posix_spawnattr_init(&attributes), "attributes");
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    // `which` falls into words, the path of the script does not.
    const std::array<const char*, 6> arguments{
        "bash", "-c", R"(exec "$0" $1)", PLEIN_TEST_SERVERS_SCRIPT, which.c_str(), nullptr};
    pid_t script = -1;
    const int failed = posix_spawn(&script, "/bin/bash", &actions, &attributes,
                                   const_cast<char* const*>(arguments.data()), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    check(failed, "starting " PLEIN_TEST_SERVERS_SCRIPT);
    return script;
}

std::string folder_in(const char* file) {
    std::ifstream lines{file};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(folder_line)) return line.substr(folder_line.size());
    }
    throw std::runtime_error{std::string{"no servers are told of in "} + file};
}

}  // namespace

PrivateServers::PrivateServers(const std::string& which) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data())) check(errno, "socketpair");
    socket_ = ends[0];
    script_ = spawn(which, ends[1]);
    close(ends[1]);
    folder_ = read_line().substr(folder_line.size());
    read_line();  // "ready"
}

PrivateServers::~PrivateServers() {
    close(socket_);
    waitpid(script_, nullptr, 0);
}

std::vector<std::uint16_t> PrivateServers::redis_ports() const {
    std::ifstream lines{folder_ + "/redis.ports"};
    std::vector<std::uint16_t> ports(2);
    if (!(lines >> ports[0] >> ports[1])) throw std::runtime_error{"no Sentinel was started"};
    return ports;
}

void PrivateServers::command(const std::string& line) {
    const std::string bytes = line + "\n";
    if (write(socket_, bytes.data(), bytes.size()) != std::ssize(bytes)) check(errno, "telling the servers");
    read_line();  // "done"
}

std::string PrivateServers::read_line() {
    std::string line;
    for (char c = 0; read(socket_, &c, 1) == 1;) {
        if (c == '\n') return line;
        line += c;
    }
    throw std::runtime_error{"the test servers ended; see what they wrote above"};
}

const std::string& shared_postgres() {
    static const std::string folder = [] {
        if (const char* file = std::getenv("PLEIN_TEST_SERVERS")) return folder_in(file);
        static PrivateServers own{"postgres"};
        return own.folder();
    }();
    return folder;
}

}  // namespace plein::test
