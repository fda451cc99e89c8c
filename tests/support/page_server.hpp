/// A web server of somebody else, on this machine: answers as a test says, and remembers what it was asked.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace plein::test {

/// Thread: its answers run on threads of its own.
class PageServer {
public:
    using Socket = boost::asio::ip::tcp::socket;
    using Act = std::function<void(Socket&)>;

    explicit PageServer(const std::string& address = "127.0.0.1");
    ~PageServer();

    /// What stands at a path: the whole answer, line by line as it travels; or whatever is done with the connection.
    void say(const std::string& path, std::string answer);
    void act(const std::string& path, Act act);
    /// With a head of 200 before it.
    void show(const std::string& path, const std::string& body,
              const std::string& content_type = "text/html; charset=utf-8");
    void redirect(const std::string& path, const std::string& to);

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::string url(const std::string& path) const;
    /// Heads of requests, in their order.
    [[nodiscard]] std::vector<std::string> requests() const;
    [[nodiscard]] std::size_t connections() const;

private:
    void accept();
    void serve(Socket& socket);

    boost::asio::io_context context_;
    boost::asio::ip::tcp::acceptor acceptor_;
    std::string address_;
    std::uint16_t port_;
    mutable std::mutex mutex_;
    std::map<std::string, Act> acts_;
    std::vector<std::string> requests_;
    std::list<Socket> sockets_;
    std::list<std::thread> threads_;
    std::thread accepting_;
};

/// Writes until the other side has enough of it.
void write_without_end(PageServer::Socket& socket, const std::string& head, const std::string& again);
/// Says nothing more until the other side has gone.
void wait_for_end(PageServer::Socket& socket, const std::string& said);

}  // namespace plein::test
