/// Notifications: what concerns one person, as one list, and what of it they have read.
#pragma once

#include "protocol/notifications.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_notification_routes(net::Router& routes, Edge& edge);

NotificationList list_notifications(Snapshot& snapshot, const Viewer& viewer, const ListNotifications&);

/// Emits notifications.changed on the person's own stream, where any was unread.
NoContent read_notifications(Transaction& tx, const Viewer& viewer, const ReadNotifications& request);

}  // namespace plein::features
