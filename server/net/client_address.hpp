/// Whose request it is when proxies stand in between.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace plein::net {

/// Thread: made before the listeners start, then read by all.
class TrustedProxies {
public:
    /// Addresses and networks ("10.0.0.0/8", "::1"). Throws std::runtime_error that names the one it cannot
    /// read.
    explicit TrustedProxies(const std::vector<std::string>& networks);

    /// The rightmost address of `forwarded_for` that is no trusted proxy, when the peer is one; else the
    /// peer. So a client cannot choose its own address by sending the field itself.
    [[nodiscard]] boost::asio::ip::address client(boost::asio::ip::address peer,
                                                  std::string_view forwarded_for) const;

private:
    [[nodiscard]] bool trusts(const boost::asio::ip::address& address) const;

    std::vector<boost::asio::ip::network_v4> v4_;
    std::vector<boost::asio::ip::network_v6> v6_;
};

}  // namespace plein::net
