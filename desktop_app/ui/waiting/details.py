"""The lower part of the chosen card: the customer's phone, the slip, and what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.payments.payment import PaymentState
from desktop_app.ui.payment_kit.history import event_lines
from desktop_app.ui.waiting.actions import Action
from desktop_app.ui.waiting.phone import PhoneField
from desktop_app.ui.widgets import Button, ButtonSize, EventLine, EventList, Line, Variant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Theme
    from desktop_app.ui.waiting.waiting_row import DisplayContext, WaitingRow

_FIRST, _LAST = 3, 5
"""Of a long history, so many events are shown at its beginning and at its end."""


class CardDetails(QWidget):
    """Built when its card is chosen for the first time."""

    action_requested = Signal(object)

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[WaitingRow, DisplayContext] | None = None
        self._open = False
        self.phone = PhoneField(theme, f"waiting.phone.{number}")
        self.copy = self._button(
            self.tr("Copy reference"), Action.COPY, f"waiting.reference.{number}"
        )
        self.print = self._button("", Action.PRINT, f"waiting.print.{number}", key="F9")
        self.pdf = self._button(self.tr("PDF"), Action.PDF, f"waiting.pdf.{number}", key="Ctrl S")
        self.pdf.setAccessibleName(self.tr("Save PDF"))
        self.complain = self._button(
            self.tr("Complaint"), Action.COMPLAIN, f"waiting.complain.{number}", key="F8"
        )
        self.history = self._button(
            self.tr("History"), Action.HISTORY, f"waiting.history.{number}", key="→"
        )
        self.settle = self._button(
            self.tr("Settled otherwise"), Action.SETTLE, f"waiting.settle.{number}"
        )
        for link in (self.copy, self.history, self.settle):
            link.set_variant(Variant.LINK)
        self._events = EventList(theme, name=f"waiting.events.{number}")
        self._events.setAccessibleName(self.tr("What happened"))
        self._events.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.phone, 1)
        for button in (self.settle, self.copy, self.complain, self.print, self.pdf, self.history):
            row.addWidget(button)
        side = 14 if theme.compact else 18
        inside = QVBoxLayout()
        inside.setContentsMargins(side, 8, side, 10)
        inside.setSpacing(10)
        inside.addLayout(row)
        inside.addWidget(self._events)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(Line(theme))
        column.addLayout(inside)

    def _button(self, words: str, act: Action, name: str, *, key: str = "") -> Button:
        button = Button(self._theme, words, key=key, size=ButtonSize.SMALL, side=True, name=name)
        button.clicked.connect(lambda: self.action_requested.emit(act))
        return button

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """The focusable controls, in order."""
        return (
            self.phone.field,
            self.settle,
            self.copy,
            self.complain,
            self.print,
            self.pdf,
            self.history,
        )

    def show_item(self, item: WaitingRow, moment: DisplayContext) -> None:
        """Show the payment as it stands now."""
        self._shown = item, moment
        self.phone.show_phone(item.payment.customer_phone)
        self.copy.setVisible(not item.for_owner and not item.came_back)
        self.settle.setVisible(item.came_back)
        self.complain.setVisible(item.may_complain)
        has_receipt = item.payment.state is PaymentState.PAID
        self.print.setText(self.tr("Print") if has_receipt else self.tr("Print slip"))
        self._show_events()

    def set_history(self, shown: bool) -> None:
        """Show or hide what happened."""
        self._open = shown
        self.history.setText(self.tr("Hide history") if shown else self.tr("History"))
        self.history.set_key("←" if shown else "→")
        self._show_events()

    def _show_events(self) -> None:
        if self._shown is not None and self._open:
            item, moment = self._shown
            self._events.set_events(
                self._folded(event_lines(item.payment, item.events, moment.language))
            )
        self._events.setVisible(self._open)

    def _folded(self, lines: Sequence[EventLine]) -> Sequence[EventLine]:
        """A payment that waits for days has many look-ups; Payments shows them all."""
        left_out = len(lines) - _FIRST - _LAST
        if left_out <= 1:
            return lines
        more = self.tr("%n more, see Payments", "", left_out)
        return (*lines[:_FIRST], EventLine("⋮", "", more), *lines[-_LAST:])
