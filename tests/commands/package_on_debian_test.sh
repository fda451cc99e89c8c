#!/usr/bin/env bash
# The package on a Debian 12 of its own, booted by systemd: docs/admin.md from the package to a page that is served, an
# upgrade that disturbs nothing, a removal that leaves no service. Needs root, and what ./test has built; the mirror is
# this machine's own.
set -euo pipefail

ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd -P)
for part in progress fresh; do
    # shellcheck source=/dev/null
    source "$ROOT/scripts/lib/$part.sh"
done
LOGS=$(mktemp -d /tmp/plein-debian-logs.XXXXXX)
TREE=$(mktemp -d /var/tmp/plein-debian.XXXXXX)
chmod 755 "$TREE"
trap 'end_step; rm -rf "$LOGS"; rm -rf --one-file-system "$TREE"' EXIT
trap 'exit 130' INT TERM HUP

# commands_under HEADING   All its shell blocks.
commands_under() {
    awk -v heading="$1" '
        !block && /^#+ / { sub(/^#+ /, ""); current = $0 }
        block && /^```$/ { block = 0 }
        block && current == heading
        !block && /^```sh$/ { block = 1 }' "$ROOT/docs/admin.md"
}

# What the guide installs beside the package, and what every Debian server has but a tree has not.
install_servers() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    apt-get install --yes -q --no-install-recommends systemd-sysv dbus sudo adduser postgresql-15 redis-server curl
}
install_plein() { apt-get install --yes -q --no-install-recommends /root/plein_1.deb; }

# The same package, as if it were the next version.
pack_next_version() {
    local next
    next=$(mktemp -d "$LOGS/next.XXXXXX")
    dpkg-deb -R "$TREE/root/plein_1.deb" "$next"
    sed -i 's/^Version: .*/Version: 99.0.0/' "$next/DEBIAN/control"
    dpkg-deb -b "$next" "$TREE/root/plein_2.deb"
}

write_trial() {
    mkdir -p "$TREE/root/guide"
    commands_under "The database" >"$TREE/root/guide/1-database"
    commands_under "Redis" >"$TREE/root/guide/2-redis"
    commands_under "Settings" >"$TREE/root/guide/3-settings"
    # Nobody types here, and a container may not go past the limit that it was given.
    commands_under "First start" | sed "s/read -rsp .* password.*/password='a long enough password'/; s/nofile=65536/nofile=$(ulimit -Hn)/" >"$TREE/root/guide/4-first-start"
    cat >"$TREE/root/trial" <<'TRIAL'
#!/bin/bash
set -euo pipefail
expect() {
    local sentence=$1
    shift
    if "$@" >/root/outcome 2>&1; then echo "ok: $sentence"; else echo "NOT SO: $sentence"; cat /root/outcome; journalctl --no-pager -u plein -n 30; exit 1; fi
}
follow() { bash -euo pipefail "/root/guide/$1"; }
process() { systemctl show --property MainPID --value plein; }
is_served() { curl -fsS --retry 20 --retry-delay 1 --retry-all-errors http://localhost:8080/ | grep -q '<title>'; }
goes_on() { [[ $(process) == "$1" ]] && is_served; }
is_another() { [[ $(process) != "$1" ]] && is_served; }
is_gone() { ! systemctl cat plein && ! pgrep -u plein && [[ ! -e /usr/bin/plein && ! -e /usr/share/plein ]]; }
is_ready() { curl -fsS http://localhost:8080/readyz; }
# The unit's own patience ends long before the node has left.
give_it_a_second_to_stop() {
    mkdir -p /etc/systemd/system/plein.service.d
    printf '[Service]\nTimeoutStopSec=1\n' >/etc/systemd/system/plein.service.d/trial.conf
    systemctl daemon-reload
}
ended_by_itself() { [[ $(systemctl show --property Result --value plein) == success ]]; }
is_shut_in() { [[ $(sed -n 's/^NoNewPrivs:\t//p' "/proc/$(process)/status") == 1 ]]; }

expect "the package starts nothing by itself" test "$(systemctl is-active plein)" = inactive
adduser plein redis
expect "the guide makes the database" follow 1-database
expect "the guide sets Redis up" follow 2-redis
expect "the guide writes the settings" follow 3-settings
expect "the guide starts the service, and doctor finds no fault" follow 4-first-start
expect "the page is served" is_served
expect "the process has no privilege to gain" is_shut_in
before=$(process)
expect "the next version installs" dpkg --install /root/plein_2.deb
expect "and disturbs nothing that runs" goes_on "$before"
expect "its tables are migrated" plein --config /etc/plein/plein.toml migrate
expect "a restart serves it" systemctl restart plein
expect "and has returned when it does" is_ready
expect "as another process" is_another "$before"
give_it_a_second_to_stop
expect "a node that stops" systemctl stop plein
expect "asks for the time that it needs" ended_by_itself
systemctl start plein
expect "the package is removed" dpkg --remove plein
expect "with its service, its processes and its files" is_gone
expect "the settings stay" test -e /etc/plein/plein.toml
echo "all of it"
TRIAL
    cat >"$TREE/etc/systemd/system/trial.service" <<'UNIT'
[Unit]
After=multi-user.target
SuccessAction=poweroff-force
FailureAction=poweroff-force
[Service]
Type=oneshot
Environment=HOME=/root
ExecStart=/bin/bash /root/trial
StandardOutput=file:/root/report
StandardError=file:/root/errors
TimeoutStartSec=300
UNIT
    mkdir -p "$TREE/etc/systemd/system/default.target.wants"
    ln -s ../trial.service "$TREE/etc/systemd/system/default.target.wants/trial.service"
}

boot() {
    timeout 400 systemd-nspawn --quiet --register=no --keep-unit --private-network --directory="$TREE" --boot \
        --rlimit="RLIMIT_NOFILE=$(ulimit -Hn)" --console=read-only </dev/null >"$LOGS/boot" 2>&1 || true
}

step "Packing" "The log above says why." "$ROOT/scripts/package" "$LOGS/package"
step "Making a Debian 12 tree" "Check the network and /etc/apt/sources.list*." make_tree
step "Giving it this machine's apt settings" "The log above says why." copy_settings
step "Installing what the guide asks for" "The log above says why." inside install_servers
mv "$LOGS"/package/plein_*.deb "$TREE/root/plein_1.deb"
step "Installing Plein" "The log above says why." inside install_plein
step "Packing a next version" "The log above says why." pack_next_version
write_trial
step "Booting it" "The log above says why." boot
cat "$TREE/root/report" "$TREE/root/errors" 2>/dev/null || tail -n 40 "$LOGS/boot"
[[ $(tail -n 1 "$TREE/root/report") == "all of it" ]]
