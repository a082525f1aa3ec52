"""Numbers set large with their names on the line below or above, as infographics print them.

A run of short lines in which numbers and names take turns; the first line of a run tells
whether the name follows its number or goes before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lotrinh.directive.sentences import Reading, Sentence

#: A line that is nothing but a number, what it counts and how it is compared.
_NUMBER = re.compile(
    r"(?:(?:trên|dưới|hơn|gần|khoảng|tối thiểu|ít nhất|tối đa|không quá|tăng|giảm|đạt|còn|từ|top"
    r"|tốp)\s)*"
    r"[≥≤><~]?\s?\d[\d.,]*(?:\s?(?:-|đến)\s?\d[\d.,]*)?\s?[^\d.,;:]{0,28}"
)
#: A longer line is a sentence, not a name.
_LONGEST = 90
_FEWEST = 2


def find_cards(reading: Reading) -> dict[int, str]:
    """Return the name of each number that stands on a line of its own, by where its line begins.

    The lines that are such names have "" there: they say nothing by themselves.
    """
    found: dict[int, str] = {}
    for run in _runs(reading):
        numbers = [_is_number(line) for line in run]
        if sum(numbers) < _FEWEST or numbers.count(False) < _FEWEST:
            continue
        step = 1 if numbers[0] else -1
        for place, line in enumerate(run):
            other = place + step
            if numbers[place] and 0 <= other < len(run) and not numbers[other]:
                found[line.at] = run[other].text.strip(" .:;-")
                found[run[other].at] = ""
    return found


def _runs(reading: Reading) -> Iterator[list[Sentence]]:
    """Yield the runs of short lines; headings in capitals and full sentences part them."""
    run: list[Sentence] = []
    for sentence in reading.sentences:
        text = sentence.text
        if len(text) > _LONGEST or text.isupper() or text.endswith((".", ":", ";", ",", "!", "?")):
            yield run
            run = []
        else:
            run.append(sentence)
    yield run


def _is_number(line: Sentence) -> bool:
    return _NUMBER.fullmatch(line.low, line.marker_end) is not None
