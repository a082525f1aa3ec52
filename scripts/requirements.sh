#!/bin/sh
# Compiles requirements/*.in into pinned, hashed *.txt that name no registry. Needs `uv` on the path.
set -eu
cd "$(dirname "$0")/../requirements"
compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-emit-index-url --no-annotate --no-config "$@"
}
compile base.in --output-file base.txt
compile web.in --constraints base.txt --output-file web.txt
compile dev.in --constraints web.txt --output-file dev.txt
compile spark.in --constraints dev.txt --output-file spark.txt
