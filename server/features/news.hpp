/// What people do with news: confirm that they read it, see who has, remind the others, take it up for a department.
#pragma once

#include "protocol/confirmations.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_news_routes(net::Router& routes, Edge& edge);

/// Errors of all: not_found (no such news for this viewer).
/// Errors: conflict about `news`. Emits news.changed, and news.confirmed on the viewer's own stream; nothing when it was
/// confirmed before.
News confirm_news(Transaction& tx, const Viewer& viewer, const ConfirmNews& request);
/// Errors: forbidden (neither its author nor one who looks after the tab), conflict about `news`.
ConfirmationList list_confirmations(Snapshot& snapshot, const Viewer& viewer,
                                    const ListConfirmations& request);
/// Errors: forbidden, as above, conflict about `news` and `reminder`. Emits news.changed.
News remind_readers(Transaction& tx, const Viewer& viewer, const RemindReaders& request);
/// Errors: not_found about `department`, forbidden (not one of its heads and deputies), invalid_request. Emits news.changed.
News acknowledge_news(Transaction& tx, const Viewer& viewer, const AcknowledgeNews& request);
PostPage list_waiting_news(Snapshot& snapshot, const Viewer& viewer, const ListWaitingNews& request);

/// Tells the next of its readers that they are asked to confirm it; returns how many it went through. Call again while that is `told_at_once`.
std::int64_t tell_next_readers(Transaction& tx, PostId post);

}  // namespace plein::features
