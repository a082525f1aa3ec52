"""What a person says of the whole plan when issuing it: its name, place, address, document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lotrinh.base.errors import Problems, Where
from lotrinh.base.words import Words, both, catalogue, say
from lotrinh.directive.match import fold
from lotrinh.directive.to_plan import short_name
from lotrinh.plan import Document, Plan
from lotrinh_web.review import fields as f
from lotrinh_web.review.facts import RELATIONS
from lotrinh_web.review.known import Known

NAMES = (
    "name", "name_en", "summary", "summary_en", "place", "slug", "number", "type", "type_en",
    "issuer", "issuer_en", "title", "title_en", "date", "signatory", "url", "again", "leave_open",
)  # fmt: skip
CARRIED = ("use", "relation", "number", "type", "issuer", "title", "date", "plan")
NEEDED = ("name", "summary", "number", "type", "issuer", "title")
#: Kinds of documents by the letters in their numbers.
_LETTERS = {
    "NQ": "nghi_quyet", "QĐ": "quyet_dinh", "CT": "chi_thi", "KL": "ket_luan", "KH": "ke_hoach",
    "CTR": "chuong_trinh", "CTRHĐ": "chuong_trinh", "NĐ": "nghi_dinh", "TT": "thong_tu",
}  # fmt: skip
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Said:
    """The whole of what was said, as kept texts.

    `carried` are the documents it carries out, amends or replaces, each with its relation.
    """

    fields: dict[str, str]
    carried: tuple[dict[str, str], ...]

    @property
    def folder(self) -> str:
        """The address of the plan, from its place and its short name."""
        top = re.sub(r"@.*", "", self.fields["place"]).split("/")[-1]
        return f"plans/{top}/{self.fields['slug']}"

    def words(self, name: str) -> Words:
        """Return a text in both languages; where nobody translated it, the Vietnamese stands."""
        vi = self.fields[name]
        return Words(vi, self.fields.get(f"{name}_en") or vi)

    def document(self) -> Document:
        """Return the directive itself."""
        return Document(
            number=self.fields["number"],
            type=self.words("type"),
            issuer=self.words("issuer"),
            title=self.words("title"),
            date=f.a_day(self.fields["date"]),
            url=self.fields["url"],
            signatory=self.fields["signatory"],
        )

    def documents(self) -> tuple[Document, ...]:
        """Return the documents it carries out, amends or replaces, those that were ticked."""
        return tuple(_carried(one) for one in self.carried if one["use"])

    def as_json(self) -> dict[str, Any]:
        """Return it for the record."""
        return {**self.fields, "carried": list(self.carried)}


def kin(facts: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return the documents that the document acts on, each with the relation."""
    return [(relation, one) for relation in RELATIONS for one in facts.get(relation) or ()]


def proposed(facts: dict[str, Any], plans: tuple[Plan, ...], known: Known) -> Said:
    """Return what the text gives; everything stands in a form for a person to confirm."""
    kind, number = facts.get("type") or "", facts.get("number") or ""
    title = facts.get("title") or ""
    issuer = facts.get("issuer") or ""
    label = " ".join(part for part in (kind, number) if part)
    fields = dict.fromkeys(NAMES, "") | {
        "name": label if not issuer else f"{label} – {issuer}".strip(" –"),
        "summary": title,
        "place": _place(facts, known),
        "number": number,
        "type": kind,
        "type_en": _english(kind),
        "issuer": issuer,
        "title": title,
        "date": facts.get("date") or "",
        "signatory": facts.get("signatory") or "",
        "slug": _slug(number, facts.get("date") or ""),
    }
    return Said(fields, tuple(_proposed(relation, one, plans) for relation, one in kin(facts)))


def from_form(form: Any, count: int) -> Said:
    """Return what was posted."""
    fields = {name: " ".join(str(form.get(name, "")).split()) for name in NAMES}
    fields["date"] = f.read_day(fields["date"])
    carried = tuple(
        {name: " ".join(str(form.get(f"carried_{n}_{name}", "")).split()) for name in CARRIED}
        for n in range(count)
    )
    for one in carried:
        one["date"] = f.read_day(one["date"])
    return Said(fields, carried)


