"""Reads the picture of a virtual screen from the file that it keeps it in, without asking it."""

from __future__ import annotations

import mmap
import struct
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FIELDS = 25
_SIZE, _BITS, _BYTES_PER_LINE, _COLOURS = 0, 11, 12, 19
"""Which numbers of the header (X's XWDFile.h) tell where a pixel lies."""
_BYTES_PER_COLOUR = 12


class FrameBuffer:
    """The pixels of one screen."""

    def __init__(self, memory: mmap.mmap) -> None:
        header = struct.unpack_from(f">{_FIELDS}I", memory)
        self._memory = memory
        self._begin = header[_SIZE] + header[_COLOURS] * _BYTES_PER_COLOUR
        self._line = header[_BYTES_PER_LINE]
        self._pixel = header[_BITS] // 8

    def color(self, x: int, y: int) -> int:
        """The colour of a pixel as 0xRRGGBB."""
        at = self._begin + y * self._line + x * self._pixel
        return int.from_bytes(self._memory[at : at + 3], "little")


@contextmanager
def frame_buffer(folder: Path) -> Iterator[FrameBuffer]:
    """The picture of the first screen of the server that keeps it in that folder."""
    with (
        (folder / "Xvfb_screen0").open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory,
    ):
        yield FrameBuffer(memory)
