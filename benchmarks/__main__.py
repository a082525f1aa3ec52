"""Runs every benchmark: `python -m benchmarks`."""

from benchmarks.engine import main

if __name__ == "__main__":
    main()
