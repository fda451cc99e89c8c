#include "tests/bench/counting_link.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <utility>

namespace plein::bench {

namespace {

constexpr unsigned char text_opcode = 1;
constexpr unsigned char binary_opcode = 2;
constexpr std::size_t short_head = 2;
constexpr unsigned char sixteen_bits = 126;
constexpr unsigned char sixty_four_bits = 127;

}  // namespace

std::size_t LineCounter::head_size() const {
    if (head_bytes_ < short_head) return short_head;
    const unsigned char length = head_[1] & 0x7f;
    if (length == sixteen_bits) return short_head + 2;
    return length == sixty_four_bits ? short_head + 8 : short_head;
}

void LineCounter::begin_payload() {
    const unsigned char opcode = head_[0] & 0x0f;
    is_text_ = opcode == text_opcode;
    is_data_ = is_text_ || opcode == binary_opcode;
    payload_left_ = head_[1] & 0x7f;
    if (payload_left_ >= sixteen_bits) {
        payload_left_ = 0;
        for (std::size_t i = short_head; i < head_bytes_; ++i)
            payload_left_ = payload_left_ << 8 | head_[i];
    }
    head_bytes_ = 0;
}

std::size_t LineCounter::feed(std::span<const char> bytes) {
    std::size_t lines = 0;
    while (!bytes.empty()) {
        if (payload_left_ == 0) {
            head_[head_bytes_++] = static_cast<unsigned char>(bytes.front());
            bytes = bytes.subspan(1);
            if (head_bytes_ == head_size()) begin_payload();
            continue;
        }
        const auto part = bytes.first(std::min<std::uint64_t>(payload_left_, bytes.size()));
        bytes = bytes.subspan(part.size());
        payload_left_ -= part.size();
        if (!is_data_) continue;
        lines += static_cast<std::size_t>(std::ranges::count(part, '\n'));
        if (is_text_ && payload_left_ == 0) ++lines;
    }
    return lines;
}

CountingLink::CountingLink(CountingLink&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), counter_(other.counter_) {}

CountingLink::~CountingLink() {
    if (socket_ >= 0) close(socket_);
}

std::size_t CountingLink::drain(std::span<char> buffer) {
    const ssize_t bytes = recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (bytes > 0) return counter_.feed(std::span{buffer}.first(static_cast<std::size_t>(bytes)));
    if (bytes < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
    throw std::runtime_error{"the server closed a connection"};
}

}  // namespace plein::bench
