#!/usr/bin/env bash
# What a document leads to is there: files, headings, pictures; and no picture is so large that a reader waits for it.
set -euo pipefail
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.."

wrong=0
not_so() {
    echo "NOT SO: $*"
    wrong=1
}

# As GitHub makes them: small letters, blanks as hyphens, nothing else than letters, digits and hyphens.
headings_of() { sed -n '/^```/,/^```/d; s/^#\+ //p' "$1" | tr '[:upper:] ' '[:lower:]-' | tr -cd '[:alnum:]\n_-'; }

for document in *.md docs/*.md docs/adr/*.md; do
    while read -r target; do
        [[ $target == http*://* ]] && continue
        file=${target%%#*}
        path=$document
        if [[ $file ]]; then path=${document%"${document##*/}"}$file; fi
        if [[ ! -e $path ]]; then
            not_so "$document leads to $target"
        elif [[ $target == *'#'* ]] && ! headings_of "$path" | grep -qxF -- "${target#*#}"; then
            not_so "$path has the heading of $target in $document"
        fi
    done < <(grep -oE '\]\([^) ]+\)' "$document" | sed 's/^](//; s/)$//')
done

for picture in docs/images/*; do
    if (($(stat -c %s "$picture") > 150000)); then not_so "$picture is at most 150 kB"; fi
    grep -qF -- "$picture" README.md || not_so "README shows $picture"
done

exit $wrong
