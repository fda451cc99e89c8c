#include "tests/support/http_client.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <cctype>

namespace plein::test {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
constexpr auto patience = std::chrono::seconds{20};

HttpAnswer answer_of(http::response<http::string_body> response) {
    HttpAnswer answer;
    answer.status = response.result_int();
    for (const auto& field : response) {
        std::string name{field.name_string().data(), field.name_string().size()};
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
        answer.fields.emplace(std::move(name), std::string{field.value().data(), field.value().size()});
    }
    answer.body = std::move(response.body());
    return answer;
}

}  // namespace

class HttpClient::Connection {
public:
    explicit Connection(std::uint16_t port) {
        const asio::ip::tcp::endpoint server{asio::ip::address_v4::loopback(), port};
        stream_.expires_after(patience);
        run(stream_.async_connect(server, asio::use_future));
        stream_.socket().set_option(asio::ip::tcp::no_delay{true});
    }

    http::response<http::string_body> exchange(const http::request<http::string_body>& request) {
        stream_.expires_after(patience);
        run(http::async_write(stream_, request, asio::use_future));
        http::response<http::string_body> response;
        run(http::async_read(stream_, buffer_, response, asio::use_future));
        return response;
    }

private:
    template <class Future>
    void run(Future done) {
        context_.restart();
        context_.run();
        done.get();
    }

    asio::io_context context_{1};
    boost::beast::tcp_stream stream_{context_};
    boost::beast::flat_buffer buffer_;
};

HttpClient::HttpClient(std::uint16_t port) : port_(port) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

HttpAnswer HttpClient::send(const std::string& method, const std::string& target, const Fields& fields,
                            const std::string& body) {
    http::request<http::string_body> request;
    request.method_string(method);
    request.target(target);
    request.set(http::field::host, "localhost:" + std::to_string(port_));
    for (const auto& [name, value] : fields)
        request.insert(name, value);
    request.body() = body;
    if (!body.empty() || method == "POST" || method == "PUT") request.prepare_payload();
    try {
        if (!connection_) connection_ = std::make_unique<Connection>(port_);
        auto response = connection_->exchange(request);
        if (!response.keep_alive()) connection_.reset();
        return answer_of(std::move(response));
    } catch (const std::exception& error) {  // of the system, or a future that nobody keeps
        connection_.reset();
        throw NoAnswer{method + " " + target + ": " + error.what()};
    }
}

}  // namespace plein::test
