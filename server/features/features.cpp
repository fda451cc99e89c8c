#include "server/features/features.hpp"

#include "server/features/accounts.hpp"
#include "server/features/activation.hpp"
#include "server/features/bookmarks.hpp"
#include "server/features/calendar_events.hpp"
#include "server/features/calendar_feeds.hpp"
#include "server/features/comments.hpp"
#include "server/features/departments.hpp"
#include "server/features/drafts.hpp"
#include "server/features/emergency.hpp"
#include "server/features/filling.hpp"
#include "server/features/group_changes.hpp"
#include "server/features/groups.hpp"
#include "server/features/held.hpp"
#include "server/features/holidays.hpp"
#include "server/features/ideas.hpp"
#include "server/features/invitation_links.hpp"
#include "server/features/invitations.hpp"
#include "server/features/joining.hpp"
#include "server/features/link_previews.hpp"
#include "server/features/managed_accounts.hpp"
#include "server/features/members.hpp"
#include "server/features/mentions.hpp"
#include "server/features/moving.hpp"
#include "server/features/news.hpp"
#include "server/features/notifications.hpp"
#include "server/features/people.hpp"
#include "server/features/people_import.hpp"
#include "server/features/pins.hpp"
#include "server/features/polls.hpp"
#include "server/features/posts.hpp"
#include "server/features/presence.hpp"
#include "server/features/profiles.hpp"
#include "server/features/questions.hpp"
#include "server/features/reactions.hpp"
#include "server/features/readings.hpp"
#include "server/features/scheduled.hpp"
#include "server/features/services.hpp"
#include "server/features/tabs.hpp"
#include "server/features/topics.hpp"
#include "server/features/translating.hpp"
#include "server/features/versions.hpp"
#include "storage/accounts.hpp"

namespace plein::features {

namespace asio = boost::asio;

void add_routes(net::Router& routes, Edge& edge, Passwords& passwords, const live::PresenceBoard& presence) {
    add_account_routes(routes, edge, passwords);
    add_managed_account_routes(routes, edge);
    add_people_import_routes(routes, edge);
    add_activation_routes(routes, edge, passwords);
    add_department_routes(routes, edge);
    add_service_routes(routes, edge);
    add_holiday_routes(routes, edge);
    add_people_routes(routes, edge);
    add_profile_routes(routes, edge);
    add_presence_routes(routes, edge, presence);
    add_group_routes(routes, edge);
    add_group_change_routes(routes, edge);
    add_emergency_routes(routes, edge);
    add_member_routes(routes, edge);
    add_tab_routes(routes, edge);
    add_joining_routes(routes, edge);
    add_invitation_routes(routes, edge);
    add_link_routes(routes, edge);
    add_filling_routes(routes, edge);
    add_post_routes(routes, edge);
    add_moving_routes(routes, edge);
    add_translation_routes(routes, edge);
    add_comment_routes(routes, edge);
    add_reaction_routes(routes, edge);
    add_pin_routes(routes, edge);
    add_question_routes(routes, edge);
    add_poll_routes(routes, edge);
    add_news_routes(routes, edge);
    add_idea_routes(routes, edge);
    add_calendar_event_routes(routes, edge);
    add_calendar_feed_routes(routes, edge);
    add_version_routes(routes, edge);
    add_bookmark_routes(routes, edge);
    add_held_routes(routes, edge);
    add_draft_routes(routes, edge);
    add_scheduled_routes(routes, edge);
    add_mention_routes(routes, edge);
    add_topic_routes(routes, edge);
    add_notification_routes(routes, edge);
    add_reading_routes(routes, edge);
    add_link_preview_routes(routes, edge);
}

asio::awaitable<std::vector<net::ReadinessCheck>> readiness(Edge& edge) {
    net::ReadinessCheck database{"database", false};
    try {
        co_await edge.database.read([](Snapshot& snapshot) { return snapshot.now(); });
        database.ready = true;
    } catch (const Refusal&) {
        database.ready = false;  // what is wrong stands in the log of the pool
    }
    co_return std::vector<net::ReadinessCheck>{database};
}

}  // namespace plein::features
