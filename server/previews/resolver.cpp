#include "server/previews/resolver.hpp"

#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <sys/socket.h>

#include <chrono>
#include <cstring>
#include <memory>
#include <optional>
#include <stdexcept>

namespace plein::previews {

namespace {

namespace ip = boost::asio::ip;

/// Settings that were changed here glibc reads no more from its file by itself.
constexpr std::chrono::minutes read_anew_after{1};

/// What glibc keeps for each thread, so nobody else's look-ups change.
void set_up_this_thread() {
    using Clock = std::chrono::steady_clock;
    thread_local std::optional<Clock::time_point> ready_since;
    const auto now = Clock::now();
    if (ready_since && now - *ready_since < read_anew_after) return;
    if (res_init() != 0) return;
    _res.retrans = 2;
    _res.retry = 1;
    _res.options &= ~static_cast<unsigned long>(RES_DNSRCH | RES_DEFNAMES);
    ready_since = now;
}

}  // namespace

ip::address address_of(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        return ip::address_v4{ntohl(v4.sin_addr.s_addr)};
    }
    if (address.sa_family != AF_INET6) throw std::invalid_argument{"neither IPv4 nor IPv6"};
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    ip::address_v6::bytes_type bytes{};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return ip::address_v6{bytes, v6.sin6_scope_id};
}

std::vector<ip::address> resolve_by_system(const std::string& host) {
    set_up_this_thread();
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* first = nullptr;
    if (getaddrinfo(host.c_str(), nullptr, &hints, &first) != 0) return {};
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owned{first, &freeaddrinfo};
    std::vector<ip::address> addresses;
    for (const addrinfo* each = first; each != nullptr; each = each->ai_next) {
        if (each->ai_family == AF_INET || each->ai_family == AF_INET6)
            addresses.push_back(address_of(*each->ai_addr));
    }
    return addresses;
}

}  // namespace plein::previews
