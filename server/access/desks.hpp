/// Confidential questions among the posts that viewers ask for; for access.cpp.
#pragma once

#include "server/access/access.hpp"

#include <optional>
#include <vector>

namespace plein::access {

/// Fills in `access` the places that `out_of_sight` names, where the post is a confidential question that the viewer may read.
/// `proofs` are those of the tabs.
void add_confidential(Reader& reader, const std::vector<PostOfViewer>& asked,
                      const std::vector<std::size_t>& out_of_sight,
                      const std::vector<std::optional<TabAccess>>& proofs,
                      std::vector<std::optional<PostAccess>>& access);

}  // namespace plein::access
