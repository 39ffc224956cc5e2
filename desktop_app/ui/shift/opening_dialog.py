"""Asks before the first cash of a day what lies in the drawer: one key takes the last count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, Signal

from desktop_app.core.shifts.drawer import DrawerOpening, OpeningQuestion
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.payment_kit.history import moment_text
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.widgets import Button, Variant

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.settings import Language
    from desktop_app.ui.theme import Theme

_WIDTH = 640
_PAUSE_MS = 400
"""As on a page: an Enter that was meant for what stood there before must not answer."""


class OpeningDialog(Dialog):
    """Enter takes what the last close counted, F6 counts, Esc goes on without.

    Where nothing was counted before, or a shift of an earlier day is open, Enter counts.
    """

    taken = Signal(object)
    """A ``CashCount`` lies in the drawer."""
    count_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        opening: DrawerOpening,
        question: OpeningQuestion,
        now: datetime,
        language: Language,
    ) -> None:
        is_forgotten = question is OpeningQuestion.FORGOTTEN
        self._proposed = None if is_forgotten else opening.last_counted
        lead = self.tr("What lies in the drawer?")
        if is_forgotten:
            lead = self.tr("The shift of an earlier day is still open")
        super().__init__(theme, window, lead, name="opening")
        self._since = QElapsedTimer()
        self._no = Button(theme, self.tr("Go on without"), key="Esc", name="opening.without")
        self._no.clicked.connect(self.reject)
        self._count = Button(theme, self.tr("Count it"), key="F6", name="opening.count")
        self._take = Button(theme, "", Variant.PRIMARY, key="Enter", name="opening.take")
        if is_forgotten:
            self._take.setText(self.tr("Count and close"))
        elif self._proposed is None:
            self._take.setText(self.tr("Count it"))
        else:
            amount = rupees(self._proposed.total)
            self._take.setText(self.tr("Take {amount}").format(amount=amount))
        if self._proposed is None:
            self._count.hide()
        self._count.clicked.connect(self._ask_count)
        self._take.clicked.connect(self._answer)
        self._lay_out(self._words(opening, is_forgotten, now, language))

    def _words(
        self, opening: DrawerOpening, is_forgotten: bool, now: datetime, language: Language
    ) -> str:
        if is_forgotten and opening.shift is not None:
            words = self.tr(
                "It was opened {time}. Count its cash and close it before today’s cash comes"
                " into the drawer, or go on in it."
            )
            return words.format(time=moment_text(opening.shift.opened_at, now, language))
        if self._proposed is None or opening.last is None:
            return self.tr(
                "No close of this drawer has been counted yet. Count what lies in it before the"
                " first cash of the day; it can also be noted later, under Day close."
            )
        words = self.tr("{amount} lay in it at the last close, {time}. Is that still so?")
        time = moment_text(opening.last.at, now, language)
        return words.format(amount=rupees(self._proposed.total), time=time)

    def _lay_out(self, words: str) -> None:
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(22)
        self.add_head("banknote", "text2", words)
        self.add_buttons(self._no, self._count, self._take)
        # An amount of lakhs makes its button wider than the usual dialog has room for.
        buttons = self.column.totalMinimumSize().width()
        self.fix_size(max(self.theme.scaled(_WIDTH), buttons))

    def ask(self) -> None:
        """Show it above its window."""
        self._since.start()
        self.show_above(self._take)

    @property
    def is_pausing(self) -> bool:
        """It has just appeared and ignores Enter."""
        return self._since.isValid() and self._since.elapsed() < _PAUSE_MS

    def _answer(self) -> None:
        if self.is_pausing:
            return
        if self._proposed is None:
            self._ask_count()
            return
        self.accept()
        self.taken.emit(self._proposed)

    def _ask_count(self) -> None:
        self.accept()
        self.count_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is proposed, F6 counts; Esc is Qt's."""
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat():
                self._answer()
        elif event.key() == Qt.Key.Key_F6 and not event.isAutoRepeat():
            self._ask_count()
        else:
            super().keyPressEvent(event)
