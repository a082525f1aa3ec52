"""What the items of DHIS2 expressions are here: a figure reported, another indicator, a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lotrinh.base.errors import wrong
from lotrinh.indicators.formula import Formula, Name, Number, Operation
from lotrinh.intake.dhis2.metadata import DEFAULT, Metadata, Thing, id_from, name_of

_ITEM = re.compile(r"(?P<kind>#|OUG|[A-Z])\{(?P<ids>[^}]*)\}")
_NUMBERS = re.compile(
    "NUMBER|INTEGER|INTEGER_POSITIVE|INTEGER_NEGATIVE|INTEGER_ZERO_OR_POSITIVE|PERCENTAGE|"
    "UNIT_INTERVAL|BOOLEAN|TRUE_ONLY"
)
#: Which of ours a data element is, and how it adds up over places and over time.
_KINDS: Mapping[str, Mapping[str, str]] = {
    "SUM": {"kind": "flow"},
    "AVERAGE_SUM_ORG_UNIT": {"kind": "stock", "over_time": "none"},
    "LAST": {"kind": "stock"},
    "LAST_IN_PERIOD": {"kind": "stock"},
    "LAST_AVERAGE_ORG_UNIT": {"kind": "stock", "over_places": "none"},
}
_AS_REPORTED = {"kind": "count", "over_places": "none", "over_time": "none"}
_REPORTS = {
    "ACTUAL_REPORTS": "actual reports",
    "ACTUAL_REPORTS_ON_TIME": "actual reports on time",
    "EXPECTED_REPORTS": "expected reports",
}
_RATES = {
    "REPORTING_RATE": "ACTUAL_REPORTS",
    "REPORTING_RATE_ON_TIME": "ACTUAL_REPORTS_ON_TIME",
}


class Items:
    """The items of one metadata file; keeps the indicators that figures are reported for."""

    def __init__(self, metadata: Metadata) -> None:
        self.elements = metadata.by_id("dataElements")
        self.parts = metadata.by_id("categoryOptionCombos")
        self.constants = metadata.by_id("constants")
        self.data_sets = metadata.by_id("dataSets")
        self.groups = metadata.by_id("organisationUnitGroups")
        self._given: dict[str, str] = {}
        self.indicators = {
            uid: self.new_id(name_of(one), uid) for uid, one in metadata.by_id("indicators").items()
        }
        #: Fields of every observed indicator that was asked for, by its id.
        self.observed: dict[str, dict[str, Any]] = {}

    def new_id(self, name: str, uid: str) -> str:
        """Return an id for a name, another one where two names would give the same."""
        found = id_from(name)
        if self._given.setdefault(found, uid) != uid:
            found = f"{found}-{uid.lower().replace('.', '-')}"
            self._given[found] = uid
        return found

    def __call__(self, item: str) -> Formula:
        """Return what an item is; raises LotrinhError when it is nothing that is known here."""
        match = _ITEM.fullmatch(item)
        assert match is not None, "the words of an expression were cut by this shape"
        ids = match["ids"].split(".")
        match match["kind"], ids:
            case "#", [element]:
                return self._element(item, element, DEFAULT)
            case "#", [element, part] | [element, part, "*"] if "&" not in part:
                return self._element(item, element, DEFAULT if part == "*" else part)
            case "N", [uid] if uid in self.indicators:
                return Name(self.indicators[uid])
            case "C", [uid] if uid in self.constants:
                return Number(Decimal(str(self.constants[uid]["value"])))
            case "OUG", [uid] if uid in self.groups:
                return self._figure(uid, self.groups[uid], "places", _AS_REPORTED)
            case "R", [uid, metric] if uid in self.data_sets:
                return self._reports(item, uid, metric)
        raise wrong("intake.dhis2_item", item=item)

    def _element(self, item: str, uid: str, part: str) -> Formula:
        element = self.elements.get(uid)
        if element is None:
            raise wrong("intake.dhis2_item", item=item)
        kind = str(element.get("valueType"))
        if _NUMBERS.fullmatch(kind) is None:
            raise wrong("intake.dhis2_not_a_number", item=item, name=name_of(element), kind=kind)
        fields = _KINDS.get(str(element.get("aggregationType")), _AS_REPORTED)
        if part == DEFAULT:
            return self._figure(uid, element, "", fields)
        called = name_of(self.parts.get(part, {"id": part}))
        return self._figure(f"{uid}.{part}", element, called, fields)

    def _reports(self, item: str, uid: str, metric: str) -> Formula:
        if metric in _RATES:
            actual, expected = (
                self._reports(item, uid, one) for one in (_RATES[metric], "EXPECTED_REPORTS")
            )
            return Operation("/", Operation("*", Number(Decimal(100)), actual), expected)
        if metric not in _REPORTS:
            raise wrong("intake.dhis2_item", item=item)
        about = self.data_sets[uid]
        return self._figure(f"{uid}.{metric}", about, _REPORTS[metric], {"kind": "flow"})

    def _figure(self, uid: str, thing: Thing, part: str, fields: Mapping[str, str]) -> Name:
        """Ask for an observed indicator; `part` says of which part of the thing it is."""
        names = {lang: name_of(thing, lang) for lang in ("vi", "en")}
        if part:
            names = {lang: f"{name} – {part}" for lang, name in names.items()}
        id = self.new_id(names["en"], uid)
        self.observed[id] = {"uid": uid, "name": names, "fields": dict(fields)}
        return Name(id)
