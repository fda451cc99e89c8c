/// What a file of people says, before anybody is looked up: its header in Dutch or English, and its rows as typed values.
#pragma once

#include "protocol/people_import.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plein::features {

/// An empty cell, and one of a column that the file does not have, is absent.
struct ImportRow {
    std::int32_t line = 1;
    std::optional<std::string> personnel_number;
    std::optional<std::string> name;
    std::optional<std::string> email;       // in lower case
    std::optional<std::string> department;  // as `department_path`
    std::optional<std::string> title;
    std::optional<Language> language;
    std::optional<Role> role;

    bool operator==(const ImportRow&) const = default;
};

struct ImportFile {
    std::vector<ImportRow> rows;
    std::vector<ImportLine> faults;  // of rows that are not among `rows`
    std::vector<std::string> ignored;
    bool is_unreadable = false;  // `faults` has one, of the file as a whole
};

/// Never throws for what stands in the file. Each row has one fault at most, its first.
[[nodiscard]] ImportFile read_import(std::string_view bytes);

/// "SSC>  Finance" as "SSC > Finance": how a department's path is written.
[[nodiscard]] std::string department_path(std::string_view cell);

[[nodiscard]] ImportLine fault_at(std::int32_t line, ImportFault fault,
                                  std::optional<ImportColumn> column = std::nullopt);

}  // namespace plein::features
