"""What is measured: indicators, their units and formulas."""

from lotrinh.indicators.amount import Amount
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.load import load_indicators
from lotrinh.indicators.unit import Unit, unit

__all__ = ["Amount", "Indicator", "Unit", "load_indicators", "unit"]
