#include "storage/bulk.hpp"

#include "storage/values.hpp"

#include <fmt/format.h>

namespace plein::storage {

namespace {

using Columns = std::vector<std::string>;

constexpr const char* name_of_table(Bulk::Table table) {
    switch (table) {
        case Bulk::Table::people:
            return "people";
        case Bulk::Table::groups:
            return "groups";
        case Bulk::Table::tabs:
            return "tabs";
        case Bulk::Table::posts:
            return "posts";
        case Bulk::Table::comments:
            return "comments";
    }
    return "";
}

// Takes the ids from the sequence of the column, so that ordinary inserts go on behind them.
constexpr const char* reserve_ids = R"sql(
    SELECT setval(sequence, nextval(sequence) + $2::bigint - 1) - $2::bigint + 1
      FROM CAST(pg_get_serial_sequence($1, 'id') AS regclass) AS sequence)sql";

constexpr const char* insert_threads = R"sql(
    INSERT INTO threads (post_id, tab_id, comments, version, active_at)
    SELECT posts.id, posts.tab_id, count(*), count(*), max(comments.published_at)
      FROM comments
      JOIN posts ON posts.id = comments.post_id
     WHERE comments.post_id BETWEEN $1 AND $2
     GROUP BY posts.id)sql";

// The JSON as storage/reactions.cpp writes it. $3: the kinds in their order.
constexpr const char* insert_reaction_counts = R"sql(
    INSERT INTO reaction_counts (post_id, comment_id, counts)
    SELECT post_id, comment_id,
           '[' || string_agg(format('{"kind":"%s","count":%s}', kind, chosen), ','
                             ORDER BY array_position($3::text[], kind)) || ']'
      FROM (SELECT post_id, comment_id, kind, count(*) AS chosen
              FROM reactions
             WHERE post_id BETWEEN $1 AND $2
             GROUP BY post_id, comment_id, kind) AS counted
     GROUP BY post_id, comment_id)sql";

constexpr const char* insert_streams = R"sql(
    INSERT INTO streams (name, seq, last_at)
    SELECT 'group:' || group_id, count(*), max(published_at)
      FROM (SELECT group_id, published_at
              FROM posts
             UNION ALL
            SELECT posts.group_id, comments.published_at
              FROM comments
              JOIN posts ON posts.id = comments.post_id) AS written
     WHERE group_id >= $1
     GROUP BY group_id)sql";

// RFC 9562 version 8. The digest stays empty: nobody repeats a create that no client made.
std::string client_id(std::int64_t row) { return fmt::format("00000000-0000-8000-8001-{:012x}", row); }
constexpr const char* no_digest = "\\x";

std::vector<ReactionKind> kinds_in_order() {
    std::vector<ReactionKind> kinds;
    for (const auto& named : names_of<ReactionKind>)
        kinds.push_back(named.value);
    return kinds;
}

template <class Rows, class TupleOf>
void copy(pqxx::connection& connection, const std::string& table, const Columns& columns, const Rows& rows,
          TupleOf tuple_of) {
    pqxx::work tx{connection};
    pqxx::stream_to stream{tx, table, columns};
    for (const auto& row : rows)
        stream << tuple_of(row);
    stream.complete();
    tx.commit();
}

template <class Id>
std::vector<Id> ids_of(const pqxx::result& rows) {
    std::vector<Id> ids;
    for (const auto& row : rows)
        ids.push_back(value_of<Id>(row[0]));
    return ids;
}

}  // namespace

Bulk::Bulk(const std::string& owner_url, const SystemAccess&) : connection_(owner_url) {}

std::int64_t Bulk::reserve(Table table, std::int64_t count) {
    pqxx::nontransaction session{connection_};
    return session.exec_params1(reserve_ids, name_of_table(table), count)[0].as<std::int64_t>();
}

std::int64_t Bulk::count(Table table) {
    pqxx::nontransaction session{connection_};
    return session.exec1(std::string{"SELECT count(*) FROM "} + name_of_table(table))[0].as<std::int64_t>();
}

std::vector<DepartmentId> Bulk::departments() {
    pqxx::nontransaction session{connection_};
    return ids_of<DepartmentId>(
        session.exec("SELECT id FROM departments WHERE side <> 'external' ORDER BY id"));
}

std::vector<PersonId> Bulk::employees() {
    pqxx::nontransaction session{connection_};
    return ids_of<PersonId>(session.exec("SELECT id FROM people WHERE role <> 'guest' ORDER BY id"));
}

