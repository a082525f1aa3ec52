"""What a document says of itself, as items of the desk: each fact with where it stands.

Correcting one leaves its record like any decision; what holds now goes into the plan's form.
A review from before facts were items keeps those it was read with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from lotrinh.base.words import Lang, Words, both, say
from lotrinh.directive import Draft
from lotrinh.directive.cited import Span
from lotrinh_web.review import fields as f
from lotrinh_web.review.models import Review, ReviewItem
from lotrinh_web.review.queries import REJECTED, Item

#: What a document does to others; what it says of itself stands before.
RELATIONS = ("carries_out", "amends", "replaces")


def fact_rows(draft: Draft, review: Review) -> Iterator[ReviewItem]:
    """Yield what the reader found, a row a fact; none is saved."""
    for name in f.FACTS:
        if name in RELATIONS:
            for one in getattr(draft.facts, name):
                read = {"read_issuer": one.issuer or "", "read_date": _kept(one.date)}
                yield _row(review, name, one.number, one.at, read)
            continue
        said = _kept(getattr(draft.facts, name))
        at = _type_at(draft) if name == "type" else getattr(draft.facts, f"{name}_at")
        if said and at:
            yield _row(review, name, said, at, {})


def standing(review: Review, items: Iterable[Item]) -> dict[str, Any]:
    """Return the facts as they stand: as read, corrected where a person did, without the wrong."""
    own = [one for one in items if one.kind == "fact"]
    found: dict[str, Any] = dict(review.facts)
    for name in {one.fields["fact"] for one in own}:
        holding = [one for one in own if one.fields["fact"] == name and one.state != REJECTED]
        if name in RELATIONS:
            found[name] = [_other(one) for one in holding]
        else:
            # What a person accepted goes before what was only read.
            best = max(holding, key=lambda one: (one.decided, one.id), default=None)
            found[name] = _as_read(name, best.fields["said"]) if best else None
    return found


def called(name: str) -> Words:
    """Return what a fact is called."""
    if name in RELATIONS:
        return both(f"publish.relation_{name}")
    return both(f"lotrinh_web.review_field_plan_{name}")


def spoken(name: str, said: Any, lang: Lang) -> str:
    """Return a kept fact in the words of the page."""
    if name == "date":
        return f.spoken_day(said, lang)
    if name == "period" and (years := f.years_of(said)):
        if years["from"] is None:
            return say("lotrinh_web.review_until_year", lang, year=years["to"])
        return str(said).replace("-", "–")
    return str(said or "")


def _row(review: Review, name: str, said: str, at: Span, read: dict[str, str]) -> ReviewItem:
    return ReviewItem(
        review=review,
        kind="fact",
        start=at[0],
        end=at[1],
        own_start=at[0],
        own_end=at[1],
        fields={"fact": name, "said": said, **read},
        confidence=1.0,
        rule="read",
        by=review.by,
        at=review.at,
    )


def _kept(value: Any) -> str:
    """Return a fact as a row keeps it: "2024-03-12", "2021-2025", "-2030" for until 2030."""
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "last"):
        alone = value.first == value.last
        return str(value.last) if alone else f"{value.first or ''}-{value.last}"
    return str(value or "")


def _as_read(name: str, said: str) -> Any:
    """Return a kept fact in the shape of `lotrinh read --json`."""
    return f.years_of(said) if name == "period" else said


def _other(one: Item) -> dict[str, Any]:
    given = one.fields
    return {
        "number": given["said"],
        "issuer": given.get("read_issuer") or None,
        "date": given.get("read_date") or None,
    }


def _type_at(draft: Draft) -> Span | None:
    """Return where the kind is named first; the reader keeps no place of it."""
    words = r"\s+".join(re.escape(word) for word in (draft.facts.type or "").split())
    found = re.search(rf"(?<!\w){words}(?!\w)", draft.document.text, re.IGNORECASE)
    return found.span() if words and found else None
