"""The Spark engine closes the session that it opened, and leaves one alone that was there."""

import pytest

from lotrinh.engine import compute
from lotrinh.ledger import Vintage
from spec.figures import DAY, PLACE, indicator, observation

pytestmark = pytest.mark.spark

INDICATORS = {"a": indicator("a"), "x": indicator("x", "a * a")}
VINTAGE = Vintage.freeze([observation("a", "2024", "3")], DAY)


def test_a_session_that_was_there_stays_as_it_was(spark: str) -> None:
    """Its settings, its tables and what it keeps in memory."""
    from pyspark.sql import SparkSession

    session = SparkSession.getActiveSession()
    assert session is not None
    session.conf.set("spark.sql.ansi.enabled", "true")
    session.sql("SELECT 1 AS mine").createOrReplaceTempView("wide")
    (one,) = compute(INDICATORS, VINTAGE, on=spark).series("x", PLACE)
    assert one.value == 9
    assert session.conf.get("spark.sql.ansi.enabled") == "true"
    assert session.table("wide").columns == ["mine"]
    assert not session.sparkContext._jsc.getPersistentRDDs()
