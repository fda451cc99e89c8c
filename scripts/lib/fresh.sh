# shellcheck shell=bash
# A bare Debian 12 in the folder TREE, for scripts/fresh. What runs inside sees its own mounts and processes only, and
# all of it ends with the function that started it, so that nothing stays mounted or running.

make_tree() {
    debootstrap --variant=minbase bookworm "$TREE" "$(mirror)"
}

# The first address in the machine's own apt sources, in either of their two formats.
mirror() {
    local sources=(/etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources)
    cat "${sources[@]}" 2>/dev/null |
        sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb \(\[[^]]*\] \)\?\([^ ]*\) bookworm .*/\2/p' | head -n 1
}

# apt's sources, keys and proxies; npm's settings; the certificates that this machine trusts.
copy_settings() {
    local path
    for path in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/trusted.gpg.d /etc/apt/keyrings \
        /etc/apt/apt.conf /etc/apt/apt.conf.d /etc/apt/auth.conf.d /etc/apt/preferences.d /usr/share/keyrings \
        /etc/ssl/certs /usr/local/share/ca-certificates \
        /etc/resolv.conf /etc/hosts /root/.npmrc; do
        [[ -e $path ]] || continue
        mkdir -p "$TREE${path%/*}"
        rm -rf "${TREE:?}$path"
        cp -aL "$path" "$TREE${path%/*}/" || true   # a dangling link to a certificate is no loss
    done
}

# Only what is committed, as a newcomer gets it; the space in the path is part of the proof.
clone_into_tree() { git clone --quiet --no-hardlinks "$ROOT" "$TREE/srv/plein clone"; }

# inside FUNCTION   Runs FUNCTION as root in the tree.
inside() {
    unshare --mount --pid --fork --kill-child --propagation private bash -euc '
        mount --bind "$1" "$1"
        mount -t proc proc "$1/proc"
        mount -t sysfs -o ro sysfs "$1/sys" || true
        mount -t tmpfs tmpfs "$1/run"
        mount --bind /dev "$1/dev"
        mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm"
        exec chroot "$1" /usr/bin/env -i "${@:3}" bash -euo pipefail -c "$2"' \
        inside "$TREE" "$(declare -f "$1"); $1" "${ENVIRONMENT[@]}"
}

# Names of proxies and certificates travel; everything else of this machine stays out.
ENVIRONMENT=(HOME=/root TERM=dumb PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
while IFS= read -r line; do ENVIRONMENT+=("$line"); done < <(
    env | grep -iE '^(https?_proxy|no_proxy|npm_config_[a-z_]+|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)=' || true
)

# The functions below run inside. ./run gets a process group of its own, and hears Ctrl-C even if this script was started where nobody does.
run_as_newcomer() {
    local port=8080 pid line
    if (exec 3<>/dev/tcp/localhost/8080) 2>/dev/null; then port=18080; fi
    : >/tmp/run.log
    set -m
    env --default-signal=INT "/srv/plein clone/run" --port "$port" >/tmp/run.log 2>&1 </dev/null &
    pid=$!
    tail --pid="$pid" -n +1 -f /tmp/run.log &
    until grep -q "Plein is open" /tmp/run.log; do
        kill -0 "$pid" 2>/dev/null || exit 1
        sleep 1
    done
    exec 3<>"/dev/tcp/localhost/$port"
    printf 'GET / HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$port" >&3
    read -r line <&3
    echo "GET / answered: $line"
    [[ $line == *" 200 "* ]]
    kill -INT "$pid"
    wait "$pid"
    ! (exec 3<>"/dev/tcp/localhost/$port") 2>/dev/null || { echo "the server still listens"; exit 1; }
}

test_as_newcomer() { "/srv/plein clone/test"; }
