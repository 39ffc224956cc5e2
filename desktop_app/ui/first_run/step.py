"""The base of the steps of connecting the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, Panel, PlainLabel, Variant

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.runtime.context import AppContext

WIDTH = 760


def in_the_middle(panel: QWidget) -> QHBoxLayout:
    """Return a row with the panel in its middle.

    Not by an alignment: Qt then works out the height of wrapped texts from the width of the row.
    """
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(panel)
    row.addStretch(1)
    return row


class StepPanel(Panel):
    """A title, words below it, a body, and the buttons Back and Next.

    What is entered is kept in ``context.session.unsaved`` as it is typed, because a change of
    language or size builds the page anew.
    """

    back = Signal()
    done = Signal()

    def __init__(self, context: AppContext, title: str, words: str, next_text: str = "") -> None:
        super().__init__(context.theme)
        self.context = context
        self.theme = context.theme
        compact = context.theme.compact
        self.setFixedWidth(context.theme.scaled(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout()
        self.body.setSpacing(8 if compact else 12)
        self.back_button = Button(context.theme, self.tr("Back"), key="Esc", name="first.back")
        self.back_button.clicked.connect(self.back)
        self.next_button = Button(
            context.theme,
            next_text or self.tr("Next"),
            Variant.PRIMARY,
            key="Enter",
            name="first.next",
        )
        self.next_button.clicked.connect(self.go_on)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(14)
        self.buttons.addWidget(self.back_button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.next_button)
        column = QVBoxLayout(self)
        side, room = 30, 16 if compact else 22
        column.setContentsMargins(side, room, side, room)
        column.setSpacing(0)
        column.addWidget(PlainLabel(context.theme, title, TextRole.TITLE))
        column.addWidget(PlainLabel(context.theme, words, TextRole.BODY, "text2", wrap=True))
        column.addSpacing(10 if compact else 14)
        column.addLayout(self.body)
        column.addSpacing(12 if compact else 20)
        column.addLayout(self.buttons)

    def enter(self) -> None:
        """The step is about to be seen: show what was entered, and take the focus."""

    def go_on(self) -> None:
        """Enter, or Next."""
        self.done.emit()

    def focus_next(self) -> None:
        """Put the keyboard on Next."""
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc back; other keys are the step's own."""
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat() and self.next_button.isEnabled():
                self.go_on()
        elif event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.back.emit()
        elif not self.takes_key(event):
            super().keyPressEvent(event)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Handle a key that no control wanted; False to leave it."""
        return False
