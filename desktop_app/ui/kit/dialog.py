"""A dialog above its window: one size, known before it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Icon, PlainLabel
from desktop_app.ui.widgets.page_body import PageBody
from desktop_app.ui.widgets.tab_order import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.theme import ColourName, Theme
    from desktop_app.ui.widgets import Button, TextField

_EDGE = 16


def close_dialogs(window: QWidget) -> None:
    """Close the dialogs above a window without an answer: the pages that opened them are going.

    What one of them has begun to write goes on: only a person gives it up.
    """
    for dialog in reversed(window.findChildren(Dialog)):
        if isValid(dialog) and not dialog.isHidden():
            dialog.done(QDialog.DialogCode.Rejected)


class Dialog(QDialog):
    """Lasts until it is closed. Fill ``column``, then fix the size; ``lead`` is its name."""

    def __init__(self, theme: Theme, window: QWidget, lead: str, *, name: str) -> None:
        super().__init__(window)
        self.theme = theme
        self.setObjectName(name)
        self.setWindowTitle(window.windowTitle())
        self.setAccessibleName(lead)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._room = window.size()
        self._frame = QVBoxLayout(self)
        self._frame.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.column = self.foot = self._frame
        self._body: PageBody | None = None

    def scroll_above_foot(self, side: int, end: int, *, spacing: int) -> None:
        """Let what ``column`` gets from now on scroll in a low window. What ``foot`` gets is always
        seen below it: the buttons, and what is said above them. The dialog's margins are given.
        """
        body = self._body = PageBody()
        self.column, self.foot = body.column, QVBoxLayout()
        for layout in (self.column, self.foot):
            layout.setSpacing(spacing)
        # The ring of what has the keyboard is drawn around it.
        below = min(spacing, 4)
        self.column.setContentsMargins(side, end, side, below)
        self.foot.setContentsMargins(side, spacing - below, side, end)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._frame.addWidget(body, 1)
        self._frame.addLayout(self.foot)

    def show_end(self) -> None:
        """Scroll to the last of what scrolls."""
        if self._body is not None:
            bar = self._body.verticalScrollBar()
            bar.setValue(bar.maximum())

    def add_head(self, icon: str, colour: ColourName, words: str) -> None:
        """Add the first row: an icon, the dialog's name in large letters, and words below it."""
        theme, name = self.theme, self.objectName()
        head, texts = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(16)
        head.addWidget(Icon(theme, icon, 30, colour), 0, Qt.AlignmentFlag.AlignTop)
        texts.setSpacing(6)
        lead = PlainLabel(
            theme, self.accessibleName(), TextRole.HEADING, wrap=True, name=f"{name}.lead"
        )
        texts.addWidget(lead)
        texts.addWidget(
            PlainLabel(theme, words, TextRole.BODY, "text2", wrap=True, name=f"{name}.words")
        )
        head.addLayout(texts, 1)
        self.column.addLayout(head)

    def named(self, control: QWidget) -> QVBoxLayout:
        """A control with its name above it, which gets the room that is left."""
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(PlainLabel(self.theme, control.accessibleName(), TextRole.LABEL, "text2"))
        pair.addWidget(control, 1)
        return pair

    def add_field(self, control: QWidget) -> None:
        """Add a row: a control with its name above it."""
        self.column.addLayout(self.named(control))

    def add_buttons(self, *buttons: Button, left: QWidget | None = None) -> QHBoxLayout:
        """Add the last row: what stands on the left, and the buttons on the right."""
        row = QHBoxLayout()
        row.setSpacing(14)
        if left is None:
            row.addStretch(1)
        else:
            row.addWidget(left, 1)
        for button in buttons:
            row.addWidget(button)
        self.foot.addLayout(row)
        return row

    def fix_size(self, width: int, height: int = 0) -> None:
        """Fix the size, no larger than the window; without a height, to what it holds.

        Done before the native window is made: nothing moves once it is seen.
        """
        wide = min(width, self._room.width() - 2 * _EDGE)
        high = height or self._frame.totalHeightForWidth(wide)
        if high < 0:  # nothing in it wraps
            high = self._frame.totalSizeHint().height()
        self.setFixedSize(wide, min(high, self.highest))

    @property
    def highest(self) -> int:
        """The height that its window has for a dialog."""
        return self._room.height() - 2 * _EDGE

    def show_above(self, first: QWidget) -> None:
        """Show it above its window, with the keyboard on the first control."""
        self.open()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def go_on(event: QKeyEvent, fields: Sequence[TextField], save: Button) -> bool:
        """Let Enter go to the first field that is empty, and at the end to the button.

        False for any other key.
        """
        if event.key() not in ENTER_KEYS:
            return False
        if not event.isAutoRepeat():
            empty = (field for field in fields if not field.text().strip())
            at = next(empty, save)
            if at.isEnabled():
                at.setFocus(Qt.FocusReason.TabFocusReason)
                bring_into_view(at)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down scroll where no list takes them."""
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        turn = pages.get(Qt.Key(event.key()))
        if turn is None or self._body is None:
            super().keyPressEvent(event)
            return
        bar = self._body.verticalScrollBar()
        bar.setValue(bar.value() + turn * bar.pageStep())
