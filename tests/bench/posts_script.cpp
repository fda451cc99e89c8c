#include "protocol/events.hpp"
#include "protocol/json_writer.hpp"
#include "protocol/markdown.hpp"
#include "storage/move_stream.hpp"
#include "tests/bench/pgbench_script.hpp"
#include "tests/bench/sample_post.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/bench/stage.hpp"

#include <fmt/format.h>

#include <functional>
#include <vector>

namespace plein::bench {

namespace {

// What publish_posts does, for one post: without arrays, which is the leanest that PostgreSQL can be asked for.
constexpr const char* publish_one = R"sql(
    WITH place AS (
        INSERT INTO streams AS stream (name, seq, last_at)
        SELECT $8, 1, date_trunc('milliseconds', clock_timestamp())
         WHERE NOT EXISTS (SELECT FROM posts WHERE author_id = $3 AND client_id = $4)
            )sql" PLEIN_MOVE_STREAM R"sql(
     RETURNING seq, last_at
    ), post AS (
        INSERT INTO posts (group_id, tab_id, author_id, client_id, client_digest,
                           mark, body, blocks, published_at, state, side)
        SELECT $1, $2, $3, $4, sha256(convert_to(concat_ws('|', $2::bigint, $5::text, $6::text), 'UTF8')),
               $5, $6, $7, place.last_at, 'visible',
               (SELECT side FROM departments WHERE id = (SELECT department_id FROM people WHERE id = $3))
          FROM place
            ON CONFLICT (author_id, client_id) DO NOTHING
     RETURNING id, group_id, tab_id, author_id, version, state, mark, body, blocks, published_at, edited_at, side)
    SELECT seq, last_at, post.* FROM place LEFT JOIN post ON true)sql";

/// "case when :client_id = 0 then 12 when … end"
std::string by_client(const std::vector<Writer>& writers, const std::function<std::int64_t(Writer)>& value) {
    std::string text = "case";
    for (std::size_t i = 0; i < writers.size(); ++i)
        text += fmt::format(" when :client_id = {} then {}", i, value(writers[i]));
    return text + " end";
}

}  // namespace

void write_posts_script(const Target& target, const PostsOptions& options) {
    const auto writers = select_writers(target.owner_url, options.clients, options.groups);
    const std::string blocks = to_blocks(sample_body);
    Post sample{.body = sample_body};
    sample.blocks.text = blocks;
    const std::string payload = quoted(to_json(PostCreated{sample}));
    const std::string client_id = "md5(:one::text || '-' || :two::text)::uuid";
    const std::string stream = "'group:' || :right_group_id::text";

    const std::vector<std::string> lines{
        "\\set person " + by_client(writers, [](Writer writer) { return writer.person.value; }),
        "\\set tab " + by_client(writers, [](Writer writer) { return writer.tab.value; }),
        "\\set one random(1, 1000000000000)",
        "\\set two random(1, 1000000000000)",
        "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;",
        statement("lock_signed_in",
                  {"encode(sha256(convert_to('bench-' || :person::text, 'UTF8')), 'hex')"}) +
            ";",
        statement("lock_tab_rights", {":tab", ":person"}) + " \\gset right_",
        filled(publish_one, {":right_group_id", ":tab", ":person", client_id, "'work'", quoted(sample_body),
                             quoted(blocks), stream}) +
            " \\gset new_",
        statement("insert_events", {"ARRAY[" + stream + "]", "ARRAY[:new_seq]", "ARRAY[:new_last_at]",
                                    "ARRAY['post_created']", "ARRAY['post:' || :new_id::text]",
                                    "ARRAY[" + payload + "]", "ARRAY[null]", "ARRAY[null]"}) +
            ";",
        "COMMIT;"};
    for (const std::string& line : lines)
        fmt::print("{}\n", line);
}

}  // namespace plein::bench
