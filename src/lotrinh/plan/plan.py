"""A plan: what a directive promised, by whom, until when, held as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lotrinh.base.address import Address
from lotrinh.base.words import Lang, Words
from lotrinh.plan.document import Directive, Document
from lotrinh.plan.duty import Duty
from lotrinh.plan.target import Target


@dataclass(frozen=True)
class Goal:
    """The overall aim, which no single figure measures."""

    id: str
    text: Words
    clause: str


@dataclass(frozen=True)
class Project:
    """A project whose completion a target counts."""

    id: str
    name: Words
    #: Id of the completion target that counts it.
    target: str
    #: done, under_way, not_started, or unknown where nobody published it.
    status: Literal["done", "under_way", "not_started", "unknown"]
    #: Number of the document that approved it.
    document: str = ""
    url: str = ""


@dataclass(frozen=True)
class Plan:
    """A directive read into goals, targets, duties and projects."""

    #: The folder: `plans/dak-lak/kh-175-2020`.
    address: Address
    name: Words
    #: One sentence for the public on what the plan is.
    summary: Words
    #: Id of the place it is for, as it was when the plan was made.
    place: str
    directive: Directive
    #: The documents around it: carried out, preceding, following.
    documents: tuple[Document, ...]
    goals: tuple[Goal, ...]
    targets: tuple[Target, ...]
    duties: tuple[Duty, ...]
    projects: tuple[Project, ...] = ()

    def say(self, lang: Lang) -> str:
        """Return its name."""
        return self.name.say(lang)

    @property
    def carries_out(self) -> tuple[Document, ...]:
        """The documents this plan carries out."""
        return tuple(one for one in self.documents if one.relation == "carries_out")

    @property
    def parents(self) -> tuple[Address, ...]:
        """Addresses of the plans it carries out, where they are in the content."""
        return tuple(Address.read(one.plan) for one in self.carries_out if one.plan)

    @property
    def until(self) -> date:
        """The last deadline of its targets; without a target the last day there can be."""
        return max((one.deadline for one in self.targets), default=date.max)

    def all_targets(self) -> Iterator[Target]:
        """Yield the targets and, after each, its parts."""
        for target in self.targets:
            yield target
            yield from target.parts

    def target(self, id: str) -> Target | None:
        """Return the target or part of that id, None when there is none."""
        return next((one for one in self.all_targets() if one.id == id), None)
