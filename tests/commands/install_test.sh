#!/usr/bin/env bash
# `scripts/install` into a tree of its own: what docs/admin.md says is there, also the second time. Needs what ./test has built.
set -euo pipefail

ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd -P)
FOLDER=$(mktemp -d /tmp/plein-install.XXXXXX)
trap 'rm -rf "$FOLDER"' EXIT
TREE="$FOLDER/a tree"
SHARE=$TREE/usr/local/share/plein

expect() {
    local sentence=$1
    shift
    if "$@"; then echo "ok: $sentence"; else echo "NOT SO: $sentence"; exit 1; fi
}

is_whole() {
    "$TREE/usr/local/bin/plein" --help >/dev/null &&
        diff -r "$ROOT/webclient/dist" "$SHARE/webclient" && diff -r "$ROOT/config" "$SHARE/config" &&
        diff "$ROOT/docs/admin.md" "$SHARE/admin.md"
}

(umask 077 && "$ROOT/scripts/install" --root "$TREE")
expect "program, web client, samples and guide are in place" is_whole
expect "everyone may read them, whoever installed" test "$(stat -c %a "$SHARE" "$SHARE/config/plein.toml" | paste -sd ' ')" = "755 644"
touch "$SHARE/webclient/assets/of-an-older-version.js"
"$ROOT/scripts/install" --root "$TREE"
expect "a second time replaces the first" is_whole
expect "and leaves nothing beside it" test "$(cd "$TREE/usr/local" && find bin share -maxdepth 1 | sort | paste -sd ' ')" = "bin bin/plein share share/plein"
