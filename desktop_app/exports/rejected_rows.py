"""Writes the rows of an older list that were not taken over, each with the reason, as CSV."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from desktop_app.exports.comma_separated import defused
from desktop_app.exports.whole_file import whole_file
from desktop_app.exports.wide_buffer import BUFFER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from desktop_app.core.old_lists.taking import Rejected


def write_rejected(
    path: Path,
    head: Sequence[str],
    rejected: Iterable[Rejected],
    reason_head: str,
    reason_text: Callable[[Rejected], str],
) -> None:
    """Write them with the columns that they had, so that they can be mended and taken over.

    Args:
        path: the file; it is whole, or not there.
        head: the names of the columns; empty where the list had none.
        rejected: the rows.
        reason_head, reason_text: the words of the last column.

    Raises:
        OSError: it cannot be written.
    """
    rows = list(rejected)
    width = max([len(head), *(len(one.cells) for one in rows)])
    with whole_file(path) as new, new.open("w", BUFFER, encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        if head:
            writer.writerow([*_padded(head, width), reason_head])
        for one in rows:
            writer.writerow([*_padded(one.cells, width), defused(reason_text(one))])


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*(defused(cell) for cell in cells), *[""] * (width - len(cells))]
