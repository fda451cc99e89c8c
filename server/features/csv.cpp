#include "server/features/csv.hpp"

#include "server/features/windows_1252.hpp"

#include <csv.h>

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <utility>

namespace plein::features {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view no_break = "\xC2\xA0";  // Excel's
    for (;;) {
        const std::size_t before = text.size();
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        text.remove_suffix(text.size() - (text.find_last_not_of(" \t\r\n") + 1));
        if (text.starts_with(no_break)) text.remove_prefix(no_break.size());
        if (text.ends_with(no_break)) text.remove_suffix(no_break.size());
        if (text.size() == before) return text;
    }
}

/// The first line with something in it decides: the separator that stands there most, outside of quotes.
char separator_of(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    std::array<std::pair<int, char>, 3> found{{{0, ','}, {0, ';'}, {0, '\t'}}};
    bool is_quoted = false;
    for (const char c : text) {
        if (c == '"') is_quoted = !is_quoted;
        if (!is_quoted && (c == '\n' || c == '\r')) break;
        for (auto& [count, separator] : found) {
            if (c == separator && !is_quoted) ++count;
        }
    }
    return std::ranges::max(found, {}, [](const auto& each) { return each.first; }).second;
}

/// The line at the front, with its end: CR LF, LF or CR.
std::string_view take_line(std::string_view& text) {
    auto end = text.find_first_of("\r\n");
    if (end == text.npos) end = text.size();
    end += text.substr(end, 2) == "\r\n" ? 2 : 1;
    const auto line = text.substr(0, end);
    text.remove_prefix(line.size());
    return line;
}

/// libcsv's parser with what it told so far. It calls back through C: nothing is thrown there.
class Rows {
public:
    explicit Rows(char separator) {
        if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc{};
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }
    ~Rows() { csv_free(&parser_); }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    /// One line after the other.
    void feed(std::string_view text, std::int32_t line) {
        if (!is_within_) {
            if (text.find_first_not_of(blanks) == text.npos) return;
            row_.line = line;
            is_within_ = true;
        }
        if (csv_parse(&parser_, text.data(), text.size(), &Rows::take_cell, &Rows::take_row, this) !=
            text.size())
            throw CsvFault{ImportFault::quotes, row_.line};
        check();
    }
    std::vector<CsvRow> finish() {
        if (csv_fini(&parser_, &Rows::take_cell, &Rows::take_row, this) != 0)
            throw CsvFault{ImportFault::quotes, row_.line};
        check();
        return std::move(rows_);
    }

private:
    void check() const {
        if (fault_) throw CsvFault{*fault_, row_.line};
    }

    static void take_cell(void* bytes, std::size_t size, void* self) noexcept {
        Rows& rows = *static_cast<Rows*>(self);
        if (rows.row_.cells.size() == limits::import_columns) rows.fault_ = ImportFault::too_many_columns;
        if (rows.fault_) return;
        const auto cell = trimmed({static_cast<const char*>(bytes), size});
        rows.has_something_ = rows.has_something_ || !cell.empty();
        rows.row_.cells.emplace_back(cell);
    }
    static void take_row(int, void* self) noexcept {
        Rows& rows = *static_cast<Rows*>(self);
        rows.is_within_ = false;
        if (rows.fault_) return;
        if (std::exchange(rows.has_something_, false)) {
            if (rows.rows_.size() > limits::import_rows) {
                rows.fault_ = ImportFault::too_many_rows;
                return;
            }
            rows.rows_.push_back(rows.row_);
        }
        rows.row_.cells.clear();
    }

    csv_parser parser_{};
    std::vector<CsvRow> rows_;
    CsvRow row_;
    bool is_within_ = false;      // a row has begun and not ended
    bool has_something_ = false;  // stands in one of its cells
    std::optional<ImportFault> fault_;
};

}  // namespace

std::vector<CsvRow> read_csv(std::string_view bytes) {
    const bool has_mark = bytes.starts_with(byte_order_mark);
    if (has_mark) bytes.remove_prefix(byte_order_mark.size());
    std::string converted;
    if (!is_utf8(bytes)) {
        auto text = has_mark ? std::nullopt : from_windows_1252(bytes);
        if (!text) throw CsvFault{ImportFault::encoding, 1};
        converted = std::move(*text);
        bytes = converted;
    }
    Rows rows{separator_of(bytes)};
    for (std::int32_t line = 1; !bytes.empty(); ++line)
        rows.feed(take_line(bytes), line);
    auto all = rows.finish();
    if (all.size() < 2) throw CsvFault{ImportFault::no_rows, 1};
    return all;
}

}  // namespace plein::features
