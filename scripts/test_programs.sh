#!/bin/sh
# Sees to the programs that tests use: Chromium with Vietnamese letters, antiword. Downloads none.
set -eu
cd "$(dirname "$0")/.."
# Only the test of a real .doc needs antiword, and is skipped without it: no reason to stop.
if ! command -v antiword >/dev/null; then
    scripts/apt.sh antiword || echo "Going on without antiword: the test of a real .doc is skipped." >&2
fi
for name in ${LOTRINH_CHROMIUM:-} chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
        exit 0
    fi
done
scripts/apt.sh chromium fonts-noto-core
