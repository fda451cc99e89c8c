#include "tests/net/websocket_client.hpp"

#include "tests/net/running_server.hpp"

#include <stdexcept>

namespace plein::net::test {
namespace {

std::string big_endian(std::uint64_t value, std::size_t bytes) {
    std::string text;
    while (bytes-- > 0)
        text += static_cast<char>(value >> (8 * bytes) & 0xFF);
    return text;
}

std::uint64_t number(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

std::string bytes_of(const Frame& frame) {
    const auto length = frame.declared_length.value_or(frame.payload.size());
    const std::uint8_t mask_bit = frame.masked ? 0x80 : 0;
    std::string bytes;
    bytes +=
        static_cast<char>((frame.last ? 0x80 : 0) | frame.reserved | static_cast<std::uint8_t>(frame.opcode));
    if (length < 126 && frame.length_bytes == 1) {
        bytes += static_cast<char>(mask_bit | length);
    } else if (length < 65536 && frame.length_bytes <= 2) {
        bytes += static_cast<char>(mask_bit | 126) + big_endian(length, 2);
    } else {
        bytes += static_cast<char>(mask_bit | 127) + big_endian(length, 8);
    }
    constexpr std::string_view mask = "\x12\x34\x56\x78";
    if (frame.masked) bytes += mask;
    for (std::size_t i = 0; i < frame.payload.size(); ++i) {
        bytes += frame.masked ? static_cast<char>(frame.payload[i] ^ mask[i % 4]) : frame.payload[i];
    }
    return bytes;
}

Frame abnormal_end() { return {.opcode = Opcode::close, .payload = big_endian(1006, 2)}; }

}  // namespace

unsigned WebSocketClient::open(std::string_view fields, std::string_view query) {
    send(get("/live" + std::string{query},
             "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                 std::string{fields}));
    return read_response().status;
}

void WebSocketClient::open() {
    const auto status =
        open("Origin: http://localhost\r\nCookie: __Host-plein=" + std::string{good_session} + "\r\n");
    if (status != 101) throw std::runtime_error{"handshake refused: " + std::to_string(status)};
}

bool WebSocketClient::send_frame(const Frame& frame) { return send(bytes_of(frame)); }

bool WebSocketClient::send_frames(const std::vector<Frame>& frames) {
    std::string bytes;
    for (const Frame& frame : frames)
        bytes += bytes_of(frame);
    return send(bytes);
}

Frame WebSocketClient::read_frame() {
    const auto head = read(2);
    if (!head) return abnormal_end();
    Frame frame;
    frame.last = ((*head)[0] & 0x80) != 0;
    frame.opcode = static_cast<Opcode>((*head)[0] & 0x0F);
    std::uint64_t length = (*head)[1] & 0x7F;
    if (length >= 126) {
        const auto longer = read(length == 126 ? 2 : 8);
        if (!longer) return abnormal_end();
        length = number(*longer);
    }
    const auto payload = read(length);
    if (!payload) return abnormal_end();
    frame.payload = *payload;
    return frame;
}

Frame WebSocketClient::read_until(Opcode opcode) {
    for (;;) {
        auto frame = read_frame();
        if (frame.opcode == opcode) return frame;
        if (frame.opcode == Opcode::close) throw std::runtime_error{"closed"};
    }
}

std::string WebSocketClient::hear(std::string_view part) {
    for (;;) {
        auto frame = read_frame();
        if (frame.opcode == Opcode::close) throw std::runtime_error{"closed"};
        if (frame.payload.find(part) != frame.payload.npos) return frame.payload;
    }
}

unsigned WebSocketClient::read_close_code() {
    return static_cast<unsigned>(number(read_until(Opcode::close).payload.substr(0, 2)));
}

}  // namespace plein::net::test
