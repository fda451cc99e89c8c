#include "tests/bench/process.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace plein::bench {

namespace {

[[noreturn]] void no_such(pid_t process) {
    throw std::runtime_error{fmt::format("there is no process {}", process)};
}

std::int64_t resident_bytes(pid_t process) {
    std::ifstream status{fmt::format("/proc/{}/status", process)};
    if (!status) no_such(process);
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssAnon:")) return 1024 * std::stoll(line.substr(8));
    }
    throw std::runtime_error{fmt::format("process {} has no memory of its own", process)};
}

/// What proc(5) has of a process in its stat.
struct Stat {
    pid_t parent = 0;
    double own_seconds = 0;
    double ended_children_seconds = 0;
};

/// The parent is the 4th field, utime, stime, cutime and cstime the 14th to 17th; the name before them, in parentheses, may
/// hold anything.
std::optional<Stat> find_stat(pid_t process) {
    std::ifstream stat{fmt::format("/proc/{}/stat", process)};
    std::string line;
    if (!std::getline(stat, line)) return std::nullopt;  // it ended
    std::istringstream fields{line.substr(line.rfind(')') + 2)};
    std::string skipped;
    Stat found;
    fields >> skipped >> found.parent;
    for (int field = 5; field < 14; ++field)
        fields >> skipped;
    std::array<double, 4> ticks{};
    for (double& each : ticks)
        fields >> each;
    const auto per_second = static_cast<double>(sysconf(_SC_CLK_TCK));
    found.own_seconds = (ticks[0] + ticks[1]) / per_second;
    found.ended_children_seconds = (ticks[2] + ticks[3]) / per_second;
    return found;
}

Stat stat_of(pid_t process) {
    const auto found = find_stat(process);
    if (!found) no_such(process);
    return *found;
}

/// Every process there is, as far as it does not end meanwhile.
std::vector<Stat> all_processes() {
    std::vector<Stat> all;
    for (const auto& entry : std::filesystem::directory_iterator{"/proc"}) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        if (const auto found = find_stat(std::stoi(name))) all.push_back(*found);
    }
    return all;
}

}  // namespace

ProcessUse use_of(pid_t process) { return {resident_bytes(process), stat_of(process).own_seconds}; }

double cpu_seconds_of_family(pid_t process) {
    const Stat head = stat_of(process);
    double seconds = head.own_seconds + head.ended_children_seconds;
    for (const Stat& each : all_processes()) {
        if (each.parent == process) seconds += each.own_seconds;
    }
    return seconds;
}

}  // namespace plein::bench
