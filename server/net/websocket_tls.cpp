#include "server/net/websocket_session.hpp"

#include <boost/beast/websocket/ssl.hpp>

namespace plein::net {

void open_websocket(Upgrade upgrade, TlsSocket socket) { start(std::move(upgrade), std::move(socket)); }

}  // namespace plein::net
