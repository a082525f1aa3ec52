#!/usr/bin/env bash
# Runs every check, also after one has failed, so that one call shows all there is to mend.
set -uo pipefail
cd "$(dirname "$0")/.."
PATH=$PWD/.venv/bin:$PATH
failed=()

look() {
    local what=$1
    shift
    printf -- '- %s\n' "$what"
    "$@" || failed+=("$what")
}

look "style (ruff)" ruff check --quiet
look "layout (ruff)" ruff format --check --quiet
look "types (mypy)" mypy --no-error-summary
look "floors of the house (import-linter)" lint-imports --no-logo
look "words in both languages" python -m pytest --quiet tests/words
look "database in step with the models" python -m lotrinh_web.manage makemigrations --check --dry-run

if [ ${#failed[@]} -gt 0 ]; then
    printf 'To mend: %s\n' "$(IFS=';'; echo "${failed[*]}")"
    exit 1
fi
echo "All is in order."
