/// What a post is beside its text: the row of its kind, for repositories that select posts.
#pragma once

#include "storage/calendar_event_columns.hpp"
#include "storage/idea_columns.hpp"
#include "storage/news_columns.hpp"
#include "storage/poll_columns.hpp"
#include "storage/posts.hpp"
#include "storage/question_columns.hpp"

/// In the order of `ReadKinds`.
#define PLEIN_KIND_COLUMNS                                                  \
    PLEIN_QUESTION_COLUMNS                                                  \
    ", " PLEIN_POLL_COLUMNS ", " PLEIN_NEWS_COLUMNS ", " PLEIN_IDEA_COLUMNS \
    ","                                                                     \
    " " PLEIN_CALENDAR_EVENT_COLUMNS

/// POST is the row of the post. An update and a compliment have none of them.
#define PLEIN_JOIN_KINDS(POST)                                           \
    "  LEFT JOIN questions ON questions.post_id = " POST ".id AND " POST \
    ".kind = 'question' "                                                \
    "  LEFT JOIN polls ON polls.post_id = " POST ".id AND " POST         \
    ".kind = 'poll' "                                                    \
    "  LEFT JOIN news ON news.post_id = " POST ".id AND " POST           \
    ".kind = 'news' "                                                    \
    "  LEFT JOIN ideas ON ideas.post_id = " POST ".id AND " POST         \
    ".kind = 'idea' "                                                    \
    "  LEFT JOIN calendar_events ON calendar_events.post_id = " POST ".id AND " POST ".kind = 'event' "

namespace plein::storage {

inline constexpr int kind_columns = columns_of<Question> + columns_of<ReadPoll> + columns_of<News> +
                                    columns_of<Idea> + columns_of<CalendarEvent>;

/// From these columns, which begin at `first`.
ReadKinds read_kinds(const pqxx::row& row, int first);

}  // namespace plein::storage
