#include "tests/bench/peer.hpp"

#include <fmt/format.h>
#include <boost/asio/buffer.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

namespace plein::bench {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
using asio::ip::tcp;

namespace {

/// As long as a post that Plein announces.
const std::string event = std::string(297, 'x');

tcp::socket connect(asio::io_context& context, std::uint16_t port) {
    tcp::socket socket{context};
    socket.connect({asio::ip::address_v4::loopback(), port});
    socket.set_option(tcp::no_delay{true});
    return socket;
}

websocket::stream<tcp::socket> shake_hands(asio::io_context& context, std::uint16_t port,
                                           const std::string& path) {
    websocket::stream<tcp::socket> stream{connect(context, port)};
    stream.handshake(fmt::format("localhost:{}", port), path);
    return stream;
}

void write_repeatedly(tcp::socket& socket, const std::string& message, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += message;
    asio::write(socket, asio::buffer(all));
}

class Nats final : public Peer {
public:
    Nats(std::uint16_t websocket_port, std::uint16_t port)
        : websocket_port_(websocket_port), publisher_(connect(context_, port)) {
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
        : websocket_port_(websocket_port), publisher_(connect(context_, port)) {
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

}  // namespace

std::unique_ptr<Peer> connect_nats(std::uint16_t websocket_port, std::uint16_t port) {
    return std::make_unique<Nats>(websocket_port, port);
}

std::unique_ptr<Peer> connect_nchan(std::uint16_t websocket_port, std::uint16_t port) {
    return std::make_unique<Nchan>(websocket_port, port);
}

}  // namespace plein::bench
