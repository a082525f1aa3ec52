"""The metadata sheet of an indicator, in the order of the concepts of ESMS 2.0 (SDMX).

What is known is said under its concept; a concept of which nothing is known is left out. The
concepts are those of the Euro SDMX Metadata Structure, with their numbers and ids:
https://ec.europa.eu/eurostat/data/metadata/metadata-structure
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lotrinh.base.words import Lang, day, say
from lotrinh.bodies import Register
from lotrinh.indicators import Indicator
from lotrinh.indicators.check_formula import direct_inputs, formula_of
from lotrinh.indicators.say_formula import say_formula
from lotrinh.publish.page.figure import price_basis
from lotrinh.publish.page.head import Link
from lotrinh.publish.page.judged_by import JudgedBy
from lotrinh.publish.page.wording import reference


@dataclass(frozen=True)
class Concept:
    """One concept of the sheet, with what is said under it."""

    #: Number and id in ESMS 2.0: `3.1`, `DATA_DESCR`.
    number: str
    id: str
    name: str
    lines: tuple[Link, ...]


@dataclass(frozen=True)
class Related:
    """An indicator around this one, and how it is."""

    id: str
    name: str
    how: str


@dataclass(frozen=True)
class IndicatorPage:
    """What the page of an indicator shows."""

    id: str
    name: str
    definition: str
    unit: str
    concepts: tuple[Concept, ...]
    #: The formula as written, and in words; empty when observed.
    formula: str
    formula_in_words: str
    #: Targets that are judged by it.
    targets: tuple[JudgedBy, ...]
    #: Indicators that it is computed from, that are computed from it, or bear its name.
    related: tuple[Related, ...]


def indicator_page(
    id: str,
    indicators: Mapping[str, Indicator],
    bodies: Register,
    targets: tuple[JudgedBy, ...],
    lang: Lang,
) -> IndicatorPage:
    """Return the sheet of one of the indicators; `targets` are those judged by it."""
    one = indicators[id]
    sheet = _Sheet(one, indicators, bodies, lang)
    found = [
        Concept(number, concept, say(f"publish.esms_{concept.lower()}", lang), tuple(lines))
        for number, concept, said in sheet.concepts()
        if (lines := [Link(text, url=url) for text, url in said if text])
    ]
    return IndicatorPage(
        id=id,
        name=one.say(lang),
        definition=one.definition.say(lang),
        unit=one.unit.say(lang),
        concepts=tuple(found),
        formula=one.formula,
        formula_in_words=sheet.formula(),
        targets=targets,
        related=tuple(sheet.related()),
    )


def sheet_data(page: IndicatorPage) -> dict[str, object]:
    """Return the sheet as plain data, for JSON."""
    return {
        "id": page.id,
        "name": page.name,
        "formula": page.formula or None,
        "concepts": [
            {
                "number": one.number,
                "id": one.id,
                "name": one.name,
                "lines": [line.text if not line.url else {"text": line.text, "url": line.url}
                          for line in one.lines],
            }
            for one in page.concepts
        ],
    }  # fmt: skip


Said = list[tuple[str, str]]


class _Sheet:
    """Words for one indicator, in one language."""

    def __init__(
        self, one: Indicator, indicators: Mapping[str, Indicator], bodies: Register, lang: Lang
    ) -> None:
        self.one = one
        self.indicators = indicators
        self.bodies = bodies
        self.lang = lang

    def concepts(self) -> Iterator[tuple[str, str, Said]]:
        """Yield number, id and what is said, in the order of the standard."""
        one, lang = self.one, self.lang
        yield "1", "CONTACT", [(self._body(one.custodian), "")]
        yield "3.1", "DATA_DESCR", [(one.definition.say(lang), "")]
        yield "3.2", "CLASS_SYSTEM", [(self._dimension(d), "") for d in one.disaggregations]
        yield "3.4", "STAT_CONC_DEF", self._also_called()
        yield "3.9", "BASE_PER", [(price_basis(one.price_basis, lang), "")]
        yield "4", "UNIT_MEASURE", [(one.unit.say(lang), "")]
        yield "5", "REF_PERIOD", [(self._word(f"kind_{one.kind}"), "")]
        yield "6.1", "INST_MAN_LA_OA", [*((code, "") for code in one.codes), *self._references()]
        yield "9", "FREQ_DISS", [(self._frequency(), "")]
        yield "15", "COHER_COMPAR", self._earlier()
        yield "17", "DATA_REV", [(self._word("revisions"), "")]
        yield "18.1", "SOURCE_TYPE", [(one.sources.say(lang) if one.sources else "", "")]
        yield "18.5", "DATA_COMP", [(text, "") for text in self._compilation()]
        yield "19", "COMMENT_DSET", [(one.note.say(lang) if one.note else "", "")]

    def formula(self) -> str:
        """Return today's formula in words."""
        return self._in_words(self.one) if self.one.formula else ""

    def related(self) -> Iterator[Related]:
        """Yield the indicators around this one: of its name, in its formula, made of it."""
        mine = self.one.id
        for how, ids in (
            ("same_name", self.one.other_definitions),
            ("part_of_it", direct_inputs(mine, self.indicators)),
        ):
            # What is withheld from the public is not among the indicators.
            yield from (self._related(id, how) for id in ids if id in self.indicators)
        for id in sorted(self.indicators):
            if mine in direct_inputs(id, self.indicators):
                yield self._related(id, "made_of_it")

    def _related(self, id: str, how: str) -> Related:
        return Related(id, self.indicators[id].say(self.lang), self._word(how))

    def _compilation(self) -> Iterator[str]:
        """How the figures are computed, and how totals are made, in words."""
        one = self.one
        if one.formula:
            yield self._word("computed_as", formula=self._in_words(one))
            yield self._word(f"missing_{one.missing}")
            return
        weigher = self.indicators.get(one.weight)
        weight = weigher.say(self.lang) if weigher else ""
        if one.over_places == "mean":
            yield self._word("places_mean", weight=weight)
        else:
            yield self._word(f"places_{one.over_places}")
        yield self._word(f"time_{one.over_time}")
        if one.over_places == "sum" and weight:
            yield self._word("weighed_by", weight=weight)

    def _in_words(self, one: Indicator) -> str:
        names = {id: other.say(self.lang) for id, other in self.indicators.items()}
        dimensions = {d.id: d.say(self.lang) for other in self.indicators.values()
                      for d in other.disaggregations}  # fmt: skip
        return say_formula(formula_of(one), self.lang, names, dimensions)

    def _earlier(self) -> Said:
        found: Said = []
        for one in self.one.earlier:
            since = day(one.valid_from, self.lang) if one.valid_from else "–"
            said = self._word("held_since", day=since, definition=one.definition.say(self.lang))
            found.append((said, ""))
        if self.one.valid_from:
            found.append((self._word("holds_since", day=self.one.valid_from), ""))
        return found

    def _also_called(self) -> Said:
        ids = self.one.other_definitions
        names = [self.indicators[id] for id in ids if id in self.indicators]
        return [(self._word("also_called", names=names), "")] if names else []

    def _references(self) -> Said:
        return [(title or url, url) for title, url in map(reference, self.one.references)]

    def _dimension(self, dimension: object) -> str:
        found = next(d for d in self.one.disaggregations if d is dimension)
        names = [name.say(self.lang) for name in found.categories.values()]
        shown = names if len(names) <= 8 else [*names[:8], f"… ({len(names)})"]
        return f"{found.say(self.lang)}: {', '.join(shown)}"

    def _frequency(self) -> str:
        return ", ".join(self._word(f"every_{one}") for one in self.one.frequency)

    def _body(self, id: str) -> str:
        return self.bodies[id].say(self.lang) if id in self.bodies else id

    def _word(self, key: str, **values: object) -> str:
        return say(f"publish.sheet_{key}", self.lang, **values)
