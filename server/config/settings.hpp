/// The table of keys: where each value goes, and what it may be.
#pragma once

#include "server/config/config.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace plein::config {

/// Where a number goes, and its smallest and largest value.
template <class T>
struct Number {
    T* target;
    std::int64_t min;
    std::int64_t max;
};

/// One of these names.
struct Choice {
    std::string* target;
    std::vector<std::string> names;
};

/// A name of the IANA time zone database.
struct TimeZone {
    std::string* target;
};

using Target = std::variant<bool*, std::string*, std::filesystem::path*, std::vector<std::string>*, Choice,
                            TimeZone, Number<std::size_t>, Number<std::uint16_t>, Number<unsigned>,
                            Number<int>, Number<std::chrono::milliseconds>, Number<std::chrono::seconds>>;

struct Setting {
    std::string key;  // "server.port"
    Target target;
};

/// All settings, pointing into `config`, which must outlive them.
std::vector<Setting> settings_of(Config& config);

}  // namespace plein::config
