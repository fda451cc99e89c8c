#include "protocol/events.hpp"
#include "protocol/json_writer.hpp"
#include "protocol/markdown.hpp"
#include "tests/bench/pgbench_script.hpp"
#include "tests/bench/sample_post.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/bench/stage.hpp"

#include <fmt/format.h>

#include <functional>
#include <vector>

namespace plein::bench {

namespace {

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
        statement("publish_post", {":right_group_id", ":tab", ":person", client_id, "'work'",
                                   quoted(sample_body), quoted(blocks), "'visible'", stream}) +
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
