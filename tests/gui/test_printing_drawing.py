"""How papers are laid out and drawn: nothing cut, nothing grey, codes on whole dots."""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import segno
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Language, Paper
from desktop_app.printing.blocks import Code, Columns, Document, Row, Size, Text
from desktop_app.printing.content import Copy, code_text, held_slip, receipt, return_slip
from desktop_app.printing.drawing import draw, picture
from desktop_app.printing.layout import lay_out
from desktop_app.printing.page import Area, Modules, Page
from desktop_app.printing.paper_spec import STOCKS
from desktop_app.printing.text_run import TextRun, break_lines, font, natural_width
from desktop_app.ui.theme.assets import load_fonts
from tests.paper import ENGLISH, NEPALI, REPRINTED_AT, nasty_payment, papers, payment
from tests.sampling import values

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_app.printing.texts import Wording

ALL_PAPERS = pytest.mark.parametrize("paper", Paper)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


def text_runs(page: Page) -> list[TextRun]:
    return [mark for mark in page.marks if isinstance(mark, TextRun)]


def codes(page: Page) -> list[Modules]:
    return [mark for mark in page.marks if isinstance(mark, Modules)]


def check_nothing_is_cut(page: Page) -> None:
    left, right = page.margin - 1, page.width - page.margin + 1
    bottom = page.height / page.shrink
    for mark in page.marks:
        if isinstance(mark, TextRun):
            assert "".join(mark.lines()) == mark.text
            bounds = mark.bounds
            edges = (bounds.left(), bounds.right(), bounds.top(), bounds.bottom())
        elif isinstance(mark, Area):
            edges = (mark.x, mark.x + mark.width, mark.y, mark.y + mark.height)
        else:
            edges = (mark.x, mark.x + mark.width, mark.y, mark.y + mark.width)
        assert left <= edges[0] <= edges[1] <= right, mark
        assert 0 <= edges[2] <= edges[3] <= bottom, mark


def test_nothing_is_cut_on_any_paper_and_no_two_texts_lie_over_each_other() -> None:
    for name, document in papers():
        page = lay_out(document)
        check_nothing_is_cut(page)
        boxes = [mark.bounds for mark in text_runs(page)]
        for index, box in enumerate(boxes):
            for other in boxes[index + 1 :]:
                shared = box.intersected(other)
                # Lines of text may share the room above and below their letters, not the letters.
                assert shared.width() < 1 or shared.height() < 0.3 * min(
                    box.height(), other.height()
                ), name


@pytest.mark.parametrize(("paper", "words"), values(list(Paper), [ENGLISH, NEPALI]))
def test_nothing_is_cut_of_the_worst_names(paper: Paper, words: Wording) -> None:
    for name in ("W" * 10_000, "क्ष्म्य" * 2_000, "word " * 2_000, "\U0001f600" * 500, "\u0645" * 500):
        worst = nasty_payment(customer_name=name, offer_label=name, operator=name)
        made = receipt(worst, words, paper=paper, copy=Copy(1, REPRINTED_AT, name))
        check_nothing_is_cut(lay_out(made))
        waiting = replace(worst, state=PaymentState.WAITING)
        check_nothing_is_cut(lay_out(held_slip(waiting, words, paper=paper)))
        refused = replace(worst, state=PaymentState.NOT_PAID)
        check_nothing_is_cut(lay_out(return_slip(refused, words, paper=paper)))


@ALL_PAPERS
def test_only_black_and_white_are_drawn(paper: Paper) -> None:
    page = lay_out(receipt(payment(), ENGLISH, paper=paper))
    image = picture(receipt(payment(), ENGLISH, paper=paper))
    assert image.size() == QSize(page.width, page.height)
    data = bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
    assert data[0::4] == data[1::4] == data[2::4]


def test_widths_are_those_of_the_printers() -> None:
    assert STOCKS[Paper.ROLL_80].printable == 576
    assert STOCKS[Paper.ROLL_58].printable == 384
    for paper, width, height in ((Paper.A5, 148, 210), (Paper.A4, 210, 297)):
        page = lay_out(receipt(payment(), ENGLISH, paper=paper))
        assert (page.width, page.height) == (8 * width, 8 * height)


