#include "tests/support/page_server.hpp"

#include <sys/socket.h>
#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

namespace plein::test {

namespace asio = boost::asio;
using boost::system::error_code;

PageServer::PageServer(const std::string& address)
    : acceptor_(context_, {asio::ip::make_address(address), 0}),
      address_(address),
      port_(acceptor_.local_endpoint().port()),
      accepting_([this] { accept(); }) {}

PageServer::~PageServer() {
    ::shutdown(acceptor_.native_handle(), SHUT_RDWR);  // wakes who waits in accept
    accepting_.join();
    for (Socket& socket : sockets_)
        ::shutdown(socket.native_handle(), SHUT_RDWR);
    for (std::thread& thread : threads_)
        thread.join();
}

void PageServer::say(const std::string& path, std::string answer) {
    act(path, [answer = std::move(answer)](Socket& socket) {
        error_code ignored;
        asio::write(socket, asio::buffer(answer), ignored);
    });
}

void PageServer::act(const std::string& path, Act act) {
    const std::lock_guard lock{mutex_};
    acts_[path] = std::move(act);
}

void PageServer::show(const std::string& path, const std::string& body, const std::string& content_type) {
    say(path, "HTTP/1.1 200 OK\r\nContent-Type: " + content_type +
                  "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

void PageServer::redirect(const std::string& path, const std::string& to) {
    say(path, "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n");
}

std::string PageServer::url(const std::string& path) const {
    return "http://" + address_ + ":" + std::to_string(port_) + path;
}

std::vector<std::string> PageServer::requests() const {
    const std::lock_guard lock{mutex_};
    return requests_;
}

std::size_t PageServer::connections() const {
    const std::lock_guard lock{mutex_};
    return sockets_.size();
}

void PageServer::accept() {
    while (true) {
        Socket socket{context_};
        error_code error;
        acceptor_.accept(socket, error);
        if (error) return;
        const std::lock_guard lock{mutex_};
        Socket& kept = sockets_.emplace_back(std::move(socket));
        threads_.emplace_back([this, &kept] { serve(kept); });
    }
}

void PageServer::serve(Socket& socket) {
    std::string head;
    error_code error;
    asio::read_until(socket, asio::dynamic_buffer(head), "\r\n\r\n", error);
    if (error) return;
    const auto path = head.substr(4, head.find(' ', 4) - 4);
    Act act;
    {
        const std::lock_guard lock{mutex_};
        requests_.push_back(head);
        const auto found = acts_.find(path);
        if (found != acts_.end()) act = found->second;
    }
    if (act) act(socket);
    socket.shutdown(Socket::shutdown_both, error);
}

void write_without_end(PageServer::Socket& socket, const std::string& head, const std::string& again) {
    error_code error;
    asio::write(socket, asio::buffer(head), error);
    while (!error)
        asio::write(socket, asio::buffer(again), error);
}

void wait_for_end(PageServer::Socket& socket, const std::string& said) {
    error_code error;
    asio::write(socket, asio::buffer(said), error);
    char byte = 0;
    while (!error)
        asio::read(socket, asio::buffer(&byte, 1), error);
}

}  // namespace plein::test
