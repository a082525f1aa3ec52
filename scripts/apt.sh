#!/bin/sh
# Installs the Debian packages named, as root or through sudo; says in one sentence if it cannot.
set -eu
if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n'
else
    echo "Lotrinh needs the Debian packages $*: install them with 'sudo apt-get install $*' and run the command again." >&2
    exit 1
fi
if ! command -v apt-get >/dev/null; then
    echo "Lotrinh needs what Debian calls $*: install it with your system's package manager and run the command again." >&2
    exit 1
fi
echo "Installing $* from Debian." >&2
export DEBIAN_FRONTEND=noninteractive
# The machine's own list of packages may be absent or old: refresh it once, only if it must be.
if ! $as_root apt-get install -qq -y --no-install-recommends "$@" >/dev/null 2>&1 </dev/null; then
    $as_root apt-get update -qq </dev/null
    $as_root apt-get install -qq -y --no-install-recommends "$@" >/dev/null </dev/null
fi
