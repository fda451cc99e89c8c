#include "server/previews/addresses.hpp"

#include "server/previews/resolver.hpp"

#include <ifaddrs.h>
#include <sys/socket.h>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace plein::previews {

namespace {

namespace ip = boost::asio::ip;

const std::array inside_v4{
    ip::make_network_v4("0.0.0.0/8"),        // this network
    ip::make_network_v4("10.0.0.0/8"),       // private
    ip::make_network_v4("100.64.0.0/10"),    // behind a provider's translation
    ip::make_network_v4("127.0.0.0/8"),      // this machine
    ip::make_network_v4("169.254.0.0/16"),   // this link; clouds tell secrets there
    ip::make_network_v4("172.16.0.0/12"),    // private
    ip::make_network_v4("192.0.0.0/24"),     // protocols
    ip::make_network_v4("192.0.2.0/24"),     // documentation
    ip::make_network_v4("192.31.196.0/24"),  // AS112
    ip::make_network_v4("192.52.193.0/24"),  // relays of multicast
    ip::make_network_v4("192.88.99.0/24"),   // relays of 6to4
    ip::make_network_v4("192.168.0.0/16"),   // private
    ip::make_network_v4("192.175.48.0/24"),  // AS112
    ip::make_network_v4("198.18.0.0/15"),    // benchmarks
    ip::make_network_v4("198.51.100.0/24"),  // documentation
    ip::make_network_v4("203.0.113.0/24"),   // documentation
    ip::make_network_v4("224.0.0.0/4"),      // multicast
    ip::make_network_v4("240.0.0.0/4"),      // reserved, and everyone on this link
};

const ip::network_v6 given_out = ip::make_network_v6("2000::/3");
const std::array inside_v6{
    ip::make_network_v6("2001::/23"),          // protocols, Teredo among them
    ip::make_network_v6("2001:db8::/32"),      // documentation
    ip::make_network_v6("2002::/16"),          // 6to4
    ip::make_network_v6("2620:4f:8000::/48"),  // AS112
    ip::make_network_v6("3fff::/20"),          // documentation
};

bool holds(const ip::network_v4& network, const ip::address_v4& address) {
    return (address.to_uint() & network.netmask().to_uint()) == network.network().to_uint();
}

bool holds(const ip::network_v6& network, const ip::address_v6& address) {
    return ip::network_v6{address, network.prefix_length()}.network() == network.network();
}

}  // namespace

bool is_outside(const ip::address& address) {
    const auto holds_it = [](const auto& of) {
        return [&of](const auto& network) { return holds(network, of); };
    };
    if (address.is_v4()) return std::ranges::none_of(inside_v4, holds_it(address.to_v4()));
    const ip::address_v6 v6 = address.to_v6();
    return v6.scope_id() == 0 && holds(given_out, v6) && std::ranges::none_of(inside_v6, holds_it(v6));
}

bool is_own(const ip::address& address) {
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0) return true;
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owned{first, &freeifaddrs};
    for (const ifaddrs* each = first; each != nullptr; each = each->ifa_next) {
        const sockaddr* of = each->ifa_addr;
        if (of == nullptr || (of->sa_family != AF_INET && of->sa_family != AF_INET6)) continue;
        if (address_of(*of) == address) return true;
    }
    return false;
}

}  // namespace plein::previews
