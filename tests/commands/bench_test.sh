#!/usr/bin/env bash
# `scripts/bench`, small and short: every measurement ends with a figure, and nothing was refused on the way.
set -euo pipefail

ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd -P)
LOG=$(mktemp /tmp/plein-bench-test.XXXXXX)
trap 'rm -f "$LOG"' EXIT

expect() {
    local sentence=$1
    shift
    if "$@"; then echo "ok: $sentence"; else echo "NOT SO: $sentence"; cat "$LOG"; exit 1; fi
}

runs() { "$ROOT/scripts/bench" --small --seconds 1 --connections 50 >"$LOG" 2>&1; }
has_no_gap() { ! grep -E 'NaN|undefined|null' "$LOG"; }
refused_nothing() { grep -q '"what":"posts".*"refused":0' "$LOG" && ! grep -q '"refused":[1-9]' "$LOG"; }

expect "it runs to its end" runs
expect "every post was taken" refused_nothing
expect "the table has all its lines" test "$(grep -c '^| ' "$LOG")" -eq 21
expect "and a figure in each" has_no_gap
