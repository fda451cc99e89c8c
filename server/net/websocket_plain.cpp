#include "server/net/websocket_session.hpp"

namespace plein::net {

void open_websocket(Upgrade upgrade, TcpSocket socket) { start(std::move(upgrade), std::move(socket)); }

}  // namespace plein::net
