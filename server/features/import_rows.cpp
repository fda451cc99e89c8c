#include "server/features/import_rows.hpp"

#include "server/features/csv.hpp"
#include "server/features/logins.hpp"
#include "server/features/shown_text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace plein::features {

namespace {

using Column = ImportColumn;
using Fault = ImportFault;

constexpr std::size_t columns = 7;
using Places = std::array<std::optional<std::size_t>, columns>;  // of each ImportColumn in the file

constexpr std::size_t place_of(Column column) { return static_cast<std::size_t>(column); }

/// Letters and digits alone, in lower case: "E-mail adres" as "emailadres".
std::string squeezed(std::string_view words) {
    std::string letters;
    for (const char c : words) {
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c | 0x20);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
    }
    return letters;
}

template <class Value>
std::optional<Value> find(const std::map<std::string, Value>& words, std::string_view cell) {
    const auto found = words.find(squeezed(cell));
    return found == words.end() ? std::nullopt : std::optional{found->second};
}

std::optional<Column> column_named(std::string_view heading) {
    static const std::map<std::string, Column> names{{"personeelsnummer", Column::personnel_number},
                                                     {"personeelsnr", Column::personnel_number},
                                                     {"medewerkernummer", Column::personnel_number},
                                                     {"personnelnumber", Column::personnel_number},
                                                     {"employeenumber", Column::personnel_number},
                                                     {"employeeid", Column::personnel_number},
                                                     {"naam", Column::name},
                                                     {"volledigenaam", Column::name},
                                                     {"name", Column::name},
                                                     {"fullname", Column::name},
                                                     {"email", Column::email},
                                                     {"emailadres", Column::email},
                                                     {"emailaddress", Column::email},
                                                     {"mail", Column::email},
                                                     {"afdeling", Column::department},
                                                     {"department", Column::department},
                                                     {"functie", Column::title},
                                                     {"functietitel", Column::title},
                                                     {"title", Column::title},
                                                     {"jobtitle", Column::title},
                                                     {"taal", Column::language},
                                                     {"language", Column::language},
                                                     {"rol", Column::role},
                                                     {"role", Column::role}};
    return find(names, heading);
}

std::optional<Language> language_named(std::string_view cell) {
    static const std::map<std::string, Language> names{{"nl", Language::nl},     {"nederlands", Language::nl},
                                                       {"dutch", Language::nl},  {"en", Language::en},
                                                       {"engels", Language::en}, {"english", Language::en}};
    return find(names, cell);
}

std::optional<Role> role_named(std::string_view cell) {
    static const std::map<std::string, Role> names{{"medewerker", Role::employee},
                                                   {"employee", Role::employee},
                                                   {"moderator", Role::moderator},
                                                   {"redacteur", Role::editor},
                                                   {"editor", Role::editor},
                                                   {"beheerder", Role::administrator},
                                                   {"administrator", Role::administrator},
                                                   {"gast", Role::guest},
                                                   {"guest", Role::guest}};
    return find(names, cell);
}

/// Throws ImportLine: a header that says nothing of a person, or something twice, is a fault of the file.
Places read_header(const CsvRow& header, std::vector<std::string>& ignored) {
    const auto& cells = header.cells;
    Places places;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto column = column_named(cells[i]);
        if (!column) {
            const bool is_shown =
                !cells[i].empty() && is_plain_text(cells[i]) && cells[i].size() <= limits::name;
            if (is_shown) ignored.push_back(cells[i]);
            continue;
        }
        auto& place = places[place_of(*column)];
        if (place) throw fault_at(header.line, Fault::column_twice, column);
        place = i;
    }
    if (!places[place_of(Column::name)]) throw fault_at(header.line, Fault::column_missing, Column::name);
    if (!places[place_of(Column::email)] && !places[place_of(Column::personnel_number)])
        throw fault_at(header.line, Fault::column_missing, Column::email);
    return places;
}

/// The cells of one row, by their column. Its first fault ends the reading.
class RowReader {
public:
    RowReader(const CsvRow& row, const Places& places) : row_(row), places_(places) {}

