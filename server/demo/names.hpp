/// Names for the people and groups that nobody tells a story about.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace plein::demo {

[[nodiscard]] std::string full_name(std::mt19937_64& random);
[[nodiscard]] std::string job_title(std::mt19937_64& random);
/// Another one for each `number`.
[[nodiscard]] std::string group_name(std::int64_t number);

}  // namespace plein::demo
