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
OTHERS=

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

    start_other_servers
    start --data "$FOLDER/elsewhere" --empty
    expect "an empty start makes the first administrator" grep -q "^Administrator admin@plein.example, password " "$FOLDER/log"
    expect "servers that the environment names are used" test ! -e "$FOLDER/elsewhere/postgres/data"
    kill -INT "$RUN"
    wait "$RUN"
    expect "and left running" redis-cli -s "$OTHER_FOLDER/redis.sock" ping
    expect "--help tells the options" grep -q -- "--data DIR" <("$ROOT/run" --help)
    expect "an unknown option is one sentence" says "there is no option --demo" --demo
}

# A PostgreSQL and a Redis that are not ./run's.
start_other_servers() {
    local line
    coproc SERVERS { "$ROOT/tests/support/servers" postgres redis; }
    OTHERS=$SERVERS_PID
    until [[ ${line:-} == ready ]]; do
        read -r -t 30 line <&"${SERVERS[0]}"
        if [[ $line == folder=* ]]; then OTHER_FOLDER=${line#folder=}; fi
    done
    psql -qX -h "$OTHER_FOLDER" -U postgres -d postgres -c "CREATE ROLE plein_owner LOGIN CREATEROLE" -c "CREATE DATABASE plein OWNER plein_owner"
    export PLEIN_DATABASE_URL="postgresql:///plein?host=$OTHER_FOLDER&user=plein_owner"
    export PLEIN_REDIS_URL="unix://$OTHER_FOLDER/redis.sock"
}

# In a process group of its own, since a background process does not hear SIGINT otherwise.
start() {
    if ! (($#)); then set -- --data "$DATA"; fi
    : >"$FOLDER/log"
    set -m
    "$ROOT/run" --port "$PORT" "$@" >"$FOLDER/log" 2>&1 </dev/null &
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
    if [[ $OTHERS ]]; then kill "$OTHERS" 2>/dev/null || true; fi
    rm -rf "$FOLDER"
}

main
