"""Asks for the token of the environment in force at a start without one, or offers practice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.operators import OwnerAction
from desktop_app.ui.first_run.step import WIDTH, in_the_middle
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.setup_forms.token_form import TokenForm
from desktop_app.ui.setup_forms.tokens import saving
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, Panel, PlainLabel, Variant
from desktop_app.ui.widgets.page_body import PageBody

if TYPE_CHECKING:
    from desktop_app.core.errors import BhuktaniError
    from desktop_app.core.operators import Proof
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class TokenPrompt(QWidget):
    """``done``: the token is kept, or practice was chosen instead."""

    done = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("prompt")
        self.setAutoFillBackground(True)
        self._context = context
        self._environment = context.session.environment
        self._busy = False
        theme = context.theme
        self._form = TokenForm(context, "prompt")
        self._form.changed.connect(self._changed)
        self._practice = Button(theme, self.tr("Practice instead"), name="prompt.practice")
        self._practice.clicked.connect(self.practise)
        self._skip = Button(
            theme, self.tr("Go on without a test"), Variant.LINK, name="prompt.skip"
        )
        self._skip.clicked.connect(self._keep)
        self._next = Button(
            theme, self.tr("Go on"), Variant.PRIMARY, key="Enter", name="prompt.next"
        )
        self._next.clicked.connect(self.go_on)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._context.theme
        word = environment_word(self._environment)
        title = self.tr("Enter the token for {environment}").format(environment=word)
        words = PlainLabel(
            theme,
            self.tr("There is none on this computer. Without it nothing can be looked up or paid."),
            TextRole.BODY,
            "text2",
            wrap=True,
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addWidget(self._practice)
        buttons.addStretch(1)
        buttons.addWidget(self._skip)
        buttons.addWidget(self._next)
        panel = Panel(theme)
        panel.setFixedWidth(WIDTH)
        panel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(panel)
        column.setContentsMargins(30, 22, 30, 22)
        column.setSpacing(0)
        column.addWidget(PlainLabel(theme, title, TextRole.TITLE))
        column.addWidget(words)
        column.addSpacing(14)
        column.addWidget(self._form)
        column.addSpacing(20)
        column.addLayout(buttons)
        body = PageBody()
        body.column.addStretch(2)
        body.column.addLayout(in_the_middle(panel))
        body.column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(body)

    def enter(self) -> None:
        """Take the keyboard, and find out where the token will be kept."""
        self._form.enter(self._environment, self._context.session.unsaved.first_token)
        self._form.take_focus()
        self._show_state()

    def go_on(self) -> None:
        """Try the token; keep it once the service took it."""
        if self._busy:
            return
        if self._form.may_go_on and not self._form.is_unheard:
            self._keep()
        else:
            self._form.test()

    def _keep(self) -> None:
        if not self._busy:
            self._context.gate.require(OwnerAction.TOKEN, self._save)

    def _save(self, proof: Proof | None) -> None:
        self._busy = True
        self._show_state()
        environment, token = self._environment, self._form.token()
        self._context.tasks.keyring(
            Job("keep a token", saving(self._context, environment, token, proof)),
            self._take_kept,
        )

    def practise(self) -> None:
        """Practice until a token is there; the settings say so from now on."""
        if not self._busy:
            self._context.gate.require(OwnerAction.SETTINGS, self._change_to_practice)

    def _change_to_practice(self, proof: Proof | None) -> None:
        session = self._context.session
        session.unsaved.first_token = ""
        session.change(replace(session.settings, environment=Environment.PRACTICE))
        self.done.emit()

    def _take_kept(self, done: Result[None]) -> None:
        self._busy = False
        self._show_state()
        if done.error is not None:
            self._trouble(done.error)
            return
        self._context.session.unsaved.first_token = ""
        self._context.session.unsaved.trial = None
        self.done.emit()

    def _trouble(self, error: BhuktaniError) -> None:
        self._form.show_trouble(error)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self._context.session.unsaved.first_token = self._form.token()
        if self._form.trial is not None:
            self.go_on()
            return
        self._show_state()
        if self._form.may_go_on:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._form.trouble is not None:
            self._form.take_focus()

    def _show_state(self) -> None:
        idle = not self._busy and not self._form.is_asking
        wait = self.tr("Wait for the answer.")
        self._next.enable(idle, wait)
        self._practice.enable(not self._busy, wait)
        unheard = self._form.is_unheard
        self._skip.setVisible(unheard)
        self._skip.enable(idle, wait)
        self._next.setText(self.tr("Test again") if unheard else self.tr("Go on"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Ctrl+V pastes. No key leaves a live shop for practice."""
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat():
                self.go_on()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._form.paste()
        else:
            super().keyPressEvent(event)
