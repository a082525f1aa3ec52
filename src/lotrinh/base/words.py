"""Words for people, in Vietnamese and English, kept out of the code.

Every room keeps a `words.toml` beside its modules: one table a message, one line a
language. `say` finds the message by `room.key`, and writes numbers, dates and names the
way the reader's language does. This module knows no message of its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal, Protocol, runtime_checkable

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = ("vi", "en")

#: A comma for the decimal and a point for thousands in Vietnamese, the reverse in English.
_SEPARATORS: dict[Lang, tuple[str, str]] = {"vi": (".", ","), "en": (",", ".")}
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


@runtime_checkable
class Spoken(Protocol):
    """Anything that can name itself in a language: a period, a place, a unit."""

    def say(self, lang: Lang) -> str:
        """Return the name in `lang`."""


@dataclass(frozen=True)
class Words:
    """One text in both languages.

    >>> Words("kỳ", "period").say("en")
    'period'
    >>> Words("", "period")
    Traceback (most recent call last):
    ValueError: a text is needed in both languages: vi='', en='period'
    """

    vi: str
    en: str

    def __post_init__(self) -> None:
        if not (self.vi and self.en):
            raise ValueError(f"a text is needed in both languages: vi={self.vi!r}, en={self.en!r}")

    def say(self, lang: Lang) -> str:
        """Return the text in `lang`."""
        return self.vi if lang == "vi" else self.en

    def within(self) -> Words:
        """Return the text as it stands within a sentence: without its capital, unless a name's.

        >>> Words("Số lao động", "Employed persons").within().vi
        'số lao động'
        >>> Words("GRDP giá so sánh", "GRDP at constant prices").within().vi
        'GRDP giá so sánh'
        """
        return Words(_uncapitalised(self.vi), _uncapitalised(self.en))

    def then(self, other: Words | None) -> Words:
        """Return the text with another sentence behind it, if there is one."""
        if other is None:
            return self
        return Words(f"{self.vi} {other.vi}", f"{self.en} {other.en}")

    def as_dict(self) -> dict[str, str]:
        """Return `{"vi": …, "en": …}`, the shape of every bilingual text in JSON and YAML."""
        return {"vi": self.vi, "en": self.en}


def _uncapitalised(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def number(value: Decimal | float | int, lang: Lang, places: int | None = None) -> str:
    """Write a number as people of `lang` do; `places` fixes the decimals.

    >>> number(Decimal("67835.5"), "vi"), number(1234.5, "en", 2)
    ('67.835,5', '1,234.50')
    >>> number(-0.64, "vi")
    '−0,64'
    """
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    text = f"{exact:,.{places}f}" if places is not None else f"{exact:,f}"
    thousands, decimal = _SEPARATORS[lang]
    return text.translate(str.maketrans(",.-", f"{thousands}{decimal}−"))


def day(value: date, lang: Lang) -> str:
    """Write a day: 23/11/2026 in Vietnamese, 23 November 2026 in English."""
    if lang == "vi":
        return f"{value:%d/%m/%Y}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def spoken(value: object, lang: Lang) -> str:
    """Write any value a message may carry; floats are shown with two decimals."""
    match value:
        case Spoken():
            return value.say(lang)
        case bool() | str() | None:
            return "" if value is None else str(value)
        case float():
            return number(value, lang, 2)
        case int() | Decimal():
            return number(value, lang)
        case date():
            return day(value, lang)
        case tuple() | list() | set() | frozenset():
            return ", ".join(spoken(part, lang) for part in value)
        case _:
            return str(value)


@cache
def catalogue(room: str) -> Mapping[str, Mapping[str, str]]:
    """Return the messages of a room: `{key: {"vi": …, "en": …}}`.

    `room` is a room of the core ("assess") or the name of another package ("lotrinh_web").
    """
    package = room if room.startswith("lotrinh") else f"lotrinh.{room}"
    text = (files(package) / "words.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = tomllib.loads(text)
    return found


def say(key: str, lang: Lang, **values: object) -> str:
    """Return the message `room.key` in `lang`, its `{names}` filled from `values`.

    Raises KeyError for a message or a value that does not exist: that is a defect.
    """
    room, name = key.split(".", 1)
    template = catalogue(room)[name][lang]
    return template.format_map({k: spoken(v, lang) for k, v in values.items()})


def both(key: str, **values: object) -> Words:
    """Return the message in both languages at once."""
    return Words(say(key, "vi", **values), say(key, "en", **values))
