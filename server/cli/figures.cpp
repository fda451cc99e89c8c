#include "server/cli/figures.hpp"

#include <fmt/format.h>

#include <iterator>

namespace plein::cli {

namespace {

template <class... Args>
void line(std::string& out, fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
    out += '\n';
}

void write_database(std::string& out, const storage::Database::Figures& figures) {
    line(out, "plein_database_waiting {}", figures.waiting);
    line(out, "plein_database_running {}", figures.running);
    line(out, "plein_database_connected {}", figures.connected);
    line(out, "plein_database_commits_total {}", figures.commits);
    line(out, "plein_database_writes_total {}", figures.writes);
    line(out, "plein_database_retries_total {}", figures.retries);
}

void write_live(std::string& out, const live::Live::Figures& figures) {
    line(out, "plein_redis_connected {}", figures.redis_connected ? 1 : 0);
    line(out, "plein_live_since_last_sweep_ms {}", figures.since_last_sweep.count());
    line(out, "plein_live_published_total {}", figures.published);
    line(out, "plein_live_unpublished_total {}", figures.unpublished);
    line(out, "plein_redis_asked {}", figures.asked);
    line(out, "plein_redis_answered_total {}", figures.answered);
    line(out, "plein_redis_unanswered_total {}", figures.unanswered);
    line(out, "plein_live_swept_total {}", figures.hubs.swept);
    line(out, "plein_live_connections {}", figures.hubs.connections);
    line(out, "plein_live_streams {}", figures.hubs.streams);
    line(out, "plein_live_events_total {}", figures.hubs.events);
    line(out, "plein_live_deliveries_total {}", figures.hubs.deliveries);
    line(out, "plein_live_gaps_total {}", figures.hubs.gaps);
}

void write_jobs(std::string& out, const std::vector<jobs::Jobs::Figures>& all) {
    for (const auto& job : all) {
        line(out, "plein_job_runs_total{{job=\"{}\"}} {}", job.name, job.runs);
        line(out, "plein_job_failures_total{{job=\"{}\"}} {}", job.name, job.failures);
        line(out, "plein_job_items_total{{job=\"{}\"}} {}", job.name, job.items);
    }
}

}  // namespace

std::vector<net::FiguresProvider> figures_of(const storage::Database& database, const live::Live& live,
                                             const jobs::Jobs& jobs) {
    return {[&](std::string& out) { write_database(out, database.figures()); },
            [&](std::string& out) { write_live(out, live.figures()); },
            [&](std::string& out) { write_jobs(out, jobs.figures()); }};
}

}  // namespace plein::cli
