"""What is: indicators computed on a vintage, by a slow engine that is right or a fast one."""

from lotrinh.engine.breaks import Breaks
from lotrinh.engine.compute import ENGINES, compute
from lotrinh.engine.result import Key, Result
from lotrinh.engine.results import Results

__all__ = ["ENGINES", "Breaks", "Key", "Result", "Results", "compute"]
