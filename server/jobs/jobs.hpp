/// Background work of a node: every `interval` all jobs run, one after another, on one thread of its own
/// (ADR 0012).
///
/// Every node runs them: what one has done, the next finds done, and expiry skips rows that another node is
/// busy with. A job that fails is logged and tried again at its next turn.   Thread: made and stopped from main.
#pragma once

#include "storage/database.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace plein::jobs {

struct JobOptions {
    int event_days = 7;                 // how long a client may be away and still resume
    std::chrono::seconds interval{60};  // between two turns
};

class Jobs {
public:
    Jobs(storage::Database& database, JobOptions options);
    ~Jobs();  // finishes the running job

    struct Figures {
        std::string name;
        std::uint64_t runs = 0;
        std::uint64_t failures = 0;
        std::uint64_t items = 0;  // rows that it removed or changed
    };
    [[nodiscard]] std::vector<Figures> figures() const;

private:
    class Worker;
    std::unique_ptr<Worker> worker_;
};

/// One turn of each job; returns how many items it handled. Called again at once while it returns `batch`.
inline constexpr std::int64_t batch = 1000;
std::int64_t expire_sessions(storage::Database& database);
std::int64_t retain_events(storage::Database& database, int days);
std::int64_t purge_posts(storage::Database& database);
std::int64_t purge_comments(storage::Database& database);
/// What a node that died had left to count; otherwise reactions are counted as they come (server/features/reactions.hpp).
std::int64_t count_reactions(storage::Database& database);
std::int64_t publish_due_posts(storage::Database& database);
std::int64_t close_due_polls(storage::Database& database);
std::int64_t tell_overdue_questions(storage::Database& database);
std::int64_t accept_settled_answers(storage::Database& database);
/// Merged questions of which a node of the version before has taken one out of sight.
std::int64_t part_lost_questions(storage::Database& database);
std::int64_t tell_news_to_confirm(storage::Database& database);
std::int64_t tell_new_posts(storage::Database& database);
std::int64_t tell_decided_ideas(storage::Database& database);
std::int64_t tell_changed_events(storage::Database& database);
std::int64_t end_emergency_accesses(storage::Database& database);
/// Nobody looks back further than this in what concerned them.
inline constexpr int notification_days = 90;
std::int64_t retain_notifications(storage::Database& database);
std::int64_t forget_old_drafts(storage::Database& database);
std::int64_t forget_failed_posts(storage::Database& database);
std::int64_t forget_old_previews(storage::Database& database);
std::int64_t forget_sign_in_traces(storage::Database& database);

}  // namespace plein::jobs
