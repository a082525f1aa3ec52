"""What is measured: indicators, their units and formulas."""

from lotrinh.indicators.amount import Amount
from lotrinh.indicators.disaggregation import Disaggregation, say_part
from lotrinh.indicators.indicator import ADDITIVE, Indicator
from lotrinh.indicators.load import load_indicators
from lotrinh.indicators.unit import Unit, unit

__all__ = [
    "ADDITIVE",
    "Amount",
    "Disaggregation",
    "Indicator",
    "Unit",
    "load_indicators",
    "say_part",
    "unit",
]
