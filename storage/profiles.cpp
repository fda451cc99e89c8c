#include "storage/profiles.hpp"

#include <algorithm>

namespace plein::storage {

namespace {

const NamedSql select_profile_sql{"select_profile", R"sql(
    SELECT CASE WHEN phone_for     = ANY(open) THEN nullif(phone, '') END,
           CASE WHEN mobile_for    = ANY(open) THEN nullif(mobile, '') END,
           CASE WHEN workplace_for = ANY(open) THEN nullif(workplace, '') END,
           CASE WHEN about_for     = ANY(open) THEN nullif(about, '') END,
           CASE WHEN ask_me_for    = ANY(open) THEN nullif(ask_me, '') END
      FROM profiles, string_to_array($2, ',') AS open
     WHERE person_id = $1)sql"};

// Not the archived ones, which nobody knows of, nor those of emergency access.
const NamedSql select_shared_groups_sql{"select_shared_groups", R"sql(
    SELECT groups.id, groups.name
      FROM memberships AS own
      JOIN memberships AS other ON other.group_id = own.group_id AND other.person_id = $2 AND other.state = 'active'
       AND other.until IS NULL
      JOIN groups ON groups.id = own.group_id AND groups.archived_at IS NULL
     WHERE own.person_id = $1 AND own.state = 'active' AND own.role <> 'guest' AND own.until IS NULL
     ORDER BY groups.name, groups.id
     LIMIT 100)sql"};

const NamedSql select_own_profile_sql{"select_own_profile", R"sql(
    SELECT coalesce(profiles.version, 0), people.colour,
           phone, phone_for, mobile, mobile_for, workplace, workplace_for, about, about_for, ask_me, ask_me_for
      FROM people
      LEFT JOIN profiles ON profiles.person_id = people.id
     WHERE people.id = $1)sql"};

// Version 0 is the one before the first.
const NamedSql upsert_profile_sql{"upsert_profile", R"sql(
    INSERT INTO profiles AS kept (person_id, phone, phone_for, mobile, mobile_for, workplace, workplace_for,
                                  about, about_for, ask_me, ask_me_for)
    SELECT $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
     WHERE $2 = 0 OR EXISTS (SELECT FROM profiles WHERE person_id = $1)
        ON CONFLICT (person_id) DO UPDATE
       SET version = kept.version + 1,
           phone = excluded.phone, phone_for = excluded.phone_for,
           mobile = excluded.mobile, mobile_for = excluded.mobile_for,
           workplace = excluded.workplace, workplace_for = excluded.workplace_for,
           about = excluded.about, about_for = excluded.about_for,
           ask_me = excluded.ask_me, ask_me_for = excluded.ask_me_for
     WHERE kept.version = $2)sql"};

template <class Field>
void read_field(const pqxx::row& row, int column, Field& field) {
    field.text.value = value_of<std::string>(row[column]);
    field.audience = value_of<ProfileAudience>(row[column + 1]);
}

std::string joined(const std::vector<ProfileAudience>& audiences) {
    std::string names;
    for (const ProfileAudience audience : audiences) {
        if (!names.empty()) names += ',';
        names += name_of(audience);
    }
    return names;
}

}  // namespace

Profile select_profile(Reader& reader, const ProfileAccess& access) {
    Profile profile;
    const auto rows = reader.query(select_profile_sql, access.person(), joined(access.open()));
    if (rows.empty()) return profile;
    std::optional<std::string>* const fields[] = {&profile.phone, &profile.mobile, &profile.workplace,
                                                  &profile.about, &profile.ask_me};
    int column = 0;
    for (auto* field : fields)
        *field = value_of<std::optional<std::string>>(rows[0][column++]);
    return profile;
}

std::vector<SharedGroup> select_shared_groups(Reader& reader, const Viewer& viewer,
                                              const ProfileAccess& access) {
    return rows_as<SharedGroup>(reader.query(select_shared_groups_sql, viewer.person, access.person()));
}

OwnProfile select_own_profile(Reader& reader, const Viewer& viewer) {
    const auto row = reader.query(select_own_profile_sql, viewer.person)[0];
    OwnProfile profile;
    profile.version = value_of<std::int32_t>(row[0]);
    profile.colour = value_of<std::optional<Colour>>(row[1]);
    if (profile.version == 0) return profile;
    read_field(row, 2, profile.phone);
    read_field(row, 4, profile.mobile);
    read_field(row, 6, profile.workplace);
    read_field(row, 8, profile.about);
    read_field(row, 10, profile.ask_me);
    return profile;
}

bool update_profile(Transaction& tx, const Viewer& viewer, const SetProfile& request) {
    const auto updated = tx.query(upsert_profile_sql, viewer.person, request.version, request.phone.text,
                                  request.phone.audience, request.mobile.text, request.mobile.audience,
                                  request.workplace.text, request.workplace.audience, request.about.text,
                                  request.about.audience, request.ask_me.text, request.ask_me.audience);
    return updated.affected_rows() > 0;
}

}  // namespace plein::storage