def test_a_roll_is_as_long_as_its_content() -> None:
    short = lay_out(receipt(payment(), ENGLISH, paper=Paper.ROLL_80))
    long = lay_out(receipt(nasty_payment(), ENGLISH, paper=Paper.ROLL_80))
    assert short.width == long.width == 640
    assert 1200 < short.height < 1500 < long.height


def test_a4_uses_its_upper_half_for_an_ordinary_receipt() -> None:
    copy = receipt(payment(), ENGLISH, paper=Paper.A4, copy=Copy(1, REPRINTED_AT))
    for document in (receipt(payment(), ENGLISH, paper=Paper.A4), copy):
        page = lay_out(document)
        assert max(mark.bounds.bottom() for mark in text_runs(page)) < page.height / 2


def test_an_overfull_sheet_is_shrunk() -> None:
    worst = nasty_payment(offer_label="W" * 160)
    page = lay_out(receipt(worst, ENGLISH, paper=Paper.A5))
    assert 0.4 < page.shrink < 1.0
    assert lay_out(receipt(payment(), ENGLISH, paper=Paper.A5)).shrink == 1.0


@pytest.mark.parametrize(
    ("paper", "scale", "size"),
    [
        (Paper.ROLL_80, 1.0, 5),
        (Paper.ROLL_58, 1.0, 4),
        (Paper.A5, 1.0, 5),
        (Paper.ROLL_80, 2.0, 10),
        (Paper.ROLL_80, 203 / 203.2, 5),  # a printer's own resolution
        (Paper.ROLL_80, 180 / 203.2, 4),
        (Paper.ROLL_80, 0.47, 2),  # a preview
    ],
)
def test_the_codes_modules_are_whole_dots(paper: Paper, scale: float, size: int) -> None:
    document = receipt(payment(), ENGLISH, paper=paper)
    image = picture(document, scale=scale)
    expected = [
        bytes(row)
        for row in segno.make_qr(
            code_text(payment(), "000131"), error="m", boost_error=False
        ).matrix
    ]
    place = codes(lay_out(document))[0]
    x, y = _first_dark(image, round(place.x * scale), round(place.y * scale))
    for row, modules in enumerate(expected):
        wanted = b"".join((b"\x00" if dark else b"\xff") * size for dark in modules)
        for dy in range(size):
            assert _greys(image, x, y + row * size + dy, len(wanted)) == wanted, row


def _greys(image: QImage, x: int, y: int, count: int) -> bytes:
    """So many dots of a line, from x on."""
    line = image.copy(x, y, count, 1).convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(line.constBits())[:count]


def _first_dark(image: QImage, x: int, y: int) -> tuple[int, int]:
    """The code's own corner, within the few dots that snapping may have moved it."""
    near = [(x + dx, y + dy) for dy in range(-3, 30) for dx in range(-3, 30)]
    return next((px, py) for px, py in near if image.pixelColor(px, py).lightness() == 0)


@ALL_PAPERS
def test_the_code_has_white_around_it(paper: Paper) -> None:
    document = receipt(payment(), ENGLISH, paper=paper)
    page, image = lay_out(document), picture(document)
    for code in codes(page):
        quiet = 4 * code.size
        wide = code.width + 2 * quiet
        for y in range(code.y - quiet + 1, code.y + code.width + quiet - 1):
            inside = code.y <= y < code.y + code.width
            for x, count in (
                ((code.x - quiet, quiet), (code.x + code.width, quiet))
                if inside
                else ((code.x - quiet, wide),)
            ):
                assert set(_greys(image, x, y, count)) == {255}, (x, y)


def test_a_code_with_a_long_provider_fits_narrow_paper() -> None:
    document = receipt(nasty_payment(), ENGLISH, paper=Paper.ROLL_58)
    code = codes(lay_out(document))[0]
    assert code.size == 4
    assert code.width <= 384


def test_long_values_go_below_their_label_on_narrow_paper_only() -> None:
    row = Row("Customer", "online_due_and_package", bold=True)
    for paper, is_below in ((Paper.ROLL_58, True), (Paper.ROLL_80, False)):
        page = lay_out(Document("t", paper, Language.ENGLISH, (row,)))
        label, value = text_runs(page)
        assert (value.y > label.y) is is_below
        assert (value.bounds.left() < label.bounds.right()) is is_below


