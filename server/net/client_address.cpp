#include "server/net/client_address.hpp"

#include <algorithm>
#include <stdexcept>

namespace plein::net {
namespace {

namespace ip = boost::asio::ip;

/// ::ffff:192.0.2.1, as a socket for both families reports it, is 192.0.2.1.
ip::address plain(const ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

/// Takes the last item off a comma-separated list.
std::string_view take_last(std::string_view& list) {
    const auto comma = list.rfind(',');
    auto item = comma == list.npos ? list : list.substr(comma + 1);
    list = comma == list.npos ? std::string_view{} : list.substr(0, comma);
    item.remove_prefix(std::min(item.find_first_not_of(" \t"), item.size()));
    return item.substr(0, item.find_last_not_of(" \t") + 1);
}

}  // namespace

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks) {
    for (const auto& text : networks) {
        const bool is_v6 = text.find(':') != text.npos;
        const std::string network = text.find('/') != text.npos ? text : text + (is_v6 ? "/128" : "/32");
        boost::system::error_code error;
        if (is_v6) {
            v6_.push_back(ip::make_network_v6(network, error));
        } else {
            v4_.push_back(ip::make_network_v4(network, error));
        }
        if (error)
            throw std::runtime_error{"a trusted proxy must be an address or a network like 10.0.0.0/8, not " +
                                     text};
    }
}

bool TrustedProxies::trusts(const ip::address& address) const {
    if (address.is_v4()) {
        return std::ranges::any_of(v4_, [&](const auto& network) {
            return ip::network_v4{address.to_v4(), network.prefix_length()}.canonical() ==
                   network.canonical();
        });
    }
    return std::ranges::any_of(v6_, [&](const auto& network) {
        return ip::network_v6{address.to_v6(), network.prefix_length()}.canonical() == network.canonical();
    });
}

ip::address TrustedProxies::client(ip::address peer, std::string_view forwarded_for) const {
    ip::address client = plain(peer);
    while (trusts(client) && !forwarded_for.empty()) {
        boost::system::error_code error;
        const auto next = ip::make_address(std::string{take_last(forwarded_for)}, error);
        if (error) break;
        client = plain(next);
    }
    return client;
}

}  // namespace plein::net
