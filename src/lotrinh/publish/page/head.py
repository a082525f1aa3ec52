"""What stands at the top and foot of every page about a plan: its names and its vintage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.base.address import Address
from lotrinh.base.words import Lang, day
from lotrinh.plan import Document
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.wording import issued


@dataclass(frozen=True)
class Link:
    """A thing with a name and where it is: a plan or target in lotrinh, or a page on the web."""

    text: str
    address: Address | None = None
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Head:
    """A plan as every page names it."""

    address: Address
    name: str
    #: Type and number: `Kế hoạch 175-KH/TU`.
    label: str
    as_known_on: date
    as_known_text: str
    #: The hash that names the figures behind the page, whole.
    vintage: str

    @property
    def vintage_short(self) -> str:
        """The first twelve digits, enough to tell vintages apart by eye."""
        return self.vintage[:12]


def head(case: Case, lang: Lang) -> Head:
    """Return the head of a page about the case."""
    return Head(
        address=case.plan.address,
        name=case.plan.say(lang),
        label=case.plan.directive.document.say(lang),
        as_known_on=case.as_known_on,
        as_known_text=day(case.as_known_on, lang),
        vintage=case.vintage.hash,
    )


def document_link(document: Document, lang: Lang) -> Link:
    """Return a document as a link, with its issuer and day."""
    return Link(
        text=document.say(lang),
        address=Address.read(document.plan) if document.plan else None,
        url=document.url,
        note=f"{document.issuer.say(lang)} · {issued(document, lang)}",
    )
