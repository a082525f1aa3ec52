"""Runs every benchmark in turn: `python -m benchmarks`."""

from benchmarks import documents, engine, intake, ledger, live, places, scale

if __name__ == "__main__":
    scale.main()
    engine.main()
    places.main()
    documents.main()
    intake.main()
    ledger.main()
    live.main()
