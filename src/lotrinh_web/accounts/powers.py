"""Who may do what, at which body, on which day. Every door of the desk and the API asks here.

A post reaches its body and all below it in their own line, as on the day asked about. A post
ends with its body: who followed is appointed anew, for a merged body is larger than the post.
"""

from __future__ import annotations

from datetime import date

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.mark import Mark
from lotrinh.base.words import Words, both
from lotrinh_web.accounts.posts import EVERYWHERE, Post, held
from lotrinh_web.accounts.roles import POWERS, Power, power_name
from lotrinh_web.desk.queries import bodies


class NotAllowedError(LotrinhError):
    """The person may not do this; answered with 403, the problem saying whom to ask."""


def may(person: str, power: Power, body: str, on: date) -> bool:
    """Tell whether a person (by user name) has a power over a body (by id) on a day.

    `EVERYWHERE` as body asks for the power over all bodies.
    """
    return bool(posts_with(person, power, body, on))


def require(person: str, power: Power, body: str, on: date) -> None:
    """Raise NotAllowedError, a LotrinhError with the mend, unless the person has the power."""
    if not may(person, power, body, on):
        raise _not_allowed("lotrinh_web.not_allowed", person=person, power=power, body=body)


def holds(person: str, power: Power, on: date) -> bool:
    """Tell whether a person has a power anywhere at all on a day."""
    return any(power in POWERS[post.role] for post in posts_of(person, on))


def require_somewhere(person: str, power: Power, on: date) -> None:
    """Raise NotAllowedError unless the person has the power over some body at least."""
    if not holds(person, power, on):
        values = {"person": person, "power": power_name(power)}
        where = both("lotrinh_web.anywhere")
        raise NotAllowedError(Problem("lotrinh_web.not_allowed", values=values | {"body": where}))


def posts_of(person: str, on: date) -> tuple[Post, ...]:
    """Return the posts a person holds on a day, those held for another among them."""
    return tuple(post for post in held(on, person=person) if _stands(post, on))


def posts_with(person: str, power: Power, body: str, on: date) -> tuple[Post, ...]:
    """Return the posts by which a person has a power over a body on a day.

    A post of one's own comes before one held for another.
    """
    line = bodies().line_above(body, on) if body in bodies() else frozenset()
    found = [
        post
        for post in posts_of(person, on)
        if power in POWERS[post.role] and (post.body == EVERYWHERE or post.body in line)
    ]
    return tuple(sorted(found, key=lambda post: (bool(post.acting_for), post.id)))


def bodies_within_reach(person: str, power: Power, on: date) -> frozenset[str]:
    """Return the ids of all bodies over which a person has a power on a day."""
    tops = {post.body for post in posts_of(person, on) if power in POWERS[post.role]}
    known = bodies()
    if EVERYWHERE in tops:
        return frozenset(known.bodies)
    return frozenset(id for id in known.bodies if tops & known.line_above(id, on))


def may_see(person: str, mark: Mark, body: str, on: date) -> bool:
    """Tell whether a person may see at the desk what bears a mark and is a body's own.

    What is internal is for everyone who may read at some body; what is confidential for those
    who may read at this one. To the public nothing marked is shown (`publish.disclosure`).
    """
    match mark:
        case "":
            return True
        case "internal":
            return holds(person, "read", on)
        case "confidential":
            return may(person, "read", body, on)


def post_to_approve(person: str, author: str, body: str, on: date) -> Post:
    """Return the post by which a person approves what another submitted for a body.

    Nobody approves what he submitted himself, and nobody approves it in his name: a post held
    for the author does not count. Raises NotAllowedError with the mend.
    """
    if person == author:
        raise _not_allowed("lotrinh_web.own_submission", person=person, power="approve", body=body)
    require(person, "approve", body, on)
    found = [p for p in posts_with(person, "approve", body, on) if p.acting_for != author]
    if not found:
        raise _not_allowed("lotrinh_web.for_the_author", person=author, power="approve", body=body)
    return found[0]


def body_name(id: str) -> Words:
    """Return what a body is called; an id that no plan brings any more stands for itself."""
    if id == EVERYWHERE:
        return both("lotrinh_web.everywhere")
    known = bodies()
    return known[id].name if id in known else Words(id, id)


def _stands(post: Post, on: date) -> bool:
    """Tell whether the body of a post is there on the day."""
    known = bodies()
    return post.body == EVERYWHERE or (post.body in known and known[post.body].is_there_on(on))


def _not_allowed(key: str, *, person: str, power: Power, body: str) -> NotAllowedError:
    values = {"person": person, "power": power_name(power), "body": body_name(body)}
    return NotAllowedError(Problem(key, values=values))
