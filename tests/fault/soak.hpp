/// How long and how much, when scripts/soak says so instead of the test.
#pragma once

#include <cstdlib>

namespace plein::test {

inline std::size_t given(const char* variable, std::size_t otherwise) {
    const char* text = std::getenv(variable);
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

}  // namespace plein::test
