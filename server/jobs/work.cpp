#include "server/access/access.hpp"
#include "server/features/accounts.hpp"
#include "server/features/calendar_events.hpp"
#include "server/features/drafts.hpp"
#include "server/features/emergency.hpp"
#include "server/features/ideas.hpp"
#include "server/features/link_previews.hpp"
#include "server/features/listening.hpp"
#include "server/features/merging.hpp"
#include "server/features/news.hpp"
#include "server/features/notifying.hpp"
#include "server/features/polls.hpp"
#include "server/features/question_clock.hpp"
#include "server/features/reactions.hpp"
#include "server/features/scheduled.hpp"
#include "server/jobs/jobs.hpp"
#include "storage/accounts.hpp"
#include "storage/activation.hpp"
#include "storage/calendar_events.hpp"
#include "storage/comments.hpp"
#include "storage/emergency.hpp"
#include "storage/events.hpp"
#include "storage/ideas.hpp"
#include "storage/listeners.hpp"
#include "storage/merged_questions.hpp"
#include "storage/news.hpp"
#include "storage/notifications.hpp"
#include "storage/posts.hpp"
#include "storage/question_clock.hpp"
#include "storage/scheduled.hpp"

#include <map>

namespace plein::jobs {

using storage::Transaction;

namespace {

/// Of the posts that `untold` finds, a few people in each transaction: they are locked while they are told.
template <class Untold, class TellNext>
std::int64_t tell_in_turns(storage::Database& database, const Untold& untold, const TellNext& tell_next,
                           const char* reason) {
    const auto posts = database.read_now(
        [&](storage::Snapshot& snapshot) { return untold(snapshot, access::as_system(reason), batch); });
    for (const PostId post : posts) {
        const auto tell = [&](Transaction& tx) { return tell_next(tx, post); };
        while (database.commit_now(tell) == features::told_at_once) {
        }
    }
    return static_cast<std::int64_t>(posts.size());
}

}  // namespace

std::int64_t expire_sessions(storage::Database& database) {
    return database.commit_now([](Transaction& tx) {
        const auto expired =
            storage::delete_expired_sessions(tx, access::as_system("expiry of sessions"), batch);
        // By person, in the order of the streams' names: two nodes lock them alike.
        std::map<std::string, std::pair<PersonId, std::vector<SessionId>>> ended;
        for (const auto& row : expired) {
            auto& [person, sessions] = ended[stream_of(row.person)];
            person = row.person;
            sessions.push_back(row.session);
        }
        for (const auto& [stream, of] : ended)
            features::tell_sessions_ended(tx, of.first, of.second);
        return static_cast<std::int64_t>(expired.size());
    });
}

std::int64_t retain_events(storage::Database& database, int days) {
    return database.commit_now([days](Transaction& tx) {
        return storage::delete_old_events(tx, access::as_system("event retention"), days, batch);
    });
}

std::int64_t purge_posts(storage::Database& database) {
    return database.commit_now([](Transaction& tx) {
        return storage::purge_posts(tx, access::as_system("purge of deleted posts"), batch);
    });
}

std::int64_t purge_comments(storage::Database& database) {
    return database.commit_now([](Transaction& tx) {
        return storage::purge_comments(tx, access::as_system("purge of deleted comments"), batch);
    });
}

std::int64_t count_reactions(storage::Database& database) {
    return database.commit_now([](Transaction& tx) { return features::count_reactions(tx, batch); });
}

/// One transaction each: a post is out, or it is not.
std::int64_t publish_due_posts(storage::Database& database) {
    const auto due = database.read_now([](storage::Snapshot& snapshot) {
        return storage::select_due_posts(snapshot, access::as_system("scheduled posts"), batch);
    });
    for (const PostId post : due)
        database.commit_now([&](Transaction& tx) { return features::publish_due_post(tx, post); });
    return static_cast<std::int64_t>(due.size());
}

std::int64_t close_due_polls(storage::Database& database) {
    return database.commit_now([](Transaction& tx) { return features::close_due_polls(tx, batch); });
}

/// One transaction each: who hears of it is locked while it is told.
std::int64_t tell_overdue_questions(storage::Database& database) {
    const auto overdue = database.read_now([](storage::Snapshot& snapshot) {
        return storage::select_overdue_questions(snapshot, access::as_system("overdue questions"), batch);
    });
    for (const PostId post : overdue)
        database.commit_now([&](Transaction& tx) { return features::tell_overdue(tx, post); });
    return static_cast<std::int64_t>(overdue.size());
}

std::int64_t accept_settled_answers(storage::Database& database) {
    return database.commit_now([](Transaction& tx) { return features::accept_settled_answers(tx, batch); });
}

/// One transaction each: both of them are locked while they part.
std::int64_t part_lost_questions(storage::Database& database) {
    const auto lost = database.read_now([](storage::Snapshot& snapshot) {
        return storage::select_lost_questions(snapshot, access::as_system("questions that part"), batch);
    });
    for (const PostId post : lost)
        database.commit_now([&](Transaction& tx) { return features::part_lost(tx, post); });
    return static_cast<std::int64_t>(lost.size());
}

std::int64_t tell_news_to_confirm(storage::Database& database) {
    return tell_in_turns(database, storage::select_untold_news, features::tell_next_readers,
                         "news to confirm");
}

std::int64_t tell_new_posts(storage::Database& database) {
    return tell_in_turns(database, storage::select_untold_posts, features::tell_next_listeners, "new posts");
}

std::int64_t tell_decided_ideas(storage::Database& database) {
    return tell_in_turns(database, storage::select_untold_ideas, features::tell_next_voters,
                         "ideas with another status");
}

std::int64_t tell_changed_events(storage::Database& database) {
    return tell_in_turns(database, storage::select_untold_events, features::tell_next_attendees,
                         "events that were moved or cancelled");
}

/// One transaction each: the streams of a group are locked for one removal at a time.
std::int64_t end_emergency_accesses(storage::Database& database) {
    const auto ended = database.read_now([](storage::Snapshot& snapshot) {
        return storage::select_ended_memberships(snapshot, access::as_system("emergency access"), batch);
    });
    for (const auto& each : ended)
        database.commit_now([&](Transaction& tx) { return features::end_emergency_access(tx, each); });
    return static_cast<std::int64_t>(ended.size());
}

std::int64_t retain_notifications(storage::Database& database) {
    return database.commit_now([](Transaction& tx) {
        return storage::delete_old_notifications(tx, access::as_system("retention of notifications"),
                                                 notification_days, batch);
    });
}

std::int64_t forget_old_drafts(storage::Database& database) {
    return database.commit_now([](Transaction& tx) { return features::forget_old_drafts(tx, batch); });
}

std::int64_t forget_failed_posts(storage::Database& database) {
    return database.commit_now([](Transaction& tx) { return features::forget_failed_posts(tx, batch); });
}

std::int64_t forget_old_previews(storage::Database& database) {
    return database.commit_now([](Transaction& tx) { return features::forget_old_previews(tx, batch); });
}

std::int64_t forget_sign_in_traces(storage::Database& database) {
    database.commit_now([](Transaction& tx) {
        const auto system = access::as_system("retention of sign-in traces");
        storage::delete_stale_sign_in_traces(tx, system);
        storage::delete_expired_activations(tx, system);
        return 0;
    });
    return 0;
}

}  // namespace plein::jobs
