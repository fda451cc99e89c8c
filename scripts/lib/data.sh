# shellcheck shell=bash
# Where data live, who owns them, and who is using them now.
#   DATA     what the person chose (default var/): lock, logs, notes
#   STORE    PostgreSQL's and Redis' files: the same folder, unless their user cannot enter it
#   SOCKETS  a short private folder, because the path of a Unix socket ends at 107 bytes

# use_data_folder DIR yes|no   The second says whether the person chose DIR.
use_data_folder() {
    if [[ ! -d $1 ]]; then
        { mkdir -p -- "$1" && chmod 711 -- "$1"; } || fail "the data folder $1 cannot be made; choose another one with --data DIR."
    fi
    DATA=$(cd -- "$1" && pwd -P)
    DATA_WAS_CHOSEN=$2
    DATA_KEY=$(printf '%s' "$DATA" | sha256sum | cut -c1-12)
    [[ -w $DATA ]] || fail "the data folder $DATA belongs to $(stat -c %U "$DATA"); run this as that user, or choose another one with --data DIR."
    LOGS=$DATA/log
    mkdir -p "$LOGS"
}

# The lock dies with this script, however it ends; what an earlier start left running is then known to be a leftover.
lock_data_folder() {
    exec {LOCK}>>"$DATA/run.lock"
    flock -n "$LOCK" ||
        fail "Plein already runs on $DATA ($(cat "$DATA/address" 2>/dev/null || echo starting)); stop it with Ctrl-C where it runs, or choose another folder with --data DIR."
    rm -f "$DATA/address"
}

# PostgreSQL refuses to run as root, so root lends it (and Redis) the user that Debian's package made.
data_user() { if ((EUID == 0)); then echo postgres; else id -un; fi; }

as_data_user() {
    (
        release_lock
        cd /
        if ((EUID == 0)); then exec runuser -u postgres -- "$@"; else exec "$@"; fi
    )
}

# That user cannot enter a home folder such as root's. Then the default moves to a place it can; a chosen folder does not.
choose_store() {
    STORE=$DATA
    if ! as_data_user test -x "$DATA"; then
        [[ $DATA_WAS_CHOSEN == no ]] ||
            fail "PostgreSQL does not run as root, and its user cannot enter $DATA; choose a folder outside closed home folders, such as --data /var/lib/plein/data."
        STORE=/var/lib/plein/$DATA_KEY
        install -d -m 711 /var/lib/plein "$STORE"
        say "PostgreSQL's user cannot enter $DATA, so its data live in $STORE."
    fi
    local folder
    for folder in postgres redis; do
        [[ -d $STORE/$folder ]] || install -d -m 700 -o "$(data_user)" "$STORE/$folder"
        [[ $(stat -c %U "$STORE/$folder") == "$(data_user)" ]] ||
            fail "$STORE/$folder belongs to $(stat -c %U "$STORE/$folder"), from a start by another user; run this as that user, or choose another folder with --data DIR."
    done
}

make_socket_folder() {
    SOCKETS=/tmp/plein-$UID-$DATA_KEY
    if ((EUID == 0)); then SOCKETS=/run/plein-$DATA_KEY; fi
    [[ -d $SOCKETS ]] || mkdir -m 700 "$SOCKETS"
    if ((EUID == 0)); then chown postgres: "$SOCKETS"; fi
    # /tmp is everyone's: a folder that someone else made first is not private.
    [[ ! -L $SOCKETS && $(stat -c '%U %a' "$SOCKETS") == "$(data_user) 700" ]] ||
        fail "$SOCKETS is not a private folder of $(data_user); remove it and start again."
}

# is_process PID PROGRAM   Is PID alive, and running that file? A number alone may belong to someone else by now.
is_process() {
    [[ $1 =~ ^[0-9]+$ && $(readlink "/proc/$1/exe") == "$2"* ]]
}

# A dead process whose parent does not collect it still has a number, but no program any more.
is_alive() { [[ -e /proc/$1/exe ]]; }

# end_process PID SECONDS   Asks it to end, and insists after that time.
end_process() {
    local tenths
    kill -TERM "$1" 2>/dev/null || return 0
    for ((tenths = $2 * 10; tenths > 0; tenths--)); do
        is_alive "$1" || return 0
        sleep 0.1
    done
    kill -KILL "$1" 2>/dev/null || true
}
