"""The table of the kit: rows of plain text, one of them chosen, nothing cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import invalidate

from desktop_app.ui.theme import SEMIBOLD, Theme
from desktop_app.ui.theme.assets import load_fonts
from desktop_app.ui.widgets import (
    Button,
    Cell,
    Column,
    MoneyTable,
    Row,
    RowModel,
    ScrollPreview,
    Tone,
)
from desktop_app.ui.widgets.scroll_bar import OverlayBar
from desktop_app.ui.widgets.table_model import ROW_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

# Qt's "offscreen" platform says this of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support propagateSizeHints", extend=True
)

LONG = "BTL 120Mbps/3mths With 1TV New Year Dhamaka 079 and a name that is long " * 3
COLUMNS = (
    Column(title="Package", stretch=True),
    Column(title="Price", width=110, right=True),
    Column(title="Total (Rs.)", width=130, compact_width=100, right=True, strong=True),
)


def rows(count: int = 5) -> list[Row]:
    return [
        Row(id=f"p{n}", digit=str(n), cells=(f"Package {n}", "1,356.00", "1,657.00"))
        for n in range(1, count + 1)
    ]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    return Theme()


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> Iterator[MoneyTable]:
    window = QWidget()
    window.resize(800, 400)
    made = MoneyTable(theme, COLUMNS, "Packages", digits=True, name="packages")
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.show()
    made.set_rows(rows())
    made.setFocus()
    yield made


@pytest.fixture
def chosen(table: MoneyTable) -> list[str]:
    told: list[str] = []
    table.chosen.connect(told.append)
    return told


def test_the_model_is_a_plain_table(theme: Theme) -> None:
    model = RowModel(COLUMNS, digits=True)
    model.set_rows(rows(2))
    assert model.rowCount() == 2
    assert model.columnCount() == 4
    assert model.rowCount(model.index(0, 0)) == 0
    first = model.index(0, 1)
    assert first.data() == "Package 1"
    assert first.data(ROW_ID) == "p1"
    assert model.index(0, 0).data() == "1"
    right = model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Package"
    assert model.data(QModelIndex()) is None
    assert Row(id="x", cells=()).cell(3) == Cell()


def test_the_model_speaks_of_chips_and_badges() -> None:
    model = RowModel((Column(title="State"), Column(title="Name")))
    cells = (Cell(chip=(Tone.PAID, "PAID")), Cell(text="A", second="b", badge="Current"))
    model.set_rows([Row(id="1", cells=cells)])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(role) == "PAID"
    assert model.index(0, 1).data(role) == "A, Current, b"


def test_identifiers_have_a_literal_tooltip() -> None:
    model = RowModel((Column(title="Reference", middle=True), Column(title="Name")))
    model.set_rows([Row(id="1", cells=("<b>7f3c</b>", "<b>x</b>"))])
    tip = Qt.ItemDataRole.ToolTipRole
    assert model.index(0, 0).data(tip) == "<qt>&lt;b&gt;7f3c&lt;/b&gt;</qt>"
    assert model.index(0, 1).data(tip) is None


def test_nothing_is_chosen_at_first(table: MoneyTable) -> None:
    assert table.current_id() == ""


def test_choosing_tells_once(table: MoneyTable, chosen: list[str]) -> None:
    assert table.choose("p3")
    assert table.choose("p3")
    assert chosen == ["p3"]
    assert not table.choose("unknown")
    assert table.current_id() == "p3"


def test_a_click_chooses(table: MoneyTable, chosen: list[str], qtbot: QtBot) -> None:
    at = QPoint(60, table.rowViewportPosition(1) + 5)
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    assert chosen == ["p2"]


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_Down, "p4"),
        (Qt.Key.Key_Up, "p2"),
        (Qt.Key.Key_Home, "p1"),
        (Qt.Key.Key_End, "p5"),
        (Qt.Key.Key_2, "p2"),
    ],
)
def test_keys_move_the_choice(
    table: MoneyTable, chosen: list[str], qtbot: QtBot, key: Qt.Key, wanted: str
) -> None:
    table.choose("p3")
    QTest.keyClick(table, key)
    assert chosen == ["p3", wanted]


def test_enter_opens_and_goes_on_to_the_page(table: MoneyTable, qtbot: QtBot) -> None:
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.choose("p2")
    passed: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event: object) -> None:
            passed.append(1)

    page = Page()
    qtbot.addWidget(page)
    table.setParent(page)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Left)
    QTest.keyClick(table, Qt.Key.Key_9)
    assert opened == ["p2"]
    assert len(passed) == 3


def test_the_choice_survives_new_rows_with_the_same_ids(
    table: MoneyTable, chosen: list[str]
) -> None:
    table.choose("p2")
    table.set_rows(list(reversed(rows())))
    assert table.current_id() == "p2"
    assert chosen == ["p2"]
    table.set_rows(rows(1))
    assert table.current_id() == ""


def test_a_row_changes_in_place(table: MoneyTable) -> None:
    table.choose("p2")
    assert table.update_row(Row(id="p2", digit="2", cells=("Other", "1.00", "2.00")))
    assert table.current_id() == "p2"
    assert table.rows[1].cells[0] == "Other"
    assert not table.update_row(Row(id="none", cells=()))


def test_a_sum_row_cannot_be_chosen(table: MoneyTable) -> None:
    table.set_rows([*rows(2), Row(id="sum", cells=("All", "", "3,314.00"), total=True)])
    assert not table.choose("sum")


def test_money_is_never_cut(table: MoneyTable, theme: Theme) -> None:
    amount = "12,34,56,78,901.00"
    table.set_rows([Row(id="a", cells=("A", "1.00", amount))])
    needed = QFontMetrics(theme.sized_font(12.75, SEMIBOLD)).horizontalAdvance(amount)
    assert table.columnWidth(3) >= needed + 30


def test_a_long_name_makes_its_row_higher(table: MoneyTable) -> None:
    table.set_rows([Row(id="a", cells=(LONG, "1.00", "2.00")), *rows(1)])
    assert table.rowHeight(0) > table.rowHeight(1) == 44


def test_choosing_does_not_change_heights(table: MoneyTable) -> None:
    table.set_rows([Row(id="a", cells=(LONG, "1.00", "2.00")), *rows(3)])
    before = [table.rowHeight(n) for n in range(4)]
    table.choose("a")
    assert [table.rowHeight(n) for n in range(4)] == before


def test_rows_are_lower_in_a_small_window(table: MoneyTable, theme: Theme) -> None:
    theme.update(compact=True)
    assert table.rowHeight(0) == 38


def test_a_fitting_table_ends_with_its_rows(theme: Theme, qtbot: QtBot) -> None:
    made = MoneyTable(theme, COLUMNS, "Bills", fit=True, row_height=52)
    qtbot.addWidget(made)
    made.set_rows(rows(4))
    assert made.maximumHeight() == made.content_height() == 37 + 4 * 52 + 2


def test_the_second_line_of_a_cell_is_whole_in_its_tooltip(table: MoneyTable) -> None:
    account = "practice_of_old_baneshwor_already_made"
    cells = (Cell(text="Hari & Sons", second=account), "1,356.00", "1,657.00")
    table.set_rows([Row(id="p1", cells=cells)])
    tip = table.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "Hari" in tip
    assert account in tip
    assert table.model().index(0, 3).data(Qt.ItemDataRole.ToolTipRole) is None


def test_titles_can_be_translated_in_place(table: MoneyTable) -> None:
    table.choose("p2")
    table.set_columns(tuple(Column(title="प्याकेज", stretch=n == 0) for n in range(3)))
    assert table.current_id() == "p2"
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "प्याकेज"


def test_a_table_can_hold_buttons(table: MoneyTable, theme: Theme) -> None:
    button = Button(theme, "Pay")
    table.set_row_widget("p1", 3, button)
    assert button.parentWidget() is table.viewport()


def test_every_kind_of_cell_is_drawn(table: MoneyTable, theme: Theme, qtbot: QtBot) -> None:
    cells = (
        Cell(text="Anita", second="WorldLink · anita", strong=True, monogram=("WL", "worldlink")),
        Cell(chip=(Tone.WAITING, "WAITING")),
        Cell(text="1.00", badge="Current", colour="text2"),
    )
    table.set_rows([Row(id=str(n), cells=cells) for n in range(40)])
    table.choose("3")
    QTest.mouseMove(table.viewport(), QPoint(50, 10))
    for dark in (False, True):
        theme.update(dark=dark)
        assert not table.grab().isNull()
    assert table.rowHeight(0) == 51


def test_a_preview_shows_paper_in_the_width_of_the_paper(theme: Theme, qtbot: QtBot) -> None:
    preview = ScrollPreview(theme, "Receipt 000131", "80 mm")
    qtbot.addWidget(preview)
    paper = QPixmap(576, 1152)
    paper.fill(Qt.GlobalColor.white)
    preview.set_picture(paper)
    preview.add_button(Button(theme, "Print"))
    preview.resize(352, 480)
    preview.show()
    inner = preview.area.widget()
    assert inner is not None
    assert (inner.width(), inner.height()) == (300, 600)
    assert not preview.grab().isNull()


def test_the_chosen_row_stays_in_sight_in_a_smaller_window(table: MoneyTable) -> None:
    table.set_rows(rows(6))
    last = table.model().index(5, 0)
    table.choose(str(rows(6)[5].id))
    QApplication.processEvents()
    table.window().resize(800, 180)
    QApplication.processEvents()
    assert table.viewport().rect().contains(table.visualRect(last).center())


def test_the_bar_outlives_what_python_kept_of_the_one_below(theme: Theme, qtbot: QtBot) -> None:
    table = MoneyTable(theme, COLUMNS, "Packages")
    qtbot.addWidget(table)
    table.set_rows(rows(30))
    table.resize(400, 200)
    table.show()
    bar = table.findChild(OverlayBar)
    assert isinstance(bar, OverlayBar) and bar.isVisible()
    invalidate(table.verticalScrollBar())
    table.resize(400, 160)
    qtbot.waitUntil(lambda: bar.height() < 160)
    bar.setValue(40)
    assert table.verticalScrollBar().value() == 40
    table.verticalScrollBar().setValue(80)
    assert bar.value() == 80


class PaintCounter(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, painted: QWidget) -> None:
        super().__init__(painted)
        self.count = 0
        painted.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_other_rows_in_other_columns_are_painted_once(table: MoneyTable, qtbot: QtBot) -> None:
    counter = PaintCounter(table.viewport())
    table.show_content(COLUMNS[:2], rows(3), "p2")
    # A paint that follows would be asked for by a timer of Qt's view.
    qtbot.wait(50)
    assert counter.count == 1
    assert table.current_id() == "p2"
    assert table.horizontalHeader().count() == 3, "the digits and two columns"
