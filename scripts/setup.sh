#!/usr/bin/env bash
# Makes .venv with the pinned, hashed packages of requirements/$1.txt: "web" to run, "dev" to test,
# "spark" to test the engine on Spark too. A stamp remembers what was installed, so that a second
# call installs nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
set_of_packages=${1:-dev}
list=requirements/$set_of_packages.txt
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

# The folder counts too: a moved clone needs a new .venv, for scripts in it carry its path.
# Of pyproject.toml only what is installed counts, not the settings of the linters.
fingerprint() { { pwd; cat "$list" scripts/setup.sh; sed '/^.tool.ruff/q' pyproject.toml; } | sha256sum; }

is_ready() {
    local stamp
    # Each set holds the ones before it.
    for stamp in ".venv/$set_of_packages.stamp" .venv/dev.stamp .venv/spark.stamp; do
        [ "$set_of_packages:$stamp" = spark:.venv/dev.stamp ] && continue
        list=requirements/$(basename "$stamp" .stamp).txt
        [ "$(cat "$stamp" 2>/dev/null)" = "$(fingerprint)" ] && [ -x .venv/bin/python ] && return 0
    done
    list=requirements/$set_of_packages.txt
    return 1
}

find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    stop "Lotrinh needs Python 3.11 or later: install it (on Debian: apt-get install python3)" \
        "or name it: make setup PYTHON=/path/to/python3."
}

make_venv() {
    local python
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        scripts/apt.sh python3-venv
    fi
    say "  1/3 Making .venv with $("$python" --version)."
    rm -rf .venv
    "$python" -m venv .venv
}

# Shows "17/62 duckdb" on a terminal; a log file keeps what pip said.
show_progress() {
    awk -v total="$1" -v show="$([ -t 2 ] && echo yes || echo no)" '
        /^Collecting / { n++; if (show == "yes") printf "\r\033[K      %d/%d %s", n, total, $2 > "/dev/stderr" }
        END { if (show == "yes") printf "\r\033[K" > "/dev/stderr" }'
}

install_packages() {
    local total
    total=$(grep -o '^[A-Za-z0-9_.-]*' "$list" | sort -u | grep -c .)
    say "  2/3 Fetching $total pinned packages ($list) and checking their hashes; the first time takes a minute or two."
    # pyspark alone comes as source: it is built from the pinned setuptools, which must be there.
    if ! .venv/bin/python -m pip install --require-hashes --only-binary :all: --no-binary pyspark \
        --no-build-isolation -r "$list" 2>&1 |
        tee .venv/setup.log | show_progress "$total"; then
        tail -n 15 .venv/setup.log >&2
        stop "The packages could not be installed; what pip said is above and in .venv/setup.log." \
            "Check the network (and pip's settings, if you use a mirror) and run the command again."
    fi
    say "  3/3 Putting lotrinh itself into .venv."
    .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
}

if is_ready; then exit 0; fi
# Two terminals may call this at once; the second waits and then finds all done.
exec 9>.setup.lock
flock 9
if is_ready; then exit 0; fi

case $(cat .venv/home.stamp 2>/dev/null) in
"$(pwd)") .venv/bin/python -c '' 2>/dev/null || make_venv ;;
*) make_venv ;;
esac
if [ "$set_of_packages" = spark ]; then
    list=requirements/dev.txt install_packages
    command -v java >/dev/null || scripts/apt.sh default-jre-headless
fi
install_packages
pwd >.venv/home.stamp
fingerprint >".venv/$set_of_packages.stamp"
