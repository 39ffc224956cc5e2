"""The picture of a virtual screen is read where its file has it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from tests.bench.frame_buffer import frame_buffer

if TYPE_CHECKING:
    from pathlib import Path

_HEADER, _COLOURS, _LINE = 160, 256, 16
"""As long as the server writes it: 25 numbers and a name."""


def test_a_pixel_is_read_behind_header_and_colours(tmp_path: Path) -> None:
    numbers = [0] * 25
    numbers[0], numbers[11], numbers[12], numbers[19] = _HEADER, 32, _LINE, _COLOURS
    head = struct.pack(">25I", *numbers).ljust(_HEADER, b"\0") + bytes(_COLOURS * 12)
    pixels = bytearray(_LINE * 3)
    pixels[_LINE * 2 + 4 : _LINE * 2 + 8] = b"\x3a\x20\x14\x00"
    (tmp_path / "Xvfb_screen0").write_bytes(head + pixels)
    with frame_buffer(tmp_path) as picture:
        assert picture.color(1, 2) == 0x14203A
        assert picture.color(2, 2) == picture.color(1, 1) == 0
