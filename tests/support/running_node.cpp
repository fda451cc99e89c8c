#include "tests/support/running_node.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

extern char** environ;

namespace plein::test {
namespace {

constexpr std::string_view serving = "serving on port ";
constexpr auto patience = std::chrono::seconds{30};  // sanitizers and busy machines

void check(int error, const char* what) {
    if (error) throw std::system_error{error, std::generic_category(), what};
}

/// This process's environment without anything of Plein, and the settings.
std::vector<std::string> environment_with(const Settings& settings) {
    std::vector<std::string> variables;
    for (char** entry = environ; *entry; ++entry) {
        if (!std::string_view{*entry}.starts_with("PLEIN_")) variables.emplace_back(*entry);
    }
    for (const auto& [name, value] : settings)
        variables.push_back(fmt::format("{}={}", name, value));
    return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// setpriv becomes the server, after asking the kernel to end it when this thread ends.
pid_t spawn(const std::string& program, const Settings& settings, int log) {
    posix_spawn_file_actions_t actions;
    check(posix_spawn_file_actions_init(&actions), "file actions");
    posix_spawn_file_actions_adddup2(&actions, log, STDERR_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    // Asio's sockets are inherited: a node that is started later would hold the connections of the test's clients.
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    std::vector<std::string> words{"setpriv", "--pdeathsig=KILL", "--", program, "serve"};
    std::vector<std::string> variables = environment_with(settings);
    pid_t child = -1;
    const int failed = posix_spawnp(&child, "setpriv", &actions, nullptr, pointers_to(words).data(),
                                    pointers_to(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    check(failed, "starting plein");
    return child;
}

}  // namespace

/// One life of the server, and the thread that reads what it writes.
class RunningNode::Process {
public:
    Process(const std::string& program, const Settings& settings) {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) check(errno, "pipe2");
        pid_ = spawn(program, settings, ends[1]);
        close(ends[1]);
        reader_ = std::thread{[this, end = ends[0]] { read_log(end); }};
    }
    ~Process() {
        signal(SIGKILL);
        wait();
        reader_.join();
    }

    /// Throws when it ended, or takes too long.
    std::uint16_t wait_until_it_serves() {
        std::unique_lock lock{mutex_};
        const bool told = changed_.wait_for(lock, patience, [this] { return port_ != 0 || ended_; });
        if (!told || port_ == 0) throw std::runtime_error{"plein does not serve; it wrote:\n" + log_};
        return port_;
    }

    void signal(int number) const {
        if (pid_ > 0) ::kill(pid_, number);
    }

    int wait() {
        int status = -1;
        if (pid_ <= 0) return -1;
        waitpid(std::exchange(pid_, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] pid_t pid() const { return pid_; }
    [[nodiscard]] std::string log() const {
        const std::lock_guard lock{mutex_};
        return log_;
    }

private:
    void read_log(int end) {
        std::array<char, 4096> bytes{};
        for (ssize_t count = 0; (count = read(end, bytes.data(), bytes.size())) > 0;) {
            const std::lock_guard lock{mutex_};
            log_.append(bytes.data(), static_cast<std::size_t>(count));
            find_port();
            if (log_.size() > max_log) log_.erase(0, log_.size() - max_log / 2);
        }
        close(end);
        const std::lock_guard lock{mutex_};
        ended_ = true;
        changed_.notify_all();
    }

    void find_port() {
        const auto found = log_.find(serving);
        if (port_ != 0 || found == std::string::npos || log_.find('\n', found) == std::string::npos) return;
        std::from_chars(log_.data() + found + serving.size(), log_.data() + log_.size(), port_);
        changed_.notify_all();
    }

    static constexpr std::size_t max_log = 256 * 1024;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::string log_;
    std::uint16_t port_ = 0;
    bool ended_ = false;
    pid_t pid_ = -1;
    std::thread reader_;
};

/// A socket that is bound and does not listen: no other program gets its port, not even for a connection that it opens.
/// The server shares ports, so it does.
class RunningNode::KeptPort {
public:
    explicit KeptPort(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        const int yes = 1;
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        setsockopt(socket_, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
        if (bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            check(errno, "keeping a node's port");
    }
    ~KeptPort() { close(socket_); }
    KeptPort(const KeptPort&) = delete;
    KeptPort& operator=(const KeptPort&) = delete;

private:
    int socket_;
};

RunningNode::RunningNode(Settings settings) : settings_(std::move(settings)), program_(PLEIN_BINARY) {
    settings_.try_emplace("PLEIN_SERVER_LEAVING_MS", "0");
    start();
}
RunningNode::~RunningNode() = default;

void RunningNode::start() {
    process_.reset();
    process_ = std::make_unique<Process>(program_, settings_);
    const std::uint16_t port = process_->wait_until_it_serves();
    if (kept_) return;
    kept_ = std::make_unique<KeptPort>(port);
    settings_["PLEIN_SERVER_PORT"] = std::to_string(port);
}

void RunningNode::change(const Settings& settings) {
    for (const auto& [name, value] : settings)
        settings_[name] = value;
}

void RunningNode::limit_descriptors(std::size_t most) {
    rlimit limit{};
    prlimit(process_->pid(), RLIMIT_NOFILE, nullptr, &limit);
    limit.rlim_cur = most;
    if (prlimit(process_->pid(), RLIMIT_NOFILE, &limit, nullptr) != 0) check(errno, "prlimit");
}

void RunningNode::lift_limit_of_descriptors() {
    rlimit limit{};
    prlimit(process_->pid(), RLIMIT_NOFILE, nullptr, &limit);
    limit_descriptors(limit.rlim_max);
}

void RunningNode::kill() {
    process_->signal(SIGKILL);
    process_->wait();
}

void RunningNode::terminate() { process_->signal(SIGTERM); }
int RunningNode::wait() { return process_->wait(); }
void RunningNode::pause() { process_->signal(SIGSTOP); }
void RunningNode::resume() { process_->signal(SIGCONT); }

std::uint16_t RunningNode::port() const { return process_->port(); }
std::string RunningNode::log() const { return process_->log(); }

std::size_t RunningNode::open_descriptors() const {
    const std::filesystem::path folder = "/proc/" + std::to_string(process_->pid()) + "/fd";
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder}, {}));
}

std::size_t RunningNode::resident_bytes() const {
    std::ifstream status{"/proc/" + std::to_string(process_->pid()) + "/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssAnon:")) return std::stoul(line.substr(8)) * 1024;
    }
    throw std::runtime_error{"the node has ended"};
}

}  // namespace plein::test
