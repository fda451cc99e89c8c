/// What systemd is told by a service of `Type=notify` (sd_notify(3)): datagrams to the socket that NOTIFY_SOCKET names.
///
/// The protocol is stable and these few lines are all of it; libsystemd would bring four compression and cipher libraries
/// into the process. (ADR 0031)
#pragma once

#include <string>

namespace plein::net {

/// "READY=1" and the like, a line each. Nothing happens when nobody asked to be told, or nobody listens.
void tell_service_manager(const std::string& state);

}  // namespace plein::net
