#include "tests/bench/stage.hpp"

#include <fmt/format.h>
#include <pqxx/pqxx>

#include <sstream>
#include <stdexcept>

namespace plein::bench {

namespace {

[[noreturn]] void too_small(const char* what) {
    throw std::runtime_error{fmt::format("the demo has too few {}: fill it up with more", what)};
}

}  // namespace

std::string session_of(PersonId person) { return "bench-" + std::to_string(person.value); }

void begin_sessions(const std::string& owner_url) {
    pqxx::connection connection{owner_url};
    pqxx::work tx{connection};
    tx.exec(R"sql(
        INSERT INTO sessions (person_id, token_hash, agent, expires_at)
        SELECT id, encode(sha256(convert_to('bench-' || id, 'UTF8')), 'hex'), 'plein_bench',
               now() + interval '1 day'
          FROM people
         WHERE state = 'active'
            ON CONFLICT (token_hash) DO NOTHING)sql");
    tx.commit();
    pqxx::nontransaction{connection}.exec("ANALYZE sessions");
}

std::vector<Writer> select_writers(const std::string& owner_url, std::size_t count, std::size_t tabs) {
    pqxx::connection connection{owner_url};
    pqxx::read_transaction tx{connection};
    // The n-th member of the n-th group, so that no two writers are the same person's lock.
    const auto rows = tx.exec_params(R"sql(
        WITH place AS (
            SELECT min(tabs.id) AS tab, group_id, row_number() OVER (ORDER BY group_id DESC) AS number
              FROM tabs
             WHERE audience = 'members' AND posting = 'everyone'
             GROUP BY group_id
             LIMIT $1
        ), member AS (
            SELECT person_id, tab, row_number() OVER (PARTITION BY group_id ORDER BY person_id DESC) AS number
              FROM place
              JOIN memberships USING (group_id)
              JOIN people ON people.id = person_id
             WHERE memberships.state = 'active' AND memberships.role <> 'guest' AND people.state = 'active'
        )
        SELECT person_id, tab FROM member ORDER BY number, tab LIMIT $2)sql",
                                     static_cast<std::int64_t>(tabs), static_cast<std::int64_t>(count));
    if (static_cast<std::size_t>(rows.size()) < count) too_small("members or groups");
    std::vector<Writer> writers;
    for (const auto& row : rows)
        writers.push_back({PersonId{row[0].as<std::int64_t>()}, TabId{row[1].as<std::int64_t>()}});
    return writers;
}

std::vector<ReaderOfTab> select_readers(const std::string& owner_url, std::size_t count) {
    pqxx::connection connection{owner_url};
    pqxx::read_transaction tx{connection};
    // The n-th member of each tab's group, one n after the other: another person each time as far as that goes.
    const auto rows = tx.exec_params(R"sql(
        WITH long_tab AS (
            SELECT tabs.id, tabs.group_id
              FROM tabs
             WHERE audience = 'members' AND archived_at IS NULL
               AND (SELECT count(*) FROM (SELECT FROM posts WHERE tab_id = tabs.id AND state = 'visible' LIMIT 21) AS few) > 20
        ), member AS (
            SELECT person_id, group_id, row_number() OVER (PARTITION BY group_id ORDER BY person_id DESC) AS number
              FROM memberships
              JOIN people ON people.id = person_id
             WHERE memberships.state = 'active' AND memberships.role <> 'guest' AND people.state = 'active'
        )
        SELECT person_id, long_tab.id, group_id
          FROM member
          JOIN long_tab USING (group_id)
         WHERE number <= $1
         ORDER BY number, long_tab.id
         LIMIT $1)sql",
                                     static_cast<std::int64_t>(count));
    if (rows.empty()) too_small("posts");
    std::vector<ReaderOfTab> readers;
    for (const auto& row : rows)
        readers.push_back({PersonId{row[0].as<std::int64_t>()}, TabId{row[1].as<std::int64_t>()},
                           GroupId{row[2].as<std::int64_t>()}});
    return readers;
}

std::vector<ReaderOfThread> select_thread_readers(const std::string& owner_url, std::size_t count) {
    const auto readers = select_readers(owner_url, count);
    pqxx::connection connection{owner_url};
    pqxx::read_transaction tx{connection};
    std::vector<ReaderOfThread> of_threads;
    for (const ReaderOfTab& reader : readers) {
        const auto row = tx.exec_params1(R"sql(
            SELECT last.id
              FROM (SELECT id, published_at
                      FROM posts
                     WHERE tab_id = $1 AND state = 'visible'
                     ORDER BY published_at DESC, id DESC
                     LIMIT 100) AS last
              LEFT JOIN threads ON threads.post_id = last.id
             ORDER BY threads.comments DESC NULLS LAST, last.published_at DESC
             LIMIT 1)sql",
                                         reader.tab.value);
        of_threads.push_back({reader.person, reader.tab, reader.group, PostId{row[0].as<std::int64_t>()}});
    }
    return of_threads;
}

