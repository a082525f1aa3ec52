"""Every message is there in both languages, and every message spoken exists."""

import string
from collections.abc import Iterator

from words.spoken_keys import BLAMERS, catalogues, is_used, spoken, spoken_in_templates

LANGUAGES = {"vi", "en"}
MENDS = {"mend_vi", "mend_en"}


def _messages() -> Iterator[tuple[str, dict[str, str]]]:
    for room, messages in catalogues().items():
        for name, texts in messages.items():
            yield f"{room}.{name}", texts


def _placeholders(text: str) -> set[str]:
    return {field.split(".")[0] for _, field, _, _ in string.Formatter().parse(text) if field}


def test_every_message_stands_in_both_languages() -> None:
    """A message has vi and en, a mend in both or in neither, and nothing else."""
    odd = [key for key, texts in _messages() if set(texts) not in (LANGUAGES, LANGUAGES | MENDS)]
    assert odd == []


def test_no_text_is_empty_or_untidy() -> None:
    untidy = [
        f"{key} {entry}"
        for key, texts in _messages()
        for entry, text in texts.items()
        if not text or text != text.strip()
    ]
    assert untidy == []


def test_both_languages_carry_the_same_values() -> None:
    """What the Vietnamese text shows, {path} say, the English shows too."""
    unlike = [
        f"{key}: {one} and {other}"
        for key, texts in _messages()
        for one, other in (("vi", "en"), ("mend_vi", "mend_en"))
        if _placeholders(texts.get(one, "")) != _placeholders(texts.get(other, ""))
    ]
    assert unlike == []


def test_every_message_spoken_in_the_code_exists() -> None:
    known = dict(_messages())
    calls = (*spoken(), *spoken_in_templates())
    assert [f"{call.place} {call.key}" for call in calls if call.key not in known] == []


def test_every_error_says_the_mend() -> None:
    known = dict(_messages())
    silent = {
        call.key
        for call in spoken()
        if call.by in BLAMERS and not set(known.get(call.key, MENDS)) >= MENDS
    }
    assert silent == set()


def test_every_value_that_a_message_shows_is_handed_to_it() -> None:
    known = dict(_messages())
    lacking = []
    for call in (*spoken(), *spoken_in_templates()):
        shown = set().union(*(_placeholders(text) for text in known.get(call.key, {}).values()))
        if call.values is not None and (missing := shown - call.values):
            lacking.append(f"{call.place} {call.key}: {sorted(missing)}")
    assert lacking == []


def test_no_message_lies_unused() -> None:
    unused = [key for key, _ in _messages() if not is_used(key)]
    assert unused == [], "take the message out, or speak it"
