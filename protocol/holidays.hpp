/// The organisation's holidays: days on which no department is open.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/limits.hpp"
#include "protocol/streams.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <vector>

namespace plein {

struct Holiday {
    Date date;
    Text<limits::search, 1> name;
};
PLEIN_DESCRIBE(Holiday, date, name);

/// In order of date.
struct Holidays {
    std::int32_t version = 1;
    std::vector<Holiday> items;
};
PLEIN_DESCRIBE(Holidays, version, items);

struct HolidayList {
    Holidays holidays;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(HolidayList, holidays, cursors);

struct ListHolidays {
    using Response = HolidayList;
    static constexpr Endpoint endpoint{Method::get, "/api/holidays", "The organisation's holidays.",
                                       Audience::signed_in, ErrorCode::forbidden};
};
PLEIN_DESCRIBE_EMPTY(ListHolidays);

/// Replaces all of them; each date once, in order.
struct SetHolidays {
    std::int32_t version = 1;
    List<Holiday, limits::holidays> items;

    using Response = Holidays;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/holidays",      "Sets the organisation's holidays (administrators).",
        Audience::signed_in, ErrorCode::forbidden, ErrorCode::stale_version};
};
PLEIN_DESCRIBE(SetHolidays, version, items);

}  // namespace plein
