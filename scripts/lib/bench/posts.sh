# shellcheck shell=bash
# What scripts/bench measures of requests: how soon a node is ready, durable posts.

measure_start() {
    local times=() resident
    for _ in 1 2 3 4 5; do
        fresh_node
        times+=("$READY_MS")
    done
    resident=$(awk '/^RssAnon/ {print $2}' "/proc/$SERVER/status")
    printf '{"what":"start","ready_ms":%s,"at_rest_mib":%s,"program_mib":%s}\n' \
        "$(printf '%s\n' "${times[@]}" | sort -n | sed -n 3p)" "$((resident / 1024))" \
        "$(($(stat -c %s "$PLEIN") / 1048576))" | tee -a "$RESULTS"
}

measure_posts() {
    fresh_node
    (measured bench posts --groups "$1" --seconds "$2")
}

# The same people, tabs and statements without Plein in between: what PostgreSQL alone allows.
measure_pgbench() {
    stop_server
    (bench posts-script --groups "$1") >"$FOLDER/posts.sql"
    run_pgbench "pgbench posts" "\"groups\":$1" "$2" "$FOLDER/posts.sql"
}

# run_pgbench WHAT MEMBERS SECONDS SCRIPT   MEMBERS are those of the result that tell which of its kind it is.
# Plans are made once, as the server asks for it.
run_pgbench() {
    local what=$1 members=$2 output per_second mean
    output=$(as_data_user env PGOPTIONS="-c plan_cache_mode=force_generic_plan" taskset -c 1 "$POSTGRES/pgbench" -n -M prepared -c 16 -j 1 -T "$3" -f /dev/stdin \
        -h "$SOCKETS" -U plein_server plein <"$4")
    per_second=$(sed -n 's/^tps = \([0-9.]*\).*/\1/p' <<<"$output")
    mean=$(sed -n 's/^latency average = \([0-9.]*\).*/\1/p' <<<"$output")
    [[ $per_second ]] || fail "pgbench measured nothing: $output"
    printf '{"what":"%s",%s,"clients":16,"per_second":%s,"mean_ms":%s}\n' "$what" "$members" "$per_second" "$mean" |
        tee -a "$RESULTS"
}
