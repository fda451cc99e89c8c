#include "storage/accounts.hpp"

namespace plein::storage {

namespace {

const NamedSql insert_session_sql{"insert_session", R"sql(
    WITH seen AS (
        INSERT INTO last_seen (person_id, at) VALUES ($1, now())
            ON CONFLICT (person_id) DO UPDATE SET at = excluded.at
    )
    INSERT INTO sessions (person_id, token_hash, agent, expires_at)
    VALUES ($1, $2, $3, now() + make_interval(days => $4::int))
 RETURNING id)sql"};

const NamedSql select_sessions_due_sql{"select_sessions_due", R"sql(
    SELECT asked.place, sessions.last_seen_at < now() - make_interval(mins => $2::int)
      FROM unnest($1::bigint[]) WITH ORDINALITY AS asked (id, place)
      JOIN sessions ON sessions.id = asked.id)sql"};

const NamedSql touch_session_sql{"touch_session", R"sql(
    WITH touched AS (
        UPDATE sessions
           SET last_seen_at = now(), expires_at = now() + make_interval(days => $2::int)
         WHERE token_hash = $1 AND expires_at > now() AND last_seen_at < now() - make_interval(mins => $3::int)
     RETURNING person_id
    )
    INSERT INTO last_seen (person_id, at) SELECT person_id, now() FROM touched
        ON CONFLICT (person_id) DO UPDATE SET at = excluded.at)sql"};

const NamedSql select_sessions_sql{"select_sessions", R"sql(
    SELECT id, agent, created_at, last_seen_at, id = $2
      FROM sessions
     WHERE person_id = $1 AND expires_at > now()
     ORDER BY id DESC)sql"};

const NamedSql select_sessions_of_sql{"select_sessions_of", R"sql(
    SELECT id, agent, created_at, last_seen_at, false
      FROM sessions
     WHERE person_id = $1 AND expires_at > now()
     ORDER BY id DESC)sql"};

const NamedSql delete_session_sql{"delete_session", R"sql(
    DELETE FROM sessions WHERE person_id = $1 AND id = $2 RETURNING id)sql"};

const NamedSql delete_sessions_sql{"delete_sessions", R"sql(
    DELETE FROM sessions WHERE person_id = $1 AND id IS DISTINCT FROM $2 RETURNING id)sql"};

const NamedSql delete_surplus_sessions_sql{"delete_surplus_sessions", R"sql(
    DELETE FROM sessions
     WHERE id IN (SELECT id FROM sessions WHERE person_id = $1 ORDER BY last_seen_at DESC, id DESC OFFSET $2)
 RETURNING id)sql"};

// SKIP LOCKED: a session that is just being used is extended, not ended, and two nodes share the work.
const NamedSql delete_expired_sessions_sql{"delete_expired_sessions", R"sql(
    DELETE FROM sessions
     WHERE id IN (SELECT id FROM sessions WHERE expires_at <= now() LIMIT $1 FOR UPDATE SKIP LOCKED)
 RETURNING person_id, id)sql"};

std::vector<SessionId> ids_of(const pqxx::result& rows) {
    std::vector<SessionId> ids;
    for (const auto& row : rows)
        ids.push_back(value_of<SessionId>(row[0]));
    return ids;
}

}  // namespace

SessionId insert_session(Transaction& tx, PersonId person, const std::string& token_hash,
                         const std::string& agent) {
    return value_of<SessionId>(
        tx.query(insert_session_sql, person, token_hash, agent, session_lifetime.count())[0][0]);
}

std::vector<bool> select_sessions_due(Reader& reader, const std::vector<SessionId>& sessions) {
    std::vector<bool> due(sessions.size());
    for (const auto& row : reader.query(select_sessions_due_sql, sessions, session_touch_interval.count()))
        due.at(row[0].as<std::size_t>() - 1) = row[1].as<bool>();
    return due;
}

void touch_session(Transaction& tx, const std::string& token_hash) {
    tx.query(touch_session_sql, token_hash, session_lifetime.count(), session_touch_interval.count());
}

std::vector<Session> select_sessions(Reader& reader, const Viewer& viewer) {
    return rows_as<Session>(reader.query(select_sessions_sql, viewer.person, viewer.session));
}

std::vector<Session> select_sessions(Reader& reader, const AccountsAccess&, PersonId person) {
    return rows_as<Session>(reader.query(select_sessions_of_sql, person));
}

std::vector<SessionId> delete_session(Transaction& tx, PersonId person, SessionId session) {
    return ids_of(tx.query(delete_session_sql, person, session));
}

std::vector<SessionId> delete_sessions(Transaction& tx, PersonId person, std::optional<SessionId> except) {
    return ids_of(tx.query(delete_sessions_sql, person, except));
}

std::vector<SessionId> delete_surplus_sessions(Transaction& tx, PersonId person) {
    return ids_of(tx.query(delete_surplus_sessions_sql, person, sessions_per_person));
}

std::vector<ExpiredSession> delete_expired_sessions(Transaction& tx, const SystemAccess&,
                                                    std::int64_t limit) {
    return rows_as<ExpiredSession>(tx.query(delete_expired_sessions_sql, limit));
}

}  // namespace plein::storage
