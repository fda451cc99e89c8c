#!/usr/bin/env bash
# Arrows point down only: a floor includes itself and the floors before it in this list. Only access makes proofs.
set -euo pipefail
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.."

floors=(protocol storage server/access server/live server/net server/previews server/features server/jobs server/config server/demo server/cli)
wrong=0

above=("${floors[@]}")
for floor in "${floors[@]}"; do
    above=("${above[@]:1}")
    if ((${#above[@]})) && grep -rnE --include='*.?pp' "^#include \"($(IFS='|' && echo "${above[*]}"))/" "$floor"; then
        echo "NOT SO: $floor uses only what lies below it"
        wrong=1
    fi
done

# Tests of storage lie below access and have to make their own.
if grep -rlF --include='*.?pp' '"server/access/maker.hpp"' protocol storage server tests |
    grep -vE '^(server/access/[a-z_]+\.cpp|tests/integration/storage_[a-z_]+\.cpp)$'; then
    echo "NOT SO: proofs are made in server/access and nowhere else"
    wrong=1
fi

exit $wrong
