/// Names of hosts as addresses.
#pragma once

#include <boost/asio/ip/address.hpp>

#include <functional>
#include <string>
#include <vector>

namespace plein::previews {

/// All addresses of a host, which may also be an address in any way that systems read one ("127.1", "0x7f000001"); none
/// where it has none.   Thread: any.
using Resolve = std::function<std::vector<boost::asio::ip::address>(const std::string& host)>;

/// As the system resolves, with two differences: a name is never tried below the machine's own domain, and a server that
/// does not answer is asked once, for two seconds.
[[nodiscard]] std::vector<boost::asio::ip::address> resolve_by_system(const std::string& host);

/// The address in a socket's form. Errors: std::invalid_argument for what is neither IPv4 nor IPv6.
[[nodiscard]] boost::asio::ip::address address_of(const struct sockaddr& address);

}  // namespace plein::previews
