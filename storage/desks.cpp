#include "storage/desks.hpp"

namespace plein::storage {

namespace {

#define PLEIN_CONFIDENTIAL_POSTS                                                                  \
    "SELECT posts.id, posts.tab_id, posts.author_id, questions.department_id, services.owner_id " \
    "  FROM posts "                                                                               \
    "  JOIN questions ON questions.post_id = posts.id "                                           \
    "  LEFT JOIN services ON services.id = questions.service_id AND NOT services.removed "        \
    " WHERE posts.id = ANY($1::bigint[]) AND posts.state = 'confidential' "

const NamedSql select_confidential_posts_sql{"select_confidential_posts", PLEIN_CONFIDENTIAL_POSTS};

// In the order of their ids. A question, once locked, is what it is until the commit; its row is found before, so its
// department is asked for once more.
const NamedSql lock_confidential_posts_sql{"lock_confidential_posts", R"sql(
    SELECT posts.id
      FROM posts
      JOIN questions ON questions.post_id = posts.id
     WHERE posts.id = ANY($1::bigint[]) AND posts.state = 'confidential'
     ORDER BY posts.id
       FOR SHARE OF posts
       FOR NO KEY UPDATE OF questions)sql"};

const NamedSql select_headships_sql{"select_headships", R"sql(
    SELECT person_id, department_id FROM department_heads WHERE person_id = ANY($1::bigint[]))sql"};

std::map<PostId, ConfidentialRow> read_confidential(const pqxx::result& rows) {
    std::map<PostId, ConfidentialRow> found;
    for (const auto& row : rows) {
        const Desk desk{value_of<DepartmentId>(row[3]), value_of<std::optional<PersonId>>(row[4])};
        found[value_of<PostId>(row[0])] = {value_of<TabId>(row[1]), value_of<PersonId>(row[2]), desk};
    }
    return found;
}

}  // namespace

std::map<PostId, ConfidentialRow> select_confidential_posts(Reader& reader,
                                                            const std::vector<PostId>& posts) {
    if (posts.empty()) return {};
    if (reader.writing() && reader.query(lock_confidential_posts_sql, posts).empty()) return {};
    return read_confidential(reader.query(select_confidential_posts_sql, posts));
}

std::map<PostId, ConfidentialRow> select_confidential_posts(Reader& reader, const SystemAccess&,
                                                            const std::vector<PostId>& posts) {
    return read_confidential(reader.query(select_confidential_posts_sql, posts));
}

std::vector<std::pair<PersonId, DepartmentId>> select_headships(Reader& reader,
                                                                const std::vector<PersonId>& people) {
    std::vector<std::pair<PersonId, DepartmentId>> headships;
    for (const auto& row : reader.query(select_headships_sql, people))
        headships.emplace_back(value_of<PersonId>(row[0]), value_of<DepartmentId>(row[1]));
    return headships;
}

}  // namespace plein::storage
