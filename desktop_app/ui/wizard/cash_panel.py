"""Cash received and change: the right side of Confirm."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.money import ZERO, Money, is_unusual_cash, read_cash, round_notes
from desktop_app.ui.kit.keyboard import NO_SCAN
from desktop_app.ui.texts.money import cash_text, rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    FieldState,
    Figure,
    Line,
    Panel,
    PanelLook,
    PlainLabel,
    QuickAmount,
    TextField,
    Variant,
)
from desktop_app.ui.wizard.account_check import AgreeBox
from desktop_app.ui.wizard.bill_panel import Room

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext

_QUICK = 3


class CashState(Enum):
    """The state of the typed cash."""

    EMPTY = "empty"
    NOT_AN_AMOUNT = "not_an_amount"
    SHORT = "short"
    UNUSUAL = "unusual"
    ENOUGH = "enough"


_LOOKS = {CashState.EMPTY: PanelLook.SUBTLE, CashState.ENOUGH: PanelLook.INFO}
"""Of the box with the change; all others are a caution."""


class CashPanel(Panel):
    """The field, the quick amounts, the change, and the balance before and after.

    ``changed`` tells that the clerk typed or filled another amount, ``agreed`` whether an
    unusually large one is right.
    """

    changed = Signal()
    other_wanted = Signal()
    """The bill is to be paid otherwise, or in cash alone again."""
    agreed = Signal(bool)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, name="confirm.cashpanel")
        self._context = context
        self._due = ZERO
        self._total = ZERO
        self._locked = False
        self._others = ""
        self._agreed = False
        self._offered = 0
        self.is_clicked = False
        """The cash came from a click on a quick amount, and nothing was typed since."""
        self._build()

    def _build(self) -> None:
        theme = self._theme
        compact = theme.compact
        self._label = PlainLabel(theme, "", TextRole.STRONG)
        self._other = Button(
            theme,
            "",
            Variant.LINK,
            key="Alt 3",
            size=ButtonSize.SMALL,
            height=24,
            name="confirm.other",
        )
        self._other.clicked.connect(self.other_wanted)
        self._paid_with = PlainLabel(
            theme, "", TextRole.BODY, "text2", wrap=True, name="confirm.paidwith"
        )
        lead = QHBoxLayout()
        lead.addWidget(self._label, 1)
        lead.addWidget(self._other)
        self.field = TextField(
            theme,
            self.tr("Cash received"),
            big=True,
            prefix=self.tr("Rs."),
            right=True,
            name="confirm.cash",
        )
        self.field.setProperty(NO_SCAN, True)
        self.field.textEdited.connect(self._edited)
        self.field.textChanged.connect(self._typed)
        self._quick = [QuickAmount(theme, "", "", name=f"confirm.quick{n}") for n in range(_QUICK)]
        for number, button in enumerate(self._quick):
            button.clicked.connect(lambda _=False, at=number: self.fill(at, clicked=True))
        quick = QHBoxLayout()
        quick.setSpacing(10)
        for button in self._quick:
            quick.addWidget(button, 1)
        self._change = Panel(theme, PanelLook.SUBTLE, radius=10)
        change = QHBoxLayout(self._change)
        change.setContentsMargins(18, 8, 18, 8)
        self._says = PlainLabel(theme, "", TextRole.SUBHEADING, name="confirm.says", wrap=True)
        change.addWidget(self._says, 1)
        self._amount = Figure(theme, "", TextRole.CHANGE, name="confirm.change")
        change.addWidget(self._amount)
        self._change.setMinimumHeight(theme.scaled(52 if compact else 69))
        self.agree = AgreeBox(theme, "", name="confirm.cashright")
        self.agree.toggled.connect(self.agreed)
        self.agree.hide()
        self._now, self._after = (Figure(theme, "", TextRole.STRONG) for _ in range(2))
        column = self._column = QVBoxLayout(self)
        column.addLayout(lead)
        column.addWidget(self._paid_with)
        column.addWidget(self.field)
        column.addLayout(quick)
        column.addWidget(self._change)
        column.addWidget(self.agree)
        column.addStretch(1)
        column.addWidget(self._build_balance())
        self.set_room(Room.USUAL)

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

    def start(self, total: Money, due: Money, others: str = "") -> None:
        """Begin with an empty field for a payment of ``total``, ``due`` of it in cash.

        ``others`` says what is paid otherwise.
        """
        self._total, self._due, self._others = total, due, others
        pretend = self._context.session.environment is not Environment.LIVE
        words = self.tr("Cash (pretend)") if pretend else self.tr("Cash received")
        self._label.setText(self.tr("No cash") if self.is_without_cash else words)
        self._other.setText(self.tr("All in cash") if others else self.tr("QR, on account…"))
        self.show_others(others)
        self.field.setVisible(not self.is_without_cash)
        amounts = () if self.is_without_cash else (due, *round_notes(due, most=_QUICK - 1))
        self._offered = len(amounts)
        for number, button in enumerate(self._quick):
            button.setVisible(number < len(amounts))
            if number < len(amounts):
                button.setText(cash_text(amounts[number]))
                button.setProperty("paisa", amounts[number].paisa)
                hint = self.tr("Exact · F8") if number == 0 else f"Alt {number}"
                button.set_hint(hint)
        self.field.setText("")
        self.show_balance()
        self._show()

    def show_others(self, others: str) -> None:
        """Show what is paid otherwise, in other words than before."""
        self._others = others
        rest = self.tr("In cash: {amount}").format(amount=rupees(self._due))
        self._paid_with.setText(others if self.is_without_cash else f"{others} · {rest}")
        self._paid_with.setVisible(bool(others))

    def show_balance(self) -> None:
        """Show the balance last known, and what will be left."""
        balance = self._context.session.balance
        self._now.setText("—" if balance is None else rupees(balance))
        self._after.setText("—" if balance is None else rupees(balance - self._total))

    def set_room(self, room: Room) -> None:
        """Make room for a question above: the gaps first, then the balance.

        The quick amounts go, too, as long as no cash may be taken.
        """
        compact, usual = self._theme.compact, room is Room.USUAL
        least = room is Room.LEAST
        side, top = (16, 12) if compact else (22, 16)
        column = self._column
        column.setContentsMargins(side, 8 if least else top, side, 8 if least else top)
        column.setSpacing(8 if compact or not usual else 12)
        self._balance.setVisible(not least)
        for number, button in enumerate(self._quick):
            button.setVisible(number < self._offered and not (least and self._locked))

    def set_locked(self, locked: bool) -> None:
        """No cash is taken before a question is answered."""
        self._locked = locked
        asked = self.tr("Answer the question above first.")
        self._other.enable(not locked, asked)
        for button in self._quick:
            button.enable(not locked, asked)
        self._show()

    def set_agreed(self, agreed: bool) -> None:
        """Show whether the clerk has confirmed an unusually large cash."""
        self._agreed = agreed
        with QSignalBlocker(self.agree):
            self.agree.setChecked(agreed)
        self._show()

    # --- the amount -----------------------------------------------------------------------

    @property
    def cash(self) -> Money | None:
        """The typed cash; None while it is no amount."""
        return read_cash(self.field.text())

    @property
    def is_without_cash(self) -> bool:
        """All of the bill is paid otherwise."""
        return bool(self._others) and not self._due

    @property
    def state(self) -> CashState:
        """The state of the typed cash."""
        if self.is_without_cash:
            return CashState.ENOUGH
        cash = self.cash
        if cash is None:
            return CashState.NOT_AN_AMOUNT if self.field.text().strip() else CashState.EMPTY
        if cash < self._due:
            return CashState.SHORT
        if is_unusual_cash(cash, self._due) and not self._agreed:
            return CashState.UNUSUAL
        return CashState.ENOUGH

    @property
    def missing(self) -> Money:
        """The amount by which the typed cash is too little."""
        return max(ZERO, self._due - (self.cash or ZERO))

    def fill(self, number: int, *, clicked: bool = False) -> bool:
        """Take a quick amount: 0 is exact; False if there is none or the field is locked."""
        if self._locked or number >= self._offered:
            return False
        self.is_clicked = clicked
        self.field.setText(cash_text(Money(int(self._quick[number].property("paisa")))))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def tidy(self) -> None:
        """Write the amount with its grouping."""
        if self.cash is not None:
            self.field.setText(cash_text(self.cash))

    def _edited(self, _text: str) -> None:
        self.is_clicked = False

    def _typed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        cash, state = self.cash, self.state
        if self._locked:
            self.field.set_state(FieldState.LOCKED)
        else:
            bad = state is CashState.NOT_AN_AMOUNT
            self.field.set_state(FieldState.INVALID if bad else FieldState.REST)
        for button in self._quick:
            button.set_chosen(cash is not None and button.property("paisa") == cash.paisa)
        self._change.set_look(_LOOKS.get(state, PanelLook.CAUTION))
        self._show_amount(cash, state)
        unusual = cash is not None and is_unusual_cash(cash, self._due)
        self.agree.setVisible(unusual and not self._locked)
        if cash is not None:
            self.agree.setText(self.tr("Yes, {amount} was given").format(amount=rupees(cash)))

    def _show_amount(self, cash: Money | None, state: CashState) -> None:
        """The change once it is certain, or why there is none yet."""
        role, amount = TextRole.CHANGE, ""
        if self.is_without_cash:
            words = self.tr("Take no cash, and give no change.")
        elif state is CashState.NOT_AN_AMOUNT:
            words = self.tr("This is not an amount. Write it in digits, such as 2,000.")
        elif state is CashState.UNUSUAL and cash is not None:
            words = self.tr("Is {amount} right?").format(amount=rupees(cash))
        elif state is CashState.SHORT:
            words, amount = self.tr("Missing"), rupees(self.missing)
        elif cash is not None:
            words, amount = self.tr("Change to give"), rupees(cash - self._due)
        else:
            words, amount, role = self.tr("Change to give"), "—", TextRole.QUIET_FIGURE
        self._says.setText(words)
        self._amount.set_role(role)
        self._amount.setText(amount)
        self._amount.setVisible(bool(amount))
        self._says.stand_on(self._amount if amount else self._says)
