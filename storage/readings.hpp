/// How far each person has read each tab, and what they chose to see of it.
#pragma once

#include "protocol/readings.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <vector>

namespace plein::storage {

/// How far the viewer has read each of these tabs, with the unread counted up to 100, and each count with how far it
/// saw the tab's stream. In the order of `tabs`.
std::vector<Reading> select_readings(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs);
Reading select_reading(Reader& reader, const Viewer& viewer, const TabAccess& tab);

/// Each returns false when there was nothing to change.
/// Moves the position forward.
bool update_reading(Transaction& tx, const Viewer& viewer, const TabAccess& tab, Timestamp read_until);
/// Moves it back, unless the reading has changed since that version.
bool update_reading_back(Transaction& tx, const Viewer& viewer, const TabAccess& tab,
                         const EarlierReading& earlier);
bool update_following(Transaction& tx, const Viewer& viewer, const TabAccess& tab,
                      const SetFollowing& wanted);
/// Of all these tabs, in the order of their ids; returns those where it changed.
std::vector<TabId> update_followings(Transaction& tx, const Viewer& viewer, const ReadableTabs& tabs,
                                     const SetGroupFollowing& wanted);

}  // namespace plein::storage
