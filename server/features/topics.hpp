/// Topics: the posts that have one, and those that a text can have.
#pragma once

#include "protocol/topics.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_topic_routes(net::Router& routes, Edge& edge);

/// Of all tabs that the viewer reads. Errors: invalid_request.
PostPage list_topic_posts(Snapshot& snapshot, const Viewer& viewer, const ListTopicPosts& request);

/// Errors: not_found.
TopicChoices list_topic_choices(Snapshot& snapshot, const Viewer& viewer, const ListTopicChoices& request);

}  // namespace plein::features
