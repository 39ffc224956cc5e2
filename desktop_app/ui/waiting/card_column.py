"""The column of Waiting's cards: in their sections, between the ways to those without a card."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.waiting.waiting_row import Group
from desktop_app.ui.widgets import Button, ButtonSize, PlainLabel, Variant
from desktop_app.ui.widgets.discard import discard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.waiting.card import PaymentCard


class CardColumn(QWidget):
    """Lays cards out, and has those in it that are shown.

    Attributes:
        earlier, later: the buttons that go on to payments without cards.
        cards: the cards in order.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cards: tuple[PaymentCard, ...] = ()
        self.earlier = self._turner("waiting.earlier", "chevron-up")
        self.later = self._turner("waiting.later", "chevron-down")
        self._headings = {
            Group.CAME_BACK: self._heading(
                self.tr("Money came back"),
                self.tr("Paid, then sent back by the company: pay again, or give the cash back"),
            ),
            Group.OWED: self._heading(
                self.tr("Money to give back"),
                self.tr("Not paid, the customer has not been given the money yet"),
            ),
        }
        self._column = QVBoxLayout(self)
        # The scroll bar stands in the page's padding, beside the cards, and so does their ring.
        self._column.setContentsMargins(theme.metrics.ring_room, 6, 14, 6)
        self._column.setSpacing(12)
        self._column.addStretch(1)

    def _turner(self, name: str, icon: str) -> Button:
        """A button that goes on to payments without cards; in no layout until it is wanted."""
        button = Button(
            self._theme, "", Variant.LINK, icon=icon, size=ButtonSize.SMALL, name=name, parent=self
        )
        button.hide()
        return button

    def _heading(self, lead: str, words: str) -> QWidget:
        # Hidden, and in no layout until it is wanted: without a parent it would be a window.
        theme, heading = self._theme, QWidget(self)
        head = QHBoxLayout(heading)
        head.setContentsMargins(0, 4, 0, 0)
        head.setSpacing(12)
        head.addWidget(PlainLabel(theme, lead, TextRole.HEADING))
        head.addWidget(PlainLabel(theme, words, TextRole.BODY, "text2", wrap=True), 1)
        heading.hide()
        return heading

    def lay_out(self, cards: Sequence[PaymentCard], before: int, after: int, tab: QWidget) -> None:
        """Show these cards; so many payments before and after them have none.

        ``tab``: after what Tab comes to the column.
        """
        self.cards = tuple(cards)
        self.earlier.setText(self.tr("%n earlier payment(s)", "", before))
        self.later.setText(self.tr("%n more payment(s)", "", after))
        self.earlier.setVisible(before > 0)
        self.later.setVisible(after > 0)
        parts: list[QWidget] = [self.earlier] if before > 0 else []
        for group in Group:
            members = [card for card in cards if card.group is group]
            heading = self._headings.get(group)
            if heading is not None:
                heading.setVisible(bool(members))
                parts += [heading] if members else []
            parts += members
        parts += [self.later] if after > 0 else []
        for place, part in enumerate(parts):
            # Qt moves what is there already. An item that Python takes out lives on for a while,
            # and would be told in place of the new one that its card has another height.
            if self._column.indexOf(part) != place:
                self._column.insertWidget(place, part)
        tabs: list[QWidget] = [tab, self.earlier]
        for card in cards:
            card.show()
            tabs += (card, *card.controls)
        tabs.append(self.later)
        for one, next_one in pairwise(tabs):
            QWidget.setTabOrder(one, next_one)

    def let_go(self, cards: Sequence[PaymentCard]) -> None:
        """Delete cards that are shown no more."""
        for card in cards:
            discard(self._column, card)

    def holds_focus(self) -> bool:
        """The keyboard is in a card."""
        return any(card.holds_focus() for card in self.cards)
