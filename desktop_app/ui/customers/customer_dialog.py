"""A customer's card: name, phone, note, and the accounts that are this customer's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from desktop_app.core.customer_book import MAX_NOTE, CustomerCard, CustomerLine
from desktop_app.core.on_account import MAX_NAME, MAX_PHONE
from desktop_app.ui.customers.speaking_dialog import SpeakingDialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.setup_forms.rows import labelled
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    BannerKind,
    Button,
    CheckBox,
    PlainLabel,
    RingWatch,
    TextField,
    Variant,
)
from desktop_app.ui.widgets.tab_order import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.customers.customer_rows import Customer
    from desktop_app.ui.theme import Theme

_WIDTH, _HEIGHT = 640, 560
_TYPING_MS = 200
_MIN_LIST = 76
"""In a low window the list shows two lines at least."""


class CustomerDialog(SpeakingDialog):
    """The card of a line of the list; a new one where it has none yet.

    The list below shows the accounts of a customer who is kept, else customers who may be the same:
    choosing one gives the account to that one.
    """

    confirmed = Signal(object)
    """The :class:`CustomerCard` to keep."""
    released = Signal(object)
    """The :class:`CustomerLine` that is not this customer's."""
    searched = Signal(str)
    """Who is like that?"""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        customer: Customer | None,
        *,
        as_favourite: bool = False,
    ) -> None:
        """Show a customer's card; a new one is ticked ``as_favourite`` where that was asked for."""
        self._customer = customer
        self._card = customer.line.card if customer is not None else None
        lead = self.tr("New customer") if self._card is None else self.tr("Customer")
        super().__init__(theme, window, lead, name="customer")
        self._below: tuple[CustomerCard, ...] | tuple[CustomerLine, ...] = ()
        self._is_saving = False
        self._saves_from: QWidget | None = None
        """The button that had the keyboard: it is off while it is being saved."""
        self._name = TextField(theme, self.tr("Name"), name="customer.name")
        self._phone = TextField(theme, self.tr("Phone"), name="customer.phone")
        self._note = TextField(
            theme,
            self.tr("Note"),
            placeholder=self.tr("For the shop alone"),
            name="customer.note",
        )
        for field, most in ((self._name, MAX_NAME), (self._phone, MAX_PHONE)):
            field.setMaxLength(most)
            field.textEdited.connect(self._edited)
        self._note.setMaxLength(MAX_NOTE)
        self._favourite = CheckBox(theme, self.tr("Favourite"), name="customer.favourite")
        of_whom = self.tr("Is it one of these?") if self._card is None else self.tr("Accounts")
        self._list = QListWidget()
        self._list.setObjectName("customer.list")
        self._list.setAccessibleName(of_whom)
        self._list.setFont(theme.font(TextRole.BODY))
        self._list.itemDoubleClicked.connect(self._choose)
        self._list.currentRowChanged.connect(self._enable)
        self._ring = RingWatch(theme, self._list, theme.metrics.control_radius)
        self._list.setMinimumHeight(theme.scaled(_MIN_LIST))
        self._none = PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True, name="customer.none")
        self._none.hide()
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="customer.cancel")
        self._no.clicked.connect(self.reject)
        self._part = Button(
            theme,
            self.tr("This one") if self._card is None else self.tr("Not this customer’s"),
            name="customer.part",
        )
        self._part.clicked.connect(self._choose)
        self._save = Button(theme, self.tr("Save"), Variant.PRIMARY, name="customer.save")
        self._save.clicked.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(self._search)
        self._lay_out(of_whom)
        self._favourite.setChecked(as_favourite)
        self._fill()
        self._enable()
        self.fix_size(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))

    def _lay_out(self, of_whom: str) -> None:
        self.scroll_above_foot(28, 20, spacing=10)
        theme, column = self.theme, self.column
        column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        for field in (self._name, self._phone, self._note):
            column.addLayout(labelled(theme, field.accessibleName(), field))
        column.addWidget(self._favourite)
        part = QVBoxLayout()
        part.setSpacing(4)
        self._head = PlainLabel(theme, of_whom, TextRole.LABEL, "text2")
        part.addWidget(self._head)
        part.addWidget(self._list, 1)
        part.addWidget(self._none)
        column.addLayout(part, 1)
        self.foot.addWidget(self.outcome)
        self.add_buttons(self._part, self._no, self._save)

    def _fill(self) -> None:
        card, line = self._card, None if self._customer is None else self._customer.line
        if card is not None:
            self._name.setText(card.name)
            self._phone.setText(card.phone)
            self._note.setText(card.note)
            self._favourite.setChecked(card.is_favourite)
        elif line is not None and line.account is not None:
            self._name.setText(line.account.customer_name)

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._name)
        if self._card is None:
            self._search()

    @property
    def customer(self) -> Customer | None:
        """The line of the list that it was opened for."""
        return self._customer

    # --- showing --------------------------------------------------------------------------

    def show_accounts(self, lines: Sequence[tuple[CustomerLine, str]]) -> None:
        """Show the customer's accounts, each with its words."""
        self._below = tuple(line for line, _ in lines)
        self._show([words for _, words in lines])
        self._none.setText("" if lines else self.tr("This customer has no accounts yet."))
        self._none.setVisible(not lines)

    def show_like(self, cards: Sequence[CustomerCard]) -> None:
        """Show who may be the same customer."""
        self._below = tuple(cards)
        self._show([f"{one.name} · {one.phone}" if one.phone else one.name for one in cards])

    def end_saving(self) -> None:
        """It could not be saved, or an account is parted: the card can be changed again, and the
        button that was pressed has the keyboard again.
        """
        self._lock(locked=False)
        self.say_nothing()
        pressed, self._saves_from = self._saves_from, None
        if pressed is not None and self.focusWidget() is self:
            back = pressed if pressed.isEnabled() else self._list
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_saving(self) -> bool:
        """Change the card no more until this is recorded; False while that goes on already."""
        if self._is_saving:
            return False
        pressed = self.focusWidget()
        if pressed in (self._save, self._part):
            # Qt would give the keyboard to the button that cancels, for the next Enter.
            self._saves_from = pressed
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lock(locked=True)
        self.say(BannerKind.INFO, self._saving_text())
        return True

    def _lock(self, *, locked: bool) -> None:
        self._is_saving = locked
        self._favourite.setEnabled(not locked)
        for field in (self._name, self._phone, self._note):
            field.setReadOnly(locked)
        self._enable()

    def _saving_text(self) -> str:
        return self.tr("Saving…")

    def _show(self, lines: Sequence[str]) -> None:
        self._list.clear()
        self._list.addItems(lines)
        self._enable()

    def _enable(self) -> None:
        has_name = bool(self._name.text().strip())
        why = self._saving_text() if self._is_saving else self.tr("Type the name")
        self._save.enable(has_name and not self._is_saving, why)
        is_any = self._list.currentRow() >= 0
        is_new = self._card is None
        # A new card without an account cannot be given to another customer.
        self._part.setVisible(not is_new or self._customer is not None)
        self._list.setEnabled(not is_new or self._customer is not None)
        why = self._saving_text() if self._is_saving else self.tr("Choose a line above.")
        if not is_any and self._part.hasFocus():
            # As above: the next Enter would cancel.
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._part.enable(is_any and not self._is_saving, why)

    # --- what a person does ---------------------------------------------------------------

    def _edited(self) -> None:
        self._enable()
        if self._card is None:
            self._pause.start()

    def _search(self) -> None:
        phone, name = self._phone.text().strip(), self._name.text().strip()
        self.searched.emit(phone or name)

    def _choose(self) -> None:
        at = self._list.currentRow()
        is_any = self._part.isEnabled() and 0 <= at < len(self._below)
        if not is_any or not self._begin_saving():
            return
        chosen = self._below[at]
        if isinstance(chosen, CustomerLine):
            self.released.emit(chosen)
        else:
            wanted = chosen.is_favourite or self._favourite.isChecked()
            self.confirmed.emit(replace(chosen, is_favourite=wanted))

    def _take(self) -> None:
        if self._save.isEnabled() and self._begin_saving():
            card = self._card or CustomerCard("")
            self.confirmed.emit(
                replace(
                    card,
                    name=self._name.text(),
                    phone=self._phone.text(),
                    note=self._note.text(),
                    is_favourite=self._favourite.isChecked(),
                )
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from field to field and to Save; in the list it chooses a customer."""
        if event.key() in ENTER_KEYS and self._list.hasFocus() and self._card is None:
            if not event.isAutoRepeat():
                self._choose()
        elif event.key() == Qt.Key.Key_Delete and self._list.hasFocus() and self._card is not None:
            self._choose()
        elif event.key() in ENTER_KEYS and self._is_in(self._name, self._phone):
            self.focusNextChild()
            bring_into_view(self.focusWidget() or self)
        elif not self.go_on(event, (self._name,), self._save):
            super().keyPressEvent(event)

    def _is_in(self, *fields: TextField) -> bool:
        return any(field.hasFocus() and field.text().strip() for field in fields)