def test_a_long_label_leaves_room_for_its_value() -> None:
    row = Row("label " * 40, "1,657.00")
    page = lay_out(Document("t", Paper.ROLL_80, Language.ENGLISH, (row,)))
    label, value = text_runs(page)
    assert value.lines() == ("1,657.00",)
    assert len(label.lines()) > 3


def test_html_is_drawn_literally() -> None:
    document = receipt(payment(customer_name="<b>Ram</b>"), ENGLISH, paper=Paper.ROLL_80)
    drawn = [mark.text for mark in text_runs(lay_out(document))]
    assert "<b>Ram</b>" in drawn


def test_nepali_letters_have_room_above_and_below() -> None:
    tall = "काठमाडौँ र्‍याङ्ग्रो कृष्णप्रसाद"
    made = break_lines(" ".join([tall] * 8), font(24), 400, line_height=1.5)
    tops = [made.layout.lineAt(index) for index in range(made.layout.lineCount())]
    for above, below in pairwise(tops):
        assert above.position().y() + above.ascent() + above.descent() <= below.position().y() + 1


def test_bundled_fonts_have_every_letter_of_our_own_words() -> None:
    for paper in (receipt(payment(), NEPALI, paper=Paper.A5),):
        for text in paper.texts():
            for character in text:
                assert unicodedata.category(character) != "Cn"
    wide = natural_width("नेपाली", font(24))
    assert 40 < wide < 120


def test_a_line_in_another_direction_stays_on_its_side() -> None:
    made = break_lines("\u0645\u062d\u0645\u062f abc", font(24), 400, line_height=1.3)
    assert made.layout.lineAt(0).position().x() == 0


def test_columns_stand_side_by_side() -> None:
    document = receipt(payment(), ENGLISH, paper=Paper.A5)
    assert any(isinstance(block, Columns) for block in document.blocks)
    placed = {mark.text: mark for mark in text_runs(lay_out(document))}
    assert (
        placed["PAYMENT RECEIPT"].bounds.left() > placed["Ganesh Kirana & Recharge"].bounds.right()
    )


def test_a_picture_follows_the_screens_pixels() -> None:
    document = receipt(payment(), ENGLISH, paper=Paper.ROLL_80)
    image = picture(document, scale=0.5, device_pixel_ratio=1.5)
    assert image.devicePixelRatio() == 1.5
    assert image.width() == 480
    assert image.deviceIndependentSize().width() == 320


def test_draw_leaves_the_painter_as_it_was() -> None:
    image = QImage(640, 1600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = (painter.transform(), painter.pen())
    draw(painter, receipt(nasty_payment(), ENGLISH, paper=Paper.A5))
    assert (painter.transform(), painter.pen()) == before
    painter.end()


def test_pictures_can_be_made_on_several_threads_at_once() -> None:
    document = receipt(payment(), NEPALI, paper=Paper.ROLL_80)
    expected = picture(document)
    made: list[QImage] = []
    threads = [threading.Thread(target=lambda: made.append(picture(document))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(made) == 4
    assert all(image == expected for image in made)


def test_empty_texts_take_no_room() -> None:
    empty = (Text("", Size.TITLE), Text(""))
    page = lay_out(Document("t", Paper.ROLL_80, Language.ENGLISH, empty))
    stock = STOCKS[Paper.ROLL_80]
    assert page.marks == []
    assert page.height == stock.margin_top + stock.margin_bottom


def test_a_code_wider_than_its_place_gets_smaller_modules() -> None:
    document = Document("t", Paper.ROLL_58, Language.ENGLISH, (Code("x" * 1500),))
    code = codes(lay_out(document))[0]
    assert 1 <= code.size < 4
    assert code.width <= 384


def test_amounts_are_never_broken() -> None:
    most = Money(10**11)
    for paper in Paper:
        worst = nasty_payment(amount=most, cash_due=most, cash_received=most)
        for mark in text_runs(lay_out(receipt(worst, ENGLISH, paper=paper))):
            if mark.text.endswith("1,00,00,00,000.00"):
                assert len(mark.lines()) == 1
