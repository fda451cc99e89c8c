/// `plein COMMAND …` as it is typed in a terminal.
#pragma once

#include "tests/support/running_node.hpp"

#include <string>
#include <vector>

namespace plein::test {

/// How a command ended.
struct Outcome {
    int status = -1;
    std::string out;
    std::string err;
};

/// Runs a program, or the built binary, to its end with nothing of Plein in its environment but the settings. `input` is what stands
/// on its standard input.
Outcome run_program(const std::string& program, const std::vector<std::string>& words,
                    const Settings& settings, const std::string& input = {});
Outcome run_plein(const std::vector<std::string>& words, const Settings& settings,
                  const std::string& input = {});

}  // namespace plein::test
