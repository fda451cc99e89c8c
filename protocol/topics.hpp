/// Topics: words with "#" in a post, by which posts are found together.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// The posts with a topic that the viewer may read, newest first; nothing tells whether others have it.
struct ListTopicPosts {
    Text<4 * limits::topic, 1> topic;  // without "#", however it is written
    std::optional<Text<limits::cursor>> before;
    std::optional<std::int32_t> limit;  // 1..100, default 20

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/topics/{topic}/posts",
                                       "Posts with a topic, newest first.", Audience::signed_in};
};
PLEIN_DESCRIBE(ListTopicPosts, topic, before, limit);

struct TopicChoice {
    std::string topic;  // without "#", as it was written last
    std::int32_t posts = 0;
};
PLEIN_DESCRIBE(TopicChoice, topic, posts);

struct TopicChoices {
    std::vector<TopicChoice> items;
};
PLEIN_DESCRIBE(TopicChoices, items);

/// Topics of posts in this tab and in those of its group that all its members read, most used first: what a text here may say
/// without naming what some of its readers do not know. With `search` those that begin with it.
struct ListTopicChoices {
    TabId tab;
    std::optional<Text<limits::search>> search;

    using Response = TopicChoices;
    static constexpr Endpoint endpoint{Method::get, "/api/tabs/{tab}/topic-choices",
                                       "Topics that a text in a tab can have.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListTopicChoices, tab, search);

}  // namespace plein
