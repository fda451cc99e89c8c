#include "tests/bench/pgbench_script.hpp"

#include "storage/named_sql.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace plein::bench {

std::string filled(std::string text, const std::vector<std::string>& arguments) {
    for (std::size_t i = arguments.size(); i > 0; --i) {
        const std::string place = fmt::format("${}", i);
        for (auto at = text.find(place); at != std::string::npos;
             at = text.find(place, at + arguments[i - 1].size()))
            text.replace(at, place.size(), arguments[i - 1]);
    }
    std::ranges::replace(text, '\n', ' ');
    return text;
}

std::string statement(std::string_view name, const std::vector<std::string>& arguments) {
    const auto& all = storage::NamedSql::all();
    const auto found = std::ranges::find_if(all, [name](const auto* sql) { return name == sql->name; });
    if (found == all.end()) throw std::runtime_error{fmt::format("there is no query {}", name)};
    return filled((*found)->text, arguments);
}

std::string quoted(std::string text) {
    for (auto at = text.find('\''); at != std::string::npos; at = text.find('\'', at + 2))
        text.insert(at, 1, '\'');
    return "'" + text + "'";
}

}  // namespace plein::bench
