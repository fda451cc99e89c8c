#include "tests/support/device.hpp"

#include <fmt/format.h>

namespace plein::test {

std::string percent_encoded(const std::string& text) {
    std::string encoded;
    for (const unsigned char c : text) {
        const bool plain = std::isalnum(c) || c == '-' || c == '_' || c == '.' || c == ',';
        encoded += plain ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
    }
    return encoded;
}

Unexpected::Unexpected(const Wire& wire, const HttpAnswer& answer)
    : std::runtime_error(
          fmt::format("{} {} {} → {} {}", wire.method, wire.target, wire.body, answer.status, answer.body)),
      status(answer.status) {}

Fields Device::fields() const {
    Fields fields{{"Origin", "http://localhost:" + std::to_string(port_)},
                  {"Content-Type", "application/json"}};
    if (!token_.empty()) fields.emplace("Cookie", "__Host-plein=" + token_);
    return fields;
}

}  // namespace plein::test