PostWithReaders select_most_read_post(const std::string& owner_url, std::size_t count) {
    pqxx::connection connection{owner_url};
    pqxx::read_transaction tx{connection};
    const auto rows = tx.exec_params(R"sql(
        WITH largest AS (
            SELECT group_id
              FROM memberships
             WHERE state = 'active' AND role <> 'guest'
               AND EXISTS (SELECT FROM posts
                             JOIN tabs ON tabs.id = tab_id
                            WHERE posts.group_id = memberships.group_id AND posts.state = 'visible'
                              AND audience = 'members' AND archived_at IS NULL)
             GROUP BY group_id
             ORDER BY count(*) DESC, group_id
             LIMIT 1
        )
        SELECT person_id,
               (SELECT max(posts.id)
                  FROM posts
                  JOIN tabs ON tabs.id = tab_id
                 WHERE posts.group_id = memberships.group_id AND posts.state = 'visible'
                   AND audience = 'members' AND archived_at IS NULL)
          FROM memberships
          JOIN largest USING (group_id)
          JOIN people ON people.id = person_id
         WHERE memberships.state = 'active' AND memberships.role <> 'guest' AND people.state = 'active'
         ORDER BY person_id
         LIMIT $1)sql",
                                     static_cast<std::int64_t>(count));
    if (rows.empty()) too_small("posts");
    PostWithReaders most{PostId{rows[0][1].as<std::int64_t>()}, {}};
    for (const auto& row : rows)
        most.readers.push_back(PersonId{row[0].as<std::int64_t>()});
    return most;
}

std::vector<Follower> select_followers(const std::string& owner_url, std::size_t count, std::size_t streams) {
    pqxx::connection connection{owner_url};
    pqxx::read_transaction tx{connection};
    const auto rows = tx.exec_params(R"sql(
        SELECT person_id, array_to_string((array_agg('group:' || group_id ORDER BY group_id))[1:$2], ' ')
          FROM memberships
          JOIN people ON people.id = person_id
         WHERE memberships.state = 'active' AND memberships.role <> 'guest' AND people.state = 'active'
         GROUP BY person_id
        HAVING count(*) >= $2
         ORDER BY person_id
         LIMIT $1)sql",
                                     static_cast<std::int64_t>(count), static_cast<std::int64_t>(streams));
    if (static_cast<std::size_t>(rows.size()) < count) too_small("people in that many groups");
    std::vector<Follower> followers;
    for (const auto& row : rows) {
        Follower follower{PersonId{row[0].as<std::int64_t>()}, {}};
        std::istringstream names{row[1].as<std::string>()};
        for (std::string name; names >> name;)
            follower.streams.push_back(name);
        followers.push_back(std::move(follower));
    }
    return followers;
}

std::map<std::string, std::vector<TabId>> select_open_tabs(const std::string& owner_url) {
    pqxx::connection connection{owner_url};
    pqxx::read_transaction tx{connection};
    std::map<std::string, std::vector<TabId>> tabs;
    for (const auto& row :
         tx.exec("SELECT 'group:' || group_id, id FROM tabs "
                 " WHERE audience = 'members' AND posting = 'everyone' AND archived_at IS NULL"))
        tabs[row[0].as<std::string>()].push_back(TabId{row[1].as<std::int64_t>()});
    return tabs;
}

std::map<GroupId, TabId> select_groups(const std::string& owner_url) {
    pqxx::connection connection{owner_url};
    pqxx::read_transaction tx{connection};
    std::map<GroupId, TabId> groups;
    for (const auto& row : tx.exec("SELECT group_id, min(id) FROM tabs GROUP BY group_id"))
        groups.emplace(GroupId{row[0].as<std::int64_t>()}, TabId{row[1].as<std::int64_t>()});
    return groups;
}

std::vector<std::string> select_logins(const std::string& owner_url, std::size_t count) {
    pqxx::connection connection{owner_url};
    pqxx::read_transaction tx{connection};
    const auto rows = tx.exec_params(
        "SELECT email FROM people WHERE state = 'active' AND role = 'employee' ORDER BY id DESC LIMIT $1",
        static_cast<std::int64_t>(count));
    if (static_cast<std::size_t>(rows.size()) < count) too_small("people");
    std::vector<std::string> logins;
    for (const auto& row : rows)
        logins.push_back(row[0].as<std::string>());
    return logins;
}

Crowd gather_crowd(const std::string& owner_url, std::size_t count) {
    pqxx::connection connection{owner_url};
    pqxx::work tx{connection};
    const auto place = tx.exec1(
        "SELECT group_id, min(id) FROM tabs WHERE audience = 'members' GROUP BY group_id ORDER BY group_id "
        "LIMIT 1");
    const auto group = place[0].as<std::int64_t>();
    const auto tab = place[1].as<std::int64_t>();
    const auto rows = tx.exec_params(R"sql(
        WITH crowd AS (SELECT id FROM people WHERE state = 'active' AND role = 'employee' ORDER BY id LIMIT $2),
        joined AS (
            INSERT INTO memberships (group_id, person_id, role, since)
            SELECT $1, id, 'member', now() FROM crowd
                ON CONFLICT (group_id, person_id) DO UPDATE SET role = 'member', state = 'active', inviter_id = NULL)
        SELECT id FROM crowd)sql",
                                     group, static_cast<std::int64_t>(count));
    if (static_cast<std::size_t>(rows.size()) < count) too_small("people");
    tx.commit();
    Crowd crowd{GroupId{group}, TabId{tab}, {}};
    for (const auto& row : rows)
        crowd.followers.push_back({PersonId{row[0].as<std::int64_t>()}, {"group:" + std::to_string(group)}});
    return crowd;
}

}  // namespace plein::bench
