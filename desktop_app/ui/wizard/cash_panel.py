"""Cash received and change: the right side of Confirm."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.money import ZERO, Money, read_cash, round_notes
from desktop_app.ui.session import Context
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    FieldState,
    Figure,
    Line,
    Panel,
    PanelLook,
    PlainLabel,
    QuickAmount,
    TextField,
)
from desktop_app.ui.words.money import cash_text, rupees

_TYPED = QRegularExpression(r"([0-9][, ]?){1,9}(\.[0-9]{0,2})?")
_QUICK = 3


class CashPanel(Panel):
    """The field, the quick amounts, the change, and the balance before and after.

    ``changed`` tells that the clerk typed or filled another amount.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, name="confirm.cashpanel")
        self._context = context
        self._due = ZERO
        self._total = ZERO
        self._locked = False
        self._offered = 0
        self._build()

    def _build(self) -> None:
        theme = self._theme
        compact = theme.compact
        self._label = PlainLabel(theme, "", TextRole.STRONG)
        self.field = TextField(
            theme, self.tr("Cash received"), big=True, prefix=self.tr("Rs."), right=True
        )
        self.field.edit.setObjectName("confirm.cash")
        self.field.set_validator(QRegularExpressionValidator(_TYPED, self.field))
        self.field.text_changed.connect(self._typed)
        self._quick = [QuickAmount(theme, "", "", name=f"confirm.quick{n}") for n in range(_QUICK)]
        for number, button in enumerate(self._quick):
            button.clicked.connect(lambda _=False, at=number: self.fill(at))
        quick = QHBoxLayout()
        quick.setSpacing(10)
        for button in self._quick:
            quick.addWidget(button, 1)
        self._change = Panel(theme, PanelLook.INFO, radius=10)
        change = QHBoxLayout(self._change)
        change.setContentsMargins(18, 8, 18, 8)
        change.addWidget(PlainLabel(theme, self.tr("Change to give"), TextRole.SUBHEADING), 1)
        self._amount = Figure(theme, "", TextRole.CHANGE, name="confirm.change")
        change.addWidget(self._amount)
        self._change.setMinimumHeight(52 if compact else 69)
        self._advice = PlainLabel(
            theme, "", TextRole.BODY, "text2", name="confirm.advice", wrap=True
        )
        self._now, self._after = (Figure(theme, "", TextRole.STRONG) for _ in range(2))
        column = QVBoxLayout(self)
        side = 16 if compact else 22
        column.setContentsMargins(side, 12 if compact else 16, side, 12 if compact else 18)
        column.setSpacing(8 if compact else 12)
        column.addWidget(self._label)
        column.addWidget(self.field)
        column.addLayout(quick)
        column.addWidget(self._change)
        column.addWidget(self._advice)
        column.addStretch(1)
        column.addWidget(self._build_balance())

    def _build_balance(self) -> QWidget:
        theme = self._theme
        self._balance = QWidget()
        column = QVBoxLayout(self._balance)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 if theme.compact else 12)
        column.addWidget(Line(theme))
        for words, figure in (
            (self.tr("Balance now"), self._now),
            (self.tr("Balance after this payment"), self._after),
        ):
            row = QHBoxLayout()
            row.addWidget(PlainLabel(theme, words, TextRole.BODY, "text2"), 1)
            row.addWidget(figure)
            column.addLayout(row)
        return self._balance

    # --- showing --------------------------------------------------------------------------

    def start(self, total: Money, due: Money) -> None:
        """Begin with an empty field for a payment of ``total``, ``due`` of it in cash."""
        self._total, self._due = total, due
        pretend = self._context.session.environment is not Environment.LIVE
        words = self.tr("Cash received (only pretend)") if pretend else self.tr("Cash received")
        self._label.setText(words)
        amounts = (due, *round_notes(due, most=_QUICK - 1))
        self._offered = len(amounts)
        for number, button in enumerate(self._quick):
            button.setVisible(number < len(amounts))
            if number < len(amounts):
                button.setText(cash_text(amounts[number]))
                button.setProperty("paisa", amounts[number].paisa)
                hint = self.tr("Exact · F8") if number == 0 else f"Alt {number}"
                button.set_hint(hint)
        self.field.set_text("")
        self.show_balance()
        self._show()

    def show_balance(self) -> None:
        """The balance last known, and what will be left."""
        balance = self._context.session.balance
        self._now.setText("—" if balance is None else rupees(balance))
        self._after.setText("—" if balance is None else rupees(balance - self._total))

    def set_small(self, small: bool) -> None:
        """Make room for a question above; in a small window the quick amounts go too."""
        self._balance.setVisible(not small)
        for number, button in enumerate(self._quick):
            button.setVisible(number < self._offered and not (small and self._theme.compact))

    def set_locked(self, locked: bool) -> None:
        """No cash is taken before a question is answered."""
        self._locked = locked
        self.field.set_state(FieldState.LOCKED if locked else FieldState.REST)
        for button in self._quick:
            button.setEnabled(not locked)
        self._show()

    # --- the amount -----------------------------------------------------------------------

    @property
    def cash(self) -> Money | None:
        """What was typed; None while it is no amount."""
        text = self.field.text().strip()
        return read_cash(text) if text else None

    def fill(self, number: int) -> bool:
        """Take a quick amount: 0 is exact; False if there is none or the field is locked."""
        if self._locked or number >= self._offered:
            return False
        self.field.set_text(cash_text(Money(int(self._quick[number].property("paisa")))))
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def tidy(self) -> None:
        """Write the amount with its grouping."""
        if self.cash is not None:
            self.field.set_text(cash_text(self.cash))

    def _typed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        cash = self.cash
        change = cash - self._due if cash is not None and cash >= self._due else ZERO
        self._amount.setText(rupees(change))
        for button in self._quick:
            button.set_chosen(cash is not None and button.property("paisa") == cash.paisa)
        self._advice.setText(self._advice_for(cash))

    def _advice_for(self, cash: Money | None) -> str:
        if self._locked:
            return self.tr("Answer the question above first.")
        if cash is None:
            return self.tr("Enter the cash first.")
        if cash < self._due:
            return self.tr("{amount} missing").format(amount=rupees(self._due - cash))
        return self.tr("Enough cash. Press Enter once more to pay.")
