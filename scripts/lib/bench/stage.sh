# shellcheck shell=bash
# What every measurement of scripts/bench stands on: PostgreSQL, Redis, a node with a filled-up demo, and the load program.

# prepare DEMO_OPTIONS...
prepare() {
    PORT=$(free_port)
    install_packages run test bench
    ensure_node
    fetch_npm_packages tests/bench
    build_server release plein plein_bench
    choose_store
    make_socket_folder
    start_postgres
    POSTGRES_PID=$(as_data_user head -n 1 "$PGDATA_FOLDER/postmaster.pid")
    start_redis
    step "Migrating the database" "The log above says why." plein migrate
    step "Filling the demo up" "The log above says why." plein demo "$@"
    step "Beginning sessions" "The log above says why." bench sessions
    # The fill-up has posts without events: who comes back finds the last one that was heard in the log.
    step "Beginning the log of events" "The log above says why." publish_everywhere
    # One client writes as fast as it can here; the limit that would stop a person is not what is measured.
    export PLEIN_LIMITS_WRITES_PER_SECOND=1000000 PLEIN_LIMITS_CONNECTIONS=20000 PLEIN_SERVER_THREADS=1
    ulimit -n "$(ulimit -Hn)"
}

# bench COMMAND...   Becomes the load program.
bench() {
    exec taskset -c "${LOAD_PROCESSORS:-1}" "$ROOT/build/release/tests/bench/plein_bench" \
        --database "$PLEIN_DATABASE_OWNER_URL" --port "$PORT" --node "${SERVER:-0}" --postgres "$POSTGRES_PID" \
        --redis-server "$(redis_pid)" "$@"
}

# Some events in every group.
publish_everywhere() { bench miss --server-database "$PLEIN_DATABASE_URL" --redis "$PLEIN_REDIS_URL"; }

# measured COMMAND...   Its lines on standard output are results.
measured() { "$@" | tee -a "$RESULTS"; }

# fresh_node [PROCESSORS]   One for each measurement, as warm as its first request makes it.
fresh_node() {
    local began
    stop_server
    began=$(date +%s%N)
    PROCESSOR=${1:-0}
    start_server "$PORT"
    READY_MS=$((($(date +%s%N) - began) / 1000000))
    unset PROCESSOR
}

# free_port   One that nobody listens on, below those that the kernel gives to clients: runs beside each other choose their own.
free_port() {
    local port
    for (( ; ; )); do
        port=$((10000 + RANDOM % 22000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
    done
    echo "$port"
}
