"""Items of lists, which are no widgets of their own, as a test finds and presses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest

from desktop_app.ui.setup_forms.company_table import CompanyColumn, CompanyRow, CompanyTable
from desktop_app.ui.widgets import ChoiceItem, ChoiceList, TileList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_END = ".list"


class ListRow:
    """One item of a list, with what a test asks of a control."""

    def __init__(self, view: ChoiceList, number: int) -> None:
        self.view, self.number = view, number

    @property
    def item(self) -> ChoiceItem:
        """What the item shows."""
        return self.view.items[self.number]

    @property
    def index(self) -> QModelIndex:
        return self.view.model().index(self.number, 0)

    def isVisible(self) -> bool:
        """It is seen whole."""
        box = self.view.visualRect(self.index)
        return self.view.isVisible() and self.view.viewport().rect().contains(box)

    def isEnabled(self) -> bool:
        """It can be pressed."""
        return self.view.isEnabled()

    def isChecked(self) -> bool:
        """It is the marked one."""
        return self.view.marks and self.view.marked() == self.item.id

    def hasFocus(self) -> bool:
        """It has the keyboard."""
        return self.view.hasFocus() and self.view.currentIndex().row() == self.number

    def setFocus(self, reason: Qt.FocusReason) -> None:
        """Give it the keyboard."""
        self.view.setFocus(reason)
        self.view.setCurrentIndex(self.index)

    def box(self) -> QRect:
        """Where it is drawn in the list."""
        return self.view.box_of(self.index)

    def height(self) -> int:
        """How high it is drawn."""
        return self.view.box_of(self.index).height()

    def text(self) -> str:
        """Its first words."""
        return self.item.words

    def badge(self) -> str:
        """The number beside the words."""
        return str(getattr(self.item, "badge", ""))

    def accessibleName(self) -> str:
        """What a screen reader says."""
        return str(self.index.data(Qt.ItemDataRole.AccessibleTextRole))

    def tip(self) -> str:
        """Its tooltip."""
        return str(self.index.data(Qt.ItemDataRole.ToolTipRole) or "")

    def middle(self) -> QPoint:
        """Where a person presses it."""
        return self.box().center()

    def click(self) -> None:
        """Press it with the mouse."""
        QTest.mouseClick(
            self.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self.middle(),
        )


def rows_of(view: ChoiceList) -> list[ListRow]:
    """All items of a list."""
    return [ListRow(view, number) for number in range(len(view.items))]


def row_in(window: QWidget, name: str) -> ListRow | None:
    """The item called by its list and its id, or its number from 1: "nav.waiting"."""
    for view in window.findChildren(ChoiceList):
        prefix = view.objectName().removesuffix(_END) + "."
        if not name.startswith(prefix):
            continue
        rest = name.removeprefix(prefix)
        number = int(rest) - 1 if rest.isdecimal() and len(rest) == 1 else view.number_of(rest)
        if 0 <= number < len(view.items):
            return ListRow(view, number)
    return None


def click_company(window: QWidget, slug: str, column: CompanyColumn) -> None:
    """Click a box of a company in the list of companies that is seen."""
    table = companies(window)
    number = next(n for n, row in enumerate(table.rows) if row.slug == slug)
    index = table.model().index(number, column)
    table.scrollTo(index)
    at = table.visualRect(index).center()
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, none, at)


def companies(window: QWidget) -> CompanyTable:
    """The list of companies that is seen."""
    (found,) = [one for one in window.findChildren(CompanyTable) if one.isVisible()]
    return found


def company(window: QWidget, slug: str) -> CompanyRow:
    """A company in that list."""
    return next(row for row in companies(window).rows if row.slug == slug)


def name_of_focus(view: ChoiceList) -> str:
    """The name of the item with the keyboard, as ``row_in`` takes it."""
    return f"{view.objectName().removesuffix(_END)}.{view.current_id()}"


def tiles(window: QWidget) -> list[str]:
    """The slugs of the tiles that are seen, in the order of their digits."""
    shown = [view for view in window.findChildren(TileList) if view.isVisible()]
    return [row.item.id for view in shown for row in rows_of(view)]
