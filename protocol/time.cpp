#include "protocol/time.hpp"

namespace plein {
namespace {

using namespace std::chrono;

/// Writes `value` as exactly `width` digits at `at`.
void put_digits(std::string& text, std::size_t at, int width, unsigned value) {
    for (std::size_t i = at + static_cast<std::size_t>(width); i-- > at; value /= 10) {
        text[i] = static_cast<char>('0' + value % 10);
    }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes exactly `width` digits off the front; -1 when they are not there.
int take_digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return -1;
    int value = 0;
    for (const char c : text.substr(0, width)) {
        if (!is_digit(c)) return -1;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, std::string_view expected) {
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
}

/// `.123456` as milliseconds, finer digits cut off; 0 without a fraction; nothing for a dot without digits.
std::optional<milliseconds> take_fraction(std::string_view& text) {
    if (!take(text, ".")) return milliseconds{0};
    int value = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && is_digit(text[digits]); ++digits) {
        if (digits < 3) value = value * 10 + (text[digits] - '0');
    }
    if (digits == 0 || digits > 9) return std::nullopt;
    text.remove_prefix(digits);
    for (; digits < 3; ++digits)
        value *= 10;
    return milliseconds{value};
}

std::optional<sys_days> take_date(std::string_view& text) {
    const int y = take_digits(text, 4);
    const bool dash_after_year = take(text, "-");
    const int m = take_digits(text, 2);
    const bool dash_after_month = take(text, "-");
    const int d = take_digits(text, 2);
    if (y < 1 || m < 0 || d < 0 || !dash_after_year || !dash_after_month) return std::nullopt;
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!date.ok()) return std::nullopt;
    return sys_days{date};
}

std::optional<seconds> take_clock(std::string_view& text) {
    const int h = take_digits(text, 2);
    const bool colon_after_hour = take(text, ":");
    const int m = take_digits(text, 2);
    const bool colon_after_minute = take(text, ":");
    const int s = take_digits(text, 2);
    if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59) return std::nullopt;
    if (!colon_after_hour || !colon_after_minute) return std::nullopt;
    return hours{h} + minutes{m} + seconds{s};
}

}  // namespace

std::string to_string(Date day) {
    const year_month_day date{day};
    std::string text = "0000-00-00";
    put_digits(text, 0, 4, static_cast<unsigned>(static_cast<int>(date.year())));
    put_digits(text, 5, 2, static_cast<unsigned>(date.month()));
    put_digits(text, 8, 2, static_cast<unsigned>(date.day()));
    return text;
}

std::optional<Date> parse_date(std::string_view text) {
    const auto date = take_date(text);
    return text.empty() ? date : std::nullopt;
}

std::string to_string(Timestamp moment) {
    const auto days = floor<std::chrono::days>(moment);
    const hh_mm_ss clock{moment - days};
    std::string text = to_string(days) + "T00:00:00.000Z";
    put_digits(text, 11, 2, static_cast<unsigned>(clock.hours().count()));
    put_digits(text, 14, 2, static_cast<unsigned>(clock.minutes().count()));
    put_digits(text, 17, 2, static_cast<unsigned>(clock.seconds().count()));
    put_digits(text, 20, 3, static_cast<unsigned>(clock.subseconds().count()));
    return text;
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
    const auto date = take_date(text);
    const bool on_the_wire = take(text, "T");
    const bool from_database = !on_the_wire && take(text, " ");
    if (!date || (!on_the_wire && !from_database)) return std::nullopt;
    const auto clock = take_clock(text);
    const auto fraction = take_fraction(text);
    if (!clock || !fraction || text != (on_the_wire ? "Z" : "+00")) return std::nullopt;
    return *date + *clock + *fraction;
}

}  // namespace plein
