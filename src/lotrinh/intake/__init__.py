"""Door two: figures in."""

from lotrinh.intake.check import check_observation, check_submission
from lotrinh.intake.table import read_observations, write_observations

__all__ = ["check_observation", "check_submission", "read_observations", "write_observations"]
