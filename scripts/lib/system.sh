# shellcheck shell=bash
# The machine: is it one we know, and has it the Debian packages that are needed?

require_debian_12() {
    local name
    name=$(. /etc/os-release 2>/dev/null && printf '%s' "${PRETTY_NAME:-}") || true
    if ! grep -qs '^ID=debian$' /etc/os-release || ! grep -qs '^VERSION_ID="12"$' /etc/os-release; then
        fail "this command knows Debian 12 only, and this is ${name:-$(uname -s)}; use a Debian 12 machine or container."
    fi
}

# Files left by another user (say, an earlier start as root) would fail one by one, with riddles.
require_own_files() {
    local folder
    for folder in build var webclient/node_modules webclient/dist; do
        [[ ! -e $ROOT/$folder || -w $ROOT/$folder ]] ||
            fail "$ROOT/$folder belongs to $(stat -c %U "$ROOT/$folder"); run this as that user, or remove the folder."
    done
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo -n -- "$@"; fi
}

# install_packages LIST...   Installs what is missing of config/packages-LIST.txt; a later start needs no apt.
install_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    require_sudo "${missing[*]}"
    step "Installing ${#missing[@]} Debian packages" \
        "Check the network and /etc/apt/sources.list*, then start again." apt_install "${missing[@]}"
}

missing_packages() {
    local list
    local -A wanted=()
    for list in "$@"; do
        while read -r package _; do
            [[ $package && $package != '#'* ]] && wanted[$package]=1
        done <"$ROOT/config/packages-$list.txt"
    done
    # dpkg-query prints what it knows and fails for what it does not; both leave the unknown ones in `wanted`.
    while read -r package status; do
        [[ $status == installed ]] && unset "wanted[$package]"
    done < <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${!wanted[@]}" 2>/dev/null)
    ((${#wanted[@]} == 0)) || printf '%s\n' "${!wanted[@]}" | sort
}

require_sudo() {
    ((EUID == 0)) && return
    command -v sudo >/dev/null || fail "these Debian packages are missing: $1; install them as root, or install sudo."
    sudo -n true 2>/dev/null || sudo -v || fail "installing Debian packages needs root; run this as root or as a user with sudo."
}

# The packages bring system services with them. Plein runs private servers, so nothing may start now or at the next boot:
# neither Debian's `main` PostgreSQL cluster nor a system Redis, nor the proxies that tests try. What was there before is
# left as it is.
apt_install() {
    local policy=/usr/sbin/policy-rc.d no_cluster=/etc/postgresql-common/createcluster.d/plein-install.conf
    local made_policy=no status=0 service strangers=()
    for service in redis-server nginx haproxy nats-server; do
        dpkg-query -W "$service" >/dev/null 2>&1 || strangers+=("$service")
    done
    if [[ ! -e $policy ]]; then
        printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null
        as_root chmod 755 $policy
        made_policy=yes
    fi
    as_root mkdir -p "${no_cluster%/*}"
    echo 'create_main_cluster = false' | as_root tee $no_cluster >/dev/null

    { apt_get update && apt_get install "$@"; } || status=$?

    as_root rm -f $no_cluster
    if [[ $made_policy == yes ]]; then as_root rm -f $policy; fi
    for service in "${strangers[@]}"; do
        if [[ -d /run/systemd/system && -e /lib/systemd/system/$service.service ]]; then
            as_root systemctl disable "$service" || true
        fi
    done
    return $status
}

apt_get() {
    local command=$1
    shift
    [[ $command == install ]] && set -- --yes --no-install-recommends "$@"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get "$command" \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 "$@"
}
