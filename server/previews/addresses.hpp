/// Which addresses are outside: of the Internet at large, and not of this machine, of networks like ours, or of none.
#pragma once

#include <boost/asio/ip/address.hpp>

namespace plein::previews {

/// After the registries of special addresses (RFC 6890 and what followed it). Of IPv6 only what is given out to the
/// Internet; what carries an IPv4 address within it (mapped, translated, 6to4, Teredo, NAT64) is refused whatever it carries.
[[nodiscard]] bool is_outside(const boost::asio::ip::address& address);
/// Whether an interface of this machine has it now: a way to it passes no firewall. True also when nobody can tell.
[[nodiscard]] bool is_own(const boost::asio::ip::address& address);

}  // namespace plein::previews
