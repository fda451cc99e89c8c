#include "storage/read_posts.hpp"

namespace plein::storage {

ReadKinds read_kinds(const pqxx::row& row, int first) {
    const int poll = first + columns_of<Question>;
    const int news = poll + columns_of<ReadPoll>;
    const int idea = news + columns_of<News>;
    const int event = idea + columns_of<Idea>;
    return {row_as_optional<Question>(row, first), row_as_optional<ReadPoll>(row, poll),
            row_as_optional<News>(row, news), row_as_optional<Idea>(row, idea),
            row_as_optional<CalendarEvent>(row, event)};
}

std::vector<ReadPost> read_posts(const pqxx::result& rows) {
    std::vector<ReadPost> posts;
    posts.reserve(rows.size());
    const int below = rows.empty() ? 0 : static_cast<int>(rows.column_number("comments"));
    const int reactions = below + columns_of<Thread>;
    for (const auto& row : rows)
        posts.push_back({row_as<Post>(row), row_as<Thread>(row, below), row_as<Reactions>(row, reactions),
                         read_kinds(row, reactions + columns_of<Reactions>)});
    return posts;
}

}  // namespace plein::storage
