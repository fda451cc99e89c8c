#include "protocol/envelope.hpp"

#include "protocol/json_writer.hpp"

#include <charconv>

namespace plein {

std::string envelope(std::string_view stream, std::int64_t seq, Timestamp at, std::string_view type,
                     std::string_view data) {
    std::string line;
    line.reserve(data.size() + stream.size() + type.size() + 96);
    line += '{';
    write_member(line, "stream", stream);
    write_member(line, "seq", seq);
    write_member(line, "at", at);
    write_member(line, "type", type);
    write_member(line, "v", 1);
    line += ",\"data\":";
    line += data;
    line += '}';
    return line;
}

std::string Cursor::to_string() const { return generation + ':' + std::to_string(seq); }

std::optional<Cursor> Cursor::parse(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == text.npos || colon == 0) return std::nullopt;
    Cursor cursor{.generation = std::string{text.substr(0, colon)}};
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data() + colon + 1, end, cursor.seq);
    if (error != std::errc{} || stopped != end || cursor.seq < 0) return std::nullopt;
    return cursor;
}

}  // namespace plein
