"""The page that sets the shop's environment and its token."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from desktop_app.core.environment import Environment
from desktop_app.core.operators import OwnerAction
from desktop_app.ui.kit.confirm_dialog import Ask
from desktop_app.ui.settings.option_page import OptionPage
from desktop_app.ui.settings.token_panel import TokenPanel
from desktop_app.ui.setup_forms.rows import OptionRow
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import ChoiceCard, InlineMessage, Line, PlainLabel
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.operators import Proof
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext


class ConnectionPage(OptionPage):
    """Three environments, of which a change is asked for once."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "connection")
        self._cards: dict[Environment, ChoiceCard] = {}
        self._group = QButtonGroup(self)
        self._token: TokenPanel | None = None
        self._build()
        self._show_pending()
        context.session.switching_changed.connect(self._show_pending)

    def _build(self) -> None:
        theme, compact = self.theme, self.theme.compact
        meanings = {
            Environment.LIVE: self.tr("Real bills are paid with the shop’s balance."),
            Environment.TEST: self.tr("The service’s test computer. Not for customers."),
            Environment.PRACTICE: self.tr("Inside this computer only. For learning."),
        }
        cards = QHBoxLayout()
        cards.setSpacing(8 if compact else 12)
        for environment, words in meanings.items():
            card = ChoiceCard(
                theme,
                environment,
                environment_word(environment),
                words,
                name=f"settings.environment.{environment.value}",
            )
            card.clicked.connect(partial(self._choose, environment))
            self._cards[environment] = card
            self._group.addButton(card)
            cards.addWidget(card, 1)
        title = PlainLabel(theme, self.tr("Environment"), TextRole.HEADING)
        self._pending = InlineMessage(theme, "", "clock", name="settings.switching")
        self.form.addWidget(title)
        self.form.addSpacing(6 if compact else 10)
        self.form.addLayout(cards)
        self._pending.setContentsMargins(0, 6 if compact else 10, 0, 0)
        self.form.addWidget(self._pending)
        self.form.addSpacing(10 if compact else 18)
        environment = self.context.session.environment
        if environment is Environment.PRACTICE:
            words = self.tr("Practice needs no token and no internet.")
            self.form.addWidget(InlineMessage(theme, words, "info", name="settings.practice_note"))
        else:
            self._token = TokenPanel(self.context, environment)
            self._token.kept.connect(self.context.session.refresh_balance)
            self.form.addWidget(self._token)
        if not compact:
            self._add_waiting()
        self.form.addStretch(1)

    def _add_waiting(self) -> None:
        words = self.tr(
            "They are checked by themselves, also after a restart, always with the token "
            "they were paid with."
        )
        label = PlainLabel(self.theme, words, TextRole.LABEL, "text2", wrap=True)
        self.form.addSpacing(14)
        self.form.addWidget(Line(self.theme))
        row = OptionRow(self.theme, self.tr("Payments that wait"), label, fills=True)
        self.form.addWidget(row)

    def load(self, settings: Settings) -> None:
        """Mark the environment in force, or the one that is about to be."""
        session = self.context.session
        self._cards[session.switching_to or session.environment].setChecked(True)

    def enter(self) -> None:
        """Look into the vault."""
        if self._token is not None:
            self._token.enter()

    def refresh(self) -> None:
        """F5 tests the token."""
        if self._token is not None:
            self._token.test()

    def take_focus(self) -> None:
        """Focus the card of the environment in force."""
        card = self._cards[self.context.session.environment]
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Esc while a token is entered."""
        return self._token is not None and self._token.takes_key(event)

    # --- another environment --------------------------------------------------------------

    def _choose(self, environment: Environment) -> None:
        """Ask once. A payment is never under way here: the settings are shut while one is sent."""
        session = self.context.session
        if session.switching_to is not None:
            self.load(session.settings)
            announce(self, self._pending.text())
            return
        if environment is session.environment:
            return
        word = environment_word(environment)
        words = {
            Environment.LIVE: self.tr("From then on real bills are paid with the shop’s balance."),
            Environment.TEST: self.tr("It is not for customers: do not take cash there."),
            Environment.PRACTICE: self.tr("Nothing is paid there: do not take cash."),
        }[environment]
        rest = self.tr("A payment that was begun but not sent is dropped. Nothing else is lost.")
        question = Ask(
            self.theme,
            self.window(),
            self.tr("Change to {environment}?").format(environment=word),
            f"{words} {rest}",
            yes=self.tr("Change to {environment}").format(environment=word),
            no=self.tr("Stay"),
        )
        change = partial(self._change, environment)
        require = self.context.gate.require
        question.accepted.connect(partial(require, OwnerAction.SETTINGS, change, self._stay))
        question.rejected.connect(self._stay)
        question.ask()

    def _change(self, environment: Environment, proof: Proof | None) -> None:
        session = self.context.session
        session.change(replace(session.settings, environment=environment))

    def _show_pending(self) -> None:
        session = self.context.session
        environment = session.switching_to
        self._pending.setVisible(environment is not None)
        if environment is not None:
            words = self.tr("Changing to {environment}. Nothing is paid until it is shown.")
            self._pending.set_message(words.format(environment=environment_word(environment)))
            announce(self, self._pending.text())
        self.load(session.settings)

    def _stay(self) -> None:
        self.load(self.context.session.settings)
        self.take_focus()
