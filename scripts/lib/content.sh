# shellcheck shell=bash
# What an empty database starts with: the demo organisation, or with --empty one administrator.
# SIGN_INS, a note in the data folder for each database, remembers who can sign in.

first_content() {
    local empty=$1 people
    SIGN_INS=$DATA/sign-ins-$(printf '%s' "$PLEIN_DATABASE_URL" | sha256sum | cut -c1-12).txt
    people=$(plein user list 2>"$LOGS/user-list.log") ||
        fail "the accounts cannot be read: $(tail -n 1 "$LOGS/user-list.log")"
    if [[ ! $people ]]; then
        if [[ $empty == yes ]]; then
            first_administrator
        else
            step "Loading the demo organisation" "The log above says why." load_demo
        fi
    elif [[ $empty == yes ]] && ! grep -qs '^Administrator' "$SIGN_INS"; then
        fail "--empty needs an empty database, and this one has people already; choose another folder with --data DIR."
    elif [[ ! -f $SIGN_INS ]]; then
        echo "Sign in with an account of this database; \`plein user list\` shows them." >"$SIGN_INS"
    fi
}

load_demo() {
    (umask 077 && (plein demo) >"$SIGN_INS.new")
    mv "$SIGN_INS.new" "$SIGN_INS"
}

# Asks for name and e-mail address at a terminal; the password is made here and shown once.
first_administrator() {
    local name=Administrator email=admin@plein.example password answer
    if [[ -t 0 ]]; then
        read -r -p "Name of the first administrator [$name]: " answer && name=${answer:-$name}
        read -r -p "E-mail address to sign in with [$email]: " answer && email=${answer:-$email}
    fi
    password=$(head -c 15 /dev/urandom | base32 | tr '[:upper:]' '[:lower:]' | fold -w 6 | paste -sd -)
    (plein user add --role administrator --name "$name" --email "$email" --password-stdin) \
        <<<"$password" >"$LOGS/administrator.log" 2>&1 ||
        fail "the first administrator was not made: $(tail -n 1 "$LOGS/administrator.log")"
    say "" "Administrator $email, password $password  (shown this once; change it after signing in)"
    echo "Administrator: $email" >"$SIGN_INS"
}
