"""Files that are written by the megabyte, so that other threads get their turns meanwhile.

A thread lets go of the interpreter for each write to the disk. Whoever waits for the interpreter
then begins to wait anew, and asks to have it only after a whole turn of waiting: beside a thread
that writes more often, the window's thread was kept from it for up to a third of a second.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

BUFFER = 1 << 20
"""Bytes that are kept until they are written."""


def widen(sheet: Worksheet) -> None:
    """Let a sheet in constant memory keep so much of its rows; it has none yet."""
    sheet.row_data_fh.close()
    file = Path(sheet.row_data_filename).open("w+", encoding="utf-8", buffering=BUFFER)  # noqa: SIM115
    # As XlsxWriter begins it: it closes the file when the sheet is put together.
    sheet.fh = sheet.row_data_fh = file
