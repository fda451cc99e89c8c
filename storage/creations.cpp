#include "storage/creations.hpp"

#include "protocol/errors.hpp"

namespace plein::storage {

namespace {

// The key makes a second try wait until the first one has committed or gone.
const NamedSql insert_creation_sql{"insert_creation", R"sql(
    INSERT INTO creations (author_id, client_id, client_digest)
    VALUES ($1, $2, sha256(convert_to($3, 'UTF8')))
        ON CONFLICT (author_id, client_id) DO NOTHING)sql"};

const NamedSql select_creation_sql{"select_creation", R"sql(
    SELECT made, client_digest = sha256(convert_to($3, 'UTF8'))
      FROM creations
     WHERE author_id = $1 AND client_id = $2)sql"};

const NamedSql update_creation_sql{"update_creation", R"sql(
    UPDATE creations SET made = $3 WHERE author_id = $1 AND client_id = $2)sql"};

}  // namespace

std::optional<std::int64_t> insert_creation(Transaction& tx, const Viewer& viewer, const Uuid& client_id,
                                            const std::string& content) {
    if (tx.query(insert_creation_sql, viewer.person, client_id, content).affected_rows() > 0) {
        return std::nullopt;
    }
    const auto row = tx.query(select_creation_sql, viewer.person, client_id, content)[0];
    if (!value_of<bool>(row[1])) throw Refusal{ErrorCode::conflict, "client_id"};
    return value_of<std::int64_t>(row[0]);
}

void update_creation(Transaction& tx, const Viewer& viewer, const Uuid& client_id, std::int64_t made) {
    tx.query(update_creation_sql, viewer.person, client_id, made);
}

}  // namespace plein::storage
