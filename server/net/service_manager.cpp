#include "server/net/service_manager.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/datagram_protocol.hpp>

#include <cstdlib>

namespace plein::net {

void tell_service_manager(const std::string& state) {
    using Protocol = boost::asio::local::datagram_protocol;
    const char* socket = std::getenv("NOTIFY_SOCKET");
    if (socket == nullptr) return;
    std::string path{socket};
    if (path.starts_with('@')) path.front() = '\0';  // of the abstract name space
    try {
        boost::asio::io_context context;
        Protocol::socket{context, Protocol{}}.send_to(boost::asio::buffer(state), Protocol::endpoint{path});
    } catch (const boost::system::system_error& error) {
        spdlog::warn("the service manager is not told: {}", error.what());
    }
}

}  // namespace plein::net
