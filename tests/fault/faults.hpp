/// What breaks, one entry each. A run draws from them by its seed.
#pragma once

#include "tests/fault/fault_run.hpp"

#include <random>
#include <span>

namespace plein::test {

using Dice = std::mt19937_64;

struct Fault {
    const char* name;
    void (*happen)(FaultRun& run, Dice& dice);  // breaks and mends, while people post
};

[[nodiscard]] std::span<const Fault> all_faults();

void kill_a_node(FaultRun& run, Dice& dice);
void kill_redis(FaultRun& run, Dice& dice);
void kill_postgres(FaultRun& run, Dice& dice);
/// Of a run with a `turning_clock`.
void turn_a_clock(FaultRun& run, Dice& dice);
void exhaust_descriptors(FaultRun& run, Dice& dice);

}  // namespace plein::test
