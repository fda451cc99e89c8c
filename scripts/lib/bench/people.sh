# shellcheck shell=bash
# What scripts/bench measures of many people at once.

# measure_reach PEOPLE POSTS_PER_SECOND SECONDS
measure_reach() {
    fresh_node
    (measured bench reach --people "$1" --posts-per-second "$2" --seconds "$3")
}

# measure_whole_way MEMBERS SECONDS
measure_whole_way() {
    fresh_node
    (measured bench whole-way --members "$1" --seconds "$2")
}

# measure_storm PEOPLE   They miss events while no node runs.
measure_storm() {
    local urls=(--server-database "$PLEIN_DATABASE_URL" --redis "$PLEIN_REDIS_URL")
    local before
    stop_server
    (publish_everywhere)
    before=$(reads_of_log)
    fresh_node
    (measured bench storm --connections "$1" "${urls[@]}")
    stop_server
    printf '{"what":"storm reads","reads":%s}\n' "$(($(reads_of_log) - before))" | tee -a "$RESULTS"
}

# How often the log of events was read so far: a connection tells PostgreSQL's statistics at the latest when it ends.
reads_of_log() {
    as_data_user "$POSTGRES/psql" -X -At -h "$SOCKETS" -U plein_owner plein \
        -c "SELECT idx_scan FROM pg_stat_user_tables WHERE relname = 'events'"
}

# measure_people PEOPLE SECONDS   Node, PostgreSQL, Redis and load share both processors.
measure_people() {
    fresh_node 0,1
    (LOAD_PROCESSORS=0,1 measured bench people --people "$1" --seconds "$2")
}

# measure_readers PAUSE SECONDS   Fifty, as warm as a node is that has been running.
measure_readers() {
    fresh_node 0,1
    (LOAD_PROCESSORS=0,1 bench readers --pause "$1" --seconds "$2" >/dev/null)
    (LOAD_PROCESSORS=0,1 measured bench readers --pause "$1" --seconds "$2")
}

# measure_reactions PER_SECOND SECONDS
measure_reactions() {
    fresh_node 0,1
    (LOAD_PROCESSORS=0,1 measured bench reactions --per-second "$1" --seconds "$2")
}

# measure_sign_ins PEOPLE SECONDS   Passwords are hashed on a thread of their own, which has a processor where there is one.
measure_sign_ins() {
    local password
    password=$(sed -n 's/^constexpr const char\* password = "\(.*\)";/\1/p' "$ROOT/server/cli/demo.cpp")
    PLEIN_PASSWORDS_QUEUE=$1 PLEIN_SERVER_TRUSTED_PROXIES=127.0.0.1 fresh_node 0,1
    (measured bench sign-ins --people "$1" --password "$password" --seconds "$2")
    stop_server
    (measured bench argon2 --password "$password" --seconds "$2")
}
