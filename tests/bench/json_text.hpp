/// Looks things up in JSON that the server wrote, without parsing all of it: the load has to be cheaper than the server.
#pragma once

#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace plein::bench {

/// The value of the first member of this name, whichever object it is in: a text without its quotes, or what stands up to
/// the next comma or bracket. Empty when there is none.
inline std::string_view member_of(std::string_view json, std::string_view name) {
    const std::string sought = '"' + std::string{name} + "\":";
    const auto at = json.find(sought);
    if (at == std::string_view::npos) return {};
    const std::string_view value = json.substr(at + sought.size());
    if (value.starts_with('"')) return value.substr(1, value.find('"', 1) - 1);
    return value.substr(0, value.find_first_of(",}]"));
}

/// Errors: std::runtime_error, when that is no number.
inline std::int64_t number_of(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) throw std::runtime_error{"no number: " + std::string{text}};
    return number;
}

}  // namespace plein::bench
