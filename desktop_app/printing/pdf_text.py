"""Gives a PDF made by Qt the text that its letters stand for.

Qt writes one character for each glyph of a font's table. A joined letter of Devanagari has a glyph
that is in no such table, and a vowel sign may stand before the letter that it follows: what is
copied or searched would be "भु तानी" for "भुक्तानी". PDF has ActualText for that (ISO 32000-1,
section 14.9.4), which Qt cannot write. So each line is drawn between two marks outside the page,
and the marks in the page's content become the operators that name the line's text.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from desktop_app.printing.text_run import TextRun

_X, _Y = -70_000, -90_000
"""Where the first mark is, far outside of any page; the others stand to its left."""

_MARK = re.compile(rb"(-\d+) %d 1 1 re\nf\n" % _Y)
_JOINING = frozenset({"Lo", "Mn", "Mc"})
_OFFSET = re.compile(rb"(\d{10}) \d{5} [nf]")


class MarkedLines:
    """Draws runs of text, with marks around each line whose letters can join."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def paint(self, run: TextRun, painter: QPainter) -> None:
        """Draw it line by line."""
        for index, text in enumerate(run.lines()):
            if not _can_join(text):
                run.paint_line(painter, index)
                continue
            number = 2 * len(self.texts)
            self.texts.append(text)
            _mark(painter, number)
            run.paint_line(painter, index)
            _mark(painter, number + 1)

    def named_in(self, data: bytes) -> bytes:
        """The PDF with the text of each line in place of the marks.

        Raises:
            ValueError: the file is not built as Qt builds it.
        """
        return _rebuilt(data, self._name) if self.texts else data

    def _name(self, content: bytes) -> bytes:
        seen: list[int] = []

        def operator(found: re.Match[bytes]) -> bytes:
            number = _X - int(found[1])
            seen.append(number)
            if number % 2:
                return _end_of_span(content, found.start())
            text = "\ufeff" + self.texts[number // 2]
            return b"/Span <</ActualText <%s>>> BDC\n" % text.encode("utf-16-be").hex().encode()

        named = _MARK.sub(operator, content)
        if seen != list(range(2 * len(self.texts))):
            raise ValueError("marks are missing")
        return named


def _end_of_span(content: bytes, at: int) -> bytes:
    """Readers take the place of a line from the font and matrix in force where its span ends.

    Qt sets both inside of what it restores afterwards, so they are set again.
    """
    start = content.rindex(b"BT\n", 0, at)
    setting = content[start : content.index(b" Tm\n", start)]
    return b"%s Tm\nET\nEMC\n" % setting


def _can_join(text: str) -> bool:
    return any(unicodedata.category(character) in _JOINING for character in text)


def _mark(painter: QPainter, number: int) -> None:
    painter.fillRect(QRectF(_X - number, _Y, 1, 1), Qt.GlobalColor.black)


def _rebuilt(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The file with its page's content changed, and with the table of offsets that fits it."""
    table = data.rindex(b"\nxref\n") + 1
    trailer = data.index(b"trailer", table)
    offsets = [int(entry) for entry in _OFFSET.findall(data[table:trailer])]
    ends = dict(zip(sorted(offsets), [*sorted(offsets)[1:], table], strict=True))
    # Number 0 is the head of the list of free ones: here the file's own head.
    parts = {number: data[at : ends[at]] for number, at in enumerate(offsets) if number}
    head = data[: min(offsets[1:])]
    page = next((part for part in parts.values() if b"/Type /Page\n" in part), b"")
    content = _reference(page, b"Contents")
    length = _reference(parts[content], b"Length")
    size = int(parts[length].split(b"\n")[1])
    before, _, after = parts[content].partition(b"stream\n")
    packed = zlib.compress(change(zlib.decompress(after[:size])))
    parts[content] = before + b"stream\n" + packed + after[size:]
    parts[length] = parts[length].replace(b"\n%d\n" % size, b"\n%d\n" % len(packed), 1)
    written, places = head, {}
    for number in sorted(parts, key=lambda one: offsets[one]):
        places[number] = len(written)
        written += parts[number]
    entries = b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(places))
    first = b"xref\n0 %d\n0000000000 65535 f \n" % len(offsets)
    rest = data[trailer : data.rindex(b"startxref")]
    return b"%s%s%s%sstartxref\n%d\n%%%%EOF\n" % (written, first, entries, rest, len(written))


def _reference(part: bytes, key: bytes) -> int:
    found = re.search(rb"/%s (\d+) 0 R" % key, part)
    if found is None:
        raise ValueError(f"no {key.decode()}")
    return int(found[1])
