"""Open an old Word file (doc) with the program antiword, where the machine has it.

The file goes in through a pipe and its text comes out of one; nothing is written to disk.
"""

from __future__ import annotations

import re
import subprocess

from lotrinh.base.errors import Where, wrong
from lotrinh.directive.document import Document
from lotrinh.directive.open_text import one_newline
from lotrinh.directive.rows import row_line

#: UTF-8, and no lines wrapped by hand.
_COMMAND = ("antiword", "-m", "UTF-8.txt", "-w", "0", "-")
_SECONDS = 60
#: What stands in for a picture or a thing that Word drew.
_PICTURE = re.compile(r"\[pic\]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")


def open_doc(name: str, data: bytes) -> Document:
    """Return the text of an old Word file; without antiword, an error that says what to do."""
    try:
        done = subprocess.run(  # noqa: S603 - the command is fixed, the file only goes in
            _COMMAND, input=data, capture_output=True, timeout=_SECONDS, check=False
        )
    except FileNotFoundError as error:
        raise wrong("directive.no_antiword", Where(name), name=name) from error
    except (subprocess.TimeoutExpired, OSError) as error:
        raise wrong("directive.broken", Where(name), name=name, kind="Word (doc)") from error
    said = done.stderr.decode("utf-8", "replace").lower()
    if "encrypted" in said:
        raise wrong("directive.locked", Where(name), name=name)
    if done.returncode:
        raise wrong("directive.broken", Where(name), name=name, kind="Word (doc)")
    text = _tidy(done.stdout.decode("utf-8", "replace"))
    if not text.strip():
        raise wrong("directive.no_text", Where(name), name=name)
    return Document(name, text)


def _tidy(printed: str) -> str:
    """Write the rows of tables as all openers do, and leave out what is no letter."""
    text = _NO_TEXT.sub("", _PICTURE.sub("", one_newline(printed)))
    return "\n".join(_line(line) for line in text.strip("\n").split("\n"))


def _line(line: str) -> str:
    """Take the outer bars off a row: antiword prints "|a |b |"."""
    if line.startswith("|") and line.rstrip().endswith("|"):
        return row_line(line.strip()[1:-1].split("|"))
    return line.strip()
