"""What waits, and what cash must be given back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.payment import Event, Payment
from desktop_app.core.provider import Provider
from desktop_app.ui.background import Done
from desktop_app.ui.payments.day_list import monogram
from desktop_app.ui.payments.empty import EmptyState
from desktop_app.ui.payments.paperwork import Paperwork
from desktop_app.ui.place import Place
from desktop_app.ui.session import Context
from desktop_app.ui.waiting.card import PaymentCard
from desktop_app.ui.waiting.card_list import CardList
from desktop_app.ui.waiting.item import Item, Moment
from desktop_app.ui.widgets import Banner, BannerKind, Button, Variant
from desktop_app.ui.words.money import rupees
from desktop_app.ui.words.problems import problem_sentence

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


class WaitingPage(Place):
    """Open payments, oldest first, then those whose cash must be given back.

    ``settled`` tells that something changed that the rail counts.
    """

    settled = Signal()
    new_payment = Signal()
    """The button of the empty place was pressed; it is shown only where somebody listens."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "waiting", self.tr("Waiting"))
        self._job = 0
        self._items: dict[int, Item] = {}
        self._returning: set[int] = set()
        self._paperwork = Paperwork(context, self)
        self._paperwork.said.connect(self._say)
        self._said = Banner(self.theme, BannerKind.INFO, "", name="waiting.said")
        self._said.hide()
        self._list = CardList(self.theme)
        self._list.made.connect(self._connect)
        self._empty = self._make_empty()
        self._stack = QStackedWidget()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        for page in (QWidget(), whole, self._empty):
            self._stack.addWidget(page)
        self.body.addWidget(self._said)
        self.body.addWidget(self._stack, 1)

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(self.theme, "circle-check", "paidtext", name="waiting.empty")
        empty.set_text(
            self.tr("Nothing is waiting"),
            self.tr(
                "Every payment has a clear answer and no cash is to be given back."
                " A payment without an answer appears here by itself."
            ),
        )
        self._new = Button(
            self.theme,
            self.tr("New payment"),
            Variant.PRIMARY,
            key="F2",
            icon="square-plus",
            name="waiting.new",
        )
        self._new.clicked.connect(self.new_payment)
        empty.add_below(self._new)
        return empty

    # --- reading --------------------------------------------------------------------------

    def enter(self) -> None:
        """Read again, and take the keyboard."""
        self._said.hide()
        super().enter()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read what is open and what is owed."""
        backend = self.context.backend

        def load() -> tuple[Item, ...]:
            ledger = backend.ledger()
            providers = {p.info.slug: p for p in backend.providers()}
            payments = (*ledger.open_payments(), *ledger.cash_to_return())
            return tuple(_item(p, ledger.events(p.number), providers) for p in payments)

        self.context.tasks.drop(self._job)
        self._job = self.context.tasks.read(load, self._take)

    def _take(self, done: Done[tuple[Item, ...]]) -> None:
        if done.value is None:
            if done.error is not None:
                sentence = problem_sentence(done.error)
                self._say(BannerKind.CAUTION, sentence.what, sentence.advice)
            return
        self._items = {item.number: item for item in done.value}
        self._show()

    def _show(self) -> None:
        items = tuple(self._items.values())
        waits = any(not item.owes for item in items)
        self.remark.setText(self.tr("Keep the cash of these payments.") if waits else "")
        had_focus = self.hasFocus()
        self._list.show_items(items, self._moment())
        self._stack.setCurrentIndex(1 if items else 2)
        if not had_focus:
            return
        if items:
            self._list.take_focus()
        elif not self._new.isHidden():
            self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moment(self) -> Moment:
        return Moment(self.context.clock.now(), self.context.session.settings.language)

    def _say(self, kind: BannerKind, lead: str, words: str) -> None:
        self._said.set_kind(kind)
        self._said.set_text(lead, words)
        self._said.show()

    # --- what a person does ---------------------------------------------------------------

    def _connect(self, card: PaymentCard) -> None:
        card.phone_noted.connect(self._note_phone)
        number = card.number
        card.returned.clicked.connect(lambda: self.return_cash(number))
        card.print.clicked.connect(lambda: self.print(number))
        card.pdf.clicked.connect(lambda: self.save_pdf(number))
        card.copy.clicked.connect(lambda: self.copy_reference(number))

    def print(self, number: int) -> None:
        """Print the slip of a payment."""
        item = self._items.get(number)
        if item is not None:
            self._paperwork.print(item.payment, item.label)

    def save_pdf(self, number: int) -> None:
        """Save the slip of a payment."""
        item = self._items.get(number)
        if item is not None:
            self._paperwork.save_pdf(item.payment, item.label)

    def copy_reference(self, number: int) -> None:
        """Put the reference where it can be pasted, for support."""
        item = self._items.get(number)
        if item is not None:
            reference = item.payment.order.reference
            QGuiApplication.clipboard().setText(reference)
            self._say(BannerKind.INFO, self.tr("Reference copied."), reference)

    def return_cash(self, number: int) -> None:
        """The customer has the cash back: recorded once."""
        item = self._items.get(number)
        if item is None or not item.owes or number in self._returning:
            return
        self._returning.add(number)
        backend = self.context.backend
        self.context.tasks.money(
            lambda say: backend.desk().cash_returned(number), partial(self._take_returned, number)
        )

    def _take_returned(self, number: int, done: Done[Payment]) -> None:
        self._returning.discard(number)
        if done.value is None:
            why = problem_sentence(done.error).what if done.error is not None else ""
            self._say(BannerKind.CAUTION, self.tr("This could not be recorded."), why)
        else:
            order = done.value.order
            words = self.tr("{amount} was given back to {customer}.").format(
                amount=rupees(order.cash_due), customer=order.customer_name or order.account_id
            )
            self._say(BannerKind.GOOD, self.tr("Recorded."), words)
            self.settled.emit()
        self.refresh()

    def _note_phone(self, number: int, phone: str) -> None:
        backend = self.context.backend
        self.context.tasks.money(
            lambda say: backend.desk().note_phone(number, phone), partial(self._take_phone, number)
        )

    def _take_phone(self, number: int, done: Done[Payment]) -> None:
        card, item = self._list.card(number), self._items.get(number)
        if done.value is None:
            if card is not None:
                card.phone.show_not_kept()
            self._say(BannerKind.CAUTION, self.tr("The phone number could not be kept."), "")
        elif card is not None and item is not None:
            fresh = Item(done.value, item.events, item.monogram, item.label)
            self._items[number] = fresh
            card.show_item(fresh, self._moment())
            card.phone.show_kept()

    def _return_selected(self) -> None:
        """Ctrl R on a card that owes; from another one it first goes to the only one that does."""
        card = self._list.selected()
        if card is not None and card.owes:
            self.return_cash(card.number)
            return
        owing = [card for card in self._list.cards if card.owes]
        if len(owing) == 1:
            owing[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move; F9, Ctrl with S, R and C act on the selected card."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        card = self._list.selected()
        if card is None or (event.isAutoRepeat() and key not in _STEPS):
            return False
        if key in _STEPS:
            self._list.step(_STEPS[key])
        elif key == Qt.Key.Key_F9:
            self.print(card.number)
        elif control and key == Qt.Key.Key_S:
            self.save_pdf(card.number)
        elif control and key == Qt.Key.Key_R:
            self._return_selected()
        elif control and key == Qt.Key.Key_C:
            self.copy_reference(card.number)
        else:
            return False
        return True


def _item(payment: Payment, events: tuple[Event, ...], providers: dict[str, Provider]) -> Item:
    provider = providers.get(payment.order.provider)
    label = provider.info.account_field.label if provider else None
    return Item(payment, events, monogram(payment, providers), label)
