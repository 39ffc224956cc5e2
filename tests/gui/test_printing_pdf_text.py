"""The text of a PDF is what its letters stand for: in its lines, and attached as a file."""

from __future__ import annotations

import logging
import re
import shutil
import subprocess
import zlib
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Paper
from desktop_app.printing import pdf_text
from desktop_app.printing.content import held_slip, receipt
from desktop_app.printing.output import TEXT_FILE, pdf_bytes
from desktop_app.ui.theme.assets import load_fonts
from tests.paper import ENGLISH, NEPALI, NEPALI_DIGITS, nasty_payment, payment

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop_app.printing.blocks import Document

NAME = "श्रीकृष्ण श्रेष्ठ"
pdftotext = shutil.which("pdftotext")


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


def nepali(paper: Paper) -> Document:
    return receipt(payment(customer_name=NAME), NEPALI_DIGITS, paper=paper)


def objects_of(data: bytes) -> dict[int, bytes]:
    """The file's objects, by way of its table of offsets, as a reader of PDFs finds them."""
    start = re.search(rb"startxref\n(\d+) ?\n%%EOF\n$", data)
    assert start is not None
    table = data[int(start[1]) :]
    assert table.startswith(b"xref\n0 ")
    count = int(table[7 : table.index(b"\n", 7)])
    entries = re.findall(rb"(\d{10}) \d{5} ([nf]) \n", table)
    assert len(entries) == count
    found = {}
    for number, (offset, kind) in enumerate(entries):
        if kind == b"n":
            part = data[int(offset) :]
            assert part.startswith(b"%d 0 obj\n" % number)
            found[number] = part
    return found


def stream_of(objects: dict[int, bytes], number: int) -> bytes:
    """An unpacked stream, as long as its length says."""
    part = objects[number]
    length = re.search(rb"/Length (\d+) 0 R", part)
    assert length is not None
    size = int(objects[int(length[1])].split(b"\n")[1])
    begin = part.index(b"stream\n") + len(b"stream\n")
    assert part[begin + size :].startswith(b"\nendstream\nendobj\n")
    return zlib.decompress(part[begin : begin + size])


def numbered(objects: dict[int, bytes], pattern: bytes) -> int:
    """The object that another names."""
    found = [re.search(pattern, part) for part in objects.values()]
    return next(int(one[1]) for one in found if one is not None)


def content_of(data: bytes) -> bytes:
    objects = objects_of(data)
    return stream_of(objects, numbered(objects, rb"/Type /Page\n[^>]*/Contents (\d+) 0 R"))


def spoken(data: bytes) -> list[str]:
    """The texts that the page's lines stand for."""
    found = re.findall(rb"/ActualText <([0-9a-f]+)>", content_of(data))
    return [bytes.fromhex(text.decode()).decode("utf-16") for text in found]


@pytest.mark.parametrize("paper", Paper)
def test_nepali_lines_name_their_text(paper: Paper) -> None:
    lines = spoken(pdf_bytes(nepali(paper)))
    for text in (NAME, "भुक्तानी रसिद", "रु. १,६५७.००", "धन्यवाद", "२०८३ मंसिर ६"):
        assert text in lines
    joined = "".join(lines).replace(" ", "")
    assert "एक हजार छ सय सन्ताउन्न रुपैयाँ मात्र".replace(" ", "") in joined


def test_spans_close_and_no_mark_is_left() -> None:
    content = content_of(pdf_bytes(nepali(Paper.A5)))
    assert content.count(b" BDC\n") == content.count(b"\nEMC\n") > 20
    assert b"-90000" not in content
    depth = 0
    for operator in re.findall(rb"\b(BT|ET|BDC|EMC)\n", content):
        depth += {b"BT": 1, b"ET": -1}.get(operator, 0)
        # A span may not begin or end inside of a text object.
        assert depth == 0 or operator == b"BT"


def test_latin_lines_are_left_as_they_are() -> None:
    made = receipt(payment(), ENGLISH, paper=Paper.ROLL_80)
    assert b"ActualText" not in content_of(pdf_bytes(made))
    objects_of(pdf_bytes(made))


@pytest.mark.parametrize("paper", Paper)
def test_the_text_is_attached_as_a_file(paper: Paper) -> None:
    document = held_slip(payment(PaymentState.WAITING, customer_name=NAME), NEPALI, paper=paper)
    data = pdf_bytes(document)
    objects = objects_of(data)
    name = b"(" + ("\ufeff" + TEXT_FILE).encode("utf-16-be") + b")"
    assert name in data
    text = stream_of(objects, numbered(objects, rb"/EF <</F (\d+) 0 R>>")).decode("utf-8")
    assert text.splitlines() == [line for whole in document.texts() for line in whole.splitlines()]
    assert NAME in text


def test_texts_from_outside_do_not_break_the_file() -> None:
    data = pdf_bytes(receipt(nasty_payment(), NEPALI, paper=Paper.ROLL_58))
    objects_of(data)
    assert spoken(data)


@pytest.mark.skipif(pdftotext is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("paper", Paper)
def test_a_reader_finds_joined_letters_where_they_stand(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "receipt.pdf"
    path.write_bytes(pdf_bytes(nepali(paper)))
    assert pdftotext is not None
    made = subprocess.run(
        [pdftotext, "-layout", str(path), "-"], capture_output=True, check=True, timeout=60
    )
    lines = [" ".join(line.split()) for line in made.stdout.decode("utf-8").splitlines()]
    assert any(line.startswith("गणेश किराना एन्ड रिचार्ज") for line in lines)
    assert any(line.startswith("जम्मा रु. १,६५७.००") for line in lines)
    assert any(NAME in line for line in lines)


def test_a_file_that_is_built_otherwise_is_saved_as_it_is(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(pdf_text, "_MARK", re.compile(b"no such mark"))
    with caplog.at_level(logging.ERROR):
        data = pdf_bytes(nepali(Paper.ROLL_80))
    assert "could not be named" in caplog.text
    objects_of(data)
