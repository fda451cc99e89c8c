# shellcheck shell=bash
# ./test --lint: what machines can say about the sources. Every check runs, then the worst result counts.

run_lint() {
    local failed=0
    build_server release   # clang-tidy needs the generated files, and Ninja's list of who includes what
    check "shell scripts (shellcheck)" check_shell || failed=1
    check "mutants (each applies to the sources as they stand)" check_mutants || failed=1
    check "C++ format (clang-format; scripts/format mends it)" check_format || failed=1
    check "web client (npm run lint)" in_folder webclient npm run --silent lint || failed=1
    check "web client (npm run typecheck)" in_folder webclient npm run --silent typecheck || failed=1
    check "browser tests and scripts (npm run lint:scripts)" in_folder webclient npm run --silent lint:scripts || failed=1
    check "browser tests and scripts (npm run typecheck:scripts)" \
        in_folder webclient npm run --silent typecheck:scripts || failed=1
    check "C++ (clang-tidy)" check_tidy || failed=1
    return $failed
}

check() {
    local title=$1 began=$SECONDS
    shift
    if ("$@"); then
        say "✔ $title ($((SECONDS - began)) s)"
    else
        say "✘ $title"
        return 1
    fi
}

check_shell() {
    cd "$ROOT" || return
    find scripts -maxdepth 1 -type f -print0 | xargs -0 shellcheck -x run test .ci/run scripts/lib/*.sh scripts/lib/bench/*.sh tests/support/servers tests/commands/*.sh
}

check_mutants() {
    local patch failed=0
    for patch in "$ROOT"/tests/mutants/*.patch; do
        git -C "$ROOT" apply --check "$patch" 2>/dev/null || { say "  ${patch##*/} does not apply"; failed=1; }
    done
    return $failed
}

cpp_sources() {
    cd "$ROOT" || return
    find protocol storage server tests cmake \( -name node_modules -o -name generated \) -prune -o \
        -type f \( -name '*.cpp' -o -name '*.hpp' \) -print0
}

check_format() { (cpp_sources) | (cd "$ROOT" && xargs -0 clang-format-19 --dry-run -Werror); }

# A file is checked again only when it, something it includes, or the list of checks changed. The stamps stand in
# build/tidy under the file's own path.
check_tidy() {
    cd "$ROOT/build/release" || return
    local source todo=()
    while IFS= read -r -d '' source; do todo+=("$source"); done < <(sources_to_tidy)
    ((${#todo[@]})) || return 0
    say "  clang-tidy looks at ${#todo[@]} files"
    printf '%s\0' "${todo[@]}" | xargs -0 -n 1 -P "$(parallel_jobs)" bash -c '
        clang-tidy-19 -p . --quiet "$1/$2" 2>/dev/null || exit 1
        mkdir -p "$(dirname "$1/build/tidy/$2")" && touch "$1/build/tidy/$2"' tidy "$ROOT"
}

# Ninja prints per object the files it was made from, the source first.
sources_to_tidy() {
    local line source='' changed=no stamp
    while IFS= read -r line; do
        if [[ $line == '    '* ]]; then
            line=$(project_path "${line#    }") || continue
            if [[ ! $source ]]; then
                source=$line changed=no stamp=$ROOT/build/tidy/$line
                if [[ ! -f $stamp || $ROOT/.clang-tidy -nt $stamp ]]; then changed=yes; fi
            fi
            if [[ $ROOT/$line -nt $stamp ]]; then changed=yes; fi
        else
            if [[ $source && $changed == yes ]]; then printf '%s\0' "$source"; fi
            source=
        fi
    done < <(ninja -t deps; echo)
}

# Path within the project, for hand-written files only. ccache turns absolute paths into ones relative to build/release.
project_path() {
    local path=${1#"$ROOT/"}
    path=${path#../../}
    [[ $path != /* && $path =~ ^(protocol|storage|server|tests)/ ]] && printf '%s' "$path"
}
