"""What can be done with the chosen customer beside paying."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.widgets import Button, ButtonSize

if TYPE_CHECKING:
    from desktop_app.ui.customers.customer_rows import Customer
    from desktop_app.ui.theme import Theme


class ActionRow(QWidget):
    """The buttons below the list; each has a key. What is pressed is told with the customer."""

    card_wanted = Signal(object)
    marked = Signal(object)
    """As a favourite, or as none any more."""
    told_of = Signal(object)
    """That the account runs out, or not after all."""
    reminder_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._customer: Customer | None = None
        small = ButtonSize.SMALL
        self.card = Button(
            theme, self.tr("Customer…"), key="Ctrl D", size=small, name="customers.card"
        )
        self.favourite = Button(
            theme, self.tr("Favourite"), key="Ctrl B", size=small, name="customers.favourite"
        )
        self.told = Button(theme, self.tr("Told"), key="Ctrl M", size=small, name="customers.told")
        self.remind = Button(
            theme, self.tr("WhatsApp…"), key="Ctrl W", size=small, name="customers.remind"
        )
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(12)
        self.row.addStretch(1)
        for button in (self.remind, self.told, self.favourite, self.card):
            self.row.addWidget(button)
        for button, signal in (
            (self.card, self.card_wanted),
            (self.favourite, self.marked),
            (self.told, self.told_of),
            (self.remind, self.reminder_wanted),
        ):
            button.clicked.connect(partial(self._press, button, signal))
        self.show_for(None, is_due=False)

    @property
    def has_keyboard(self) -> bool:
        """One of the buttons has the keyboard."""
        return any(one.hasFocus() for one in (self.remind, self.told, self.favourite, self.card))

    def show_for(self, customer: Customer | None, *, is_due: bool) -> None:
        """Offer what can be done with this customer; None where nobody is chosen."""
        self._customer = customer
        nobody = self.tr("No customer is chosen.")
        is_any = customer is not None
        card = None if customer is None else customer.line.card
        is_favourite = card is not None and card.is_favourite
        is_told = customer is not None and customer.line.reminded_at is not None
        self.favourite.setText(self.tr("Not a favourite") if is_favourite else self.tr("Favourite"))
        self.told.setText(self.tr("Not told") if is_told else self.tr("Told"))
        for button in (self.remind, self.told):
            button.setVisible(is_due)
        for button in (self.card, self.favourite, self.told, self.remind):
            button.enable(is_any, nobody)

    def _press(self, button: Button, signal: SignalInstance) -> None:
        """A key presses a button that is hidden as well: it means nothing there."""
        if self._customer is not None and not button.isHidden():
            signal.emit(self._customer)
