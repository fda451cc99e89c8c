/// What stands around every event on the wire, and the cursor with which a client comes back.
#pragma once

#include "protocol/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plein {

/// One line: `{"stream":…,"seq":…,"at":…,"type":…,"v":1,"data":…}`. `data` is the payload's JSON, spliced.
[[nodiscard]] std::string envelope(std::string_view stream, std::int64_t seq, Timestamp at,
                                   std::string_view type, std::string_view data);

/// `generation:seq`. A restored backup starts a new generation, so that no old cursor is mistaken for a new
/// one.
struct Cursor {
    std::string generation;
    std::int64_t seq = 0;

    bool operator==(const Cursor&) const = default;

    [[nodiscard]] std::string to_string() const;
    /// Nothing unless `text` is a generation, a colon and a number of at least 0.
    static std::optional<Cursor> parse(std::string_view text);
};

}  // namespace plein
