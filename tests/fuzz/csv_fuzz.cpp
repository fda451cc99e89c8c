// Any bytes as a file of people: read within the bounds, or refused with a line that the file has. What was read and is
// written again with quotes reads as the same.
#include "server/features/csv.hpp"
#include "server/features/import_rows.hpp"

#include <algorithm>
#include <cstdlib>

namespace {

using namespace plein;
using namespace plein::features;

void require(bool holds) {
    if (!holds) std::abort();
}

std::string quoted(const std::string& cell) {
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + '"';
}

std::string written(const std::vector<CsvRow>& rows) {
    std::string text;
    for (const CsvRow& row : rows) {
        for (const std::string& cell : row.cells)
            text += (&cell == &row.cells.front() ? "" : ";") + quoted(cell);
        text += '\n';
    }
    return text;
}

void read_and_write(const std::vector<CsvRow>& rows) {
    require(rows.size() > 1 && rows.size() <= limits::import_rows + 1);
    // Of one column there is nothing to tell the separator by.
    if (rows.front().cells.size() < 2) return;
    const auto again = read_csv(written(rows));
    require(std::ranges::equal(rows, again, {}, &CsvRow::cells, &CsvRow::cells));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    const auto lines = std::ranges::count(input, '\n') + std::ranges::count(input, '\r') + 1;
    try {
        read_and_write(read_csv(input));
    } catch (const CsvFault& fault) {
        require(fault.line >= 1 && fault.line <= lines);
    }
    const ImportFile file = read_import(input);
    for (const ImportLine& fault : file.faults)
        require(fault.fault.has_value() && is_plain_text(fault.who) && fault.line >= 1 &&
                fault.line <= lines);
    for (const ImportRow& row : file.rows)
        require(row.personnel_number || row.email);
    return 0;
}
