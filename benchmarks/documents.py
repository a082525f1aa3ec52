"""Reading documents: pages a second against plain text extraction alone, and growth, in one run.

    python -m benchmarks.documents [--pages 1 10 100] [--times 3]

Prints a table for README.md, in processor time. The pages are a specimen printed again and again.
"""

import argparse
import statistics
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pypdfium2

from lotrinh.directive import open_document, read, structure

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # the makers of PDF and Word files live with the tests

from specimens.documents.make_docx import Word  # noqa: E402
from specimens.documents.make_pdf import Page, make_pdf  # noqa: E402

SPECIMEN = ROOT / "tests/specimens/directives/07-official-plan.txt"
LINES_ON_A_PAGE = 38
COLUMNS = ("kind", "pages", "extraction alone", "opened", "laid out", "read", "all, pages/s")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=(1, 10, 100))
    parser.add_argument("--times", type=int, default=3)
    arguments = parser.parse_args(argv)
    print("| " + " | ".join(COLUMNS) + " |")
    print("|---" * len(COLUMNS) + "|")
    for kind, (make, extract) in KINDS.items():
        for pages in arguments.pages:
            steps = _steps(f"a.{kind}", make(_printed(pages)), extract, arguments.times)
            shown = " | ".join(f"{1000 * seconds / pages:.2f} ms" for seconds in steps)
            print(f"| {kind} | {pages} | {shown} | {pages / sum(steps[1:]):.0f} |", flush=True)


def _steps(
    name: str, data: bytes, extract: Callable[[bytes], object], times: int
) -> tuple[float, ...]:
    """Return the seconds of each step: extraction alone, opening, layout, reading."""
    document = open_document(name, data)
    return (
        _median(lambda: extract(data), times),
        _median(lambda: open_document(name, data), times),
        _median(lambda: structure.__wrapped__(document), times),
        _median(lambda: read(document), times),
    )


def _median(step: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        # Of the processor: all of it runs on one, and other programs on the machine do not count.
        begun = time.process_time()
        step()
        taken.append(time.process_time() - begun)
    return statistics.median(taken)


def _printed(pages: int) -> list[list[str]]:
    """Return the lines of so many pages."""
    text = SPECIMEN.read_text("utf-8")
    lines = [one for line in text.split("\n") for one in textwrap.wrap(line, 75)]
    lines *= 1 + pages * LINES_ON_A_PAGE // len(lines)
    return [lines[n * LINES_ON_A_PAGE :][:LINES_ON_A_PAGE] for n in range(pages)]


def _pdf(pages: list[list[str]]) -> bytes:
    return make_pdf(
        *(Page().text(300, 40, str(n)).lines(90, 80, *p) for n, p in enumerate(pages, 1))
    )


def _word(pages: list[list[str]]) -> bytes:
    word = Word()
    for line in (line for page in pages for line in page):
        word.write(line)
    return word.data()


def _text(pages: list[list[str]]) -> bytes:
    return "\n".join(line for page in pages for line in page).encode()


def _extract_pdf(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def _extract_word(data: bytes) -> list[str]:
    from io import BytesIO

    return [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]


KINDS = {
    "txt": (_text, bytes.decode),
    "docx": (_word, _extract_word),
    "pdf": (_pdf, _extract_pdf),
}

if __name__ == "__main__":
    main()