    ImportRow read() const {
        ImportRow row{.line = row_.line};
        row.personnel_number = text(Column::personnel_number, limits::personnel_number);
        if (row.personnel_number && !is_personnel_number(*row.personnel_number))
            refuse(Fault::not_a_number, Column::personnel_number);
        row.name = shown_name();
        row.email = address();
        if (!row.personnel_number && !row.email) refuse(Fault::missing, Column::email);
        if (const auto path = text(Column::department, limits::description))
            row.department = department_path(*path);
        row.title = text(Column::title, limits::name);
        row.language = word<Language>(Column::language, language_named);
        row.role = word<Role>(Column::role, role_named);
        return row;
    }

    std::string who() const {
        const auto name = cell(Column::name);
        return name.size() <= limits::name && is_plain_text(name) ? std::string{name} : std::string{};
    }

private:
    [[noreturn]] void refuse(Fault fault, Column column) const {
        ImportLine line = fault_at(row_.line, fault, column);
        line.who = who();
        throw line;
    }
    std::string_view cell(Column column) const {
        const auto place = places_[place_of(column)];
        return place && *place < row_.cells.size() ? std::string_view{row_.cells[*place]}
                                                   : std::string_view{};
    }
    std::optional<std::string> text(Column column, std::size_t most) const {
        const auto value = cell(column);
        if (value.empty()) return std::nullopt;
        if (value.size() > most) refuse(Fault::too_long, column);
        if (!is_plain_text(value) || value.find_first_of("\n\t") != value.npos)
            refuse(Fault::not_text, column);
        return std::string{value};
    }
    /// Two names that look alike are alike.
    std::optional<std::string> shown_name() const {
        const auto name = text(Column::name, limits::name);
        if (!name) return std::nullopt;
        try {
            return one_line(*name, "name");
        } catch (const Refusal&) {
            refuse(Fault::not_text, Column::name);
        }
    }
    /// In ASCII, so that PostgreSQL and this file mean the same by lower case.
    std::optional<std::string> address() const {
        auto value = text(Column::email, limits::email);
        if (!value) return value;
        const bool is_ascii =
            std::ranges::all_of(*value, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (!is_ascii || !is_address(*value)) refuse(Fault::not_an_address, Column::email);
        for (char& c : *value)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
        return value;
    }
    template <class Value, class Named>
    std::optional<Value> word(Column column, Named named) const {
        const auto value = text(column, limits::name);
        if (!value) return std::nullopt;
        const auto known = named(*value);
        if (!known) refuse(Fault::unknown_word, column);
        return known;
    }

    const CsvRow& row_;
    const Places& places_;
};

ImportFile unreadable(ImportLine fault) {
    ImportFile file;
    file.faults.push_back(std::move(fault));
    file.is_unreadable = true;
    return file;
}

}  // namespace

ImportLine fault_at(std::int32_t line, ImportFault fault, std::optional<ImportColumn> column) {
    ImportLine told;
    told.line = line;
    told.fault = fault;
    told.column = column;
    return told;
}

std::string department_path(std::string_view cell) {
    std::string path;
    while (true) {
        const auto end = std::min(cell.find('>'), cell.size());
        auto name = cell.substr(0, end);
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        name.remove_suffix(name.size() - (name.find_last_not_of(' ') + 1));
        path += name;
        if (end == cell.size()) return path;
        path += " > ";
        cell.remove_prefix(end + 1);
    }
}

ImportFile read_import(std::string_view bytes) {
    ImportFile file;
    try {
        const auto rows = read_csv(bytes);
        const Places places = read_header(rows.front(), file.ignored);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            try {
                file.rows.push_back(RowReader{rows[i], places}.read());
            } catch (const ImportLine& fault) {
                file.faults.push_back(fault);
            }
        }
    } catch (const CsvFault& fault) {
        return unreadable(fault_at(fault.line, fault.fault));
    } catch (const ImportLine& fault) {
        return unreadable(fault);
    }
    return file;
}

}  // namespace plein::features
