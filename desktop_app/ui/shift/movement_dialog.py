"""Cash that is put in or taken out without a bill, and a drawer that is opened without a sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.core.money import ZERO, Money, read_cash
from desktop_app.core.shifts.movement import NEEDS_REASON, MovementKind
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import NO_SCAN
from desktop_app.ui.shift.drawer_texts import movement_word
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, Segments, TextField, Variant

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.theme import Theme

_WIDTH = 720
_KINDS = (
    MovementKind.PAID_OUT,
    MovementKind.SAFE_DROP,
    MovementKind.PAID_IN,
    MovementKind.NO_SALE,
)


class MovementDialog(Dialog):
    """What moves, how much and why: without what it needs nothing can be recorded."""

    confirmed = Signal(object, object, str)
    """A ``MovementKind``, the amount and the reason."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, self.tr("Cash in or out"), name="shift.movement")
        kinds = tuple((kind.value, movement_word(kind.value)) for kind in _KINDS)
        self._kind = Segments(theme, kinds, height=44, name="movement.kind")
        self._kind.chosen.connect(self._changed)
        self._amount = TextField(
            theme, self.tr("Amount"), prefix=self.tr("Rs."), right=True, name="movement.amount"
        )
        self._amount.setProperty(NO_SCAN, True)
        self._amount.textEdited.connect(self._changed)
        self._reason = TextField(theme, self.tr("Reason"), name="movement.reason")
        self._reason.setMaxLength(300)
        self._reason.textEdited.connect(self._changed)
        self._missing = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="movement.missing"
        )
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="movement.cancel")
        self._no.clicked.connect(self.reject)
        self._save = Button(theme, self.tr("Record"), Variant.PRIMARY, name="movement.save")
        self._save.clicked.connect(self._take)
        self._lay_out()
        self._kind.set_value(_KINDS[0].value)
        self._changed()
        self.fix_size(theme.scaled(_WIDTH))

    def _lay_out(self) -> None:
        theme, column = self.theme, self.column
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        column.addWidget(self._kind)
        for field in (self._amount, self._reason):
            self.add_field(field)
        self.add_buttons(self._no, self._save, left=self._missing)

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._amount)

    # --- what is entered ------------------------------------------------------------------

    def _chosen(self) -> MovementKind:
        return MovementKind(self._kind.value())

    def _sum(self) -> Money | None:
        if self._chosen() is MovementKind.NO_SALE:
            return ZERO
        return read_cash(self._amount.text())

    def _changed(self) -> None:
        moves = self._chosen() is not MovementKind.NO_SALE
        self._amount.setEnabled(moves)
        missing = self._what_is_missing()
        self._missing.setText(missing)
        self._save.enable(not missing, missing)

    def _what_is_missing(self) -> str:
        amount = self._sum()
        if amount is None or (not amount and self._chosen() is not MovementKind.NO_SALE):
            return self.tr("Enter the amount")
        if self._chosen() in NEEDS_REASON and not self._reason.text().strip():
            return self.tr("Write the reason")
        return ""

    def _take(self) -> None:
        amount = self._sum()
        if self.isHidden() or amount is None or self._what_is_missing():
            # Hidden: a second press, which was under way when the first closed it.
            return
        reason = " ".join(self._reason.text().split())
        self.confirmed.emit(self._chosen(), amount, reason)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field that is needed, and at the end to Record."""
        needed = [self._amount] if self._amount.isEnabled() else []
        if self._chosen() in NEEDS_REASON:
            needed.append(self._reason)
        if not self.go_on(event, needed, self._save):
            super().keyPressEvent(event)
