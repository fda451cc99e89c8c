/// When the story happens: its thirteen weeks count back from the moment of loading.
#pragma once

#include "protocol/time.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace plein::demo {

/// Either a weekday and a time in one of the weeks 1..13, or so long before the loading.
struct StoryMoment {
    std::optional<int> week;
    int weekday = 0;              // 0 is Monday
    std::chrono::minutes time{};  // since midnight on the organisation's clock; without a week: before now
};

/// Whether `one` is earlier than `other`; both are of one week, or both of the last hours.
[[nodiscard]] bool is_before(const StoryMoment& one, const StoryMoment& other);

/// Week 13 is the latest week whose last post (`end`) has been by `now`, so that nothing lies in the future and every
/// weekday in a text is true. Times follow the organisation's clock, summer and winter.
class Calendar {
public:
    /// Errors: std::runtime_error, when there is no such time zone.
    Calendar(Timestamp now, const StoryMoment& end, const std::string& time_zone);

    [[nodiscard]] Timestamp at(const StoryMoment& moment) const;
    /// So many days after that day, at this time.
    [[nodiscard]] Timestamp days_after(Timestamp moment, int days, std::chrono::minutes time) const;

private:
    [[nodiscard]] Timestamp on_clock(std::chrono::sys_days monday, const StoryMoment& moment) const;

    Timestamp now_;
    std::string time_zone_;
    std::chrono::sys_days last_monday_;
};

}  // namespace plein::demo
