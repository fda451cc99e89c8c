#include "tests/bench/machine.hpp"

#include "tests/bench/process.hpp"

#include <unistd.h>

namespace plein::bench {

MachineUse::Seconds MachineUse::now(const Target& target) {
    return {use_of(target.node).cpu_seconds, cpu_seconds_of_family(target.postgres),
            use_of(target.redis).cpu_seconds, use_of(getpid()).cpu_seconds};
}

void MachineUse::add_to(Report& report, double units, std::string_view unit) const {
    const Seconds after = now(target_);
    const auto add = [&](std::string_view who, double before, double then) {
        report.add(fmt::format("{}_{}", who, unit), (then - before) / units);
    };
    add("node", before_.node, after.node);
    add("postgres", before_.postgres, after.postgres);
    add("redis", before_.redis, after.redis);
    add("load", before_.load, after.load);
}

}  // namespace plein::bench
