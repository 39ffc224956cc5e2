"""The cards, in sections, in a list that scrolls: few of many payments have one at a time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.waiting.card import PaymentCard
from desktop_app.ui.waiting.waiting_row import Group
from desktop_app.ui.widgets import Button, ButtonSize, PlainLabel, Variant
from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.widgets.scroll_bar import OverlayBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.ui.waiting.waiting_row import DisplayContext, WaitingRow

SHOWN = 12
"""Payments that have cards: those that are seen, and some around them."""
_AT_ONCE = 3
"""Cards that are made at once, about as many as are seen; each of the others has a turn of the
event loop to itself."""
_RETRY_MS = 40


class CardList(QScrollArea):
    """Open payments first, then those that came back, and those whose cash must be given back.

    One payment is selected, and has a card. Of many payments those around it have cards; a button
    at either end, and the keys, go on to the others.
    """

    made = Signal(object)
    """A new card, to be connected."""

    def __init__(
        self,
        theme: Theme,
        moment: Callable[[], DisplayContext],
        is_checked: Callable[[int], bool],
    ) -> None:
        """``is_checked`` tells whether a payment is being looked up."""
        super().__init__()
        self._theme = theme
        self._moment = moment
        self._is_checked = is_checked
        self._items: list[WaitingRow] = []
        self._first = 0
        self._cards: list[PaymentCard] = []
        self._selected: int | None = None
        self._history = False
        self._opening = self._timer(_RETRY_MS, self._open_selected)
        self._viewing = self._timer(0, self._bring_into_view)
        self._making = self._timer(0, self._make_more)
        self.setObjectName("waiting.list")
        self.setAccessibleName(self.tr("Waiting payments"))
        inside = QWidget()
        self._earlier = self._turner(inside, "waiting.earlier", "chevron-up")
        self._later = self._turner(inside, "waiting.later", "chevron-down")
        self._earlier.clicked.connect(lambda: self._go_to(self._first - 1))
        self._later.clicked.connect(self._turn_on)
        self._headings = {
            Group.CAME_BACK: self._heading(
                inside,
                self.tr("Money came back"),
                self.tr("Paid, then sent back by the company: pay again, or give the cash back"),
            ),
            Group.OWED: self._heading(
                inside,
                self.tr("Money to give back"),
                self.tr("Not paid, the customer has not been given the money yet"),
            ),
        }
        self._column = QVBoxLayout(inside)
        # The scroll bar stands in the page's padding, beside the cards, and so does their ring.
        self._column.setContentsMargins(theme.metrics.ring_room, 6, 14, 6)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._bar = OverlayBar(self)

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _turner(self, inside: QWidget, name: str, icon: str) -> Button:
        """A button that goes on to payments without cards; in no layout until it is wanted."""
        button = Button(
            self._theme, "", Variant.LINK, icon=icon, size=ButtonSize.SMALL, name=name,
            parent=inside,
        )  # fmt: skip
        button.hide()
        return button

    def _heading(self, inside: QWidget, lead: str, words: str) -> QWidget:
        # Hidden, and in no layout until it is wanted: without a parent it would be a window.
        theme, heading = self._theme, QWidget(inside)
        head = QHBoxLayout(heading)
        head.setContentsMargins(0, 4, 0, 0)
        head.setSpacing(12)
        head.addWidget(PlainLabel(theme, lead, TextRole.HEADING))
        head.addWidget(PlainLabel(theme, words, TextRole.BODY, "text2", wrap=True), 1)
        heading.hide()
        return heading

    # --- showing --------------------------------------------------------------------------

    def show_items(self, items: Sequence[WaitingRow]) -> None:
        """Show these; cards that stay keep the keyboard and what is being typed."""
        had_focus = self._holds_focus()
        at, before = self._index(), self._selected
        is_left = self._is_out_of_view()
        self._items = list(items)
        if not any(item.number == self._selected for item in items):
            # The next one has moved to the place of the one that is gone.
            at = min(at, len(items) - 1)
            self._selected = items[at].number if items else None
        left = self._fill()
        for card in self._cards:
            card.show_item(self._items[self._index(card.number)], self._moment())
        if self._selected is not None:
            # Its card may be a new one, in the other section.
            self.select(self._selected)
            if is_left and self._selected == before:
                # Who has scrolled elsewhere may be about to press a button there.
                self._viewing.stop()
            if had_focus and not self._holds_focus():
                # Before the old one goes: Qt would pass the keyboard on to whatever comes next.
                self.take_focus()
        self._let_go(left)

    def show_item(self, item: WaitingRow) -> None:
        """Show one payment as it stands now, in the place that it has."""
        at = self._index(item.number)
        if self._items and self._items[at].number == item.number:
            self._items[at] = item
        card = self.card(item.number)
        if card is not None:
            card.show_item(item, self._moment())

    def show_time(self) -> None:
        """Update what changes with time."""
        moment = self._moment()
        for card in self._cards:
            card.show_time(moment)

    def show_checking(self) -> None:
        """Show which payments are being looked up."""
        moment = self._moment()
        for card in self._cards:
            card.set_checking(self._is_checked(card.number), moment)

    def _fill(self, at_once: int = _AT_ONCE) -> list[PaymentCard]:
        """Give cards to the payments around the selected one; returns those that must go.

        Few are made at once: the next turns of the event loop make the others.
        """
        at, total = self._index(), len(self._items)
        first = min(max(self._first, at - SHOWN + 1), at)
        self._first = max(0, min(first, total - SHOWN))
        wanted = self._items[self._first : self._first + SHOWN]
        old = {(card.number, card.group): card for card in self._cards}
        missing = [item for item in wanted if (item.number, item.group) not in old]
        # From the selected one outwards.
        missing.sort(key=lambda item: abs(self._index(item.number) - at))
        new = {item.number: self._make(item) for item in missing[:at_once]}
        found = (old.pop((one.number, one.group), new.get(one.number)) for one in wanted)
        self._cards = [card for card in found if card is not None]
        self._lay_out()
        if len(missing) > at_once:
            self._making.start()
        return list(old.values())

    def _make(self, item: WaitingRow) -> PaymentCard:
        card = PaymentCard(self._theme, item)
        card.focused.connect(self.select)
        self.made.emit(card)
        moment = self._moment()
        card.show_item(item, moment)
        card.set_checking(self._is_checked(item.number), moment)
        return card

    def _make_more(self) -> None:
        self._let_go(self._fill(1))
        self._viewing.start()

    def _let_go(self, cards: Sequence[PaymentCard]) -> None:
        for card in cards:
            discard(self._column, card)

    def _lay_out(self) -> None:
        before, after = self._first, len(self._items) - self._first - SHOWN
        self._earlier.setText(self.tr("%n earlier payment(s)", "", before))
        self._later.setText(self.tr("%n more payment(s)", "", after))
        self._earlier.setVisible(before > 0)
        self._later.setVisible(after > 0)
        parts: list[QWidget] = [self._earlier] if before > 0 else []
        for group in Group:
            cards = [card for card in self._cards if card.group is group]
            heading = self._headings.get(group)
            if heading is not None:
                heading.setVisible(bool(cards))
                parts += [heading] if cards else []
            parts += cards
        parts += [self._later] if after > 0 else []
        for place, part in enumerate(parts):
            # Qt moves what is there already. An item that Python takes out lives on for a while,
            # and would be told in place of the new one that its card has another height.
            if self._column.indexOf(part) != place:
                self._column.insertWidget(place, part)
        tabs: list[QWidget] = [self, self._earlier]
        for card in self._cards:
            card.show()
            tabs += (card, *card.controls)
        tabs.append(self._later)
        for one, next_one in pairwise(tabs):
            QWidget.setTabOrder(one, next_one)

    def card(self, number: int) -> PaymentCard | None:
        """Return the card of a payment; None for one that is far from the selected one."""
        return next((card for card in self._cards if card.number == number), None)

    @property
    def cards(self) -> tuple[PaymentCard, ...]:
        """The cards in order."""
        return tuple(self._cards)

    # --- selecting ------------------------------------------------------------------------

    def selected(self) -> PaymentCard | None:
        """The card that the keys of the page belong to."""
        return None if self._selected is None else self.card(self._selected)

    def select(self, number: int) -> None:
        """Select a card and bring it into view."""
        self._selected = number
        for card in self._cards:
            card.set_selected(card.number == number)
        self._open_selected()

    def selection(self) -> tuple[int | None, bool]:
        """Return the selected payment, and whether its history is shown."""
        return self._selected, self._history

    def select_later(self, number: int, opened: bool) -> None:
        """Select a payment, whose card may come later."""
        self._selected, self._history = number, opened

    def show_history(self, shown: bool) -> None:
        """Show what happened to the selected payment, and to the next one that is selected."""
        self._history = shown
        self._open_selected()

    def turn_history(self) -> None:
        """Show what happened, or hide it."""
        self.show_history(not self._history)

    def _open_selected(self) -> None:
        """Open the selected card and close the others, so that the cards below move.

        Not while a mouse button is down: the button under the mouse would move away.
        """
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._opening.start()
            return
        for card in self._cards:
            card.set_open(card.number == self._selected, history=self._history)
        # The sizes are known when the layouts have been told.
        self._viewing.start()

    def _bring_into_view(self) -> None:
        found = self.selected()
        if found is not None:
            self.ensureWidgetVisible(found, 0, 8)

    def _is_out_of_view(self) -> bool:
        """A person has scrolled away from the selected card."""
        card = self.selected()
        if card is None or not self.isVisible():
            return False
        place = QRect(card.mapTo(self.viewport(), QPoint(0, 0)), card.size())
        return not place.intersects(self.viewport().rect())

    def step(self, step: int) -> None:
        """Go up or down by so many payments, as far as there are any."""
        if self._items:
            self._go_to(self._index() + step, Qt.FocusReason.TabFocusReason)

    def _turn_on(self) -> None:
        """The next payments have the cards, and the first of them the keyboard."""
        self._first += SHOWN
        self._go_to(self._first)

    def _go_to(self, at: int, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Select the payment at a place, and give its card the keyboard."""
        self._selected = self._items[max(0, min(len(self._items) - 1, at))].number
        left = self._fill()
        card = self.selected()
        if card is not None:
            card.setFocus(reason)
        self._let_go(left)

    def take_focus(self) -> None:
        """Give the keyboard to the selected card."""
        card = self.selected()
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def owing(self) -> int | None:
        """The selected payment if its cash may go back; otherwise the only such one is selected."""
        owing = [at for at, item in enumerate(self._items) if item.may_give_back]
        at = self._index()
        if at in owing:
            return self._items[at].number
        if len(owing) == 1:
            self._go_to(owing[0])
        return None

    def _index(self, number: int | None = None) -> int:
        """The place of a payment, without a number of the selected one; 0 if it is not here."""
        wanted = self._selected if number is None else number
        return next((at for at, item in enumerate(self._items) if item.number == wanted), 0)

    def _holds_focus(self) -> bool:
        return any(card.holds_focus() for card in self._cards)

    # --- Qt -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between cards: they are the page's."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar stands at the right edge."""
        super().resizeEvent(event)
        self._bar.put(self.rect())
