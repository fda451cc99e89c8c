/// Texts by the thousand for measurements: built from parts of sentences, from one line to a page, some with lists,
/// quotes, links, tables or code, as people write them.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace plein::demo {

struct Body {
    std::string markdown;
    std::string blocks;  // the parsed tree as JSON
};

/// The same `random` makes the same bodies.
[[nodiscard]] std::vector<Body> make_bodies(std::size_t count, std::mt19937_64& random);

}  // namespace plein::demo
