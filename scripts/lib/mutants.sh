# shellcheck shell=bash
# ./test --mutants: each patch in tests/mutants takes one check out of the product. A patch names, in a line `Test: REGEX`
# before its first diff, the tests that must notice. Each processor has a lane, a copy of the sources that it patches,
# builds and tests by itself; the lanes share one ccache.

readonly LANES=$ROOT/build/mutants
export ROOT LANES LANE=0

run_mutants() {
    local patches=() patch
    mapfile -t patches < <(printf '%s\n' "$ROOT/tests/mutants/"*.patch | grep -F "$(printf '%s\n' "$@")")
    ((${#patches[@]})) || fail "tests/mutants has no patch with '$*' in its name."
    step "Copying the sources" "This needs git and a clone; the log above says why." in_each_lane copy_sources
    step "Building the copies" "Run ./test first: the suite must be green before a mutant can turn it red." \
        in_each_lane build_lane -j "$(parallel_jobs)"
    step "Running the tests of all mutants on an unchanged copy" \
        "Run ./test first: the suite must be green before a mutant can turn it red." \
        test_lane "$(for patch in "${patches[@]}"; do tests_of "$patch"; done | sort -u | paste -sd '|')" -j "$(nproc)"
    printf '\n%-44s %-18s %s\n' mutant result 'tests that must notice'
    export LOGS
    export -f try_mutant judge_mutant tests_of patch_lane build_lane test_lane in_lane restore_webclient
    printf '%s\0' "${patches[@]}" |
        xargs -0 -n 1 -P "$(nproc)" --process-slot-var=LANE bash -c 'try_mutant "$1"' lane ||
        fail "Not every mutant was caught; the logs are $LOGS/mutant-*.log."
    say "" "All ${#patches[@]} mutants were caught."
}

in_each_lane() {
    for ((LANE = 0; LANE < $(nproc); LANE++)); do "$@" || return; done
    LANE=0
}

in_lane() { cd "$LANES/$LANE" || return; }

# Fresh time stamps on purpose: an object made from a mutant must never look newer than the real source.
copy_sources() {
    local copy=$LANES/$LANE folder
    cd "$ROOT" || return
    mkdir -p "$copy"
    find "$copy" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    git ls-files -co --exclude-standard -z | tar --null --ignore-failed-read -T - -cf - | tar -xmf - -C "$copy"
    for folder in webclient/node_modules tests/browser/node_modules tests/foreign/node_modules; do
        if [[ -d $folder ]]; then ln -s "$ROOT/$folder" "$copy/$folder"; fi
    done
    restore_webclient
}

restore_webclient() {
    in_lane && rm -rf webclient/dist && cp -a "$ROOT/webclient/dist" webclient/dist
}

build_lane() {
    in_lane || return
    export CCACHE_BASEDIR=$PWD
    [[ -f build/quick/build.ninja ]] || cmake --preset quick -D BUILD_TESTING=ON
    cmake --build --preset quick "$@"
}

# test_lane REGEX [OPTIONS...]
test_lane() {
    local tests=$1
    shift
    in_lane && ctest --test-dir build/quick --no-tests=error --output-on-failure --stop-on-failure --timeout 180 -R "$tests" "$@"
}

tests_of() { sed -n '/^diff /q; s/^Test: *//p' "$1" | head -n 1; }

try_mutant() {
    local patch=$1 name result tests
    name=$(basename "$patch" .patch)
    tests=$(tests_of "$patch")
    result=$(judge_mutant "$patch" "$tests" 2>&1 >"$LOGS/mutant-$name.log")
    patch_lane -R "$patch" 2>/dev/null
    restore_webclient
    printf '%-44s %-18s %s\n' "$name" "$result" "$tests"
    [[ $result == caught ]]
}

# The copy lies inside this repository, where git would skip files that are not part of it; so it must not see it.
patch_lane() { (in_lane && GIT_CEILING_DIRECTORIES=$LANES git apply "$@"); }

# Prints its verdict on stderr; stdout is the log.
judge_mutant() {
    local patch=$1 tests=$2
    if [[ ! $tests ]]; then echo "names no test" >&2; return; fi
    patch_lane "$patch" 2>&1 || { echo "does not apply" >&2; return; }
    build_lane -j 1 2>&1 || { echo "does not build" >&2; return; }
    if grep -q '^+++ b/webclient/' "$patch"; then
        (in_lane && cd webclient && npm run build) 2>&1 || { echo "does not build" >&2; return; }
    fi
    if test_lane "$tests" 2>&1; then echo SURVIVED >&2; else echo caught >&2; fi
}
