#include "storage/activation.hpp"

namespace plein::storage {

namespace {

const NamedSql upsert_activation_sql{"upsert_activation", R"sql(
    INSERT INTO activations (person_id, token_hash, expires_at)
    VALUES ($1, $2, now() + make_interval(days => $3::int))
        ON CONFLICT (person_id) DO UPDATE
       SET token_hash = excluded.token_hash, expires_at = excluded.expires_at
 RETURNING expires_at)sql"};

const NamedSql delete_activation_sql{"delete_activation", R"sql(
    DELETE FROM activations WHERE person_id = $1)sql"};

const NamedSql select_invited_sql{"select_invited", R"sql(
    SELECT people.id, people.name, people.language, people.email, people.personnel_number
      FROM activations
      JOIN people ON people.id = activations.person_id
     WHERE activations.token_hash = $1 AND activations.expires_at > now() AND people.state = 'active')sql"};

// Before the link's row, as whoever makes a link locks them.
const NamedSql lock_invited_sql{"lock_invited", R"sql(
    SELECT FROM people
     WHERE id = (SELECT person_id FROM activations WHERE token_hash = $1)
       FOR NO KEY UPDATE)sql"};

const NamedSql take_activation_sql{"take_activation", R"sql(
    DELETE FROM activations WHERE token_hash = $1 AND expires_at > now() RETURNING person_id)sql"};

const NamedSql update_password_of_active_sql{"update_password_of_active", R"sql(
    UPDATE people SET password_hash = $2 WHERE id = $1 AND state = 'active')sql"};

const NamedSql delete_expired_activations_sql{"delete_expired_activations", R"sql(
    DELETE FROM activations WHERE expires_at <= now())sql"};

}  // namespace

Timestamp upsert_activation(Transaction& tx, const AccountsAccess&, PersonId person,
                            const std::string& token_hash) {
    return value_of<Timestamp>(
        tx.query(upsert_activation_sql, person, token_hash, activation_lifetime.count())[0][0]);
}

void delete_activation(Transaction& tx, const AccountsAccess&, PersonId person) {
    tx.query(delete_activation_sql, person);
}

std::optional<InvitedPerson> select_invited(Reader& reader, const std::string& token_hash) {
    const auto rows = reader.query(select_invited_sql, token_hash);
    if (rows.empty()) return std::nullopt;
    return row_as<InvitedPerson>(rows[0]);
}

std::optional<PersonId> take_activation(Transaction& tx, const std::string& token_hash) {
    tx.query(lock_invited_sql, token_hash);
    const auto rows = tx.query(take_activation_sql, token_hash);
    if (rows.empty()) return std::nullopt;
    return value_of<PersonId>(rows[0][0]);
}

bool update_password_of_active(Transaction& tx, PersonId person, const std::string& password_hash) {
    return tx.query(update_password_of_active_sql, person, password_hash).affected_rows() > 0;
}

void delete_expired_activations(Transaction& tx, const SystemAccess&) {
    tx.query(delete_expired_activations_sql);
}

}  // namespace plein::storage