def look(said: Said, known: Known) -> Problems:
    """Return everything that is missing or cannot be read in it."""
    problems = Problems()
    for name in NEEDED:
        if not said.fields[name]:
            problems.add("lotrinh_web.review_lacks_field", Where(field=name))
    if said.fields["place"] not in known.places:
        problems.add("lotrinh_web.review_lacks_place", Where(field="place"))
    if not _SLUG.fullmatch(said.fields["slug"]):
        problems.add("lotrinh_web.review_lacks_slug", Where(field="slug"))
    if said.fields["date"] and f.a_day(said.fields["date"]) is None:
        problems.add("lotrinh_web.review_lacks_day", Where(field="date"))
    if said.fields["url"] and not re.match(r"https?://\S+$", said.fields["url"]):
        problems.add("lotrinh_web.review_lacks_url", Where(field="url"))
    for field, one in _ticked(said):
        if not (one["type"] and one["issuer"] and one["title"] and one["number"]):
            problems.add("lotrinh_web.review_lacks_field", Where(field=f"{field}_title"))
        if one["date"] and f.a_day(one["date"]) is None:
            problems.add("lotrinh_web.review_lacks_day", Where(field=f"{field}_date"))
    return problems


def _place(facts: dict[str, Any], known: Known) -> str:
    """Return the place that the text is certain of, as it was on the day of the document."""
    name, issued = fold(facts.get("place") or ""), f.a_day(facts.get("date") or "")
    if not name:
        return ""
    # "Tỉnh Đắk Lắk (đến 30/6/2025)" bears the name until the day its brackets tell.
    bare = {one: fold(one.name.vi.partition(" (")[0]) for one in known.choosable_places()}
    bear = [one for one, own in bare.items() if own.endswith(f" {name}")]
    then = [one for one in bear if issued is None or one.is_there_on(issued)]
    return then[0].id if len(then) == 1 else ""


def _slug(number: str, date: str) -> str:
    """Return a short name for the address: kh-175-2020 for 175-KH/TU of 2020.

    >>> _slug("175-KH/TU", "2020-06-10")
    'kh-175-2020'
    """
    found = re.match(r"(\d+)\W+(?:\d{4}\W+)?([A-ZĐa-z]+)", number)
    if found is None:
        return short_name(number).removeprefix("n-") if number else ""
    return "-".join(part for part in (short_name(found[2]), found[1], date[:4]) if part)


def _ticked(said: Said) -> Iterator[tuple[str, dict[str, str]]]:
    for number, one in enumerate(said.carried):
        if one["use"]:
            yield f"carried_{number}", one


def _proposed(relation: str, one: dict[str, Any], plans: tuple[Plan, ...]) -> dict[str, str]:
    """Return a document that the text names; a plan of ours of that number tells the rest."""
    number = one["number"]
    ours = next((p for p in plans if p.directive.document.number == number), None)
    letters = re.search(r"([A-ZĐa-z]+)(?:[/-]|$)", re.sub(r"^[\d./-]+", "", number))
    key = _LETTERS.get(letters[1].upper() if letters else "", "")
    kind = say(f"lotrinh_web.review_type_{key}", "vi") if key else ""
    cited = ours.directive.document if ours else None
    return {
        "use": "1",
        "relation": relation,
        "number": number,
        "type": cited.type.vi if cited else kind,
        "issuer": cited.issuer.vi if cited else one.get("issuer") or "",
        "title": cited.title.vi if cited else f"{kind} {number}".strip(),
        "date": one.get("date") or "",
        "plan": str(ours.address) if ours else "",
    }


def _carried(one: dict[str, str]) -> Document:
    return Document(
        number=one["number"],
        type=Words(one["type"], _english(one["type"]) or one["type"]),
        issuer=Words(one["issuer"], one["issuer"]),
        title=Words(one["title"], one["title"]),
        date=f.a_day(one["date"]),
        plan=one["plan"],
        relation=one["relation"] if one["relation"] in RELATIONS else "carries_out",
    )


def _english(kind: str) -> str:
    """Return the English name of a kind of document, empty when it is not among ours."""
    name = f"review_type_{short_name(kind).replace('-', '_')}"
    return both(f"lotrinh_web.{name}").en if kind and name in catalogue("lotrinh_web") else ""
