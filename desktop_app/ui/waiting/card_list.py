"""The cards, in two sections, in a list that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.waiting.card import PaymentCard
from desktop_app.ui.waiting.waiting_row import Group
from desktop_app.ui.widgets import PlainLabel
from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.widgets.scroll_bar import OverlayBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.waiting.waiting_row import DisplayContext, WaitingRow

_RETRY_MS = 40


class CardList(QScrollArea):
    """Open payments first, then those that came back, and those whose cash must be given back.

    One card is selected.
    """

    made = Signal(object)
    """A new card, to be connected."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[PaymentCard] = []
        self._selected: int | None = None
        self._history = False
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(_RETRY_MS)
        self._opening.timeout.connect(self._open_selected)
        self._viewing = QTimer(self)
        self._viewing.setSingleShot(True)
        self._viewing.setInterval(0)
        self._viewing.timeout.connect(self._bring_into_view)
        self.setObjectName("waiting.list")
        self.setAccessibleName(self.tr("Waiting payments"))
        inside = QWidget()
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
        # The scroll bar stands in the page's padding, beside the cards.
        self._column.setContentsMargins(0, 6, 14, 6)
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

    def show_items(self, items: Sequence[WaitingRow], moment: DisplayContext) -> None:
        """Show these; cards that stay keep the keyboard and what is being typed."""
        had_focus = any(card.holds_focus() for card in self._cards)
        at = self._index()
        old = {(card.number, card.group): card for card in self._cards}
        self._cards = []
        for item in items:
            card = old.pop((item.number, item.group), None)
            if card is None:
                card = PaymentCard(self._theme, item)
                card.focused.connect(self.select)
                self.made.emit(card)
            card.show_item(item, moment)
            self._cards.append(card)
        self._lay_out()
        if self._cards:
            chosen = self._selected
            if chosen is None or self.card(chosen) is None:
                chosen = self._cards[min(at, len(self._cards) - 1)].number
            # Its card may be a new one, in the other section.
            self.select(chosen)
            if had_focus and not any(card.holds_focus() for card in self._cards):
                # Before the old one goes: Qt would pass the keyboard on to whatever comes next.
                self.take_focus()
        for card in old.values():
            discard(self._column, card)

    def _lay_out(self) -> None:
        parts: list[QWidget] = []
        for group in Group:
            cards = [card for card in self._cards if card.group is group]
            heading = self._headings.get(group)
            if heading is not None:
                heading.setVisible(bool(cards))
                parts += [heading] if cards else []
            parts += cards
        for place, part in enumerate(parts):
            # Qt moves what is there already. An item that Python takes out lives on for a while,
            # and would be told in place of the new one that its card has another height.
            self._column.insertWidget(place, part)
        before: QWidget = self
        for card in self._cards:
            card.show()
            for control in (card, *card.controls):
                QWidget.setTabOrder(before, control)
                before = control

    def card(self, number: int) -> PaymentCard | None:
        """Return the card of a payment."""
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

    def step(self, step: int) -> None:
        """Go up or down by so many cards, as far as there are any."""
        if self._cards:
            at = max(0, min(len(self._cards) - 1, self._index() + step))
            self._cards[at].setFocus(Qt.FocusReason.TabFocusReason)

    def take_focus(self) -> None:
        """Give the keyboard to the selected card."""
        card = self.selected()
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def owing(self) -> int | None:
        """The selected payment if its cash may go back; otherwise the only such one is selected."""
        owing = [card for card in self._cards if card.may_give_back]
        selected = self.selected()
        if selected is not None and selected.may_give_back:
            return selected.number
        if len(owing) == 1:
            owing[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return None

    def _index(self) -> int:
        return next((n for n, c in enumerate(self._cards) if c.number == self._selected), 0)

    # --- Qt -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between cards: they are the page's."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar stands at the right edge."""
        super().resizeEvent(event)
        self._bar.put(self.rect())
