# shellcheck shell=bash
# What a new database starts with: the demo organisation, or with --empty one administrator.
# A note in the data folder remembers it, one for each database.

first_content() {
    local empty=$1 note
    note=$DATA/content-$(printf '%s' "$PLEIN_DATABASE_URL" | sha256sum | cut -c1-12).txt
    if [[ $empty == yes ]]; then
        if [[ ! -f $note ]]; then first_administrator "$note"; fi
        grep -q '^Administrator' "$note" || fail "the database already holds the demo; start --empty with a new folder: --data DIR."
    elif [[ ! -f $note ]]; then
        step "Loading the demo organisation" "The log above says why." load_demo "$note"
    fi
    cp "$note" "$DATA/sign-ins.txt"
}

load_demo() {
    (plein demo) | tee "$1.new"
    chmod 600 "$1.new"
    mv "$1.new" "$1"
}

# Asks for name and e-mail address at a terminal; the password is made here and shown once.
first_administrator() {
    local name=Administrator email=admin@plein.example password answer
    if [[ -t 0 ]]; then
        read -r -p "Name of the first administrator [$name]: " answer && name=${answer:-$name}
        read -r -p "E-mail address to sign in with [$email]: " answer && email=${answer:-$email}
    fi
    password=$(head -c 15 /dev/urandom | base32 | tr '[:upper:]' '[:lower:]' | fold -w 6 | paste -sd -)
    (plein user add --role administrator --name "$name" --email "$email" --password-stdin) <<<"$password" >"$LOGS/administrator.log" 2>&1 ||
        fail "the first administrator was not made: $(tail -n 1 "$LOGS/administrator.log")"
    say "" "Administrator $email, password $password  (shown once; change it after signing in)"
    echo "Administrator: $email" >"$1"
}
