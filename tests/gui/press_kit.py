"""Presses every control of a page, by the mouse and by the keyboard, and tells what did nothing.

What a press does is seen from outside: another page, another text, a file, a paper, a question to
the service. After each press the window is brought back to the state that is looked at, in the way
that the program itself uses after a change of language.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from desktop_app.ui.widgets import ChoiceList, MoneyTable
from desktop_app.ui.widgets.overlay import Overlay
from tests.clerk import ENTER, ESC, Clerk
from tests.gui.fit_kit import label_of, settle
from tests.list_rows import ListRow, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop_app.core.settings import Settings
    from desktop_app.ui.shell.navigation import MainView, ViewState

LEFT = Qt.MouseButton.LeftButton
MAX_TABS = 80
_DIGITS = re.compile(r"\d+")


def kind_of(control: QWidget) -> str:
    """Rows and tiles of one list are one kind: their names differ in a number or a slug."""
    name = control.objectName() or type(control).__name__
    for many in ("recent.", "customers."):
        if name.startswith(many):
            return many
    return _DIGITS.sub("#", name)


def controls(area: QWidget) -> Iterator[QWidget]:
    """What can be pressed, typed into or chosen from, and is seen."""
    for widget in area.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLineEdit) and widget.isReadOnly():
            continue
        if isinstance(widget, QAbstractItemView) and _only_shows(widget):
            continue
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractItemView):
            yield widget


def _only_shows(table: QAbstractItemView) -> bool:
    """Figures to read: there is nothing in it to choose."""
    nothing = table.selectionMode() is QAbstractItemView.SelectionMode.NoSelection
    return nothing and table.focusPolicy() is Qt.FocusPolicy.NoFocus


def name_of(control: QWidget) -> str:
    """What a screen reader says."""
    text = getattr(control, "text", None)
    words = str(text()) if isinstance(control, QAbstractButton) and callable(text) else ""
    return control.accessibleName() or words


def is_chosen(control: QWidget) -> bool:
    """The chosen one of several: pressing it again changes nothing, and need not."""
    return isinstance(control, QAbstractButton) and control.isCheckable() and control.isChecked()


def _unmarked(view: ChoiceList) -> ListRow:
    """The first item that is not in force already."""
    return next(row for row in rows_of(view) if not row.isChecked())


@dataclass(frozen=True)
class _Before:
    """What the window is brought back to."""

    flow: dict[str, object]
    kept: ViewState
    settings: Settings


def _copied(values: Mapping[str, object]) -> dict[str, object]:
    """What changes in place is copied; all else is a value."""
    return {k: dict(value) if isinstance(value, dict) else value for k, value in values.items()}


@dataclass
class Presser:
    """Goes through the states of one window. ``found`` is all that is wrong, in words.

    ``outside`` counts what happens outside of the window.
    """

    clerk: Clerk
    outside: Callable[[], object]
    everything: bool = False
    found: list[str] = field(default_factory=list)
    pressed: set[tuple[str, str]] = field(default_factory=set)

    @property
    def places(self) -> MainView:
        found = self.clerk.app.window.main_view
        assert found is not None
        return found

    # --- a state --------------------------------------------------------------------------

    def visit(
        self,
        state: str,
        again: Callable[[], object] = lambda: None,
        *,
        around: bool = False,
        beside: tuple[str, ...] = (),
    ) -> None:
        """Press each control of what is shown. ``again`` is called after coming back.

        ``around``: those around the page, in the rail and the bar at the top. ``beside``: how the
        names begin of what was pressed in another state and stands beside this one, too; one of
        them is pressed here.
        """
        again()
        self._settle()
        self._names(state)
        reached = self._tab_ring(state)
        page = self._area()
        todo = [
            (name, beside[0] if name.startswith(beside) else kind_of(control))
            for control in controls(self.clerk.app.window if around else page)
            if (name := control.objectName()) and not is_chosen(control)
            if around is not page.isAncestorOf(control)
        ]
        before = self._remember()
        for name, kind in todo:
            if (state, kind) in self.pressed and not self.everything:
                continue
            self.pressed.add((state, kind))
            for how, press in (("mouse", self._by_mouse), ("keyboard", self._by_keyboard)):
                control = self._find(name)
                if control is None or not control.isEnabled() or is_chosen(control):
                    break
                self._press(f"{state}: {name} by {how}", control, press, reached)
                self._come_back(before, again)

    def _press(
        self,
        where: str,
        control: QWidget,
        press: Callable[[QWidget, set[str]], str],
        reached: set[str],
    ) -> None:
        is_list = isinstance(control, ChoiceList)
        is_field = isinstance(control, QLineEdit | QComboBox | QAbstractItemView) and not is_list
        if not is_field:
            # That a press takes the keyboard is no effect.
            control.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(control, ChoiceList):
                _unmarked(control).setFocus(Qt.FocusReason.TabFocusReason)
            self._settle()
        seen = self._look()
        trouble = press(control, reached)
        self._settle()
        if trouble:
            self.found.append(f"{where}: {trouble}")
        elif is_field:
            if not self._has_keyboard(control.objectName()) and self._look() == seen:
                self.found.append(f"{where}: it does not take the keyboard")
        elif self._look() == seen:
            self.found.append(f"{where}: nothing happens")

    def _by_mouse(self, control: QWidget, reached: set[str]) -> str:
        target = control.viewport() if isinstance(control, QAbstractItemView) else control
        # Not all of it may be seen where the page scrolls.
        at = control.visibleRegion().boundingRect().center()
        # As Windows gives a click: to what lies on top at that place.
        window = control.window()
        there = window.childAt(control.mapTo(window, at))
        if there is not None and there is not control and not control.isAncestorOf(there):
            return f"covered by {label_of(there)}"
        if isinstance(control, ChoiceList):
            at = _unmarked(control).middle()
        elif isinstance(control, QAbstractItemView):
            at = control.visualRect(control.model().index(0, 0)).center()
        QTest.mouseClick(target, LEFT, Qt.KeyboardModifier.NoModifier, at)
        return ""

    def _by_keyboard(self, control: QWidget, reached: set[str]) -> str:
        if control.objectName() not in reached:
            return "" if self._is_reached_by_key(control) else "no Tab, arrow or key leads to it"
        control.setFocus(Qt.FocusReason.TabFocusReason)
        focus = QApplication.focusWidget()
        if isinstance(control, ChoiceList):
            _unmarked(control).setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(control, QAbstractButton | ChoiceList) and focus is not None:
            QTest.keyClick(focus, Qt.Key.Key_Space)
        return ""

    def _is_reached_by_key(self, control: QWidget) -> bool:
        """Its key is shown on it and pressed now; in a table, once its row is chosen."""
        self._choose_row_of(control)
        key = str(getattr(control, "key", "") or "")
        pressed = {"Esc": ESC, "Enter": ENTER}.get(key) or getattr(Qt.Key, f"Key_{key}", None)
        focus = QApplication.focusWidget()
        if pressed is None or focus is None:
            return False
        QTest.keyClick(focus, pressed)
        return True

    @staticmethod
    def _choose_row_of(control: QWidget) -> None:
        """Go to the row of a table in which a control stands, with the arrows."""
        table = control.parentWidget()
        while table is not None and not isinstance(table, QTableView):
            table = table.parentWidget()
        if table is None:
            return
        middle = control.mapTo(table.viewport(), control.rect().center())
        row = table.indexAt(middle).row()
        QTest.keyClick(table, Qt.Key.Key_Home)
        for _ in range(row):
            QTest.keyClick(table, Qt.Key.Key_Down)

    # --- what is the same on every page ---------------------------------------------------

    def _names(self, state: str) -> None:
        for control in controls(self.clerk.app.window):
            if not name_of(control):
                self.found.append(f"{state}: {label_of(control)} has no name for a screen reader")

    def _tab_ring(self, state: str) -> set[str]:
        """What Tab, and the arrows inside a group, come to; Tab comes round again."""
        start = QApplication.focusWidget()
        if start is None:
            self.found.append(f"{state}: the keyboard is nowhere")
            return set()
        reached: set[str] = set()
        seen: list[QWidget] = []
        for _ in range(MAX_TABS):
            focus = QApplication.focusWidget()
            if focus is None or focus in seen:
                break
            seen.append(focus)
            reached |= self._with_its_group(focus)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        else:
            self.found.append(f"{state}: Tab does not come round")
        if QApplication.focusWidget() is not None and QApplication.focusWidget() is seen[-1]:
            self.found.append(f"{state}: Tab stays on {label_of(seen[-1])}")
        start.setFocus(Qt.FocusReason.OtherFocusReason)
        return reached

    def _with_its_group(self, focus: QWidget) -> set[str]:
        """A group whose parts the arrows move among has one of them in the order of Tab."""
        parent = focus.parentWidget()
        names = {focus.objectName()}
        if parent is not None and isinstance(focus, QAbstractButton):
            names |= {
                part.objectName()
                for part in parent.findChildren(QAbstractButton)
                if type(part) is type(focus)
            }
        return names

    # --- looking, and coming back ---------------------------------------------------------

    def _area(self) -> QWidget:
        """What is on top: an overlay, or the page with its footer."""
        window = self.clerk.app.window
        for over in (*window.findChildren(Overlay), *window.findChildren(QDialog)):
            if over.isVisible():
                return over
        return self.places.current_page

    def _look(self) -> object:
        parts = [
            (
                widget.objectName(),
                str(widget.text())
                if isinstance(widget, QAbstractButton | QLabel | QLineEdit)
                else "",
                widget.isChecked() if isinstance(widget, QAbstractButton) else False,
                widget.isEnabled(),
                widget.current_id() if isinstance(widget, ChoiceList | MoneyTable) else "",
            )
            for widget in self.clerk.app.window.findChildren(QWidget)
            if widget.isVisible()
        ]
        focus = QApplication.focusWidget()
        others = tuple(
            over.objectName() for over in QApplication.topLevelWidgets() if over.isVisible()
        )
        at = "" if focus is None else focus.objectName()
        board = QApplication.clipboard().text()
        return Counter(parts), at, others, board, self.outside()

    def _has_keyboard(self, name: str) -> bool:
        focus = QApplication.focusWidget()
        control = self._find(name)
        return (
            focus is not None
            and control is not None
            and (focus is control or control.isAncestorOf(focus))
        )

    def _find(self, name: str) -> QWidget | None:
        for found in self.clerk.app.window.findChildren(QWidget, name):
            if found.isVisible():
                return found
        return None

    def _remember(self) -> _Before:
        app = self.clerk.app
        return _Before(_copied(vars(app.window.flow)), self.places.keep(), app.session.settings)

    def _come_back(self, before: _Before, again: Callable[[], object]) -> None:
        app = self.clerk.app
        self.close_what_is_over()
        self.clerk.wait(lambda: not app.window.flow.sending)
        if app.session.settings != before.settings:
            app.session.change(before.settings)
            self._settle()
        vars(app.window.flow).update(_copied(before.flow))
        self.places.resume(before.kept)
        self._settle()
        again()
        self._settle()
        QApplication.clipboard().clear()

    def close_what_is_over(self) -> None:
        """Close menus, dialogs and overlays; the keyboard is the window's again."""
        for popup in QApplication.topLevelWidgets():
            if popup.isVisible() and popup is not self.clerk.app.window:
                popup.close()
        for _ in range(3):
            over = self._area()
            if not isinstance(over, Overlay | QDialog):
                break
            focus = QApplication.focusWidget() or over
            QTest.keyClick(focus, ESC)
            self._settle()
        self.clerk.app.window.activateWindow()

    def _settle(self) -> None:
        self.clerk.until_idle()
        settle(self.clerk.app.window)
