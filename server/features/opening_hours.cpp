#include "server/features/opening_hours.hpp"

#include "protocol/errors.hpp"

#include <date/tz.h>

#include <algorithm>
#include <string_view>

namespace plein::features {

namespace {

constexpr int day_minutes = 24 * 60;

std::optional<int> two_digits(std::string_view text) {
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return std::nullopt;
    }
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/// "08:30" → 510; nothing for what is no time of a day. "24:00" is its end.
std::optional<int> minutes_of(std::string_view text) {
    const auto hours = two_digits(text.substr(0, 2));
    const auto minutes = two_digits(text.substr(3, 2));
    if (text[2] != ':' || !hours || !minutes || *minutes > 59) return std::nullopt;
    const int of_day = *hours * 60 + *minutes;
    return of_day <= day_minutes ? std::optional{of_day} : std::nullopt;
}

Weekday weekday_of(date::local_days day) {
    return static_cast<Weekday>(date::weekday{day}.iso_encoding() - 1);
}

bool is_holiday(const std::vector<Holiday>& holidays, date::local_days day) {
    const Date date{std::chrono::sys_days{day.time_since_epoch()}};
    return std::ranges::find(holidays, date, &Holiday::date) != holidays.end();
}

/// Calls `visit(opens, closes)` for every interval that ends behind `from`, in order, until it returns false or the days end.
template <class Visit>
void visit_open_time(const std::vector<OpenInterval>& hours, const std::vector<Holiday>& holidays,
                     const std::string& time_zone, Timestamp from, int days, Visit visit) {
    const auto* const zone = date::locate_zone(time_zone);
    const auto moment_on = [&](date::local_days day, const Text<5, 5>& time) {
        const date::local_time<std::chrono::minutes> local{day +
                                                           std::chrono::minutes{*minutes_of(time.value)}};
        return std::chrono::time_point_cast<Timestamp::duration>(zone->to_sys(local, date::choose::earliest));
    };
    const auto today = date::floor<date::days>(zone->to_local(from));
    for (date::local_days day = today; day < today + date::days{days}; day += date::days{1}) {
        if (is_holiday(holidays, day)) continue;
        for (const OpenInterval& interval : hours) {
            if (interval.day != weekday_of(day)) continue;
            const Timestamp opens = std::max(moment_on(day, interval.opens), from);
            const Timestamp closes = moment_on(day, interval.closes);
            if (closes > opens && !visit(opens, closes)) return;
        }
    }
}

[[noreturn]] void refuse_item(const char* list, std::size_t index, const char* field, const char* why) {
    throw Refusal{ErrorCode::invalid_request,
                  "$." + std::string{list} + "[" + std::to_string(index) + "]." + field, why};
}

}  // namespace

void check_hours(const List<OpenInterval, limits::open_intervals>& hours) {
    int free_from = 0;  // minutes since the week began
    for (std::size_t i = 0; i < hours.items.size(); ++i) {
        const OpenInterval& interval = hours.items[i];
        const int day = static_cast<int>(interval.day) * day_minutes;
        const auto opens = minutes_of(interval.opens.value);
        const auto closes = minutes_of(interval.closes.value);
        if (!opens) refuse_item("hours", i, "opens", "no time of the day");
        if (!closes) refuse_item("hours", i, "closes", "no time of the day");
        if (*closes <= *opens) refuse_item("hours", i, "closes", "closes before it opens");
        if (day + *opens < free_from) refuse_item("hours", i, "opens", "not behind the interval before");
        free_from = day + *closes;
    }
}

std::optional<Timestamp> after_open_time(const std::vector<OpenInterval>& hours,
                                         const std::vector<Holiday>& holidays, const std::string& time_zone,
                                         Timestamp from, std::chrono::milliseconds open) {
    constexpr int days_ahead = 366;
    std::optional<Timestamp> moment;
    visit_open_time(hours, holidays, time_zone, from, days_ahead, [&](Timestamp opens, Timestamp closes) {
        if (open <= closes - opens) moment = opens + open;
        open -= closes - opens;
        return !moment;
    });
    return moment;
}

std::chrono::milliseconds open_time_between(const std::vector<OpenInterval>& hours,
                                            const std::vector<Holiday>& holidays,
                                            const std::string& time_zone, Timestamp from, Timestamp until) {
    std::chrono::milliseconds open{0};
    // A day longer than there are between them: it begins on the clock of the place.
    const auto days = std::chrono::ceil<std::chrono::days>(until - from).count() + 1;
    visit_open_time(hours, holidays, time_zone, from, static_cast<int>(days),
                    [&](Timestamp opens, Timestamp closes) {
                        open += std::max(std::min(closes, until) - opens, std::chrono::milliseconds{0});
                        return closes < until;
                    });
    return open;
}

void check_holidays(const List<Holiday, limits::holidays>& holidays) {
    for (std::size_t i = 1; i < holidays.items.size(); ++i) {
        if (holidays.items[i].date <= holidays.items[i - 1].date)
            refuse_item("items", i, "date", "not behind the date before");
    }
}

}  // namespace plein::features
