#include "storage/holidays.hpp"

namespace plein::storage {

namespace {

const NamedSql select_holidays_version_sql{"select_holidays_version",
                                           "SELECT holidays_version FROM organisation"};

const NamedSql select_holidays_sql{"select_holidays", R"sql(
    SELECT date, name
      FROM holidays
     ORDER BY date)sql"};

const NamedSql update_holidays_version_sql{"update_holidays_version", R"sql(
    UPDATE organisation SET holidays_version = holidays_version + 1 WHERE holidays_version = $1)sql"};

const NamedSql delete_holidays_sql{"delete_holidays", "DELETE FROM holidays"};

const NamedSql insert_holiday_sql{"insert_holiday", "INSERT INTO holidays (date, name) VALUES ($1, $2)"};

}  // namespace

Holidays select_holidays(Reader& reader) {
    return {value_of<std::int32_t>(reader.query(select_holidays_version_sql)[0][0]),
            rows_as<Holiday>(reader.query(select_holidays_sql))};
}

std::optional<Holidays> replace_holidays(Transaction& tx, const SetHolidays& request) {
    if (tx.query(update_holidays_version_sql, request.version).affected_rows() == 0) return std::nullopt;
    tx.query(delete_holidays_sql);
    for (const Holiday& holiday : request.items.items)
        tx.query(insert_holiday_sql, holiday.date, holiday.name);
    return select_holidays(tx);
}

}  // namespace plein::storage
