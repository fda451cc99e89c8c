/// What must be bounded in a Markdown source before cmark-gfm sees it, because 0.29.0.gfm.6 (Debian 12) does not.
#pragma once

#include <string>
#include <string_view>

namespace plein {

/// Deeper quotes and lists than anyone writes: every piece of text inside costs cmark a walk to the root, so that
/// 20 kB could take half a second. What goes beyond becomes text; limits::block_depth flattens the rest.
inline constexpr std::size_t max_markers_per_line = 60;

/// A table row is filled up with empty cells to the width of its header: 20 kB could ask for twelve million cells.
inline constexpr std::size_t max_table_cells = 10'000;

/// `source` with a backslash before the first marker of a line (`>`, `-`, `1.`) that nests too deeply.
[[nodiscard]] std::string bound_nesting(std::string_view source);

/// Whether every table that could stand in `source` stays within `max_table_cells`.
[[nodiscard]] bool tables_are_bounded(std::string_view source);

}  // namespace plein
