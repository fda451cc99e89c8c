#include "server/config/settings.hpp"

namespace plein::config {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t gib = std::int64_t{1} << 30;

}  // namespace

std::vector<Setting> settings_of(Config& c) {
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    auto& timeouts = c.net.timeouts;
    auto& limits = c.net.limits;
    return {
        {"organisation.name", &c.organisation.name},
        {"organisation.time_zone", TimeZone{&c.database.time_zone}},

        {"server.host", &c.net.host},
        {"server.port", Number<std::uint16_t>{&c.net.port, 0, 65535}},
        {"server.threads", Number<std::size_t>{&c.threads, 0, 256}},
        {"server.public_url", &c.net.public_url},
        {"server.allowed_hosts", &c.net.allowed_hosts},
        {"server.web_root", &c.net.web_root},
        {"server.trusted_proxies", &c.net.trusted_proxies},
        {"server.style_hashes", &c.net.style_hashes},
        {"server.metrics_token", &c.net.metrics_token},
        {"server.leaving_ms", Number<milliseconds>{&c.net.leaving, 0, hour_ms}},
        {"server.drain_ms", Number<milliseconds>{&c.net.drain, 0, hour_ms}},

        {"tls.certificate", &c.net.tls_certificate},
        {"tls.key", &c.net.tls_key},

        {"timeouts.tls_handshake_ms", Number<milliseconds>{&timeouts.tls_handshake, 100, hour_ms}},
        {"timeouts.header_ms", Number<milliseconds>{&timeouts.header, 100, hour_ms}},
        {"timeouts.body_ms", Number<milliseconds>{&timeouts.body, 100, hour_ms}},
        {"timeouts.idle_ms", Number<milliseconds>{&timeouts.idle, 100, hour_ms}},
        {"timeouts.write_ms", Number<milliseconds>{&timeouts.write, 100, hour_ms}},
        {"timeouts.websocket_handshake_ms",
         Number<milliseconds>{&timeouts.websocket_handshake, 100, hour_ms}},
        {"timeouts.ping_ms", Number<milliseconds>{&timeouts.ping, 100, hour_ms}},
        {"timeouts.closing_ms", Number<milliseconds>{&timeouts.closing, 100, hour_ms}},

        {"limits.header_bytes", Number<std::size_t>{&limits.header_bytes, 1024, 1 << 20}},
        {"limits.target_bytes", Number<std::size_t>{&limits.target_bytes, 256, 1 << 16}},
        {"limits.body_bytes", Number<std::size_t>{&limits.body_bytes, 1024, gib}},
        {"limits.connections", Number<std::size_t>{&limits.connections, 1, 1'000'000}},
        {"limits.max_queued_bytes", Number<std::size_t>{&limits.max_queued_bytes, 1024, gib}},
        {"limits.live_messages_per_second", Number<std::size_t>{&limits.live_messages_per_second, 1, 10'000}},
        {"limits.live_burst", Number<std::size_t>{&limits.live_burst, 1, 10'000}},
        {"limits.writes_per_second", Number<std::size_t>{&c.write_limits.per_second, 1, 1'000'000}},
        {"limits.writes_burst", Number<std::size_t>{&c.write_limits.burst, 1, 1'000'000}},
        {"limits.socket_send_buffer", Number<std::size_t>{&limits.socket_send_buffer, 0, gib}},

        {"database.url", &c.database.url},
        {"database.owner_url", &c.owner_url},
        {"database.connections", Number<std::size_t>{&c.database.connections, 1, 1000}},
        {"database.queue", Number<std::size_t>{&c.database.queue, 1, 1'000'000}},
        {"database.deadline_ms", Number<milliseconds>{&c.database.deadline, 100, hour_ms}},
        {"database.jobs_per_transaction", Number<std::size_t>{&c.database.jobs_per_transaction, 1, 1000}},

        {"redis.url", &c.live.redis_url},
        {"redis.max_unpublished_bytes", Number<std::size_t>{&c.live.max_unpublished_bytes, 65'536, gib}},

        {"live.batch_interval_ms", Number<milliseconds>{&c.live.hub.batch_interval, 0, 1000}},
        {"live.gap_wait_ms", Number<milliseconds>{&c.live.hub.gap_wait, 0, 1000}},
        {"live.sweep_interval_ms", Number<milliseconds>{&c.live.sweep_interval, 50, 60'000}},

        {"passwords.memory_mib", Number<std::size_t>{&c.passwords.memory_mib, 8, 4096}},
        {"passwords.passes", Number<unsigned>{&c.passwords.passes, 1, 100}},
        {"passwords.threads", Number<std::size_t>{&c.passwords.threads, 1, 64}},
        {"passwords.queue", Number<std::size_t>{&c.passwords.queue, 1, 100'000}},

        {"previews.enabled", &c.previews_enabled},

        {"jobs.event_days", Number<int>{&c.jobs.event_days, 1, 365}},
        {"jobs.interval_seconds", Number<seconds>{&c.jobs.interval, 1, 86'400}},

        {"log.level", Choice{&c.log_level, {"debug", "info", "warning", "error"}}},
    };
}

}  // namespace plein::config
