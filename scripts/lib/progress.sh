# shellcheck shell=bash
# What people see while a command works: named steps with a running clock, and one plain sentence when something fails.
# Needs LOGS, the folder for the steps' output.

say() { printf '%s\n' "$@"; }

# One sentence: what is wrong, and what to do.
fail() {
    printf '\n%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# step TITLE ADVICE COMMAND...   Runs COMMAND with its output in a log. ADVICE says what to do when it fails.
# COMMAND gets a process group of its own, so that Ctrl-C reaches this script alone, which then ends the whole group.
step() {
    local title=$1 advice=$2 began=$SECONDS status=0 log clock
    shift 2
    log=$LOGS/$(slug "$title").log
    show_clock "$title" "$log" &
    clock=$!
    set -m
    { release_lock; "$@"; } >"$log" 2>&1 </dev/null &
    STEP=$!
    set +m
    wait "$STEP" || status=$?
    STEP=
    { kill "$clock" && wait "$clock"; } 2>/dev/null || true
    if ((status == 0)); then
        end_line "✔ $title ($((SECONDS - began)) s)"
        return
    fi
    end_line "✘ $title (after $((SECONDS - began)) s); the last lines of $log:"
    tail -n 25 "$log" | sed 's/^/    /'
    fail "$title did not succeed. $advice"
}

# Ends the step that is running, if any, with everything it started. For exit traps.
end_step() {
    [[ ${STEP:-} ]] || return 0
    kill -TERM -- "-$STEP" 2>/dev/null || true
    end_line "✘ stopped"
}

# A terminal gets a ticking clock; a log gets one line now and one each minute, so that silence never looks like a hang.
show_clock() {
    local title=$1 log=$2 seconds=0 silence count
    release_lock
    exec {silence}<> <(:)
    [[ -t 1 ]] || printf '… %s\n' "$title"
    while kill -0 $$ 2>/dev/null; do
        if [[ -t 1 ]]; then
            count=$(grep -aoE '^\[[0-9]+/[0-9]+\]' "$log" 2>/dev/null | tail -n 1) || true   # as Ninja counts
            printf '\r\033[K… %s %s  %d:%02d' "$title" "$count" $((seconds / 60)) $((seconds % 60))
        elif ((seconds > 0 && seconds % 60 == 0)); then
            printf '… %s, %d min\n' "$title" $((seconds / 60))
        fi
        read -r -t 1 -u "$silence" || true   # a pause without a process that would outlive this one
        seconds=$((seconds + 1))
    done
}

end_line() {
    [[ -t 1 ]] && printf '\r\033[K'
    printf '%s\n' "$1"
}

slug() { tr -cs '[:alnum:]' '-' <<<"${1,,}" | sed 's/^-//; s/-$//'; }

# Processes that outlive this script must not hold the data folder's lock (see data.sh).
release_lock() {
    if [[ ${LOCK:-} ]]; then exec {LOCK}>&-; fi
}
