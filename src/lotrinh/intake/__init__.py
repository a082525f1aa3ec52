"""Door two: figures in."""

from lotrinh.intake.check import check_observation
from lotrinh.intake.table import read_observations, write_observations

__all__ = ["check_observation", "read_observations", "write_observations"]
