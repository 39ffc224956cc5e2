"""Writes a file beside its place, and puts it there when it is whole."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.system.files import flush_file, flush_folder, rename

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give the path to write to; at the end of the block it takes the place of ``path``.

    An error inside leaves the older file as it was.
    """
    # In a folder of its own: the parts of a workbook lie there too until it is packed.
    with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
        new = Path(folder) / path.name
        yield new
        flush_file(new)
        rename(new, path)
    with suppress(OSError):
        flush_folder(path.parent)
