/// What posts have to do with events: whether a plan can be, and who hears of it.
#pragma once

#include "protocol/events.hpp"
#include "server/access/access.hpp"
#include "storage/calendar_events.hpp"

namespace plein::features {

/// Errors: invalid_request about `$.event` (not as EventPlan says) and about `$.body` (no title).
void check_event(const CreatePost& request, const JsonOf<MarkdownTree>& blocks, Timestamp now);

/// `field`: where the plan stands in the request. Errors: invalid_request about it.
void check_plan(const EventPlan& plan, Timestamp now, const std::string& field);

/// Emits event.changed.
void tell_event(storage::Transaction& tx, const storage::TabAccess& tab, PostId post,
                const CalendarEvent& event);

/// What was held as an event can be answered from now on. Emits the same.
void open_event(storage::Transaction& tx, const storage::TabAccess& tab, const Post& post);

}  // namespace plein::features
