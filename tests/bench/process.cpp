#include "tests/bench/process.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace plein::bench {

namespace {

std::ifstream open(pid_t process, const char* file) {
    std::ifstream text{fmt::format("/proc/{}/{}", process, file)};
    if (!text) throw std::runtime_error{fmt::format("there is no process {}", process)};
    return text;
}

std::int64_t resident_bytes(pid_t process) {
    auto status = open(process, "status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssAnon:")) return 1024 * std::stoll(line.substr(8));
    }
    throw std::runtime_error{fmt::format("process {} has no memory of its own", process)};
}

/// proc(5): utime and stime are the 14th and 15th field; the name before them, in parentheses, may hold anything.
double cpu_seconds(pid_t process) {
    std::string line;
    auto stat = open(process, "stat");
    std::getline(stat, line);
    std::istringstream fields{line.substr(line.rfind(')') + 2)};
    std::string skipped;
    for (int field = 3; field < 14; ++field)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

ProcessUse use_of(pid_t process) { return {resident_bytes(process), cpu_seconds(process)}; }

}  // namespace plein::bench
