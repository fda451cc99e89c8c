/// What everything that takes part uses of the machine's processors while something is measured.
#pragma once

#include "tests/bench/report.hpp"
#include "tests/bench/scenarios.hpp"

namespace plein::bench {

class MachineUse {
public:
    /// From here on.
    explicit MachineUse(const Target& target) : target_(target), before_(now(target)) {}

    /// Node, PostgreSQL, Redis and load, each as seconds of CPU for a unit: a second, or one of so many things done.
    void add_to(Report& report, double units, std::string_view unit) const;

private:
    struct Seconds {
        double node = 0;
        double postgres = 0;
        double redis = 0;
        double load = 0;
    };
    static Seconds now(const Target& target);

    const Target& target_;
    Seconds before_;
};

}  // namespace plein::bench
