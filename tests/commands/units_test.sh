#!/usr/bin/env bash
# The units in config/systemd: systemd reads every line of them, and each shuts its program in.
set -euo pipefail
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.."

folder=$(mktemp -d /tmp/plein-units.XXXXXX)
trap 'rm -rf "$folder"' EXIT

# A unit whose program is missing is at fault too, and here it is not installed.
for unit in config/systemd/*.service; do
    sed 's#^ExecStart=/usr/bin/plein#ExecStart=/bin/true#' "$unit" >"$folder/${unit##*/}"
done

faults=$(systemd-analyze verify --man=no "$folder"/* 2>&1) || { echo "$faults"; exit 1; }
if [[ $faults ]]; then echo "$faults"; exit 1; fi
echo "ok: systemd finds no fault"

# From 0 (shut in) to 100 (free); below 20 leaves what a server cannot do without: the network, and sockets.
for unit in "$folder"/*; do
    systemd-analyze security --no-pager --offline=true --threshold=20 "$unit" ||
        { echo "NOT SO: ${unit##*/} is shut in"; exit 1; }
done
