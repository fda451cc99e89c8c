# shellcheck shell=bash
# A Node that Vite 8 accepts: the one on PATH, or one of our own under var/node. Ends with the right `node` first on PATH.

readonly NODE_FOLDER=$ROOT/var/node

ensure_node() {
    if command -v npm >/dev/null && node_is_new_enough node; then return; fi
    if ! node_is_new_enough "$NODE_FOLDER/node_modules/.bin/node"; then
        command -v npm >/dev/null || install_packages node
        step "Fetching Node 22" "Check that npm reaches its registry (npm ping), then start again." fetch_node
    fi
    export PATH=$NODE_FOLDER/node_modules/.bin:$PATH
}

# Vite 8 asks for ^20.19.0 or >=22.12.0.
node_is_new_enough() {
    local version major minor
    version=$("$1" --version 2>/dev/null) || return 1
    IFS=. read -r major minor _ <<<"${version#v}"
    ((major == 20 && minor >= 19 || major == 22 && minor >= 12 || major > 22))
}

# The npm package `node` carries the binary. Debian's npm is old, so it fetches a newer npm along with it.
fetch_node() {
    rm -rf "$NODE_FOLDER"
    mkdir -p "$NODE_FOLDER"
    npm install --prefix "$NODE_FOLDER" --no-audit --no-fund --omit=dev node@22 npm@10
}
