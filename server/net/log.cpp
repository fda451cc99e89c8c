#include "server/net/log.hpp"

#include "protocol/json_writer.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace plein::net {
namespace {

constexpr const char* record_logger = "plein.records";

/// Libraries and exceptions speak in bytes; a log line is UTF-8.
std::string valid_text(std::string_view bytes) {
    std::string text{bytes};
    if (is_plain_text(text)) return text;
    for (char& c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) c = '?';
    }
    return text;
}

/// The payload of a record is an object already; a message becomes one.
class JsonFormatter final : public spdlog::formatter {
public:
    void format(const spdlog::details::log_msg& line, spdlog::memory_buf_t& out) override {
        const auto moment = std::chrono::time_point_cast<std::chrono::milliseconds>(line.time);
        const auto level = spdlog::level::to_string_view(line.level);
        const std::string_view payload{line.payload.data(), line.payload.size()};
        std::string json = "{";
        write_member(json, "time", Timestamp{moment.time_since_epoch()});
        write_member(json, "level", std::string_view{level.data(), level.size()});
        if (std::string_view{line.logger_name.data(), line.logger_name.size()} == record_logger) {
            json += ',';
            json += payload.substr(1);
        } else {
            write_member(json, "message", valid_text(payload));
            json += '}';
        }
        json += '\n';
        out.append(json.data(), json.data() + json.size());
    }

    [[nodiscard]] std::unique_ptr<spdlog::formatter> clone() const override {
        return std::make_unique<JsonFormatter>();
    }
};

/// The default logger until `start_json_logs`.
std::shared_ptr<spdlog::logger>& records() {
    static std::shared_ptr<spdlog::logger> logger = spdlog::default_logger();
    return logger;
}

}  // namespace

void start_json_logs() {
    auto logger =
        std::make_shared<spdlog::logger>("plein", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_formatter(std::make_unique<JsonFormatter>());
    records() = logger->clone(record_logger);
    spdlog::register_logger(records());  // so that the level of the process is its level too
    spdlog::set_default_logger(std::move(logger));
}

void log_request(const RequestRecord& record) { records()->info(to_json(record)); }

void log_fault(const FaultRecord& record) {
    FaultRecord valid = record;
    valid.message = valid_text(record.message);
    records()->error(to_json(valid));
}

void log_thrown(std::exception_ptr thrown) {
    if (!thrown) return;
    try {
        std::rethrow_exception(thrown);
    } catch (const std::exception& error) {
        log_fault({error.what(), {}});
    }
}

}  // namespace plein::net
