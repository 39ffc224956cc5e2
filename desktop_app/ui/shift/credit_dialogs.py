"""What the owner notes on the shop's credit, and how much more the service is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from desktop_app.core.money import Money, read_cash
from desktop_app.core.shifts.credit import CreditNoteKind
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import NO_SCAN
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, Segments, TextField, Variant

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.theme import Theme

_WIDTH = 640
_MAX_WORDS = 200

translate = QCoreApplication.translate


class _AmountDialog(Dialog):
    """Asks for an amount; what else it asks for is added by whoever derives from it.

    Enter goes to the amount while that is empty, and then to the button.
    """

    def __init__(
        self, theme: Theme, window: QWidget, lead: str, amount: str, act: str, *, name: str
    ) -> None:
        """`amount` names the field and `act` the button; parts are named after `name`."""
        part = name.replace(".", "")
        super().__init__(theme, window, lead, name=name)
        self._amount = TextField(
            theme, amount, prefix=translate("Credit", "Rs."), right=True, name=f"{part}.amount"
        )
        self._amount.setProperty(NO_SCAN, True)
        self._amount.textEdited.connect(self._changed)
        self._missing = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name=f"{part}.missing"
        )
        self._no = Button(theme, translate("Credit", "Cancel"), key="Esc", name=f"{part}.cancel")
        self._no.clicked.connect(self.reject)
        self._act = Button(theme, act, Variant.PRIMARY, name=f"{part}.act")
        self._act.clicked.connect(self._take)
        self.column.setContentsMargins(28, 22, 28, 22)
        self.column.setSpacing(14)
        self.column.addWidget(PlainLabel(theme, lead, TextRole.HEADING))

    def _finish(self) -> None:
        """Add the last row, when all else is there."""
        self.add_buttons(self._no, self._act, left=self._missing)
        self._changed()
        self.fix_size(self.theme.scaled(_WIDTH))

    def ask(self) -> None:
        """Show it above its window; what is typed takes the place of an amount that is proposed."""
        self.show_above(self._amount)
        self._amount.select_all()

    def _changed(self) -> None:
        missing = translate("Credit", "Enter the amount")
        missing = "" if read_cash(self._amount.text()) else missing
        self._missing.setText(missing)
        self._act.enable(not missing, missing)

    def _take(self) -> None:
        amount = read_cash(self._amount.text())
        if amount and not self.isHidden():
            self._confirm(amount)
            self.accept()

    def _confirm(self, amount: Money) -> None:
        """Tell what was entered."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the amount while it is empty, and then to the button."""
        if not self.go_on(event, [self._amount], self._act):
            super().keyPressEvent(event)


class CreditNoteDialog(_AmountDialog):
    """A top-up or a charge: how much, and where it is seen."""

    confirmed = Signal(object, object, str)
    """A ``CreditNoteKind``, the amount and the words."""

    def __init__(self, theme: Theme, window: QWidget, amount: Money | None = None) -> None:
        """``amount`` is the gap that the note may explain: below zero for a charge."""
        super().__init__(
            theme,
            window,
            self.tr("Top-up or charge"),
            self.tr("Amount"),
            self.tr("Record"),
            name="credit.note",
        )
        kinds = (
            (CreditNoteKind.TOP_UP.value, self.tr("Top-up: balance was added")),
            (CreditNoteKind.CHARGE.value, self.tr("Charge: balance was taken")),
        )
        self._kind = Segments(theme, kinds, height=44, name="creditnote.kind")
        self._words = TextField(
            theme, self.tr("Note, such as the number of the deposit"), name="creditnote.words"
        )
        self._words.setMaxLength(_MAX_WORDS)
        is_charge = amount is not None and amount < Money(0)
        self._kind.set_value((CreditNoteKind.CHARGE if is_charge else CreditNoteKind.TOP_UP).value)
        if amount:
            self._amount.setText(str(Money(abs(amount.paisa))))
        self.column.addWidget(self._kind)
        self.add_field(self._amount)
        self.add_field(self._words)
        self._finish()

    def _confirm(self, amount: Money) -> None:
        words = " ".join(self._words.text().split())
        self.confirmed.emit(CreditNoteKind(self._kind.value()), amount, words)


class CreditRequestDialog(_AmountDialog):
    """How much credit is asked for. It says that a request adds nothing by itself."""

    confirmed = Signal(object)
    """The amount."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(
            theme,
            window,
            self.tr("Ask for balance"),
            self.tr("Amount to ask for"),
            self.tr("Ask"),
            name="credit.request",
        )
        words = self.tr(
            "The service is only asked. A person there decides, and the shop pays for it"
            " as agreed with the service. Nothing is added until the balance shows it."
        )
        self.column.addWidget(PlainLabel(theme, words, TextRole.BODY, "text2", wrap=True))
        self.add_field(self._amount)
        self._finish()

    def _confirm(self, amount: Money) -> None:
        self.confirmed.emit(amount)
