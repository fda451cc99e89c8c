# shellcheck shell=bash
# Builds the server and the web client, each only as far as its inputs changed.

# Objects compiled in one checkout serve every other one (a fresh clone, the copy that ./test --mutants builds).
export CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros

# build_server PRESET [TARGET...]   Without targets: everything. The program alone needs no packages for tests.
build_server() {
    local preset=$1
    shift
    step "Building with preset $preset" "The compiler's first error above says where." configure_and_compile "$preset" "$@"
}

configure_and_compile() {
    local preset=$1 tests=ON targets=() build_lock
    shift
    if (($#)); then targets=(--target "$@"); fi
    if [[ $* == plein ]]; then tests=OFF; fi
    mkdir -p "$ROOT/build"
    cd "$ROOT" || return
    exec {build_lock}>"$ROOT/build/$preset.lock"
    flock "$build_lock"   # a second command waits for the first instead of disturbing it
    if [[ ! -f build/$preset/build.ninja || CMakePresets.json -nt build/$preset/build.ninja ]] ||
        [[ $tests == ON ]] && ! grep -q '^BUILD_TESTING:BOOL=ON' "build/$preset/CMakeCache.txt"; then
        cmake --preset "$preset" -D BUILD_TESTING=$tests
    fi
    cmake --build --preset "$preset" -j "$(parallel_jobs)" "${targets[@]}"
}

# As many compilers as cores, but each Beast file takes up to 2 GiB.
parallel_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ {print int($2 / 2097152)}' /proc/meminfo)
    if ((memory < 1)); then memory=1; fi
    if ((memory < cores)); then echo "$memory"; else echo "$cores"; fi
}

build_webclient() {
    local stamps=$ROOT/var/stamps
    mkdir -p "$stamps"
    fetch_npm_packages webclient
    unless_unchanged "$stamps/webclient" "$(webclient_fingerprint)" "$ROOT/webclient/dist/index.html" \
        step "Building the web client" "The first error above says where." in_folder webclient npm run build
}

# fetch_npm_packages FOLDER   What its package-lock.json names, when that changed.
fetch_npm_packages() {
    mkdir -p "$ROOT/var/stamps"
    unless_unchanged "$ROOT/var/stamps/packages-${1//\//-}" "$(packages_fingerprint "$1")" "$ROOT/$1/node_modules" \
        step "Fetching the npm packages of $1" "Check that npm reaches its registry (npm ping), then start again." \
        in_folder "$1" npm ci --no-audit --no-fund
}

in_folder() {
    cd "$ROOT/$1" || return
    shift
    "$@"
}

# unless_unchanged STAMP FINGERPRINT RESULT COMMAND...   Skips COMMAND while RESULT exists and was made from the same inputs.
unless_unchanged() {
    local stamp=$1 fingerprint=$2 result=$3
    shift 3
    if [[ -e $result && -f $stamp && $(<"$stamp") == "$fingerprint" ]]; then return; fi
    rm -f "$stamp"
    "$@"
    printf '%s\n' "$fingerprint" >"$stamp"
}

packages_fingerprint() { { node --version; cat "$ROOT/$1/package-lock.json"; } | sha256sum; }

webclient_fingerprint() {
    cd "$ROOT/webclient" || return
    find . \( -name node_modules -o -name dist -o -name test-results -o -name coverage \) -prune -o -type f -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}
