# shellcheck shell=bash
# Other servers that bring events to many WebSockets, for scripts/bench: NATS, and nchan (a module of nginx) with Redis.
# Each runs on the first processor, as the node of Plein does; what feeds it on the second.

readonly NATS_PORT=8191 NATS_WEBSOCKET_PORT=8192 NCHAN_PORT=8193 NCHAN_FEEDER_PORT=8194 NCHAN_REDIS_PORT=8195

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
    cat >"$FOLDER/nats.conf" <<TEXT
listen: "127.0.0.1:$NATS_PORT"
max_pending: 512MB
write_deadline: "60s"
websocket { listen: "127.0.0.1:$NATS_WEBSOCKET_PORT", no_tls: true }
TEXT
    launch_peer 0 "$NATS_WEBSOCKET_PORT" nats-server -c "$FOLDER/nats.conf"
}

start_nchan() {
    launch_peer 0,1 "$NCHAN_REDIS_PORT" redis-server --bind 127.0.0.1 --port "$NCHAN_REDIS_PORT" --save ''
    write_nginx "$FOLDER/feeder.conf" "$NCHAN_FEEDER_PORT" \
        "location = /publish { nchan_publisher; nchan_channel_id hot; nchan_redis_pass events; nchan_message_timeout 10s; }"
    launch_peer 1 "$NCHAN_FEEDER_PORT" nginx -c "$FOLDER/feeder.conf"
    write_nginx "$FOLDER/nchan.conf" "$NCHAN_PORT" \
        "location = /subscribe { nchan_subscriber websocket; nchan_channel_id hot; nchan_redis_pass events; nchan_subscriber_first_message newest; }"
    launch_peer 0 "$NCHAN_PORT" nginx -c "$FOLDER/nchan.conf"
}

# write_nginx FILE PORT LOCATION
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
    upstream events { nchan_redis_server redis://127.0.0.1:$NCHAN_REDIS_PORT; }
    server { listen 127.0.0.1:$2 backlog=8192; $3 }
}
TEXT
}

stop_peers() {
    local pid
    for pid in "${PEERS[@]}"; do end_process "$pid" 10; done
    PEERS=()
}
