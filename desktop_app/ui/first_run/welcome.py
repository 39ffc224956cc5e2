"""The first page of all: practice first, or connect the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.ui.setup_forms.rows import language_segments
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, Logo, PlainLabel, StartCard, Variant

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.runtime.context import AppContext

_CARD = 430
_CARD_COMPACT = 400


class Welcome(QWidget):
    """The first page with two cards; 1 or Enter is practice, 2 connects."""

    practice = Signal()
    connect_shop = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self._language = language_segments(theme, "first.language")
        self._language.setAccessibleName(self.tr("Language"))
        self._language.set_value(context.session.settings.language.value)
        self._language.chosen.connect(lambda value: context.session.set_language(Language(value)))
        self._practice = self._practice_card()
        self._connect = self._connect_card()
        self._group = QButtonGroup(self)
        for card in (self._practice, self._connect):
            self._group.addButton(card)
        self._practice.setChecked(True)
        self._lay_out()

    # --- building -------------------------------------------------------------------------

    def _practice_card(self) -> StartCard:
        start = Button(
            self._context.theme,
            self.tr("Start practice"),
            Variant.PRIMARY,
            key="Enter",
            name="first.practice",
        )
        start.clicked.connect(self.practice)
        card = StartCard(
            self._context.theme,
            Environment.PRACTICE,
            environment_word(Environment.PRACTICE),
            self.tr("Practice first"),
            self.tr("Try every step with made-up customers. You can connect later."),
            (
                self.tr("No account needed"),
                self.tr("No money moves, no internet needed"),
                self.tr("Receipts say PRACTICE"),
            ),
            start,
            "1",
            name="first.card.practice",
        )
        card.clicked.connect(self.practice)
        return card

    def _connect_card(self) -> StartCard:
        connect = Button(self._context.theme, self.tr("Connect"), key="2", name="first.connect")
        connect.clicked.connect(self.connect_shop)
        card = StartCard(
            self._context.theme,
            Environment.LIVE,
            environment_word(Environment.LIVE),
            self.tr("Connect the shop"),
            self.tr("You have a token from your service account, with balance on it."),
            (
                self.tr("Enter the shop’s name for receipts"),
                self.tr("Paste the token, test it"),
                self.tr("Choose the printer"),
            ),
            connect,
            "2",
            name="first.card.connect",
        )
        card.clicked.connect(self.connect_shop)
        return card

    def _lay_out(self) -> None:
        theme = self._context.theme
        compact = theme.compact
        side = theme.metrics.padding
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self._language)
        logo = Logo(56 if compact else 72)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(PlainLabel(theme, self.tr("Welcome to Bhuktani"), TextRole.CHANGE))
        texts.addWidget(
            PlainLabel(
                theme,
                self.tr(
                    "Pay your customers’ internet bills at the counter. How do you want to start?"
                ),
                TextRole.SUBHEADING,
                "text2",
            )
        )
        head = QHBoxLayout()
        head.setSpacing(19)
        head.addStretch(1)
        head.addWidget(logo, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(texts)
        head.addStretch(1)
        cards = QHBoxLayout()
        cards.setSpacing(22)
        cards.addStretch(1)
        for card in (self._practice, self._connect):
            card.setFixedWidth(_CARD_COMPACT if compact else _CARD)
            cards.addWidget(card)
        cards.addStretch(1)
        later = PlainLabel(
            theme,
            self.tr("You can change this at any time in Settings, Connection."),
            TextRole.LABEL,
            "text2",
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(side, 12 if compact else 20, side, side)
        column.setSpacing(0)
        column.addLayout(top)
        column.addStretch(2)
        column.addLayout(head)
        column.addSpacing(12 if compact else 26)
        column.addLayout(cards)
        column.addSpacing(12 if compact else 24)
        column.addWidget(later)
        column.addStretch(4)

    # --- keys -----------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Focus the card of practice."""
        self._focus(self._practice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 choose and go on; the arrows only choose."""
        if event.text() == "1":
            self.practice.emit()
        elif event.text() == "2":
            self.connect_shop.emit()
        elif event.key() == Qt.Key.Key_Left:
            self._focus(self._practice)
        elif event.key() == Qt.Key.Key_Right:
            self._focus(self._connect)
        else:
            super().keyPressEvent(event)

    def _focus(self, card: StartCard) -> None:
        card.setChecked(True)
        card.setFocus(Qt.FocusReason.OtherFocusReason)
