#include "server/features/planning.hpp"

#include "server/features/post_views.hpp"
#include "server/features/written_text.hpp"

namespace plein::features {

using storage::TabAccess;
using storage::Transaction;

void check_event(const CreatePost& request, const JsonOf<MarkdownTree>& blocks, Timestamp now) {
    if (!request.event) return;
    check_plan(*request.event, now, "$.event");
    check_title(blocks);
}

void check_plan(const EventPlan& plan, Timestamp now, const std::string& field) {
    const auto refuse = [&](const char* part, const char* why) {
        throw Refusal{ErrorCode::invalid_request, field + part, why};
    };
    if (plan.ends <= plan.begins) refuse(".ends", "after it begins");
    if (plan.ends - plan.begins > std::chrono::days{limits::event_days}) refuse(".ends", "too long");
    if (plan.ends <= now) refuse(".ends", "in the past");
    if (plan.begins > now + std::chrono::days{limits::event_ahead_days}) refuse(".begins", "too far ahead");
    if (plan.places && (*plan.places < 1 || *plan.places > std::int32_t{limits::event_places}))
        refuse(".places", "1 to 10000");
}

void tell_event(Transaction& tx, const TabAccess& tab, PostId post, const CalendarEvent& event) {
    tx.tell(tab.stream(), EventChanged{post, tab.tab().id, tab.tab().group, event}, subject_of_event(post));
}

void open_event(Transaction& tx, const TabAccess& tab, const Post& post) {
    if (post.kind != PostKind::event) return;
    tell_event(tx, tab, post.id, storage::select_calendar_event(tx, tab, post.id).value());
}

}  // namespace plein::features
