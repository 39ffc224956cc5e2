"""The field for a PIN, and what is said of the PIN that was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.core.operators import PinAnswer, PinOutcome
from desktop_app.core.pins import MAX_DIGITS
from desktop_app.core.typed_text import latin_digits
from desktop_app.ui.kit.keyboard import NO_SCAN
from desktop_app.ui.widgets import FieldState, InlineMessage, TextField
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.clock import Clock
    from desktop_app.ui.theme import Theme

_SECOND_MS = 1000
_MINUTE = 60


class PinField(QWidget):
    """Takes digits only, and shows none of them. ``entered`` tells that Enter was pressed.

    While a PIN is compared, and while the person is locked out, nothing can be typed.
    """

    entered = Signal()

    def __init__(self, theme: Theme, clock: Clock, *, name: str) -> None:
        super().__init__()
        self._clock = clock
        self._until: datetime | None = None
        self._busy = False
        self.field = TextField(theme, self.tr("PIN"), icon="lock", big=True)
        self.field.setObjectName(name)
        self.field.setProperty(NO_SCAN, True)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(MAX_DIGITS)
        self.field.textEdited.connect(self._edited)
        self.field.returnPressed.connect(self.entered)
        self._note = InlineMessage(theme, "", "info", name=f"{name}.note", about=self.field)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._count_down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._note)

    @property
    def pin(self) -> str:
        """The PIN as typed."""
        return self.field.text()

    @property
    def is_locked(self) -> bool:
        """Nothing is compared now: wait."""
        return self._until is not None

    def take_focus(self) -> None:
        """Put the keyboard there."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, digit: str) -> None:
        """Type a digit, as a button of the pad does."""
        if not self.field.isReadOnly():
            self.field.insert(digit)
            self._edited(self.field.text())

    def backspace(self) -> None:
        """Take the last digit away."""
        if not self.field.isReadOnly():
            self.field.backspace()

    def ask(self, words: str) -> None:
        """Begin anew, for a person of whom this is said."""
        self._until = None
        self._second.stop()
        self.set_busy(busy=False)
        self.field.clear()
        self._say(words)

    def set_busy(self, *, busy: bool) -> None:
        """Show that a PIN is being compared."""
        self._busy = busy
        locked = busy or self.is_locked
        had = self.field.hasFocus()
        self.field.setReadOnly(locked)
        self.field.set_state(FieldState.REST)
        self.field.setReadOnly(locked)
        if had:
            self.take_focus()

    def show_answer(self, answer: PinAnswer, name: str) -> None:
        """Say why a PIN was not taken, and until when no other is."""
        self.field.clear()
        self._until = answer.locked_until
        self.set_busy(busy=False)
        if answer.outcome is PinOutcome.GONE:
            self._say(
                self.tr("{name} is not among the people any more.").format(name=name), bad=True
            )
            return
        if self._until is not None:
            self._second.start()
            self._count_down()
            announce(self.field, self._note.text())
            return
        self.field.set_state(FieldState.INVALID)
        self._say(self.tr("This is not the PIN of {name}.").format(name=name), bad=True)

    def show_words(self, words: str) -> None:
        """Say why nothing was compared."""
        self.set_busy(busy=False)
        self._say(words, bad=True)

    def _say(self, words: str, *, bad: bool = False) -> None:
        self._note.set_message(words, bad=bad)
        self._note.setVisible(bool(words))
        if bad:
            announce(self.field, words)

    def _edited(self, text: str) -> None:
        digits = "".join(at for at in latin_digits(text) if at in "0123456789")
        if digits != text:
            self.field.setText(digits)
        self.field.set_state(FieldState.REST)

    def _count_down(self) -> None:
        left = 0.0
        if self._until is not None:
            left = (self._until - self._clock.now()).total_seconds()
        if left <= 0:
            self.ask(self.tr("Now it can be tried again."))
            return
        seconds = int(left) + 1
        if seconds > _MINUTE:
            wait = self.tr("%n minute(s)", "", -(-seconds // _MINUTE))
        else:
            wait = self.tr("%n second(s)", "", seconds)
        words = self.tr("Too many wrong PINs. Try again in {time}.").format(time=wait)
        self._note.set_message(words, bad=True)
        self._note.show()
