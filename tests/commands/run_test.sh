#!/usr/bin/env bash
# `./run` as people treat it: twice, against a taken port, killed at any moment, stopped by Ctrl-C.
# Works on a data folder of its own, with a space in its path; needs what ./test has built.
set -euo pipefail

ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd -P)
FOLDER=$(mktemp -d /tmp/plein-run-test.XXXXXX)
chmod 711 "$FOLDER"   # PostgreSQL's user has to get in
DATA="$FOLDER/the data"
PORT=$((20000 + $$ % 10000))
RUN=
INNOCENT=

main() {
    trap clean_up EXIT
    start
    expect "the page is served" answers /
    expect "a second start says that it already runs" says "already runs on $DATA (http://localhost:$PORT)" --data "$DATA"
    expect "a taken port is one sentence" says "port $PORT is taken" --data "$FOLDER/other"

    kill -KILL "$RUN"
    start
    expect "after kill -9 the leftovers are ended" grep -q "earlier start left" "$FOLDER/log"

    kill_everything_and_reuse_the_numbers
    start
    expect "after kill -9 of all of it, it starts again" answers /
    expect "a process that got an old number lives" kill -0 "$INNOCENT"

    kill -INT "$RUN"
    wait "$RUN"
    expect "Ctrl-C leaves no process" nothing_runs
    expect "Ctrl-C leaves no address" test ! -e "$DATA/address"
}

# In a process group of its own, since a background process does not hear SIGINT otherwise.
start() {
    : >"$FOLDER/log"
    set -m
    "$ROOT/run" --data "$DATA" --port "$PORT" >"$FOLDER/log" 2>&1 </dev/null &
    RUN=$!
    set +m
    until grep -q "Plein is open" "$FOLDER/log"; do
        kill -0 "$RUN" 2>/dev/null || { cat "$FOLDER/log"; exit 1; }
        sleep 0.1
    done
}

kill_everything_and_reuse_the_numbers() {
    local postgres=$DATA/postgres/data/postmaster.pid
    kill -KILL "$RUN" "$(head -n 1 "$postgres")" "$(cat "$DATA/redis/redis.pid")" "$(cat "$DATA/server.pid")"
    sleep 600 &
    INNOCENT=$!
    # Written through the existing files: their owner stays.
    printf '%s\n' "$INNOCENT" "$(tail -n +2 "$postgres")" >"$FOLDER/pid" && cat "$FOLDER/pid" >"$postgres"
    echo "$INNOCENT" | tee "$DATA/redis/redis.pid" >"$DATA/server.pid"
}

answers() (
    exec 3<>"/dev/tcp/localhost/$PORT"
    printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$1" "$PORT" >&3
    read -r -t 10 line <&3
    [[ $line == *" 200 "* ]]
)

# says TEXT OPTIONS...   ./run fails, and says so.
says() {
    local text=$1 output
    shift
    if output=$("$ROOT/run" --port "$PORT" "$@" 2>&1 </dev/null); then return 1; fi
    [[ $output == *"$text"* ]]
}

nothing_runs() { [[ ! $(find /proc -maxdepth 2 -name cwd -lname "$DATA/*" 2>/dev/null) ]] && ! (exec 3<>"/dev/tcp/localhost/$PORT") 2>/dev/null; }

expect() {
    local sentence=$1
    shift
    if "$@"; then echo "ok: $sentence"; else echo "NOT SO: $sentence"; cat "$FOLDER/log"; exit 1; fi
}

clean_up() {
    if [[ $INNOCENT ]]; then kill "$INNOCENT" 2>/dev/null || true; fi
    if [[ $RUN ]] && kill -TERM "$RUN" 2>/dev/null; then wait "$RUN" || true; fi
    rm -rf "$FOLDER"
}

main
