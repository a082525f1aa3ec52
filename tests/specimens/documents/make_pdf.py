"""Makes small PDF files while a test runs: text with its Unicode map, strokes, pictures, locks."""

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842


@dataclass
class Page:
    """A sheet to write on; x from the left, y from the top, in points; turned by 0 or 90."""

    turned: int = 0
    pictured: bool = False
    _drawn: list[str] = field(default_factory=list)
    letters: set[str] = field(default_factory=set)

    def text(self, x: float, y: float, text: str, size: float = 12) -> "Page":
        """Write a line whose foot stands at y."""
        self.letters |= set(text)
        codes = "".join(f"{ord(sign):04X}" for sign in text)
        self._drawn.append(f"BT /F1 {size} Tf {x} {HEIGHT - y} Td <{codes}> Tj ET")
        return self

    def lines(self, x: float, y: float, *texts: str, step: float = 16) -> "Page":
        """Write lines below each other."""
        for number, text in enumerate(texts):
            self.text(x, y + number * step, text)
        return self

    def grid(self, xs: list[float], ys: list[float]) -> "Page":
        """Rule a table."""
        for y in ys:
            self._stroke(xs[0], y, xs[-1], y)
        for x in xs:
            self._stroke(x, ys[0], x, ys[-1])
        return self

    def picture(self) -> "Page":
        """Fill the sheet with a picture, as a scanner does."""
        self.pictured = True
        self._drawn.insert(0, f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I1 Do Q")
        return self

    def content(self) -> bytes:
        """Return the drawing commands."""
        # On a turned page what is drawn is turned back, as printers of wide tables do.
        upright = [f"0 1 -1 0 {HEIGHT} 0 cm"] if self.turned == 90 else []
        return "\n".join(upright + self._drawn).encode("ascii")

    def _stroke(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._drawn.append(f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")


def make_pdf(*pages: Page, locked: bool = False) -> bytes:
    """Return a PDF file with the pages; a locked one asks for a password that nobody knows."""
    letters = sorted(set().union(*(page.letters for page in pages)))
    first = 7
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    font = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 500 /CIDToGIDMap /Identity"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4 /ItalicAngle 0"
        b" /FontBBox [0 -200 500 800] /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        _FONT,
        font,
        _stream(_unicode_map(letters)),
        _stream(b"\x80", b" /Type /XObject /Subtype /Image /Width 1 /Height 1"
                b" /ColorSpace /DeviceGray /BitsPerComponent 8"),
    ]  # fmt: skip
    for n, page in enumerate(pages):
        objects += [_sheet(page, first + 2 * n + 1), _stream(page.content())]
    return _file(objects, b" /Encrypt " + _LOCK + b" /ID [<00> <00>]" if locked else b"")


_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H"
    b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
)
_LOCK = (
    b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"41" * 32 + b"> /U <"
    + b"42" * 32 + b"> >>"
)  # fmt: skip


def _sheet(page: Page, content: int) -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {page.turned}"
        f" /Resources << /Font << /F1 3 0 R >> /XObject << /I1 6 0 R >> >>"
        f" /Contents {content} 0 R >>"
    ).encode()


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), more, data)


def _unicode_map(letters: list[str]) -> bytes:
    """Return the map from codes to letters, a hundred to a block as the format asks."""
    blocks = []
    for at in range(0, len(letters), 100):
        some = letters[at : at + 100]
        rows = "\n".join(f"<{ord(one):04X}> <{ord(one):04X}>" for one in some)
        blocks.append(f"{len(some)} beginbfchar\n{rows}\nendbfchar")
    text = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + "\n".join(blocks)
        + "\nendcmap end end"
    )
    return text.encode("ascii")


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, trailer, table,
    )  # fmt: skip
    return bytes(out)
