"""Every mistake a person can make, said in that person's words.

An error names the place (file, line, cell), what is wrong and the mend. The texts are in
each room's `words.toml`: `vi`/`en` say what is wrong, `mend_vi`/`mend_en` what to do. A
defect of the program is not an error of this kind and is never caught as one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lotrinh.base.words import Lang, catalogue, spoken


@dataclass(frozen=True, slots=True)
class Where:
    """A place to point at: a file, and in it a line, a cell or a field.

    >>> str(Where("plan.yml", line=12, field="targets.broadband"))
    'plan.yml:12 targets.broadband'
    """

    file: str = ""
    line: int | None = None
    field: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return " ".join(part for part in (place, self.field) if part)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with an input, told by the message `room.key`.

    >>> problem = Problem("periods.unreadable", Where("observations.csv", 3), {"text": "soon"})
    >>> print(problem.say("en"))
    observations.csv:3: Cannot read “soon” as a period. Write a year as 2025, ...
    """

    key: str
    where: Where = Where()
    values: dict[str, Any] = field(default_factory=dict)

    def wrong(self, lang: Lang) -> str:
        """Say what is wrong."""
        return self._text(lang)

    def mend(self, lang: Lang) -> str:
        """Say what to do about it."""
        return self._text(f"mend_{lang}", lang)

    def say(self, lang: Lang) -> str:
        """Say the whole: place, what is wrong, the mend."""
        place = str(self.where)
        return f"{place}: " * bool(place) + f"{self.wrong(lang)} {self.mend(lang)}"

    def as_dict(self) -> dict[str, Any]:
        """Return the problem as JSON data, in both languages."""
        return {
            "code": self.key,
            "file": self.where.file or None,
            "line": self.where.line,
            "field": self.where.field or None,
            "wrong": {"vi": self.wrong("vi"), "en": self.wrong("en")},
            "mend": {"vi": self.mend("vi"), "en": self.mend("en")},
        }

    def _text(self, entry: str, lang: Lang | None = None) -> str:
        room, name = self.key.split(".", 1)
        language: Lang = lang or ("vi" if entry == "vi" else "en")
        values = {k: spoken(v, language) for k, v in self.values.items()}
        return catalogue(room)[name][entry].format_map(values)


class LotrinhError(Exception):
    """The input is wrong; `problems` holds everything that is, never only the first."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(problem.say("en") for problem in self.problems))

    def say(self, lang: Lang) -> str:
        """Say every problem, one a line."""
        return "\n".join(problem.say(lang) for problem in self.problems)


def wrong(key: str, where: Where = Where(), **values: object) -> LotrinhError:
    """Make the error for one problem: `raise wrong("periods.unreadable", where, text=text)`."""
    return LotrinhError(Problem(key, where, dict(values)))


class Problems:
    """A tray that gathers problems, so that a batch reports all of its errors at once."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, key: str, where: Where = Where(), **values: object) -> None:
        """Note one problem and go on."""
        self.found.append(Problem(key, where, dict(values)))

    def take(self, error: LotrinhError, where: Where | None = None) -> None:
        """Note what an inner step raised, placed at `where` if it named no place itself."""
        for problem in error.problems:
            place = problem.where if str(problem.where) or where is None else where
            self.found.append(Problem(problem.key, place, problem.values))

    def raise_if_any(self) -> None:
        """Raise one LotrinhError that holds them all, in the order of the files."""
        if self.found:
            raise LotrinhError(self.found)
