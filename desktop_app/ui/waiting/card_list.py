"""The cards, in sections, in a list that scrolls: few of many payments have one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop_app.ui.waiting.card import PaymentCard
from desktop_app.ui.waiting.card_column import CardColumn
from desktop_app.ui.waiting.carded_rows import CardedRows
from desktop_app.ui.widgets.scroll_bar import OverlayBar
from desktop_app.ui.widgets.viewport import give_viewport

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.ui.theme import Theme
    from desktop_app.ui.waiting.waiting_row import DisplayContext, WaitingRow

SHOWN = 12
"""Payments that have cards: those that are seen, and some around them."""
_AT_ONCE = 3
"""Cards that are made at once, about as many as are seen; each of the others has a turn of the
event loop to itself."""
_RETRY_MS = 40


def _timer(owner: QScrollArea, milliseconds: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer


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
        self._rows = CardedRows(SHOWN)
        self._selected: int | None = None
        self._history = False
        self._opening = _timer(self, _RETRY_MS, self._open_selected)
        self._viewing = _timer(self, 0, self._bring_into_view)
        self._making = _timer(self, 0, self._make_more)
        self.setObjectName("waiting.list")
        self.setAccessibleName(self.tr("Waiting payments"))
        self._column = CardColumn(theme)
        self._column.earlier.clicked.connect(lambda: self._go_to(self._rows.first - 1))
        self._column.later.clicked.connect(self._turn_on)
        give_viewport(self)
        self.setWidget(self._column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A list that scrolls makes what it is given fill its ground.
        self._column.setAutoFillBackground(False)
        self._bar = OverlayBar(self)

    # --- showing --------------------------------------------------------------------------

    def show_items(self, items: Sequence[WaitingRow]) -> None:
        """Show these; cards that stay keep the keyboard and what is being typed."""
        had_focus, before = self._column.holds_focus(), self._selected
        at, selected = self._at(), self.selected()
        # A person has scrolled away from the selected card.
        is_left = selected and self.isVisible() and selected.visibleRegion().isEmpty()
        self._rows.replace(items)
        if self._rows.place(self._selected) is None:
            # The next one has moved to the place of the one that is gone.
            self._selected = self._rows.number_at(at) if items else None
        left = self._fill()
        moment = self._moment()
        for card in self._column.cards:
            card.show_item(self._rows.row(card.number), moment)
        if self._selected is not None:
            # Its card may be a new one, in the other section.
            self.select(self._selected)
            if is_left and self._selected == before:
                # Who has scrolled elsewhere may be about to press a button there.
                self._viewing.stop()
            if had_focus and not self._column.holds_focus():
                # Before the old one goes: Qt would pass the keyboard on to whatever comes next.
                self.take_focus()
        self._column.let_go(left)

    def show_item(self, item: WaitingRow) -> None:
        """Show one payment as it stands now, in the place that it has."""
        self._rows.put(item)
        card = self.card(item.number)
        if card is not None:
            card.show_item(item, self._moment())

    def show_time(self) -> None:
        """Update what changes with time."""
        moment = self._moment()
        for card in self._column.cards:
            card.show_time(moment)

    def show_checking(self) -> None:
        """Show which payments are being looked up."""
        moment = self._moment()
        for card in self._column.cards:
            card.set_checking(self._is_checked(card.number), moment)

    def _fill(self, at_once: int = _AT_ONCE) -> list[PaymentCard]:
        """Give cards to the payments around the selected one; returns those that must go.

        Few are made at once: the next turns of the event loop make the others.
        """
        at = self._at()
        wanted = self._rows.around(at)
        old = {(card.number, card.group): card for card in self._column.cards}
        # From the selected one outwards.
        places = sorted(enumerate(wanted, self._rows.first), key=lambda place: abs(place[0] - at))
        missing = [item for _, item in places if (item.number, item.group) not in old]
        new = {item.number: self._make(item) for item in missing[:at_once]}
        found = (old.pop((one.number, one.group), new.get(one.number)) for one in wanted)
        cards = [card for card in found if card is not None]
        self._column.lay_out(cards, self._rows.first, self._rows.after, tab=self)
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
        self._column.let_go(self._fill(1))
        self._viewing.start()

    def card(self, number: int) -> PaymentCard | None:
        """Return the card of a payment; None for one that is far from the selected one."""
        return next((card for card in self._column.cards if card.number == number), None)

    # --- selecting ------------------------------------------------------------------------

    def selected(self) -> PaymentCard | None:
        """The card that the keys of the page belong to."""
        return None if self._selected is None else self.card(self._selected)

    def select(self, number: int) -> None:
        """Select a card and bring it into view."""
        self._selected = number
        for card in self._column.cards:
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
        for card in self._column.cards:
            card.set_open(card.number == self._selected, history=self._history)
        # The sizes are known when the layouts have been told.
        self._viewing.start()

    def _bring_into_view(self) -> None:
        found = self.selected()
        if found is not None:
            self.ensureWidgetVisible(found, 0, 8)

    def step(self, step: int) -> None:
        """Go up or down by so many payments, as far as there are any."""
        if self._rows.rows:
            self._go_to(self._at() + step, Qt.FocusReason.TabFocusReason)

    def _turn_on(self) -> None:
        """The next payments have the cards, and the first of them the keyboard."""
        self._rows.first += SHOWN
        self._go_to(self._rows.first)

    def _go_to(self, at: int, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Select the payment at a place, and give its card the keyboard."""
        number = self._selected = self._rows.number_at(at)
        left = self._fill()
        # A button that is hidden there gives the keyboard back to the card before, which is then
        # selected.
        card = self.card(number)
        if card is not None:
            card.setFocus(reason)
        self._column.let_go(left)

    def take_focus(self) -> None:
        """Give the keyboard to the selected card."""
        card = self.selected()
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def owing(self) -> int | None:
        """The selected payment if its cash may go back; otherwise the only such one is selected."""
        owing, at = self._rows.owing(), self._at()
        if at in owing:
            return self._rows.number_at(at)
        if len(owing) == 1:
            self._go_to(owing[0])
        return None

    def _at(self) -> int:
        """The place of the selected payment; 0 if it is not here."""
        return self._rows.place(self._selected) or 0

    # --- Qt -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between cards: they are the page's."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar stands at the right edge."""
        super().resizeEvent(event)
        self._bar.put(self.rect())
