"""The roles at the desk as data: each is a name and the powers that come with it.

A power is one thing a person may do; a role bundles some. Who holds which role at which body,
and from when, is a post (`posts.py`); what follows from posts is in `powers.py`.
"""

from __future__ import annotations

from typing import Literal

from django.core.exceptions import ImproperlyConfigured

from lotrinh.base.words import Words, both

#: Report figures, approve them, plan (issue plans and ask for figures), supervise, administer
#: people, and read what is not for everyone.
Power = Literal["report", "approve", "plan", "supervise", "administer", "read"]
Role = Literal["planning_office", "reporter", "approver", "supervisor", "administrator", "reader"]

#: An administrator gives posts to others and reads no figure by it: keys and papers lie apart.
POWERS: dict[Role, frozenset[Power]] = {
    "planning_office": frozenset({"plan", "read"}),
    "reporter": frozenset({"report", "read"}),
    "approver": frozenset({"approve", "read"}),
    "supervisor": frozenset({"supervise", "read"}),
    "administrator": frozenset({"administer"}),
    "reader": frozenset({"read"}),
}
#: Roles whose holder signs, and so may be stood in for.
DELEGABLE: frozenset[Role] = frozenset({"planning_office", "approver"})

#: How one signs in another's place: a deputy for the head, by written authority for a time, or
#: as acting head. The forms are those of Decree 30/2020/NĐ-CP, appendix I, part I, section II,
#: point 7.
Manner = Literal["kt", "tuq", "q"]
MANNERS: tuple[Manner, ...] = ("kt", "tuq", "q")


def role_name(role: Role) -> Words:
    """Return what a role is called."""
    return both(f"lotrinh_web.role_{role}")


def power_name(power: Power) -> Words:
    """Return what a power lets one do, as it stands after “may”."""
    return both(f"lotrinh_web.power_{power}")


def roles_named(text: str) -> frozenset[str]:
    """Return the roles of a setting, written with commas; raises ImproperlyConfigured for others.

    A misspelt role would ask nothing of anyone, in silence.
    """
    named = frozenset(part.strip() for part in text.split(",") if part.strip())
    if unknown := named - set(POWERS):
        known = ", ".join(POWERS)
        raise ImproperlyConfigured(f"No such role: {', '.join(sorted(unknown))}. Known: {known}.")
    return named
