# shellcheck shell=bash
# What scripts/bench measures of events on their way to WebSockets: idle connections, fan-out, and how soon they are there.

# measure_idle CONNECTIONS
measure_idle() {
    fresh_node
    (measured bench idle --connections "$1")
    stop_server
    start_ws
    measure_peer_idle ws "$WS_PORT" "$1"
    start_nchan
    measure_peer_idle nchan "$NCHAN_PORT" "$1"
}

measure_peer_idle() {
    (SERVER=$PEER measured bench peer-idle "$1" --websocket-port "$2" --connections "$3")
    stop_peers
}

# measure_fan_out OPTIONS...   Of the load program: how many members, how long, at which rate. Then the same of the peers.
measure_fan_out() {
    fresh_node
    (measured bench fan-out "$@" --server-database "$PLEIN_DATABASE_URL" --redis "$PLEIN_REDIS_URL")
    stop_server
    start_nats
    measure_peer nats "$NATS_WEBSOCKET_PORT" "$NATS_PORT" "$@"
    start_nchan
    measure_peer nchan "$NCHAN_PORT" "$NCHAN_FEEDER_PORT" "$@"
    start_socket_io
    measure_peer socket.io "$SOCKET_IO_PORT" "$SOCKET_IO_FEEDER_PORT" "$@"
}

# measure_peer NAME WEBSOCKET_PORT PUBLISH_PORT OPTIONS...   Events of the same length over the same number of WebSockets.
measure_peer() {
    local name=$1 websocket_port=$2 publish_port=$3
    shift 3
    (SERVER=$PEER measured bench peer "$name" "$@" --websocket-port "$websocket_port" --publish-port "$publish_port")
    stop_peers
}
