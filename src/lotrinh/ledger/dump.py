"""The whole ledger as lines of JSON, and back: nothing lost, nothing added.

One line each for a submission, an entry, a file of evidence, a link of the audit chain and a
published vintage, in the order they were kept. The bytes of the evidence lie beside it, each
file named by its hash (`cli/dump_files.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lotrinh.base.errors import LotrinhError, Problem, Where, wrong
from lotrinh.base.source import Source
from lotrinh.ledger.book import Book
from lotrinh.ledger.chain import Link, canonical, moment
from lotrinh.ledger.entry import Entry, Remark
from lotrinh.ledger.evidence import Laid
from lotrinh.ledger.observation import COLUMNS, LATER_COLUMNS, Observation
from lotrinh.ledger.published import Published
from lotrinh.ledger.submission import Figure, Submission
from lotrinh.periods import Period

FORMAT = 1
_HEAD = {"lotrinh": "ledger", "format": FORMAT}


@dataclass(frozen=True)
class Dump:
    """Everything that `lotrinh verify` looks at."""

    book: Book
    links: tuple[Link, ...] = ()
    vintages: tuple[Published, ...] = ()
    evidence: tuple[Laid, ...] = ()


def write_dump(dump: Dump) -> Iterator[str]:
    """Yield the lines, each with its end."""
    yield canonical(_HEAD) + "\n"
    for id, one in dump.book.submissions.items():
        yield canonical({"submission": {"id": id, **one.head()}}) + "\n"
    for entry in dump.book.entries:
        yield canonical({"entry": entry.as_dict()}) + "\n"
    for laid in dump.evidence:
        yield canonical({"evidence": laid.as_dict()}) + "\n"
    for link in dump.links:
        yield canonical({"link": {**vars(link), "at": moment(link.at)}}) + "\n"
    for vintage in dump.vintages:
        yield canonical({"vintage": vintage.as_dict()}) + "\n"


def read_dump(lines: Iterable[str], name: str) -> Dump:
    """Read the lines of the file called `name`; LotrinhError names the first that is no dump's.

    What the lines say is not judged here; that is the business of `verify.py`.
    """
    read: dict[str, list[Any]] = {kind: [] for kind in _READERS}
    is_begun = False
    for number, line in enumerate(lines, 1):
        where = Where(name, number)
        one = _line(line, where)
        if not is_begun:
            if one != _HEAD:
                raise wrong("ledger.no_dump", where)
            is_begun = True
            continue
        ((kind, said),) = one.items() if len(one) == 1 else (("", None),)
        try:
            read[kind].append(_READERS[kind](said))
        except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
            raise wrong("ledger.dump_line", where) from error
    if not is_begun:
        raise wrong("ledger.no_dump", Where(name))
    submissions = _whole(read["submission"], read["entry"], name)
    book = Book(submissions, tuple(read["entry"]))
    rest = (tuple(read[kind]) for kind in ("link", "vintage", "evidence"))
    return Dump(book, *rest)


def _line(line: str, where: Where) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except json.JSONDecodeError as error:
        raise wrong("ledger.dump_line", where) from error
    if not isinstance(said, dict):
        raise wrong("ledger.dump_line", where)
    return said


def read_observation(cells: Mapping[str, str]) -> Observation:
    """Return the observation of its cells, as `Observation.content` gave them."""
    day = date.fromisoformat(cells["recorded_at"])
    unknown = set(cells) - {*COLUMNS, *LATER_COLUMNS}
    if unknown:
        raise ValueError(f"no cells of an observation: {unknown}")
    plain = {
        name: text
        for name, text in cells.items()
        if name not in ("period", "value", "recorded_at", "source_title", "source_url")
    }
    fields: dict[str, Any] = {
        **plain,
        "period": Period.read(cells["period"]),
        "value": Decimal(cells["value"]),
        "recorded_at": day,
        "source": Source(cells["source_title"], cells["source_url"], day),
    }
    return Observation(**fields)


def _entry(said: dict[str, Any]) -> Entry:
    figure = said["observation"]
    remarks = tuple(Remark(one["text"], one["figure"]) for one in said["remarks"])
    return Entry(
        **said
        | {
            "at": datetime.fromisoformat(said["at"]),
            "observation": read_observation(figure) if figure else None,
            "remarks": remarks,
        }
    )


def _link(said: dict[str, Any]) -> Link:
    return Link(**said | {"at": datetime.fromisoformat(said["at"])})


def _vintage(said: dict[str, Any]) -> Published:
    return Published(
        plan=said["plan"],
        sources=tuple(said["sources"]),
        as_known_on=date.fromisoformat(said["as_known_on"]),
        hash=said["vintage"],
        last_entry=said["last_entry"],
        chain_head=said["chain_head"],
        by=said["by"],
        at=datetime.fromisoformat(said["at"]),
        withheld=tuple(said["withheld"]),
    )


def _head_of(said: dict[str, Any]) -> dict[str, Any]:
    return said | {"submitted_at": datetime.fromisoformat(said["submitted_at"])}


_READERS: Mapping[str, Any] = {
    "submission": _head_of,
    "entry": _entry,
    "evidence": Laid.from_dict,
    "link": _link,
    "vintage": _vintage,
}


def _whole(
    heads: list[dict[str, Any]], entries: Iterable[Entry], name: str
) -> dict[str, Submission]:
    """Return the submissions with the figures their entries hold, by the id they were given."""
    own: dict[str, list[Entry]] = {one["id"]: [] for one in heads}
    for one in entries:
        if one.submission not in own:
            raise wrong("ledger.dump_astray", Where(name), number=one.number, id=one.submission)
        own[one.submission].append(one)
    return {one["id"]: submission_of(one, own[one["id"]], name) for one in heads}


def submission_of(head: Mapping[str, Any], entries: Iterable[Entry], name: str = "") -> Submission:
    """Return the submission of its head and its entries. LotrinhError when they do not fit."""
    own = [one for one in entries if one.kind != "decision"]
    figures = tuple(
        Figure(one.observation, one.about, one.reason) for one in own if one.observation is not None
    )
    withdrawn = tuple(one.about for one in own if one.kind == "withdrawal")
    fields = {key: value for key, value in head.items() if key != "id"}
    try:
        return Submission(**fields, figures=figures, withdrawn=withdrawn)
    except (LotrinhError, TypeError, ValueError) as error:
        values = {"id": head.get("id", "")}
        raise LotrinhError(Problem("ledger.submission_broken", Where(name), values)) from error
