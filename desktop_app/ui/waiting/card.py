"""The card of a payment that waits, or whose cash must be given back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.formatting.dates import local
from desktop_app.ui.payment_kit.history import state_chip
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.tenders import paid_with_text
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.waiting.action_box import ActionBox
from desktop_app.ui.waiting.details import CardDetails
from desktop_app.ui.waiting.waiting_text import (
    blocked_text,
    customer_message,
    due_text,
    overdue_text,
    sent_text,
    status_text,
)
from desktop_app.ui.widgets import (
    Chip,
    IdLabel,
    Line,
    MixedLabel,
    Monogram,
    Panel,
    PanelLook,
    PlainLabel,
    Span,
    Tone,
)
from desktop_app.ui.widgets.ring import RingWatch
from desktop_app.ui.widgets.styled import set_style

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent

    from desktop_app.ui.waiting.waiting_row import DisplayContext, WaitingRow


class PaymentCard(Panel):
    """Customer and amount, what to tell, and what to do; below, while it is open, the details.

    ``taken`` tells that the keyboard came into the card, ``asked`` which button was pressed.
    """

    focused = Signal(int)
    action_requested = Signal(int, object)
    phone_noted = Signal(int, str)

    def __init__(self, theme: Theme, item: WaitingRow) -> None:
        number = item.number
        super().__init__(theme, name=f"waiting.card.{number}")
        self.number = number
        self.group = item.group
        self.details: CardDetails | None = None
        self._shown: tuple[WaitingRow, DisplayContext] | None = None
        self._checking = False
        self.setProperty("id", str(number))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = RingWatch(theme, self, theme.metrics.panel_radius)
        self._build_left(item)
        self._build_middle()
        self.action = ActionBox(theme, number)
        set_style(self.action, taken="no", alone="yes")
        self.action.action_requested.connect(lambda act: self.action_requested.emit(number, act))
        self.action.focus_released.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left, 40)
        row.addWidget(Line(theme, vertical=True))
        row.addWidget(self._middle, 42)
        row.addWidget(Line(theme, vertical=True))
        row.addWidget(self.action)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 1, 0, 1)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        for button in self.action.buttons:
            button.installEventFilter(self)

    # --- building -------------------------------------------------------------------------

    def _part(self, top: int = 12) -> tuple[QWidget, QVBoxLayout]:
        widget = QWidget()
        side = 14 if self._theme.compact else 18
        column = QVBoxLayout(widget)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(0)
        return widget, column

    def _build_left(self, item: WaitingRow) -> None:
        theme = self._theme
        self._monogram = Monogram(theme, item.monogram, item.payment.order.provider, 42)
        self._name = MixedLabel(theme, (), TextRole.HEADING)
        self._account = IdLabel(theme, "", TextRole.LABEL, "text2")
        self._sent = PlainLabel(theme, "", TextRole.LABEL, "text2")
        self._paid_with = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name=f"waiting.paidwith.{item.number}"
        )
        self._chip = Chip(theme, Tone.WAITING, "", name=f"waiting.state.{item.number}")
        self._amount = PlainLabel(theme, "", TextRole.HEADING, name=f"waiting.amount.{item.number}")
        names = QVBoxLayout()
        names.setSpacing(0)
        for part in (self._name, self._account, self._sent, self._paid_with):
            names.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._monogram, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._chip)
        foot.addStretch(1)
        foot.addWidget(self._amount)
        self._left, column = self._part()
        column.addLayout(head)
        column.addStretch(1)
        column.addSpacing(8)
        column.addLayout(foot)

    def _build_middle(self) -> None:
        theme = self._theme
        self._tell = MixedLabel(theme, (), name=f"waiting.tell.{self.number}")
        self._known = MixedLabel(
            theme, (), TextRole.LABEL, "text2", name=f"waiting.known.{self.number}"
        )
        self._hindered = MixedLabel(
            theme, (), TextRole.LABEL, "waittext", name=f"waiting.blocker.{self.number}"
        )
        self._due = MixedLabel(
            theme, (), TextRole.LABEL, "text2", name=f"waiting.due.{self.number}"
        )
        self._overdue = MixedLabel(
            theme, (), TextRole.STRONG, "waittext", name=f"waiting.overdue.{self.number}"
        )
        self._middle, column = self._part()
        column.addWidget(PlainLabel(theme, self.tr("Tell the customer"), TextRole.LABEL, "text2"))
        column.addWidget(self._tell)
        column.addStretch(1)
        column.addSpacing(4)
        column.addWidget(self._known)
        column.addWidget(self._hindered)
        column.addWidget(self._due)
        column.addWidget(self._overdue)

    # --- showing --------------------------------------------------------------------------

    def show_item(self, item: WaitingRow, moment: DisplayContext) -> None:
        """Show the payment as it stands now; nothing is worded anew where only time has passed."""
        before, self._shown = self._shown, (item, moment)
        if before is not None and _same(before, (item, moment)):
            self.action.show_item(item)
        else:
            self._show_payment()
        self.show_time(moment)

    def _show_payment(self) -> None:
        if self._shown is None:
            return
        item, moment = self._shown
        payment, order = item.payment, item.payment.order
        name = order.customer_name or order.account_id
        self._name.set_spans((Span(name),))
        named = name != order.account_id
        self._account.setText(
            f"{order.provider_name} · {order.account_id}" if named else order.provider_name
        )
        self._sent.setText(sent_text(item, moment))
        self._paid_with.setText(paid_with_text(order, item.debtor))
        self._paid_with.setVisible(bool(order.other_tenders))
        self._chip.set_state(*state_chip(payment))
        self._amount.setText(rupees(order.cash_due))
        self._tell.set_spans((Span(customer_message(item)),))
        self.action.show_item(item)
        if self.details is not None:
            self.details.show_item(item, moment)
        parts = (self._chip.text(), name, order.provider_name, self._amount.text())
        self.setAccessibleName(", ".join(parts))

    def show_time(self, moment: DisplayContext) -> None:
        """Update the parts that change with time."""
        if self._shown is None:
            return
        item = self._shown[0]
        self.action.show_time(moment.monotonic, checking=self._checking)
        said = (
            (self._known, status_text(item, moment)),
            (self._due, due_text(item, moment)),
            (self._hindered, blocked_text(item, moment)),
            (self._overdue, overdue_text(item, moment)),
        )
        for label, words in said:
            if words != label.text():
                label.set_spans((Span(words),))
        for label in (self._hindered, self._due, self._overdue):
            label.setVisible(bool(label.text()))

    def set_checking(self, checking: bool, moment: DisplayContext) -> None:
        """Show whether it is being looked up at a person's request."""
        if checking != self._checking:
            self._checking = checking
            self.show_time(moment)

    def show_phone_kept(self, *, kept: bool) -> None:
        """The ledger has the phone number, or did not take it."""
        if self.details is not None:
            self.details.phone.tell_kept(kept=kept)

    def set_selected(self, selected: bool) -> None:
        """The keys of the page belong to the selected card, which shows them."""
        self.set_look(PanelLook.SELECTED if selected else PanelLook.PLAIN)
        set_style(self.action, taken="yes" if selected else "no")
        self.action.set_selected(selected)

    def set_open(self, is_open: bool, *, history: bool) -> None:
        """Show the details, with what happened or without it."""
        if is_open and self.details is None:
            self.details = self._make_details()
        if self.details is None:
            return
        if is_open:
            self.details.set_history(history)
        self.details.setVisible(is_open)
        set_style(self.action, alone="no" if is_open else "yes")

    def _make_details(self) -> CardDetails:
        details = CardDetails(self._theme, self.number)
        details.action_requested.connect(lambda act: self.action_requested.emit(self.number, act))
        details.phone.noted.connect(lambda phone: self.phone_noted.emit(self.number, phone))
        if self._shown is not None:
            details.show_item(*self._shown)
        before: QWidget = self.action.buttons[-1]
        self._column.addWidget(details)
        for control in details.controls:
            control.installEventFilter(self)
            QWidget.setTabOrder(before, control)
            before = control
        return details

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """The focusable controls of the card, in order."""
        return (*self.action.buttons, *(self.details.controls if self.details else ()))

    def holds_focus(self) -> bool:
        """The keyboard is in the card."""
        # Also while a dialog has it, and will give it back.
        focus = self.window().focusWidget()
        return any(part is focus for part in (self, *self.findChildren(QWidget)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card is taken when the keyboard comes to one of its controls."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(self.number)
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The card is taken."""
        super().focusInEvent(event)
        self.focused.emit(self.number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere takes the card."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)


def _same(one: tuple[WaitingRow, DisplayContext], other: tuple[WaitingRow, DisplayContext]) -> bool:
    """Tell whether a card shows the same for both: the next check may differ, the day may not."""
    (item, moment), (item_now, moment_now) = one, other
    days = {local(each.now).date() for each in (moment, moment_now)}
    is_same_item = replace(item, check=None) == replace(item_now, check=None)
    return is_same_item and moment.language == moment_now.language and len(days) == 1
