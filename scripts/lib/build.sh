# shellcheck shell=bash
# Builds the server and the web client, each only as far as its inputs changed.

# Objects compiled in one checkout serve every other one (a fresh clone, the copy that ./test --mutants builds).
export CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1

# build_server PRESET [TARGET...]   The lock makes a second command wait for the first instead of disturbing it.
build_server() {
    local preset=$1
    shift
    step "Building with preset $preset" "The compiler's first error above says where." configure_and_compile "$preset" "$@"
}

configure_and_compile() {
    local preset=$1 targets=()
    shift
    if (($#)); then targets=(--target "$@"); fi
    mkdir -p "$ROOT/build"
    cd "$ROOT" || return
    exec {build_lock}>"$ROOT/build/$preset.lock"
    flock "$build_lock"
    [[ -f build/$preset/build.ninja ]] || cmake --preset "$preset"
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
    unless_unchanged "$stamps/webclient-packages" "$(packages_fingerprint)" "$ROOT/webclient/node_modules" \
        step "Fetching the web client's packages" "Check that npm reaches its registry (npm ping), then start again." \
        in_webclient npm ci --no-audit --no-fund
    unless_unchanged "$stamps/webclient" "$(webclient_fingerprint)" "$ROOT/webclient/dist/index.html" \
        step "Building the web client" "The first error above says where." in_webclient npm run build
}

in_webclient() {
    cd "$ROOT/webclient" || return
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

packages_fingerprint() { { node --version; cat "$ROOT/webclient/package-lock.json"; } | sha256sum; }

webclient_fingerprint() {
    cd "$ROOT/webclient" || return
    find . \( -name node_modules -o -name dist -o -name test-results -o -name coverage \) -prune -o -type f -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}
