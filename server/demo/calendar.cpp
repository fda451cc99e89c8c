#include "server/demo/calendar.hpp"

#include <date/tz.h>

#include <utility>

namespace plein::demo {

namespace {

constexpr int last_week = 13;

}  // namespace

bool is_before(const StoryMoment& one, const StoryMoment& other) {
    if (!one.week) return one.time > other.time;
    return std::pair{one.weekday, one.time} < std::pair{other.weekday, other.time};
}

Calendar::Calendar(Timestamp now, const StoryMoment& end, const std::string& time_zone)
    : now_(now), time_zone_(time_zone) {
    const auto today = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::weekday weekday{today};
    last_monday_ = today - (weekday - std::chrono::Monday);
    while (on_clock(last_monday_, end) > now)
        last_monday_ -= std::chrono::weeks{1};
}

Timestamp Calendar::at(const StoryMoment& moment) const {
    if (!moment.week) return now_ - moment.time;
    return on_clock(last_monday_ - std::chrono::weeks{last_week - *moment.week}, moment);
}

Timestamp Calendar::days_after(Timestamp moment, int days, std::chrono::minutes time) const {
    const auto day = date::floor<date::days>(date::locate_zone(time_zone_)->to_local(moment));
    return on_clock(std::chrono::sys_days{day.time_since_epoch()}, {std::nullopt, days, time});
}

Timestamp Calendar::on_clock(std::chrono::sys_days monday, const StoryMoment& moment) const {
    const auto day = (monday + std::chrono::days{moment.weekday}).time_since_epoch();
    const date::local_time<std::chrono::minutes> local{day + moment.time};
    const auto universal = date::locate_zone(time_zone_)->to_sys(local, date::choose::earliest);
    return std::chrono::time_point_cast<std::chrono::milliseconds>(universal);
}

}  // namespace plein::demo
