"""Customers looked up before that match what is typed."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop_app.core.clock import NEPAL
from desktop_app.core.customers import KnownAccount
from desktop_app.core.typed_text import typed_code
from desktop_app.ui.texts.lessons import lesson_title
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Line, MixedLabel, PaintedButton, Panel, PlainLabel, Span
from desktop_app.ui.widgets.discard import clear
from desktop_app.ui.wizard.recent import account_note

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.lessons import PracticeCustomer
    from desktop_app.ui.runtime.context import AppContext

_MAX_SHOWN = 5
_MAX_IN_LOW_WINDOW = 3
_LOW_WINDOW = 600
_ALIKE = 0.8


def marked(text: str, words: str) -> tuple[Span, ...]:
    """``text`` with the first occurrence of ``words`` marked."""
    at = text.casefold().find(words.casefold()) if words else -1
    if at < 0 or len(text.casefold()) != len(text):
        return (Span(text),)
    end = at + len(words)
    return (
        Span(text[:at]),
        Span(text[at:end], strong=True, colour="accenttext", underline=True),
        Span(text[end:]),
    )


def paid_ago(known: KnownAccount, now: datetime) -> str:
    """Word when the customer last paid here."""
    if known.last_paid_at is None:
        return ""
    gone = now.astimezone(NEPAL).date() - known.last_paid_at.astimezone(NEPAL).date()
    if gone.days <= 0:
        return QCoreApplication.translate("Suggestions", "Paid today")
    return QCoreApplication.translate("Suggestions", "Paid %n day(s) ago", "", gone.days)


class AccountRow(PaintedButton):
    """Id, name, last payment and note of one customer."""

    def __init__(
        self, theme: Theme, known: KnownAccount, words: str, ago: str, standing_text: str
    ) -> None:
        super().__init__(theme, known.account_id, 8)
        self.setObjectName(f"customer.suggestion.{known.account_id}")
        self.setProperty("id", known.account_id)
        self.setAccessibleName(f"{known.account_id} {known.customer_name} {standing_text}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(12)
        cells = (
            MixedLabel(theme, marked(known.account_id, words)),
            MixedLabel(theme, marked(known.customer_name, words), TextRole.STRONG),
            PlainLabel(theme, ago, TextRole.LABEL, "text2"),
        )
        for cell in cells:
            row.addWidget(cell, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(PlainLabel(theme, standing_text))

    def hasHeightForWidth(self) -> bool:
        """Return False: it stays one line, and the names inside do not decide the height."""
        return False

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(400, self._theme.scaled(46 if self._theme.compact else 54))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the list's."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)


def account_row(context: AppContext, known: KnownAccount, words: str = "") -> AccountRow:
    """The row of an account as it stands today, with ``words`` marked in it."""
    clock = context.clock
    today = account_note(known, clock.now(), clock.start_of_day())
    return AccountRow(context.theme, known, words, paid_ago(known, clock.now()), today)


class Suggestions(Panel):
    """Rows to choose from; ``chosen`` carries the account id."""

    chosen = Signal(str)
    pointed = Signal(object)
    """The known account whose row has got the focus."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, name="customer.suggestions")
        self._context = context
        self._known: tuple[KnownAccount, ...] = ()
        self._rows: list[AccountRow] = []
        self._found: list[KnownAccount] = []
        self._shown: tuple[str, tuple[str, ...]] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def set_known(
        self, known: tuple[KnownAccount, ...], practice: tuple[PracticeCustomer, ...] = ()
    ) -> None:
        """The accounts of this provider that were looked up before, newest first.

        In practice those come first that were not tried yet, under the name of what they teach.
        """
        tried = {one.account_id for one in known}
        now = self._context.clock.now()
        untried = tuple(
            KnownAccount(one.provider, one.account_id, lesson_title(one.lesson), now)
            for one in practice
            if one.account_id not in tried
        )
        self._known = untried + known
        self._shown = None

    def count(self) -> int:
        """Return the number of suggestions shown."""
        return len(self._rows)

    def alike(self, account_id: str) -> KnownAccount | None:
        """A customer looked up here before whose id differs little from this one."""
        known = {one.account_id: one for one in self._known if one.account_id != account_id}
        found = difflib.get_close_matches(account_id, list(known), n=1, cutoff=_ALIKE)
        return known[found[0]] if found else None

    def filter(self, text: str) -> None:
        """Show those whose id or name holds the text."""
        words = typed_code(text).casefold()
        found = [
            known
            for known in self._known
            if words in known.account_id.casefold() or words in known.customer_name.casefold()
        ][
            : _MAX_SHOWN
            if self.window().height() >= self._theme.scaled(_LOW_WINDOW)
            else _MAX_IN_LOW_WINDOW
        ]
        key = (words, tuple(known.account_id for known in found))
        if key == self._shown:
            return
        self._shown = key
        self._clear()
        self._found = found
        for known in found:
            if self._rows:
                self._column.addWidget(Line(self._theme))
            row = account_row(self._context, known, words)
            account_id = known.account_id
            row.clicked.connect(lambda _=False, account=account_id: self.chosen.emit(account))
            self._column.addWidget(row)
            self._rows.append(row)
        self.setVisible(bool(found))

    def pointed_at(self) -> KnownAccount | None:
        """The account of the row with the focus, else of the first row."""
        at = next((n for n, row in enumerate(self._rows) if row.hasFocus()), 0)
        return self._found[at] if self._found else None

    def take_focus(self) -> bool:
        """Move the focus down into the list; False at its end."""
        at = next((n for n, row in enumerate(self._rows) if row.hasFocus()), -1)
        if at + 1 >= len(self._rows):
            return bool(self._rows)
        self._focus(at + 1)
        return True

    def move_up(self) -> bool:
        """Move the focus up; False above the first row, where the field takes it."""
        at = next((n for n, row in enumerate(self._rows) if row.hasFocus()), -1)
        if at <= 0:
            return False
        self._focus(at - 1)
        return True

    def _focus(self, number: int) -> None:
        self._rows[number].setFocus(Qt.FocusReason.TabFocusReason)
        self.pointed.emit(self._found[number])

    def _clear(self) -> None:
        self._rows.clear()
        clear(self._column)
