# shellcheck shell=bash
# What scripts/bench measures of reading: first pages, beside pgbench with the same statements, and beside nginx with the
# same bytes.

# measure_page PAGE SECONDS
measure_page() {
    local page=$1 seconds=$2 files=$FOLDER/pages-$1
    mkdir "$files"
    chmod 711 "$files"
    fresh_node
    (bench pages --page "$page" --seconds 1 >/dev/null)   # as warm as a node is that has been running
    (measured bench pages --page "$page" --seconds "$seconds")
    (bench save-pages --page "$page" --folder "$files")
    stop_server
    (bench pages-script --page "$page") >"$FOLDER/page.sql"
    run_pgbench "pgbench page" "\"page\":\"$page\"" "$seconds" "$FOLDER/page.sql"
    start_file_server "$files"
    (SERVER=$PEER PORT=$FILES_PORT measured bench served-pages --page "$page" --seconds "$seconds")
    stop_peers
}
