#include "storage/managed_accounts.hpp"

#include "storage/person_columns.hpp"

namespace plein::storage {

namespace {

// In the order of `read_account`.
#define PLEIN_ACCOUNT_COLUMNS                                                                                \
    "people.version, CASE WHEN people.state = 'suspended' THEN 'suspended' "                                 \
    "                     WHEN last_seen.at IS NULL THEN 'waiting' ELSE 'active' END, "                      \
    "people.email, people.personnel_number, people.role, people.language, people.created_at, last_seen.at, " \
    "activations.expires_at, " PLEIN_PERSON_COLUMNS

#define PLEIN_ACCOUNTS                                          \
    "  FROM people "                                            \
    "  LEFT JOIN last_seen ON last_seen.person_id = people.id " \
    "  LEFT JOIN activations ON activations.person_id = people.id AND activations.expires_at > now() "

// `position` instead of LIKE: what is typed is text, never a pattern.
const NamedSql select_managed_accounts_sql{"select_managed_accounts",
                                           "SELECT " PLEIN_ACCOUNT_COLUMNS PLEIN_ACCOUNTS R"sql(
     WHERE (people.name, people.id) > ($1, $2::bigint)
       AND ($3::text IS NULL OR position(folded($3) IN people.found_by) > 0
                             OR position(lower($3) IN people.email) > 0
                             OR position(lower($3) IN lower(people.personnel_number)) > 0)
       AND ($4::bigint IS NULL OR people.department_id = $4)
       AND ($5::text IS NULL OR people.role = $5)
       AND ($6::text IS NULL OR $6 = CASE WHEN people.state = 'suspended' THEN 'suspended'
                                          WHEN last_seen.at IS NULL THEN 'waiting' ELSE 'active' END)
     ORDER BY people.name, people.id
     LIMIT $7)sql"};

const NamedSql select_managed_account_sql{"select_managed_account",
                                          "SELECT " PLEIN_ACCOUNT_COLUMNS PLEIN_ACCOUNTS R"sql(
     WHERE people.id = $1)sql"};

// NO KEY UPDATE: what the person may do cannot be relied on by another write until this one has changed it.
const NamedSql lock_managed_account_sql{"lock_managed_account",
                                        "SELECT " PLEIN_ACCOUNT_COLUMNS PLEIN_ACCOUNTS R"sql(
     WHERE people.id = $1
       FOR NO KEY UPDATE OF people)sql"};

const NamedSql insert_account_sql{"insert_account", R"sql(
    INSERT INTO people (name, title, email, personnel_number, department_id, role, language)
    VALUES ($1, $2, lower($3), $4, $5, $6, $7)
        ON CONFLICT DO NOTHING
 RETURNING id)sql"};

const NamedSql select_taken_logins_sql{"select_taken_logins", R"sql(
    SELECT EXISTS (SELECT FROM people WHERE email = lower($1) AND id IS DISTINCT FROM $3),
           EXISTS (SELECT FROM people WHERE personnel_number = $2 AND id IS DISTINCT FROM $3))sql"};

const NamedSql update_account_sql{"update_account", R"sql(
    UPDATE people
       SET name = $2, title = $3, email = lower($4), personnel_number = $5, department_id = $6, role = $7
     WHERE id = $1)sql"};

ManagedAccount read_account(const pqxx::row& row) {
    ManagedAccount account;
    account.version = value_of<std::int32_t>(row[0]);
    account.state = value_of<AccountState>(row[1]);
    account.email = value_of<std::optional<std::string>>(row[2]);
    account.personnel_number = value_of<std::optional<std::string>>(row[3]);
    account.role = value_of<Role>(row[4]);
    account.language = value_of<Language>(row[5]);
    account.created_at = value_of<Timestamp>(row[6]);
    account.last_seen_at = value_of<std::optional<Timestamp>>(row[7]);
    account.invited_until = value_of<std::optional<Timestamp>>(row[8]);
    account.person = row_as<Person>(row, 9);
    return account;
}

pqxx::serialization_failure taken_meanwhile() {
    return pqxx::serialization_failure{"a login was taken by a concurrent write"};
}

}  // namespace

std::vector<ManagedAccount> select_managed_accounts(Reader& reader, const AccountsAccess&,
                                                    const ListAccounts& filter,
                                                    const std::optional<MemberKey>& after,
                                                    std::int64_t limit) {
    const MemberKey from = after.value_or(MemberKey{"", {0}});
    std::vector<ManagedAccount> accounts;
    for (const auto& row : reader.query(select_managed_accounts_sql, from.name, from.person, filter.search,
                                        filter.department, filter.role, filter.state, limit))
        accounts.push_back(read_account(row));
    return accounts;
}

std::optional<ManagedAccount> select_managed_account(Reader& reader, const AccountsAccess&, PersonId person) {
    const auto rows =
        reader.query(reader.writing() ? lock_managed_account_sql : select_managed_account_sql, person);
    if (rows.empty()) return std::nullopt;
    return read_account(rows[0]);
}

TakenLogins select_taken_logins(Reader& reader, const AccountsAccess&,
                                const std::optional<std::string>& email,
                                const std::optional<std::string>& personnel_number,
                                std::optional<PersonId> except) {
    return row_as<TakenLogins>(reader.query(select_taken_logins_sql, email, personnel_number, except)[0]);
}

PersonId insert_account(Transaction& tx, const AccountsAccess&, const CreateAccount& request) {
    const auto rows = tx.query(insert_account_sql, request.name, request.title, request.email,
                               request.personnel_number, request.department, request.role, request.language);
    if (rows.empty()) throw taken_meanwhile();
    return value_of<PersonId>(rows[0][0]);
}

void update_account(Transaction& tx, const AccountsAccess&, const EditAccount& request) {
    try {
        tx.query(update_account_sql, request.person, request.name, request.title, request.email,
                 request.personnel_number, request.department, request.role);
    } catch (const pqxx::unique_violation&) {
        throw taken_meanwhile();
    }
}

}  // namespace plein::storage
