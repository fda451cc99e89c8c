/// What a group hears of its tabs.
#pragma once

#include "protocol/tabs.hpp"
#include "server/access/access.hpp"

#include <optional>
#include <vector>

namespace plein::features {

/// Their names, places or rules changed, not who reads them.
void tell_changed(storage::Transaction& tx, const std::vector<Tab>& tabs);

/// Other people read the tab than before: it leaves the stream it was on (`before`, unless it was not open) and comes to
/// another, which may bear the same name (`after`, unless it is archived).
void tell_readers_changed(storage::Transaction& tx, const storage::GroupAccess& group,
                          const std::optional<Tab>& before, const std::optional<Tab>& after);

}  // namespace plein::features
