#include "tests/net/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <utility>

namespace plein::net::test {

RawClient::RawClient(std::uint16_t port, std::size_t receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (receive_buffer > 0) {
        const int bytes = static_cast<int>(receive_buffer);
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        throw std::runtime_error{"cannot connect"};
    }
}

RawClient::~RawClient() { ::close(socket_); }

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::receive() {
    char buffer[16 * 1024];
    const auto got = ::recv(socket_, buffer, sizeof buffer, 0);
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        throw std::runtime_error{"the server says nothing"};
    if (got <= 0) return false;
    received_.append(buffer, static_cast<std::size_t>(got));
    return true;
}

std::optional<std::string> RawClient::read(std::size_t size) {
    while (received_.size() < size) {
        if (!receive()) return std::nullopt;
    }
    std::string taken = received_.substr(0, size);
    received_.erase(0, size);
    return taken;
}

std::optional<std::string> RawClient::read_line() {
    std::size_t end = 0;
    while ((end = received_.find("\r\n")) == received_.npos) {
        if (!receive()) return std::nullopt;
    }
    auto line = read(end + 2);
    line->resize(end);
    return line;
}

RawResponse RawClient::read_response(bool to_head) {
    RawResponse response;
    const auto status_line = read_line();
    if (!status_line || !status_line->starts_with("HTTP/1.1 ")) return {};
    while (auto line = read_line()) {
        if (line->empty()) {
            response.status = static_cast<unsigned>(std::stoul(status_line->substr(9, 3)));
            break;
        }
        const auto colon = line->find(": ");
        std::string name = line->substr(0, colon);
        std::ranges::transform(name, name.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        response.fields[name] = line->substr(colon + 2);
    }
    const auto length = response.field("content-length");
    if (to_head || length.empty()) return response;
    const auto body = read(std::stoul(length));
    if (!body) return {};
    response.body = *body;
    return response;
}

bool RawClient::is_closed_by_server() { return received_.empty() && !receive(); }

std::string RawClient::read_all() {
    while (receive()) {
    }
    return std::exchange(received_, {});
}

std::string get(std::string_view path, std::string_view fields) {
    return "GET " + std::string{path} + " HTTP/1.1\r\nHost: localhost\r\n" + std::string{fields} + "\r\n";
}

std::string with_body(std::string_view method, std::string_view path, std::string_view body,
                      std::string_view fields) {
    return std::string{method} + " " + std::string{path} + " HTTP/1.1\r\nHost: localhost\r\n" +
           "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string{fields} + "\r\n" + std::string{body};
}

}  // namespace plein::net::test
