"""Reads the rows of a file of comma separated values, whichever program wrote it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.typed_text import visible_text

MAX_BYTES = 64 * 1024 * 1024
_SEPARATORS = ",;\t|"
_LINES_TRIED = 50
_NEARLY_ALL = 0.9
_NAMED_SEPARATOR = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_DEFUSED = re.compile(r"^'(?=[=+\-@\t\r])")
"""How an export keeps a cell from becoming a formula."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""How workbooks and papers begin."""


class ListTrouble(StrEnum):
    """Why a list cannot be read or taken over, or its rejected rows not be kept."""

    NOT_THERE = "not_there"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    EMPTY = "empty"
    NOT_WRITTEN = "not_written"
    """The rows that are not taken over cannot be saved: nothing is taken."""
    NOT_REWRITTEN = "not_rewritten"
    """All is taken over, but the file of the rejected rows could not be written again."""


class ListError(Exception):
    """The list can be read, or taken over, no further."""

    def __init__(self, trouble: ListTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class OldList:
    """The rows of a file, each with its cells; those without any text are none.

    Attributes:
        rows: all of them, the one with the names of the columns too.
        encoding, separator: how the file is written.
    """

    rows: tuple[tuple[str, ...], ...]
    encoding: str
    separator: str

    @property
    def width(self) -> int:
        """Cells of the widest row."""
        return max((len(row) for row in self.rows), default=0)


def read_list(data: bytes) -> OldList:
    """Read the rows of a file.

    Raises:
        ListError: it is no text, too large, or empty.
    """
    if len(data) > MAX_BYTES:
        raise ListError(ListTrouble.TOO_LARGE)
    if data.startswith(_NOT_TEXT):
        raise ListError(ListTrouble.NOT_TEXT)
    text, encoding = _decode(data)
    named = _NAMED_SEPARATOR.fullmatch(text.partition("\n")[0].rstrip("\r"))
    if named is not None:
        text = text.partition("\n")[2]
    separator = named.group(1) if named is not None else _separator_of(text)
    rows = tuple(row for row in _rows_of(text, separator) if any(row))
    if not rows:
        raise ListError(ListTrouble.EMPTY)
    return OldList(rows, encoding, separator)


def _decode(data: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace"), encoding
    if b"\0" in data:
        # UTF-16 without its mark: separators and line ends have a byte that is 0.
        for encoding in ("utf-16-le", "utf-16-be"):
            text = data.decode(encoding, errors="replace")
            if _is_text(text):
                return text, encoding
        raise ListError(ListTrouble.NOT_TEXT)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "cp1252"


def _is_text(text: str) -> bool:
    """Nearly all letters are of the scripts of Europe or of Nepal."""
    near = sum(character < "\u0a00" for character in text)
    return "\0" not in text and near > len(text) * _NEARLY_ALL


def _separator_of(text: str) -> str:
    """The separator that cuts the first lines into equally many cells, and into the most."""
    lines = [line for line in text[: 1 << 16].splitlines() if line.strip()][:_LINES_TRIED]

    def fits(separator: str) -> tuple[int, int]:
        counts = [len(row) for row in csv.reader(lines, delimiter=separator)]
        several = [count for count in counts if count > 1]
        usual = max(several, key=several.count, default=0)
        return several.count(usual), usual

    try:
        return max(_SEPARATORS, key=fits)
    except csv.Error:
        return max(_SEPARATORS, key=text.count)


def _rows_of(text: str, separator: str) -> list[tuple[str, ...]]:
    """The rows; where quotes do not pair each line is one, so that none is swallowed."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return [tuple(_cell(cell) for cell in row) for row in reader]
    except csv.Error:
        lines = text.splitlines()
        return [tuple(_cell(c.strip('" ')) for c in line.split(separator)) for line in lines]


def _cell(text: str) -> str:
    return " ".join(visible_text(_DEFUSED.sub("", text.strip(" "))).split())
