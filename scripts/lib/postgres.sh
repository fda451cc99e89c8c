# shellcheck shell=bash
# A private PostgreSQL 15: files under STORE/postgres, one Unix socket under SOCKETS, no TCP port, two roles.

readonly POSTGRES=/usr/lib/postgresql/15/bin

start_postgres() {
    PGDATA_FOLDER=$STORE/postgres/data
    if ! as_data_user test -s "$PGDATA_FOLDER/PG_VERSION"; then
        step "Making the database cluster" "The log above says why." init_postgres
    fi
    end_leftover_postgres
    as_data_user cp /dev/stdin "$PGDATA_FOLDER/plein.conf" <"$ROOT/config/postgres.conf"
    POSTGRES_STARTED=yes
    step "Starting PostgreSQL" "Its own log is $STORE/postgres/server.log." launch_postgres
    export PLEIN_DATABASE_OWNER_URL="postgresql:///plein?host=$SOCKETS&user=plein_owner"
    export PLEIN_DATABASE_URL="postgresql:///plein?host=$SOCKETS&user=plein_server"
}

# Made beside its place and moved there whole, so that a start killed half-way leaves nothing that looks finished.
init_postgres() {
    as_data_user rm -rf "$PGDATA_FOLDER" "$PGDATA_FOLDER.new"
    # `trust` is safe: only this user and root can enter the folder with the socket, and there is no TCP port.
    as_data_user "$POSTGRES/initdb" -D "$PGDATA_FOLDER.new" -U postgres --auth-local=trust --auth-host=reject \
        -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=nl-NL --data-checksums
    as_data_user tee -a "$PGDATA_FOLDER.new/postgresql.conf" <<<"include_if_exists = 'plein.conf'" >/dev/null
    as_data_user mv "$PGDATA_FOLDER.new" "$PGDATA_FOLDER"
}

launch_postgres() {
    as_data_user "$POSTGRES/pg_ctl" start --wait --timeout=120 -D "$PGDATA_FOLDER" -l "$STORE/postgres/server.log" \
        -o "-c unix_socket_directories=$SOCKETS -c unix_socket_permissions=0700"
    as_data_user "$POSTGRES/psql" -X -q -v ON_ERROR_STOP=1 -h "$SOCKETS" -U postgres -d postgres <<'SQL'
        SELECT format('CREATE ROLE %I LOGIN', name)
          FROM unnest(ARRAY['plein_owner', 'plein_server']) AS name
         WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
        SELECT 'CREATE DATABASE plein OWNER plein_owner'
         WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'plein') \gexec
SQL
}

# We hold the data folder's lock, so a server that still runs on it was left by a start that was killed.
# Lock files whose number is a dead process' or another program's by now would keep PostgreSQL from starting: they go.
end_leftover_postgres() {
    local pid_file=$PGDATA_FOLDER/postmaster.pid pid
    pid=$(as_data_user head -n 1 "$pid_file" 2>/dev/null) || pid=none
    if is_process "$pid" "$POSTGRES/postgres" && [[ $(readlink "/proc/$pid/cwd") == "$PGDATA_FOLDER" ]]; then
        step "Ending the PostgreSQL that an earlier start left" "Its log is $STORE/postgres/server.log." stop_postgres_now
    else
        # Its children notice within moments that it is gone; while one works on the files, a new server must not.
        while [[ $(find /proc -maxdepth 2 -name cwd -lname "$PGDATA_FOLDER" 2>/dev/null) ]]; do sleep 0.1; done
        as_data_user rm -f "$pid_file" "$SOCKETS"/.s.PGSQL.*
    fi
}

stop_postgres_now() { as_data_user "$POSTGRES/pg_ctl" stop --wait --mode=fast --timeout=60 -D "$PGDATA_FOLDER"; }

stop_postgres() {
    [[ ${POSTGRES_STARTED:-} ]] || return 0
    stop_postgres_now >/dev/null 2>&1 || true
}
