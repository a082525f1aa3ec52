"""The built-in plans with their real figures: every fast engine gives what the reference does."""

import pytest

from agreement.test_engines_agree import _agrees
from architecture.house import ROOT
from engines import FAST, engine_of
from lotrinh.engine.territory import Territory
from lotrinh.flow import freeze, open_content, read_folder
from lotrinh.periods import Period

#: Spark would need a minute for what the spec tests tell of it in seconds.
QUICK = [one for one in FAST if one.values != ("spark",)]
#: A day on which all figures shipped are known.
DAY = Period.year(2026).last_day


@pytest.mark.parametrize("folder", ["dak-lak/kh-175-2020", "vn/nq-52-2019"])
@pytest.mark.parametrize("on", QUICK)
def test_the_figures_of_a_plan_give_the_same(
    on: str, folder: str, request: pytest.FixtureRequest
) -> None:
    content = open_content(*read_folder(ROOT / "content" / "plans" / folder))
    vintage = freeze(content, DAY)
    assert vintage.observations
    _agrees(engine_of(on, request), content.indicators, vintage, Territory(content.places))
