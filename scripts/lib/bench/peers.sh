# shellcheck shell=bash
# Other servers for scripts/bench: NATS, nchan (a module of nginx) with Redis, socket.io with Redis and ws (npm packages),
# which bring events to many WebSockets, and nginx with files. Each runs on the first processor, as the node of Plein does; what feeds it on the second.

PEERS=()

# launch_peer PROCESSOR PORT COMMAND...   PEER is its process.
launch_peer() {
    local processor=$1 port=$2 tenths
    shift 2
    taskset -c "$processor" "$@" >>"$FOLDER/peers.log" 2>&1 &
    PEER=$!
    disown "$PEER"  # nchan ends with SIGABRT, which is nobody's news
    PEERS+=("$PEER")
    for ((tenths = 100; tenths > 0; tenths--)); do
        if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then return; fi
        sleep 0.1
    done
    fail "$1 does not listen on port $port: see $FOLDER/peers.log."
}

start_nats() {
    NATS_PORT=$(free_port) NATS_WEBSOCKET_PORT=$(free_port)
    cat >"$FOLDER/nats.conf" <<TEXT
listen: "127.0.0.1:$NATS_PORT"
max_pending: 512MB
write_deadline: "60s"
websocket { listen: "127.0.0.1:$NATS_WEBSOCKET_PORT", no_tls: true }
TEXT
    launch_peer 0 "$NATS_WEBSOCKET_PORT" nats-server -c "$FOLDER/nats.conf"
}

start_nchan() {
    local upstream
    NCHAN_PORT=$(free_port) NCHAN_FEEDER_PORT=$(free_port)
    start_peer_redis
    upstream="upstream events { nchan_redis_server redis://127.0.0.1:$PEER_REDIS_PORT; }"
    write_nginx "$FOLDER/feeder.conf" "$NCHAN_FEEDER_PORT" \
        "location = /publish { nchan_publisher; nchan_channel_id hot; nchan_redis_pass events; nchan_message_timeout 10s; }" "$upstream"
    launch_peer 1 "$NCHAN_FEEDER_PORT" nginx -c "$FOLDER/feeder.conf"
    write_nginx "$FOLDER/nchan.conf" "$NCHAN_PORT" \
        "location = /subscribe { nchan_subscriber websocket; nchan_channel_id hot; nchan_redis_pass events; nchan_subscriber_first_message newest; }
        location ~ ^/many/(.+)\$ { nchan_subscriber websocket; nchan_channel_id \$1; nchan_channel_id_split_delimiter ,; nchan_subscriber_first_message newest; }" "$upstream"
    launch_peer 0 "$NCHAN_PORT" nginx -c "$FOLDER/nchan.conf"
}

start_socket_io() {
    SOCKET_IO_PORT=$(free_port) SOCKET_IO_FEEDER_PORT=$(free_port)
    start_peer_redis
    launch_peer 1 "$SOCKET_IO_FEEDER_PORT" node "$ROOT/tests/bench/socket-io.mjs" publish "$SOCKET_IO_FEEDER_PORT" "$PEER_REDIS_PORT"
    launch_peer 0 "$SOCKET_IO_PORT" node "$ROOT/tests/bench/socket-io.mjs" deliver "$SOCKET_IO_PORT" "$PEER_REDIS_PORT"
}

start_ws() {
    WS_PORT=$(free_port)
    launch_peer 0 "$WS_PORT" node "$ROOT/tests/bench/ws.mjs" "$WS_PORT"
}

# start_file_server FOLDER   nginx with these files.
start_file_server() {
    FILES_PORT=$(free_port)
    write_nginx "$FOLDER/files.conf" "$FILES_PORT" \
        "root $1; open_file_cache max=10000; location / { default_type application/json; }"
    launch_peer 0 "$FILES_PORT" nginx -c "$FOLDER/files.conf"
}

# Of the peers' own, by TCP: not all of them know Unix sockets.
start_peer_redis() {
    PEER_REDIS_PORT=$(free_port)
    launch_peer 0,1 "$PEER_REDIS_PORT" redis-server --bind 127.0.0.1 --port "$PEER_REDIS_PORT" --save ''
}

# write_nginx FILE PORT LOCATION [UPSTREAM]
write_nginx() {
    cat >"$1" <<TEXT
load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
daemon off;
master_process off;
pid $1.pid;
error_log $FOLDER/peers.log warn;
worker_rlimit_nofile 30000;
events { worker_connections 25000; }
http {
    access_log off;
    client_body_temp_path $1.body;
    keepalive_requests 100000000;
    nchan_max_reserved_memory 512M;
    ${4:-}
    server { listen 127.0.0.1:$2 backlog=8192; $3 }
}
TEXT
}

stop_peers() {
    local pid
    for pid in "${PEERS[@]}"; do end_process "$pid" 10; done
    PEERS=()
}
