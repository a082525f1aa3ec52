"""The layout of a document as a tree with addresses, so that each sentence can be cited.

Official documents by their marks (Phần, I, 1, a), -; Điều, khoản, điểm; appendices, tables,
head and foot), articles by their paragraphs. What a section says is not its business.
"""

from __future__ import annotations

from functools import lru_cache

from lotrinh.directive.document import Document
from lotrinh.directive.layout import Layout
from lotrinh.directive.plain import Plain
from lotrinh.directive.section import Section


@lru_cache(maxsize=4)
def structure(document: Document) -> Section:
    r"""Return the tree of a document.

    >>> text = "II. MỤC TIÊU\n2. Cụ thể\na) Thu ngân sách:\n- đạt 5%;\n- đạt 7%."
    >>> tree = structure(Document("ke-hoach.txt", text))
    >>> [section.address for section in tree.walk()]
    ['II', 'II.2', 'II.2.a', 'II.2.a.-1', 'II.2.a.-2']
    """
    plain = Plain.of(document.text)
    layout = Layout()
    for paragraph in Document(document.name, plain.text).paragraphs:
        words = plain.text[paragraph.start : paragraph.end].replace("\n", " ")
        layout.take(words, *plain.span(paragraph.start, paragraph.end))
    return layout.finished(len(document.text))


def address_at(document: Document, offset: int) -> str:
    r"""Return the address of the innermost section at an offset; "" outside of all.

    >>> address_at(Document("a.txt", "Điều 3. Thi hành\n1. Giao:\na) Sở Y tế;"), 30)
    'Điều 3.1.a'
    """
    return structure(document).at(offset).address


def outline(document: Document) -> str:
    """Return the tree as lines of address, span, and heading or first words, with tabs between."""
    lines = []
    for section in structure(document).walk():
        words = (
            section.heading or document.text[section.start : min(section.end, section.start + 80)]
        )
        span = f"{section.start}-{min(section.end, len(document.text))}"
        lines.append("\t".join((section.address, span, " ".join(words.split()))))
    return "".join(f"{line}\n" for line in lines)
