"""What templates of reports may call: addresses of a report, words of the core, days."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.template import Context, Library

from lotrinh.base.words import Spoken
from lotrinh.base.words import day as written
from lotrinh.periods import Period
from lotrinh.plan import Obligation
from lotrinh_web.collect.asked import Asked
from lotrinh_web.collect.door import address, address_of

register = Library()


@register.simple_tag(takes_context=True)
def report_page(context: Context, asked: Asked, name: str = "report", **more: Any) -> str:
    """Print the address of a page of a report."""
    return address(context["lang"], asked, name, **more)


@register.simple_tag(takes_context=True)
def task_page(context: Context, obligation: Obligation, period: Period) -> str:
    """Print the address of a report."""
    return address_of(context["lang"], obligation, period, "report")


@register.simple_tag(takes_context=True)
def spoken(context: Context, one: Spoken) -> str:
    """Print a value of the core in the language of the page."""
    return one.say(context["lang"])


@register.simple_tag(takes_context=True)
def on(context: Context, one: date) -> str:
    """Print a day in the language of the page."""
    return written(one, context["lang"])
