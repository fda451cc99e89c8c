/// What people tell about themselves. A field that the proof does not open never leaves the database.
#pragma once

#include "protocol/profiles.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// The fields that are filled in and open to the viewer; person and groups are still empty.
Profile select_profile(Reader& reader, const ProfileAccess& access);

/// Groups that both are in and whose members the viewer may know, by name; at most 100.
std::vector<SharedGroup> select_shared_groups(Reader& reader, const Viewer& viewer,
                                              const ProfileAccess& access);

OwnProfile select_own_profile(Reader& reader, const Viewer& viewer);
/// Returns false when it is in another version by now. Leaves the colour, which is the person's.
bool update_profile(Transaction& tx, const Viewer& viewer, const SetProfile& request);

}  // namespace plein::storage
