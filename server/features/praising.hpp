/// Posts that thank people.
#pragma once

#include "protocol/posts.hpp"
#include "server/access/access.hpp"

namespace plein::features {

/// Whom the request thanks, when it does, as who writes it may know them. Errors: invalid_request about `$.praise`, not_found
/// about `praise`.
void check_praise(storage::Transaction& tx, const storage::Viewer& writer, const storage::TabAccess& tab,
                  const CreatePost& request);

}  // namespace plein::features
