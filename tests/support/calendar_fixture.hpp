/// Events of the small organisation, and who comes to them.
#pragma once

#include "server/features/calendar_events.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/notification_fixture.hpp"
#include "tests/support/polls.hpp"

namespace plein::test {

class CalendarTest : public NotificationTest {
protected:
    /// Begins in so many hours, and takes two.
    static EventPlan in(int hours, std::optional<std::int32_t> places = {}) {
        const Timestamp begins = from_now(std::chrono::hours{hours});
        return {begins, begins + std::chrono::hours{2}, {"Hall 2"}, places};
    }
    static CreatePost inviting(TabId tab, const EventPlan& plan, const std::string& body = "# Open day") {
        CreatePost request = posting(tab, body);
        request.event = plan;
        return request;
    }
    Post invite(PersonId author, const EventPlan& plan, const std::string& body = "# Open day") {
        return act(author, features::create_post, inviting(town.general, plan, body));
    }
    PostView view_of(PersonId who, const Post& post) {
        return look(who, features::get_post, GetPost{post.id}).view;
    }
    CalendarEvent now(const Post& post) { return view_of(town.owner, post).event.value(); }

    CalendarEvent answer(PersonId who, const Post& post, Attendance attendance) {
        return act(who, features::set_attendance, SetAttendance{post.id, attendance});
    }
    CalendarEvent withdraw(PersonId who, const Post& post) {
        return act(who, features::withdraw_attendance, WithdrawAttendance{post.id});
    }
    CalendarEvent cancel(PersonId who, const Post& post, const std::string& reason = "nobody has time") {
        return act(who, features::cancel_event, CancelEvent{post.id, {reason}});
    }
    CalendarEvent move(PersonId who, const Post& post, const EventPlan& plan, std::int32_t sequence = 0) {
        return act(who, features::reschedule_event, RescheduleEvent{post.id, sequence, plan});
    }
    /// It ended a minute ago.
    void end(const Post& post) {
        run_sql(test_database,
                "UPDATE calendar_events SET begins = now() - interval '1 hour', "
                "       ends = now() - interval '1 minute' WHERE post_id = " +
                    std::to_string(post.id.value));
    }
    std::vector<std::string> listed(PersonId who, bool mine = false) {
        return FeatureTest::bodies(look(who, features::list_events, ListEvents{mine}));
    }
    std::int64_t tell() { return jobs::tell_changed_events(*database); }
};

}  // namespace plein::test
