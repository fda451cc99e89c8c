#include "storage/presence.hpp"

namespace plein::storage {

namespace {

const NamedSql select_shown_sql{"select_shown", R"sql(
    SELECT id, presence_sign
      FROM people
     WHERE id = ANY($1::bigint[]) AND state = 'active' AND shows_presence
     ORDER BY id)sql"};

const NamedSql update_presence_sql{"update_presence", R"sql(
    UPDATE people SET shows_presence = $2, presence_sign = $3 WHERE id = $1)sql"};

}  // namespace

std::vector<ShownPerson> select_shown(Reader& reader, const std::vector<PersonId>& people) {
    return rows_as<ShownPerson>(reader.query(select_shown_sql, people));
}

void update_presence(Transaction& tx, const Viewer& viewer, bool shown,
                     const std::optional<std::int64_t>& sign) {
    tx.query(update_presence_sql, viewer.person, shown, sign);
}

}  // namespace plein::storage
