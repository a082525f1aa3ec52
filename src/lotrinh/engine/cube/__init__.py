"""The dense cube: every indicator as a slab of NumPy, for recomputing everything at once."""

from lotrinh.engine.cube.frame import Frame
from lotrinh.engine.cube.recipes import Part
from lotrinh.engine.cube.run import Cube
from lotrinh.engine.cube.slab import Slab

__all__ = ["Cube", "Frame", "Part", "Slab"]
