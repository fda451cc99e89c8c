#include "server/features/topics.hpp"

#include "protocol/topic_words.hpp"
#include "server/features/post_pages.hpp"
#include "server/features/shown_text.hpp"
#include "storage/topics.hpp"

#include <algorithm>

namespace plein::features {

namespace {

/// So many times that a post has a topic are looked at, of all tabs together.
constexpr std::int64_t most_looked_at = 2'000;

}  // namespace

void add_topic_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListTopicPosts>(read(edge, list_topic_posts));
    routes.bind<ListTopicChoices>(read(edge, list_topic_choices));
}

PostPage list_topic_posts(Snapshot& snapshot, const Viewer& viewer, const ListTopicPosts& request) {
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    for (const storage::TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    const std::string topic = topic_key(request.topic.value);
    return page_of(snapshot, viewer, tabs, request, FeedOrder::newest,
                   [&](const auto& before, std::int64_t limit) {
                       return storage::select_topic_feed(snapshot, tabs, topic, before, limit);
                   });
}

TopicChoices list_topic_choices(Snapshot& snapshot, const Viewer& viewer, const ListTopicChoices& request) {
    const auto tab = access::to_tab(snapshot, viewer, request.tab);
    const auto tabs = access::to_tabs_known_in(snapshot, viewer, tab);
    const auto of_each = most_looked_at / static_cast<std::int64_t>(tabs.tabs().size());
    const std::string begun = topic_key(trimmed(request.search ? request.search->value : ""));
    return {storage::select_topics(snapshot, tabs, begun, std::max<std::int64_t>(of_each, 1),
                                   limits::topic_choices)};
}

}  // namespace plein::features
