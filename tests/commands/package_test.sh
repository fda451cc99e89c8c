#!/usr/bin/env bash
# `scripts/package`: what docs/admin.md says is in it, whoever packs. Needs what ./test has built.
set -euo pipefail

ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd -P)
FOLDER=$(mktemp -d /tmp/plein-package.XXXXXX)
trap 'rm -rf "$FOLDER"' EXIT
TREE=$FOLDER/tree
SHARE=$TREE/usr/share/plein

expect() {
    local sentence=$1
    shift
    if "$@"; then echo "ok: $sentence"; else echo "NOT SO: $sentence"; exit 1; fi
}

is_whole() {
    "$TREE/usr/bin/plein" --help >/dev/null &&
        diff -r "$ROOT/webclient/dist" "$SHARE/webclient" && diff "$ROOT/config/plein.toml" "$SHARE/config/plein.toml" &&
        diff -r "$ROOT/config/nginx" "$SHARE/config/nginx" && diff -r "$ROOT/config/haproxy" "$SHARE/config/haproxy" &&
        diff "$ROOT/docs/admin.md" "$TREE/usr/share/doc/plein/admin.md" &&
        diff "$ROOT/config/systemd/plein.service" "$TREE/lib/systemd/system/plein.service"
}

# Each library that the program is linked with comes from a package that this one asks for.
asks_for_its_libraries() {
    local library depends
    depends=$(dpkg-deb -f "$PACKAGE" Depends)
    for library in libpqxx libhiredis libssl3 libsodium libcsv libical libcurl4 libxml2 ca-certificates libboost-json; do
        [[ $depends == *$library* ]] || { echo "not $library: $depends"; return 1; }
    done
}

(umask 077 && "$ROOT/scripts/package" "$FOLDER/a folder")
PACKAGE=$(echo "$FOLDER/a folder"/plein_*.deb)
dpkg-deb -x "$PACKAGE" "$TREE"
expect "program, web client, samples, unit and guide are in place" is_whole
expect "it asks for the libraries" asks_for_its_libraries
expect "everyone may read what is in it" test "$(stat -c %a "$SHARE" "$SHARE/config/plein.toml" "$TREE/usr/bin/plein" | paste -sd ' ')" = "755 644 755"
expect "root owns it" test "$(dpkg-deb -c "$PACKAGE" | awk '{print $2}' | sort -u)" = root/root
expect "nothing else lies beside it" test "$(ls "$FOLDER/a folder")" = "${PACKAGE##*/}"
