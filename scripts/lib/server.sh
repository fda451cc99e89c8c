# shellcheck shell=bash
# The Plein server itself: port, start, readiness, stop.

readonly PLEIN=$ROOT/build/release/plein

# Becomes the program: call it in a subshell or a step. PROCESSOR, when set, is the one that it stays on.
plein() {
    release_lock
    exec ${PROCESSOR:+taskset -c "$PROCESSOR"} "$PLEIN" --config "$ROOT/config/plein.toml" "$@"
}

# Two servers could share a port unnoticed (both listen with SO_REUSEPORT), so we ask by connecting.
require_free_port() {
    if (exec 3<>"/dev/tcp/localhost/$1") 2>/dev/null; then
        fail "port $1 is taken by another program; choose another one with --port N."
    fi
}

end_leftover_server() {
    local pid
    pid=$(cat "$DATA/server.pid" 2>/dev/null) || return 0
    if is_process "$pid" "$PLEIN"; then
        say "Ending the server that an earlier start left."
        end_process "$pid" 15
    fi
    rm -f "$DATA/server.pid"
}

start_server() {
    # No proxy has to see first that it goes.
    export PLEIN_SERVER_PORT=$1 PLEIN_SERVER_WEB_ROOT=$ROOT/webclient/dist PLEIN_SERVER_LEAVING_MS=0
    # A process group of its own: Ctrl-C reaches this script alone, which stops things in the right order.
    set -m
    plein serve >"$LOGS/server.log" 2>&1 </dev/null &
    SERVER=$!
    set +m
    echo "$SERVER" >"$DATA/server.pid"
    local deadline=$((SECONDS + 60))
    while ((SECONDS < deadline)); do
        if is_ready "$1"; then return; fi
        kill -0 "$SERVER" 2>/dev/null || server_failed "The server did not start."
        sleep 0.01
    done
    server_failed "The server was not ready within a minute."
}

# In a subshell: a server that hangs up while we write would end this script by SIGPIPE.
is_ready() (
    exec 3<>"/dev/tcp/localhost/$1" || exit 1
    printf 'GET /readyz HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$1" >&3
    read -r -t 2 answer <&3 || exit 1
    [[ $answer == *' 200 '* ]]
) 2>/dev/null

server_failed() {
    tail -n 15 "$LOGS/server.log" | sed 's/^/    /'
    say "What it needs, as plein doctor sees it:"
    (plein doctor) 2>&1 | sed 's/^/    /' || true
    fail "$1 The lines above are the end of $LOGS/server.log, and what the server needs."
}

# Returns when the server ended by itself, which it should not.
watch_server() {
    local status=0
    wait "$SERVER" || status=$?
    server_failed "The server ended by itself (status $status)."
}

# It drains first: clients are told to reconnect elsewhere, requests finish.
stop_server() {
    [[ ${SERVER:-} ]] || return 0
    end_process "$SERVER" 30
    wait "$SERVER" 2>/dev/null || true
    rm -f "$DATA/server.pid" "$DATA/address"
}
