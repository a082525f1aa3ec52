"""What was promised: a directive held as goals, targets, duties and projects."""

from lotrinh.plan.document import Clause, Directive, Document, read_clauses
from lotrinh.plan.duty import Answer, Duty
from lotrinh.plan.load import load_plan
from lotrinh.plan.obligation import Asked, Cell, Obligation
from lotrinh.plan.plan import Goal, Plan, Project
from lotrinh.plan.target import Baseline, Related, Target

__all__ = [
    "Answer",
    "Asked",
    "Baseline",
    "Cell",
    "Clause",
    "Directive",
    "Document",
    "Duty",
    "Goal",
    "Obligation",
    "Plan",
    "Project",
    "Related",
    "Target",
    "load_plan",
    "read_clauses",
]
