/// What another process on this machine uses.
#pragma once

#include <sys/types.h>
#include <cstdint>

namespace plein::bench {

struct ProcessUse {
    std::int64_t resident_bytes = 0;  // anonymous memory: heap and stacks, no code, no files
    double cpu_seconds = 0;           // user and system, since it started
};

/// Errors: std::runtime_error, when there is no such process.
ProcessUse use_of(pid_t process);

/// Of a process with all its children, ended ones included, as PostgreSQL has them: seconds of CPU since it started.
double cpu_seconds_of_family(pid_t process);

}  // namespace plein::bench
