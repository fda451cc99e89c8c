/// Frames as bytes (RFC 6455 §5.2), right or wrong as a test wants them.
#pragma once

#include "tests/net/raw_client.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plein::net::test {

enum class Opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

struct Frame {
    Opcode opcode = Opcode::text;
    std::string payload;
    bool last = true;
    bool masked = true;
    std::uint8_t reserved = 0;  // bits, 0x40 is RSV1
    /// Says this length instead of the payload's.
    std::optional<std::uint64_t> declared_length;
    /// Says it in a field of 2 or 8 bytes, even where fewer would do.
    std::size_t length_bytes = 1;
};

class WebSocketClient : public RawClient {
public:
    using RawClient::RawClient;

    /// Asks for `/live`; the status of the answer.
    unsigned open(std::string_view fields, std::string_view query = {});
    /// With a session that lives, from an own page.
    void open();

    bool send_frame(const Frame& frame);
    /// All in one piece, so that they arrive together.
    bool send_frames(const std::vector<Frame>& frames);
    bool say(std::string_view text) { return send_frame({.payload = std::string{text}}); }
    /// The next frame; a close frame with code 1006 when the connection ends without one.
    Frame read_frame();
    /// Skips other frames until one of this kind. Throws when the server closes before.
    Frame read_until(Opcode opcode);
    /// Skips messages until one contains `part`. Throws when the server closes before.
    std::string hear(std::string_view part);
    /// Skips other frames until the server closes: its code.
    unsigned read_close_code();
};

}  // namespace plein::net::test
