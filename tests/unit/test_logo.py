"""The shop's logo and the lines of its own at the end of a receipt."""

from __future__ import annotations

import random
import struct
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter

from desktop_app.core.settings import Paper
from desktop_app.core.shop import Shop
from desktop_app.data_folder import logo_path
from desktop_app.printing.blocks import Picture
from desktop_app.printing.content import receipt
from desktop_app.printing.drawing import picture
from desktop_app.printing.layout import lay_out
from desktop_app.printing.logo import (
    MOST_BYTES,
    MOST_SIDE,
    LogoError,
    LogoProblem,
    keep_logo,
    load_logo,
    make_logo,
    remove_logo,
)
from desktop_app.printing.page import Photo
from tests.paper import ENGLISH, payment

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED = pytest.mark.qt_log_ignore(".")
"""The decoders say on standard error what is wrong with a picture."""
ALL_PAPERS = pytest.mark.parametrize("paper", Paper)


def encoded(width: int, height: int, kind: bytes = b"PNG", colour: str = "#1133aa") -> bytes:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())


def header_of(width: int, height: int) -> bytes:
    """A PNG that claims a size, with hardly anything in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    size = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", [b"PNG", b"JPEG"])
def test_a_logo_is_kept_small_and_grey_whatever_it_was(tmp_path: Path, kind: bytes) -> None:
    source, kept = tmp_path / "any name.bin", logo_path(tmp_path)
    source.write_bytes(encoded(2400, 600, kind))
    keep_logo(source, kept)
    image = QImage(str(kept))
    assert (image.width(), image.height()) == (480, 120)
    assert image.isGrayscale()
    source.unlink()
    logo = load_logo(kept)
    assert logo is not None and (logo.width, logo.height) == (480, 120)
    remove_logo(kept)
    remove_logo(kept)
    assert load_logo(kept) is None


def test_what_shines_through_is_white() -> None:
    image = QImage.fromData(make_logo(encoded(64, 64, colour="#00000000")))
    assert image.pixelColor(10, 10) == QColor(Qt.GlobalColor.white)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", LogoProblem.NO_PICTURE),
        (b"GIF89a" + bytes(100), LogoProblem.NO_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", LogoProblem.NO_PICTURE),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), LogoProblem.NO_PICTURE),
        (b"\xff\xd8\xff" + bytes(1000), LogoProblem.NO_PICTURE),
        (encoded(4, 4), LogoProblem.NO_PICTURE),
        (header_of(MOST_SIDE + 1, 10), LogoProblem.TOO_LARGE),
        (header_of(2**31 - 1, 2**31 - 1), LogoProblem.NO_PICTURE),
        (encoded(64, 64) + bytes(MOST_BYTES), LogoProblem.TOO_LARGE),
    ],
    ids=range(9),
)
@DAMAGED
def test_what_is_no_logo_is_refused_and_the_one_before_stays(
    tmp_path: Path, data: bytes, problem: LogoProblem
) -> None:
    source, kept = tmp_path / "logo", logo_path(tmp_path)
    source.write_bytes(encoded(80, 40))
    keep_logo(source, kept)
    before = kept.read_bytes()
    source.write_bytes(data)
    with pytest.raises(LogoError) as refused:
        keep_logo(source, kept)
    assert refused.value.problem is problem
    assert kept.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["logo", "logo.png"]


def test_a_file_that_cannot_be_read_or_kept_says_so(tmp_path: Path) -> None:
    with pytest.raises(LogoError) as refused:
        keep_logo(tmp_path / "gone.png", logo_path(tmp_path))
    assert refused.value.problem is LogoProblem.NOT_READ
    source = tmp_path / "logo"
    source.write_bytes(encoded(80, 40))
    with pytest.raises(LogoError) as refused:
        keep_logo(source, tmp_path / "no folder" / "logo.png")
    assert refused.value.problem is LogoProblem.NOT_KEPT


@DAMAGED
def test_no_damaged_picture_breaks_a_receipt(tmp_path: Path) -> None:
    """Each is a logo or it is left out."""
    chance = random.Random(7)
    whole = encoded(120, 60), encoded(120, 60, b"JPEG")
    kept = logo_path(tmp_path)
    for number in range(300):
        data = bytearray(whole[number % 2])
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        kept.write_bytes(data[: chance.randint(1, len(data))])
        logo = load_logo(kept)
        assert logo is None or logo.png.startswith(b"\x89PNG")


@ALL_PAPERS
@pytest.mark.parametrize("size", [(480, 200), (480, 24), (24, 200), (9, 9)])
def test_a_logo_is_scaled_to_the_paper(paper: Paper, size: tuple[int, int], qapp: object) -> None:
    logo = Picture(make_logo(encoded(*size, colour="#000000")), *size)
    page = lay_out(receipt(payment(), ENGLISH, paper=paper, logo=logo))
    [photo] = [mark for mark in page.marks if isinstance(mark, Photo)]
    assert page.margin <= photo.x
    assert photo.x + photo.width <= page.width - page.margin
    assert 1 <= photo.height <= 150
    assert photo.width <= size[0]
    assert abs(photo.width / photo.height - size[0] / size[1]) <= 0.3 * size[0] / size[1]
    drawn = picture(receipt(payment(), ENGLISH, paper=paper, logo=logo))
    assert drawn.pixelColor(photo.x + photo.width // 2, photo.y + photo.height // 2).black() > 200


@ALL_PAPERS
def test_the_owner_s_lines_stand_at_the_end_of_a_receipt(paper: Paper) -> None:
    lines = ("Open 7 to 8, Saturday too", "eSewa and Khalti taken", "धन्यवाद")
    shop = Shop(name="Ganesh Kirana", footer="\n".join((*lines, "a fourth line")))
    order = replace(payment().order, shop=shop)
    texts = receipt(replace(payment(), order=order), ENGLISH, paper=paper).texts()
    at = [texts.index(line) for line in lines]
    assert at == sorted(at)
    assert at[0] > texts.index("Reference")
    assert "a fourth line" not in texts


def test_lines_without_words_and_too_long_ones_do_no_harm() -> None:
    shop = Shop(footer="\n  \nfirst\n\n" + "W" * 500 + "\nlast")
    assert shop.footer_lines[0] == "first"
    order = replace(payment().order, shop=shop)
    texts = receipt(replace(payment(), order=order), ENGLISH, paper=Paper.ROLL_58).texts()
    assert max(len(text) for text in texts if set(text) <= {"W", "…"}) <= 61
