/// The receiving end of a connection for events, as cheap as can be: it counts what came and looks at nothing else, so that
/// the load takes less than what it measures.   Thread: one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace plein::bench {

/// Counts the lines in the messages of a WebSocket (RFC 6455, from a server: not masked), however its bytes are cut. A text
/// message has one line more than it has line feeds; a binary one is a piece of a text.
class LineCounter {
public:
    /// Returns how many lines ended in these bytes.
    std::size_t feed(std::span<const char> bytes);

private:
    [[nodiscard]] std::size_t head_size() const;
    void begin_payload();

    std::array<unsigned char, 10> head_{};
    std::size_t head_bytes_ = 0;
    std::uint64_t payload_left_ = 0;
    bool is_data_ = false;
    bool is_text_ = false;
};

class CountingLink {
public:
    /// Takes over a connected socket; closes it at the end.
    explicit CountingLink(int socket) : socket_(socket) {}
    CountingLink(CountingLink&& other) noexcept;
    CountingLink& operator=(CountingLink&&) = delete;
    ~CountingLink();

    [[nodiscard]] int socket() const { return socket_; }
    /// Reads what is there and returns how many lines it ended. Errors: std::runtime_error, when the server closed.
    std::size_t drain(std::span<char> buffer);

private:
    int socket_;
    LineCounter counter_;
};

}  // namespace plein::bench
