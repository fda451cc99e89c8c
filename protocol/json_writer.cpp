#include "protocol/json_writer.hpp"

#include <array>
#include <charconv>

namespace plein {
namespace {

constexpr auto escaped = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c)
        table[c] = true;
    table['"'] = table['\\'] = true;
    return table;
}();

bool needs_escape(char c) { return escaped[static_cast<unsigned char>(c)]; }

void write_escaped(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\t':
            out += "\\t";
            return;
        case '\r':
            out += "\\r";
            return;
        default:
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15];
    }
}

}  // namespace

void write_json(std::string& out, bool value) { out += value ? "true" : "false"; }

void write_json(std::string& out, std::int64_t value) {
    std::array<char, 20> digits;
    out.append(digits.data(), std::to_chars(digits.begin(), digits.end(), value).ptr);
}

void write_json(std::string& out, std::string_view value) {
    out += '"';
    std::size_t clean_from = 0;  // runs without escapes, nearly all text, are appended whole
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (!needs_escape(value[i])) continue;
        out += value.substr(clean_from, i - clean_from);
        write_escaped(out, value[i]);
        clean_from = i + 1;
    }
    out += value.substr(clean_from);
    out += '"';
}

void write_json(std::string& out, const Uuid& value) { write_json(out, value.to_string()); }

void write_json(std::string& out, Timestamp value) { write_json(out, to_string(value)); }
void write_json(std::string& out, Date value) { write_json(out, to_string(value)); }

}  // namespace plein
