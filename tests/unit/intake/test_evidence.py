"""Evidence is what its bytes are, not what its name says."""

from __future__ import annotations

import io
import zipfile

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.intake.evidence import LARGEST, media_type


def office(*parts: str) -> bytes:
    """Return an Office file with the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.PDF", b"%PDF-1.7", "application/pdf"),
        ("a.png", b"\x89PNG\r\n\x1a\n...", "image/png"),
        ("a.jpeg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("số liệu.csv", "xã;1".encode(), "text/csv"),
        ("a.docx", office("word/document.xml"), None),
        ("a.xlsx", office("xl/workbook.xml"), None),
    ],
)
def test_a_file_that_is_what_it_says_is_taken(name: str, data: bytes, kind: str | None) -> None:
    found = media_type(name, data)
    assert found == kind or "openxmlformats" in found


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"<script>alert(1)</script>", "not"),
        ("a.html", b"<p>", "kind"),
        ("a", b"%PDF-", "kind"),
        ("a.svg", b"<svg/>", "kind"),
        ("a.csv", b"\xff\xfe\x00", "not"),
        ("a.docx", b"PK\x03\x04 broken", "not"),
        ("a.docx", office("xl/workbook.xml"), "not"),
        ("a.xlsx", office("xl/workbook.xml", "xl/vbaProject.bin"), "not"),
        ("a.pdf", b"%PDF-" + bytes(LARGEST), "large"),
    ],
)
def test_what_is_not_evidence_is_refused_with_the_reason(name: str, data: bytes, why: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        media_type(name, data)
    assert caught.value.problems[0].key == f"intake.evidence_{why}"
    assert name in caught.value.say("vi")
