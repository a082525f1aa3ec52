"""What each page shows, as plain values in one language; templates only print them."""

from lotrinh.publish.page.bodies import BodiesPage, bodies_page
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.data import DataPage, data_page
from lotrinh.publish.page.directive import DirectivePage, directive_page
from lotrinh.publish.page.home import HomePage, home_page
from lotrinh.publish.page.methods import MethodsPage, methods_page
from lotrinh.publish.page.scoreboard import ScoreboardPage, scoreboard_page
from lotrinh.publish.page.target import TargetPage, target_page

__all__ = [
    "BodiesPage",
    "Case",
    "DataPage",
    "DirectivePage",
    "HomePage",
    "MethodsPage",
    "ScoreboardPage",
    "TargetPage",
    "bodies_page",
    "data_page",
    "directive_page",
    "home_page",
    "methods_page",
    "scoreboard_page",
    "target_page",
]
