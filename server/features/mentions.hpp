/// Whom a text can name, offered while one types.
#pragma once

#include "protocol/mentions.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_mention_routes(net::Router& routes, Edge& edge);

/// Errors: not_found.
MentionChoices list_mention_choices(Snapshot& snapshot, const Viewer& viewer,
                                    const ListMentionChoices& request);

}  // namespace plein::features
