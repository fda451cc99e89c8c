/// Posts that go to another tab, with all that is below them.
#pragma once

#include "protocol/posts.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_moving_routes(net::Router& routes, Edge& edge);

/// Errors: not_found about `post` and `tab`; forbidden about `post` (neither its author nor one who looks after the tab that it
/// is in), `tab` (who may not post such a post there) and `audience` (before more people by somebody else than its author);
/// conflict about `audience`, `tab` (it would wait for approval) and `author` (who reads it now, and would not). Emits
/// post.moved where it was, whose payloads are redacted, and where it is post.created and what is below it. A post that is
/// there already stays as it is.
Post move_post(Transaction& tx, const Viewer& viewer, const MovePost& request);

}  // namespace plein::features
