#include "storage/accounts.hpp"

#include <algorithm>

namespace plein::storage {

namespace {

const NamedSql select_account_by_login_sql{"select_account_by_login", R"sql(
    SELECT id, password_hash, state = 'suspended', email, personnel_number
      FROM people
     WHERE email = lower($1) OR personnel_number = $1
     LIMIT 1)sql"};

const NamedSql select_account_sql{"select_account", R"sql(
    SELECT id, password_hash, state = 'suspended', email, personnel_number
      FROM people
     WHERE id = $1)sql"};

const NamedSql update_password_sql{"update_password", R"sql(
    UPDATE people SET password_hash = $2 WHERE id = $1)sql"};

const NamedSql insert_person_sql{"insert_person", R"sql(
    INSERT INTO people (name, title, email, personnel_number, department_id, role, language, password_hash,
                        welcomed_at)
    VALUES ($1, $2, lower($3), $4, $5, $6, $7, $8, CASE WHEN $9 THEN now() END)
        ON CONFLICT DO NOTHING
 RETURNING id)sql"};

const NamedSql select_accounts_sql{"select_accounts", R"sql(
    SELECT id, name, email, personnel_number, role, state = 'suspended'
      FROM people
     ORDER BY name, id)sql"};

const NamedSql select_preferences_sql{"select_preferences", R"sql(
    SELECT language, theme FROM people WHERE id = $1)sql"};

const NamedSql update_preferences_sql{"update_preferences", R"sql(
    UPDATE people SET language = $2, theme = $3 WHERE id = $1)sql"};

const NamedSql select_welcomed_sql{"select_welcomed", R"sql(
    SELECT welcomed_at IS NOT NULL FROM people WHERE id = $1)sql"};

const NamedSql update_welcomed_sql{"update_welcomed", R"sql(
    UPDATE people SET welcomed_at = now() WHERE id = $1 AND welcomed_at IS NULL)sql"};

const NamedSql update_throttle_sql{"update_throttle", R"sql(
    INSERT INTO throttles AS bucket (key, tokens, refilled_at)
    VALUES ($1, $2::float8 - 1, now())
        ON CONFLICT (key) DO UPDATE
       SET tokens = greatest(-1, least($2::float8, bucket.tokens
                        + extract(epoch FROM now() - bucket.refilled_at) * $3::float8 / 60) - 1),
           refilled_at = now()
 RETURNING tokens)sql"};

const NamedSql refill_throttle_sql{"refill_throttle", R"sql(
    UPDATE throttles SET tokens = least($2::float8, tokens + 1) WHERE key = $1)sql"};

const NamedSql delete_stale_throttles_sql{"delete_stale_throttles", R"sql(
    DELETE FROM throttles WHERE refilled_at < now() - interval '1 day')sql"};

const NamedSql delete_stale_devices_sql{"delete_stale_devices", R"sql(
    DELETE FROM devices WHERE seen_at < now() - interval '1 year')sql"};

const NamedSql select_device_known_sql{"select_device_known", R"sql(
    SELECT FROM devices WHERE token_hash = $2 AND person_id = $1)sql"};

const NamedSql upsert_device_sql{"upsert_device", R"sql(
    INSERT INTO devices (person_id, token_hash) VALUES ($1, $2)
        ON CONFLICT (token_hash) DO UPDATE SET person_id = $1, seen_at = now())sql"};

std::optional<Account> first_account(const pqxx::result& rows) {
    if (rows.empty()) return std::nullopt;
    return row_as<Account>(rows[0]);
}

}  // namespace

std::vector<std::string> Account::logins() const {
    std::vector<std::string> logins;
    for (const auto* login : {&email, &personnel_number}) {
        if (*login) logins.push_back(**login);
    }
    return logins;
}

std::optional<Account> select_account(Reader& reader, const std::string& login) {
    return first_account(reader.query(select_account_by_login_sql, login));
}

std::optional<Account> select_account(Reader& reader, PersonId person) {
    return first_account(reader.query(select_account_sql, person));
}

void update_password(Transaction& tx, PersonId person, const std::string& password_hash) {
    tx.query(update_password_sql, person, password_hash);
}

PersonId insert_person(Transaction& tx, const SystemAccess&, const NewPerson& person) {
    const auto rows =
        tx.query(insert_person_sql, person.name, person.title, person.email, person.personnel_number,
                 person.department, person.role, person.language, person.password_hash, person.welcomed);
    if (rows.empty()) throw Refusal{ErrorCode::conflict, "login"};
    return value_of<PersonId>(rows[0][0]);
}

std::vector<ListedAccount> select_accounts(Reader& reader, const SystemAccess&) {
    return rows_as<ListedAccount>(reader.query(select_accounts_sql));
}

Preferences select_preferences(Reader& reader, const Viewer& viewer) {
    return row_as<Preferences>(reader.query(select_preferences_sql, viewer.person)[0]);
}

void update_preferences(Transaction& tx, const Viewer& viewer, const Preferences& preferences) {
    tx.query(update_preferences_sql, viewer.person, preferences.language, preferences.theme);
}

bool select_welcomed(Reader& reader, const Viewer& viewer) {
    return value_of<bool>(reader.query(select_welcomed_sql, viewer.person)[0][0]);
}

bool update_welcomed(Transaction& tx, const Viewer& viewer) {
    return tx.query(update_welcomed_sql, viewer.person).affected_rows() > 0;
}

bool select_device_known(Reader& reader, PersonId person, const std::string& token_hash) {
    return !reader.query(select_device_known_sql, person, token_hash).empty();
}

void upsert_device(Transaction& tx, PersonId person, const std::string& token_hash) {
    tx.query(upsert_device_sql, person, token_hash);
}

std::int64_t take_token(Transaction& tx, const std::string& key, double burst, double per_minute) {
    // An empty bucket stays at -1, so that guessing on does not push the moment of the next try away.
    const double left = value_of<double>(tx.query(update_throttle_sql, key, burst, per_minute)[0][0]);
    if (left >= 0) return 0;
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(-left * 60 / per_minute + 0.999));
}

void give_token_back(Transaction& tx, const std::string& key, double burst) {
    tx.query(refill_throttle_sql, key, burst);
}

void delete_stale_sign_in_traces(Transaction& tx, const SystemAccess&) {
    tx.query(delete_stale_throttles_sql);
    tx.query(delete_stale_devices_sql);
}

}  // namespace plein::storage
