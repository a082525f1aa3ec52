"""How an indicator adds up, as its file declares it, and what no declaration may ask for.

A ratio is never averaged, and a stock never summed over time: who writes that gets an error,
not a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lotrinh.base.errors import Problems, wrong
from lotrinh.base.fields import Fields
from lotrinh.indicators.indicator import ADDITIVE, Indicator, Kind, OverPlaces, OverTime
from lotrinh.indicators.unit import Unit


def over_places_of(fields: Fields, kind: Kind, measured: Unit) -> tuple[OverPlaces, str]:
    """Return how places add up, and the indicator that weighs them; raises LotrinhError.

    Without a declaration flows, stocks and counts add up, unless they are amounts per person
    or the like; an indicator with a formula is computed anew for each place.
    """
    declared: Any = fields.data.get("over_places")
    weight = fields.text("weight")
    if declared is None:
        per_something = any(power < 0 for _, power in measured.dimension)
        adds = kind in ADDITIVE and not per_something and "formula" not in fields
        return ("sum" if adds else "none"), weight
    if isinstance(declared, dict):
        declared, weight = "mean", str(declared["mean_weighted_by"])
    if declared != "none" and "formula" in fields:
        raise wrong("indicators.computed_anew", fields.where("over_places"))
    if declared != "none" and kind not in ADDITIVE:
        raise wrong("indicators.never_aggregated", fields.where("over_places"))
    return ("mean" if declared == "mean" else "sum" if declared == "sum" else "none"), weight


def over_time_of(fields: Fields, kind: Kind) -> OverTime:
    """Return how shorter periods make a longer one; raises LotrinhError for what cannot be."""
    declared = fields.data.get("over_time")
    if "formula" in fields:
        if declared not in (None, "none"):
            raise wrong("indicators.computed_anew", fields.where("over_time"))
        return "none"
    if declared is None:
        return "sum" if kind == "flow" else "last" if kind == "stock" else "none"
    if declared != "none" and kind not in ADDITIVE:
        raise wrong("indicators.never_aggregated", fields.where("over_time"))
    if declared == "sum" and kind == "stock":
        raise wrong("indicators.stock_never_summed", fields.where("over_time"))
    return "sum" if declared == "sum" else "last" if declared == "last" else "none"


def check_weights(found: Mapping[str, tuple[Indicator, Fields]], problems: Problems) -> None:
    """Note every weight that is no observed indicator which adds up itself, by itself."""
    for indicator, fields in found.values():
        if not indicator.weight:
            continue
        name = "over_places" if indicator.over_places == "mean" else "weight"
        weight = found.get(indicator.weight, (None, None))[0]
        if weight is None or weight.formula or weight.over_places != "sum" or weight.weight:
            values = {"weight": indicator.weight, "indicator": indicator}
            problems.add("indicators.no_weight", fields.where(name), **values)
