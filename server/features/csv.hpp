/// A CSV file as people's programs write it: rows of cells, in UTF-8.
///
/// Read strictly by libcsv (RFC 4180): what two readers could understand differently is a fault with its line. Separator
/// (comma, semicolon or tab) and encoding (UTF-8 with or without a mark, else Windows-1252, as Excel writes it) are found
/// out.   Bound: `limits::import_rows` below the header, `limits::import_columns` across.   Thread: any.
#pragma once

#include "protocol/people_import.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace plein::features {

/// Cells have no blanks around them. `line` is where the row begins, from 1, as an editor counts.
struct CsvRow {
    std::int32_t line = 1;
    std::vector<std::string> cells;
};

struct CsvFault : std::runtime_error {
    CsvFault(ImportFault fault, std::int32_t line) : std::runtime_error("csv"), fault(fault), line(line) {}
    ImportFault fault;
    std::int32_t line;
};

/// The rows, the header first; without those in which nothing stands. Throws CsvFault: encoding, quotes (with the line
/// where the row begins), too_many_rows, too_many_columns, no_rows.
[[nodiscard]] std::vector<CsvRow> read_csv(std::string_view bytes);

}  // namespace plein::features
