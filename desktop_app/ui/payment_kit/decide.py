"""The owner records what support answered about a payment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.payments.payment import PaymentState
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.texts.labels import state_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import (
    Button,
    FieldState,
    Icon,
    IdLabel,
    PlainLabel,
    Segments,
    TextField,
    Variant,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.payments.payment import Payment

_WIDTH = 600
_PAID, _NOT_PAID = "paid", "not_paid"


class Decide(Dialog):
    """PAID or NOT PAID, with a reason and a name: without all three nothing can be saved."""

    decided = Signal(int, bool, str, str)
    """Number, whether it was paid, the reason, and who decided it."""

    def __init__(
        self, theme: Theme, window: QWidget, payment: Payment, why: str, by: str = ""
    ) -> None:
        """`why` a person decides; `by` is the owner who has proved it; without one, a name is to be
        written.
        """
        super().__init__(theme, window, self.tr("What did support answer?"), name="waiting.decide")
        self._payment = payment
        self._why = why
        # What is PAID stays PAID: the other answer is that its money came back.
        came_back = (_NOT_PAID, self.tr("Money came back"))
        choices: tuple[tuple[str, str], ...] = (
            (_PAID, state_word(PaymentState.PAID)),
            came_back,
        )
        if payment.state is not PaymentState.PAID:
            choices = (choices[0], (_NOT_PAID, state_word(PaymentState.NOT_PAID)))
        elif not payment.is_doubted:
            # That it is paid is on record already.
            choices = (came_back,)
        self._choice = Segments(theme, choices, height=48, name="decide")
        self._choice.chosen.connect(self._changed)
        self._follows = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="decide.follows"
        )
        self._reason = self._field(self.tr("Reason: what support answered"), "decide.reason")
        self._reason.setMaxLength(300)
        self._by = self._field(self.tr("Who decides"), "decide.by")
        self._by.setMaxLength(60)
        self._missing = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="decide.missing"
        )
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="decide.cancel")
        self._no.clicked.connect(self.reject)
        self._save = Button(theme, self.tr("Save"), Variant.PRIMARY, name="decide.save")
        self._save.clicked.connect(self._take)
        if by:
            self._by.setText(by)
            self._by.set_state(FieldState.LOCKED)
        self._lay_out()
        self._changed()
        self.fix_size(_WIDTH)

    # --- building -------------------------------------------------------------------------

    def _field(self, label: str, name: str) -> TextField:
        field = TextField(self.theme, label, name=name)
        field.textChanged.connect(self._changed)
        return field

    def _lay_out(self) -> None:
        column = self.column
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        theme, payment = self.theme, self._payment
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Icon(theme, "triangle-alert", 30, "waittext"), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        order = payment.order
        who = order.customer_name or order.account_id
        facts = f"{rupees(order.amount)} · {order.provider_name} · {who}"
        texts.addWidget(IdLabel(theme, facts, TextRole.STRONG))
        texts.addWidget(PlainLabel(theme, self._why, TextRole.BODY, "text2", wrap=True))
        texts.addWidget(IdLabel(theme, order.reference, TextRole.MONO, "text2"))
        head.addLayout(texts, 1)
        choice = QHBoxLayout()
        choice.setSpacing(16)
        choice.addWidget(self._choice)
        choice.addWidget(self._follows, 1)
        self._follows.setMinimumHeight(2 * self._follows.heightForWidth(1000))
        column.addLayout(head)
        column.addLayout(choice)
        for field in (self._reason, self._by):
            self.add_field(field)
        self.add_buttons(self._no, self._save, left=self._missing)

    # --- deciding -------------------------------------------------------------------------

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._choice.findChildren(QWidget)[0])

    def _changed(self) -> None:
        follows = ""
        if self._choice.value() == _PAID:
            follows = self.tr("The cash stays in the drawer. The receipt can be printed.")
        elif self._choice.value() == _NOT_PAID:
            follows = self._after_not_paid()
        self._follows.setText(follows)
        missing = self._what_is_missing()
        self._missing.setText(missing)
        self._save.enable(not missing, missing)

    def _after_not_paid(self) -> str:
        if self._payment.state is PaymentState.PAID:
            return self.tr("The bill is paid again, or the cash goes back to the customer.")
        return self.tr("The cash goes back to the customer: see Money to give back.")

    def _what_is_missing(self) -> str:
        if not self._choice.value():
            return self.tr("Choose what support answered")
        if not self._reason.text().strip():
            return self.tr("Write the reason")
        if not self._by.text().strip():
            return self.tr("Write who decides")
        return ""

    def _take(self) -> None:
        if self._what_is_missing():
            return
        reason, by = (" ".join(field.text().split()) for field in (self._reason, self._by))
        self.decided.emit(self._payment.number, self._choice.value() == _PAID, reason, by)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field that is empty, and at the end saves."""
        if not self.go_on(event, (self._reason, self._by), self._save):
            super().keyPressEvent(event)
