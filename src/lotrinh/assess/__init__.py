"""Is it enough: the judgement on each target, with its rule and reason."""

from lotrinh.assess.assess import assess_plan
from lotrinh.assess.assessment import Assessment, Beside, Missing, Rule, Scoreboard, Verdict

__all__ = [
    "Assessment", "Beside", "Missing", "Rule", "Scoreboard", "Verdict", "assess_plan",
]  # fmt: skip
