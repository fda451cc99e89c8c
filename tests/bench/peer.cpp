#include "tests/bench/peer.hpp"

#include "tests/bench/shake_hands.hpp"

#include <fmt/format.h>
#include <boost/asio/buffer.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>

namespace plein::bench {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

/// As long as a post that Plein announces.
const std::string event = std::string(297, 'x');

void write_repeatedly(tcp::socket& socket, const std::string& message, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += message;
    asio::write(socket, asio::buffer(all));
}

class Nats final : public Peer {
public:
    Nats(std::uint16_t websocket_port, std::uint16_t port)
        : websocket_port_(websocket_port), publisher_(connect_to(context_, port)) {
        asio::write(publisher_, asio::buffer(std::string{"CONNECT {\"verbose\":false}\r\n"}));
        const std::string head = fmt::format("PUB hot {}\r\n", event.size());
        message_ = head + event + "\r\n";
    }

    CountingLink subscribe() override {
        auto stream = shake_hands(context_, websocket_port_, "/");
        stream.binary(true);
        stream.write(asio::buffer(std::string{"CONNECT {\"verbose\":false}\r\nSUB hot 1\r\nPING\r\n"}));
        boost::beast::flat_buffer said;
        while (boost::beast::buffers_to_string(said.data()).find("PONG") == std::string::npos)
            stream.read(said);
        return CountingLink{stream.next_layer().release()};
    }

    void publish(std::size_t events) override { write_repeatedly(publisher_, message_, events); }

private:
    asio::io_context context_{1};
    std::uint16_t websocket_port_;
    tcp::socket publisher_;
    std::string message_;
};

class Nchan final : public Peer {
public:
    Nchan(std::uint16_t websocket_port, std::uint16_t port)
        : websocket_port_(websocket_port), publisher_(connect_to(context_, port)) {
        message_ = fmt::format("POST /publish HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n{}",
                               event.size(), event);
    }

    CountingLink subscribe() override {
        auto stream = shake_hands(context_, websocket_port_, "/subscribe");
        return CountingLink{stream.next_layer().release()};
    }

    /// One behind the other on one connection, answers afterwards.
    void publish(std::size_t events) override {
        write_repeatedly(publisher_, message_, events);
        for (std::size_t i = 0; i < events; ++i)
            read_answer();
    }

private:
    /// Head and body: nchan says how many heard it.
    void read_answer() {
        const std::size_t head = asio::read_until(publisher_, answer_, "\r\n\r\n");
        const std::string text{asio::buffers_begin(answer_.data()),
                               asio::buffers_begin(answer_.data()) + static_cast<std::ptrdiff_t>(head)};
        answer_.consume(head);
        const auto at = text.find("Content-Length: ");
        const std::size_t length = at == std::string::npos ? 0 : std::stoul(text.substr(at + 16));
        while (answer_.size() < length) {
            const std::size_t bytes = publisher_.read_some(answer_.prepare(512));
            answer_.commit(bytes);
        }
        answer_.consume(length);
    }

    asio::io_context context_{1};
    std::uint16_t websocket_port_;
    tcp::socket publisher_;
    asio::streambuf answer_;
    std::string message_;
};

class SocketIo final : public Peer {
public:
    SocketIo(std::uint16_t websocket_port, std::uint16_t port)
        : websocket_port_(websocket_port), publisher_(connect_to(context_, port)) {}

    /// Engine.IO says first what it is ("0…"); joining the namespace ("40") is answered in kind.
    CountingLink subscribe() override {
        auto stream = shake_hands(context_, websocket_port_, "/socket.io/?EIO=4&transport=websocket");
        boost::beast::flat_buffer said;
        stream.read(said);
        stream.write(asio::buffer(std::string{"40"}));
        while (boost::beast::buffers_to_string(said.data()).find("40{") == std::string::npos)
            stream.read(said);
        return CountingLink{stream.next_layer().release()};
    }

    void publish(std::size_t events) override { write_repeatedly(publisher_, event + "\n", events); }

private:
    asio::io_context context_{1};
    std::uint16_t websocket_port_;
    tcp::socket publisher_;
};

}  // namespace

std::unique_ptr<Peer> connect_socket_io(std::uint16_t websocket_port, std::uint16_t port) {
    return std::make_unique<SocketIo>(websocket_port, port);
}

std::unique_ptr<Peer> connect_nats(std::uint16_t websocket_port, std::uint16_t port) {
    return std::make_unique<Nats>(websocket_port, port);
}

std::unique_ptr<Peer> connect_nchan(std::uint16_t websocket_port, std::uint16_t port) {
    return std::make_unique<Nchan>(websocket_port, port);
}

}  // namespace plein::bench
