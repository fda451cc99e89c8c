# shellcheck shell=bash
# A private Redis 7: one Unix socket under SOCKETS, no TCP port, nothing kept on disk (PostgreSQL is the truth).

start_redis() {
    end_leftover_redis
    REDIS_STARTED=yes
    step "Starting Redis" "Its own log is $STORE/redis/server.log." launch_redis
    export PLEIN_REDIS_URL="unix://$SOCKETS/redis.sock"
}

# The configuration goes in by stdin, since Redis' user may not be able to enter the checkout.
launch_redis() {
    as_data_user sh -c 'cd "$1" && exec redis-server - --unixsocket "$2/redis.sock" --unixsocketperm 700 \
        --daemonize yes --pidfile redis.pid --logfile server.log' \
        sh "$STORE/redis" "$SOCKETS" <"$ROOT/config/redis.conf"
    local tenths
    for ((tenths = 100; tenths > 0; tenths--)); do
        if [[ $(as_data_user redis-cli -s "$SOCKETS/redis.sock" ping 2>/dev/null) == PONG ]]; then return; fi
        sleep 0.1
    done
    as_data_user tail -n 20 "$STORE/redis/server.log"
    return 1
}

# The pid, if it is still the Redis of this data folder: Redis works inside it.
redis_pid() {
    local pid
    pid=$(as_data_user cat "$STORE/redis/redis.pid" 2>/dev/null) || return 1
    is_process "$pid" "$(readlink -f "$(command -v redis-server)")" || return 1
    [[ $(readlink "/proc/$pid/cwd") == "$STORE/redis" ]] && echo "$pid"
}

end_leftover_redis() {
    local pid
    if pid=$(redis_pid); then
        say "Ending the Redis that an earlier start left."
        end_process "$pid" 10
    fi
}

stop_redis() {
    local pid
    [[ ${REDIS_STARTED:-} ]] || return 0
    if pid=$(redis_pid); then end_process "$pid" 10; fi
}
