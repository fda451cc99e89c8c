#include "server/access/access.hpp"
#include "server/features/posts.hpp"
#include "tests/bench/page_requests.hpp"
#include "tests/bench/pgbench_script.hpp"
#include "tests/bench/stage.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plein::bench {

namespace {

using storage::Snapshot;
using storage::Viewer;
using Lines = std::vector<std::string>;

constexpr std::size_t most_questions = 32;  // each client plans each of them once

const std::string newest = "'9999-01-01'";

template <class Id>
std::string array_of(const std::vector<Id>& ids) {
    std::string text = "{";
    for (const Id id : ids)
        text += (text.size() > 1 ? "," : "") + std::to_string(id.value);
    return quoted(text + "}");
}

std::string text_of(std::int64_t number) { return std::to_string(number); }

std::vector<TabId> ids_of(const storage::ReadableTabs& tabs) {
    std::vector<TabId> ids;
    for (const auto& tab : tabs.tabs())
        ids.push_back(tab.tab().id);
    return ids;
}

/// What follows the posts on every page: their authors, and how far the streams stand.
void add_rest(Lines& lines, const PostPage& page) {
    std::vector<PersonId> authors;
    for (const Person& person : page.people)
        authors.push_back(person.id);
    std::string streams;
    for (const StreamCursor& cursor : page.cursors)
        streams += (streams.empty() ? "" : ",") + cursor.stream;
    lines.push_back(statement("select_people", {array_of(authors)}));
    lines.push_back(statement("select_heads", {quoted("{" + streams + "}")}));
}

Lines tab_lines(Snapshot& snapshot, const Viewer& viewer, const ReaderOfTab& reader) {
    const auto tab = text_of(reader.tab.value);
    Lines lines{statement("select_tab_rights", {tab, text_of(reader.person.value)}),
                statement("select_tab_feed", {tab, newest, "0", "21"})};
    add_rest(lines, features::list_posts(snapshot, viewer, {.tab = reader.tab}));
    return lines;
}

Lines group_lines(Snapshot& snapshot, const Viewer& viewer, const ReaderOfTab& reader) {
    const auto group = text_of(reader.group.value);
    const auto person = text_of(reader.person.value);
    const auto tabs = access::to_tabs(snapshot, viewer, access::to_group(snapshot, viewer, reader.group));
    Lines lines{statement("select_group_role", {group, person}),
                statement("select_all_tab_rights", {person, group}),
                statement("select_tabs_feed", {array_of(ids_of(tabs)), newest, "0", "21"})};
    add_rest(lines, features::list_group_posts(snapshot, viewer, {.group = reader.group}));
    return lines;
}

Lines home_lines(Snapshot& snapshot, const Viewer& viewer, const ReaderOfTab& reader) {
    const auto person = text_of(reader.person.value);
    const auto tabs = access::to_followed_tabs(snapshot, viewer);
    Lines lines{statement("select_chosen_followings", {person}),
                statement("select_all_tab_rights", {person, "NULL"}),
                statement("select_home_unread",
                          {array_of(ids_of(tabs)), newest, "0", "101", person, "10", newest, "0"})};
    add_rest(lines, features::list_home_posts(snapshot, viewer, unread_home()));
    return lines;
}

Lines lines_of(const std::string& page, Snapshot& snapshot, const ReaderOfTab& reader) {
    const auto token = access::hash_token(session_of(reader.person));
    const Viewer viewer = access::identify(snapshot, token);
    Lines lines = page == "home"    ? home_lines(snapshot, viewer, reader)
                  : page == "group" ? group_lines(snapshot, viewer, reader)
                                    : tab_lines(snapshot, viewer, reader);
    lines.insert(lines.begin(), statement("select_signed_in", {quoted(token)}));
    return lines;
}

}  // namespace

void write_pages_script(const Target& target, const PagesOptions& options) {
    const auto readers = select_readers(target.owner_url, std::min(readers_of(options), most_questions));
    storage::Database database{{.url = target.owner_url, .connections = 1},
                               [](const std::vector<storage::EmittedEvent>&) {}};
    if (options.page == "cold")
        fmt::print("\\set question random(0, {})\n", readers.size() - 1);
    else
        fmt::print("\\set question :client_id\n");
    fmt::print("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n");
    for (std::size_t i = 0; i < readers.size(); ++i) {
        fmt::print("\\{} :question = {}\n", i == 0 ? "if" : "elif", i);
        const auto ask = [&](Snapshot& snapshot) { return lines_of(options.page, snapshot, readers[i]); };
        for (const std::string& line : database.read_now(ask))
            fmt::print("{};\n", line);
    }
    fmt::print("\\endif\nCOMMIT;\n");
}

}  // namespace plein::bench
