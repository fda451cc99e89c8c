#include "server/cli/commands.hpp"
#include "server/cli/figures.hpp"
#include "server/features/features.hpp"
#include "server/features/link_pages.hpp"
#include "server/net/log.hpp"
#include "server/net/server.hpp"
#include "storage/health.hpp"

#include <spdlog/spdlog.h>

#include <thread>

namespace plein::cli {

namespace {

void start_logs(const std::string& level) {
    net::start_json_logs();
    spdlog::set_level(spdlog::level::from_str(level));
}

std::size_t thread_count(std::size_t configured) {
    return configured ? configured : std::max(1U, std::thread::hardware_concurrency());
}

/// Without a public URL this is somebody's own machine.
features::Organisation organisation_of(const config::Config& config) {
    features::Organisation organisation = config.organisation;
    organisation.address = config.net.public_url.empty() ? fmt::format("http://localhost:{}", config.net.port)
                                                         : config.net.public_url;
    if (organisation.address.ends_with('/')) organisation.address.pop_back();
    return organisation;
}

}  // namespace

int serve(const config::Config& config) {
    start_logs(config.log_level);
    storage::check_schema(config.database.url);

    // In the order of their lives: threads, then what lives on them, then what listens.
    net::IoThreads threads{thread_count(config.threads)};
    live::Live live{config.live, threads.contexts()};
    storage::Database database{config.database, [&live](auto events) { live.publish(std::move(events)); }};
    features::Passwords passwords{config.passwords};
    const live::PresenceBoard presence{[&live](auto commands) { return live.ask(std::move(commands)); }};
    std::optional<features::LinkPages> link_pages;
    if (config.previews_enabled) link_pages.emplace();
    features::Edge edge{database, organisation_of(config), features::WriteLimits{config.write_limits},
                        link_pages ? &*link_pages : nullptr};
    const jobs::Jobs jobs{database, config.jobs};

    net::Services services;
    features::add_routes(services.router, edge, passwords, presence);
    services.hub = [&live](std::size_t thread) -> live::Hub& { return live.hub(thread); };
    services.admit = [&edge](net::Call& call) { return features::admit(edge, call); };
    services.readiness = [&edge] { return features::readiness(edge); };
    services.figures = figures_of(database, live, jobs);

    net::Server server{config.net, threads, std::move(services)};
    threads.start();
    live.start(database);
    spdlog::info("serving on port {}", server.port());
    server.run();
    live.stop();
    threads.stop();
    spdlog::info("stopped");
    return 0;
}

}  // namespace plein::cli
