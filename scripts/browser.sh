#!/bin/sh
# Sees to a Chromium and letters with Vietnamese marks for the journey tests; downloads no browser.
set -eu
cd "$(dirname "$0")/.."
for name in ${LOTRINH_CHROMIUM:-} chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
        exit 0
    fi
done
scripts/apt.sh chromium fonts-noto-core