std::map<PersonId, Side> Bulk::sides() {
    pqxx::nontransaction session{connection_};
    std::map<PersonId, Side> sides;
    for (const auto& row : session.exec(
             "SELECT people.id, side FROM people JOIN departments ON departments.id = people.department_id"))
        sides[value_of<PersonId>(row[0])] = value_of<Side>(row[1]);
    return sides;
}

void Bulk::write(const std::vector<BulkPerson>& people, const std::string& password_hash) {
    const Columns columns{"id", "name", "title", "email", "department_id", "password_hash", "welcomed_at"};
    copy(connection_, "people", columns, people, [&](const BulkPerson& person) {
        return std::tuple{person.id.value,         person.name,   person.title,      person.email,
                          person.department.value, password_hash, std::string{"now"}};
    });
}

void Bulk::write(const std::vector<BulkGroup>& groups) {
    copy(connection_, "groups", {"id", "name", "visibility"}, groups, [](const BulkGroup& group) {
        return std::tuple{group.id.value, group.name, std::string{"closed"}};
    });
}

void Bulk::write(const std::vector<BulkTab>& tabs) {
    copy(connection_, "tabs", {"id", "group_id", "name", "department_id", "position"}, tabs,
         [](const BulkTab& tab) {
             return std::tuple{tab.id.value, tab.group.value, tab.name, to_sql(tab.department), tab.position};
         });
}

void Bulk::write(const std::vector<BulkMembership>& memberships, Timestamp since) {
    const std::string moment = to_string(since);
    const Columns columns{"group_id", "person_id", "role", "since"};
    copy(connection_, "memberships", columns, memberships, [&](const BulkMembership& membership) {
        return std::tuple{membership.group.value, membership.person.value, to_sql(membership.role), moment};
    });
}

void Bulk::write(const std::vector<BulkPost>& posts) {
    const Columns columns{"id",   "group_id", "tab_id", "author_id",    "client_id", "client_digest",
                          "mark", "body",     "blocks", "published_at", "side"};
    copy(connection_, "posts", columns, posts, [](const BulkPost& post) {
        return std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::string, const char*,
                          const char*, const std::string&, const std::string&, std::string,
                          std::optional<std::string>>{post.id.value,
                                                      post.group.value,
                                                      post.tab.value,
                                                      post.author.value,
                                                      client_id(post.id.value),
                                                      no_digest,
                                                      "work",
                                                      *post.body,
                                                      *post.blocks,
                                                      to_string(post.published_at),
                                                      to_sql(post.side)};
    });
}

void Bulk::write(const std::vector<BulkComment>& comments) {
    const Columns columns{"id",       "post_id", "author_id", "client_id",   "client_digest",
                          "quote_id", "body",    "blocks",    "published_at"};
    copy(connection_, "comments", columns, comments, [](const BulkComment& comment) {
        return std::tuple<std::int64_t, std::int64_t, std::int64_t, std::string, const char*,
                          std::optional<std::int64_t>, const std::string&, const std::string&, std::string>{
            comment.id.value,
            comment.post.value,
            comment.author.value,
            client_id(comment.id.value),
            no_digest,
            to_sql(comment.quote),
            *comment.body,
            *comment.blocks,
            to_string(comment.published_at)};
    });
}

void Bulk::write(const std::vector<BulkReaction>& reactions) {
    const Columns columns{"post_id", "comment_id", "person_id", "kind", "reacted_at"};
    copy(connection_, "reactions", columns, reactions, [](const BulkReaction& reaction) {
        return std::tuple{reaction.post.value, to_sql(reaction.comment), reaction.person.value,
                          to_sql(reaction.kind), to_string(reaction.reacted_at)};
    });
}

void Bulk::count_below(PostId first, PostId last) {
    pqxx::work tx{connection_};
    tx.exec_params(insert_threads, first.value, last.value);
    tx.exec_params(insert_reaction_counts, first.value, last.value, to_sql(kinds_in_order()));
    tx.commit();
}

void Bulk::start_streams(GroupId first) {
    pqxx::work tx{connection_};
    tx.exec_params(insert_streams, first.value);
    tx.commit();
}

void Bulk::analyze() {
    pqxx::nontransaction session{connection_};
    session.exec("ANALYZE");
}

}  // namespace plein::storage
