"""Runs every benchmark in turn: `python -m benchmarks`."""

from benchmarks import documents, engine, places

if __name__ == "__main__":
    engine.main()
    places.main()
    documents.main()
