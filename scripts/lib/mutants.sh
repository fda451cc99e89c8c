# shellcheck shell=bash
# ./test --mutants: each patch in tests/mutants takes one check out of the product. A patch names, in a line `Test: REGEX`
# before its first diff, the tests that must notice. The work is done on a copy, built through the same ccache.

readonly COPY=$ROOT/build/mutants

run_mutants() {
    local patches=() patch survived=0
    mapfile -t patches < <(find "$ROOT/tests/mutants" -name "*${1:-}*.patch" 2>/dev/null | sort)
    ((${#patches[@]})) || fail "tests/mutants has no patch that matches '${1:-}'."
    step "Copying the sources" "This needs git and a clone; the log above says why." copy_sources
    export CCACHE_BASEDIR=$COPY
    step "Building the copy" "Run ./test first: the suite must be green before a mutant can turn it red." build_copy
    step "Running the tests of all mutants on the unchanged copy" \
        "Run ./test first: the suite must be green before a mutant can turn it red." \
        test_copy "$(for patch in "${patches[@]}"; do tests_of "$patch"; done | sort -u | paste -sd '|')"
    printf '\n%-44s %-18s %s\n' mutant result 'tests that must notice'
    for patch in "${patches[@]}"; do
        try_mutant "$patch" || survived=$((survived + 1))
    done
    if ((survived)); then fail "$survived of ${#patches[@]} mutants were not caught; the logs are $LOGS/mutant-*.log."; fi
    say "" "All ${#patches[@]} mutants were caught."
}

# Fresh time stamps on purpose: an object made from a mutant must never look newer than the real source.
copy_sources() {
    cd "$ROOT" || return
    mkdir -p "$COPY"
    find "$COPY" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    git ls-files -co --exclude-standard -z | tar --null --ignore-failed-read -T - -cf - | tar -xmf - -C "$COPY"
    local folder
    for folder in webclient/node_modules tests/browser/node_modules; do
        if [[ -d $folder ]]; then ln -s "$ROOT/$folder" "$COPY/$folder"; fi
    done
    cp -a webclient/dist "$COPY/webclient/dist"
}

build_copy() {
    cd "$COPY" || return
    [[ -f build/release/build.ninja ]] || cmake --preset release -D BUILD_TESTING=ON
    cmake --build --preset release -j "$(parallel_jobs)"
}

test_copy() {
    ctest --test-dir "$COPY/build/release" -j "$(nproc)" --no-tests=error --output-on-failure --stop-on-failure \
        --timeout 180 -R "$1"
}

tests_of() { sed -n '/^diff /q; s/^Test: *//p' "$1" | head -n 1; }

try_mutant() {
    local patch=$1 name result tests
    name=$(basename "$patch" .patch)
    tests=$(tests_of "$patch")
    result=$(judge_mutant "$patch" "$tests" 2>&1 >"$LOGS/mutant-$name.log")
    patch_copy -R "$patch" 2>/dev/null || true
    printf '%-44s %-18s %s\n' "$name" "$result" "$tests"
    [[ $result == caught ]]
}

# The copy lies inside this repository, where git would skip files that are not part of it; so it must not see it.
patch_copy() { (cd "$COPY" && GIT_CEILING_DIRECTORIES=$ROOT/build git apply "$@"); }

# Prints its verdict on stderr; stdout is the log.
judge_mutant() {
    local patch=$1 tests=$2
    if [[ ! $tests ]]; then echo "names no test" >&2; return; fi
    patch_copy "$patch" 2>&1 || { echo "does not apply" >&2; return; }
    build_copy 2>&1 || { echo "does not build" >&2; return; }
    if grep -q '^+++ b/webclient/' "$patch"; then
        (cd "$COPY/webclient" && npm run build) 2>&1 || { echo "does not build" >&2; return; }
    fi
    if test_copy "$tests" 2>&1; then echo SURVIVED >&2; else echo caught >&2; fi
}
