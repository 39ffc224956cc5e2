"""The right end of a card: the one thing that can be done about the payment now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.ui.payment_kit.next_check import NextCheckView, blocker_text
from desktop_app.ui.texts.tenders import give_back_text, returned_text
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.waiting.actions import Action
from desktop_app.ui.widgets import Button, ButtonSize, PlainLabel, Variant
from desktop_app.ui.widgets.panel import Surface

if TYPE_CHECKING:
    from desktop_app.ui.waiting.waiting_row import WaitingRow

_CENTRE = Qt.AlignmentFlag.AlignCenter


class ActionBox(Surface):
    """Countdown and check, the owner's decision, what is due for a bill that came back, the cash to
    give back, or the receipt.
    """

    action_requested = Signal(object)
    focus_released = Signal()
    """The button with the keyboard is about to be off or gone."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__(theme)
        self._selected = False
        self._item: WaitingRow | None = None
        self._next = NextCheckView(theme, TextRole.TOTAL, _CENTRE, name=f"waiting.next.{number}")
        self._words = PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True, align=_CENTRE)
        self.check = self._button(self.tr("Check now"), Action.CHECK, f"waiting.check.{number}")
        self.copy = self._button(
            self.tr("Copy reference"), Action.COPY, f"waiting.copy.{number}", icon="copy"
        )
        self.decide = self._button(
            self.tr("Record answer"), Action.DECIDE, f"waiting.decide.{number}"
        )
        self.returned = self._button("", Action.RETURN, f"waiting.returned.{number}")
        self.returned.set_variant(Variant.DANGER)
        self.again = self._button(self.tr("Pay again"), Action.PAY_AGAIN, f"waiting.again.{number}")
        self.receipt = self._button(
            self.tr("Print receipt"), Action.PRINT, f"waiting.receipt.{number}"
        )
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = QVBoxLayout(self)
        side = 12 if theme.compact else 18
        column.setContentsMargins(side, 10, side, 12)
        column.setSpacing(6)
        column.addStretch(1)
        for part in (self._next, self._words, *self.buttons):
            column.addWidget(part)
        column.addStretch(1)
        wide = 262 if theme.nepali else 240
        self.setFixedWidth(theme.scaled((210 if theme.nepali else 196) if theme.compact else wide))

    def _button(self, words: str, act: Action, name: str, *, icon: str = "") -> Button:
        button = Button(self._theme, words, icon=icon, size=ButtonSize.SMALL, side=True, name=name)
        button.clicked.connect(lambda: self.action_requested.emit(act))
        return button

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Return all buttons, including hidden ones."""
        return (self.check, self.copy, self.decide, self.again, self.returned, self.receipt)

    def show_item(self, item: WaitingRow) -> None:
        """Show what belongs to the state."""
        self._item = item
        words = ""
        if item.owes:
            order = item.payment.order
            words = (
                give_back_text(order, item.debtor)
                if order.other_tenders
                else self.tr("Cash to give back")
            )
        elif item.came_back:
            back = give_back_text(item.payment.order, item.debtor)
            words = self.tr("Pay again. Or: {give_back}").format(give_back=back)
        elif item.is_paid:
            words = self.tr("Nothing is left to do")
        self.returned.setText(returned_text(item.payment.order))
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._next.setVisible(item.waits and item.check is not None)
        fitting = {
            self.check: item.waits and not self._is_hindered(item),
            self.copy: item.for_owner,
            self.decide: item.may_decide,
            self.again: item.came_back and item.provider is not None,
            self.returned: item.may_give_back,
            self.receipt: item.is_paid,
        }
        focus = self.window().focusWidget()
        if any(button is focus and not fits for button, fits in fitting.items()):
            self.focus_released.emit()
        for button, fits in fitting.items():
            button.setVisible(fits)
        self._dress()

    def _is_hindered(self, item: WaitingRow) -> bool:
        """Tell whether a look-up is blocked until somebody acts, so the button stays off."""
        return item.check is not None and bool(blocker_text(item.check.blocker))

    def show_time(self, monotonic: float, *, checking: bool) -> None:
        """Count down; the check is off while it may not be made."""
        item = self._item
        if item is None or not item.waits:
            return
        may = not checking and item.check is not None and item.check.may_check(monotonic)
        if item.check is not None:
            self._next.show_check(item.check, monotonic, checking=checking)
        was = self.check.isEnabled()
        if not may and self.check.hasFocus():
            # Qt would pass the keyboard on to whatever comes next.
            self.focus_released.emit()
        self.check.enable(may, self._next.text())
        if may == was:
            return
        self._dress()

    def press_enter(self) -> None:
        """Enter on the card: check, record the answer, or pay again.

        Cash is never given back by it.
        """
        for button in (self.check, self.decide, self.again):
            if not button.isHidden():
                if button.isEnabled():
                    button.click()
                return

    def set_selected(self, selected: bool) -> None:
        """The page's keys act here: they are shown. Tab comes to the card before its buttons.

        Otherwise the Space bar would give back the cash of a customer whom nobody chose.
        """
        self._selected = selected
        policy = Qt.FocusPolicy.StrongFocus if selected else Qt.FocusPolicy.ClickFocus
        for button in self.buttons:
            button.setFocusPolicy(policy)
        self._dress()

    def _dress(self) -> None:
        chosen = self._selected
        may = chosen and self.check.isEnabled()
        self.check.set_variant(Variant.PRIMARY if may else Variant.SECONDARY)
        self.check.set_key("Enter" if may else "")
        decides = chosen and self.check.isHidden()
        self.decide.set_variant(Variant.PRIMARY if decides else Variant.SECONDARY)
        self.decide.set_key("Enter" if decides else "")
        again = chosen and not self.again.isHidden()
        self.again.set_variant(Variant.PRIMARY if again else Variant.SECONDARY)
        self.again.set_key("Enter" if again else "")
        self.returned.set_key("Ctrl R" if chosen else "")
        self.receipt.set_key("F9" if chosen else "")
