"""Asks for the token at a start without one, in place of the main view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.environment import Environment
from desktop_app.core.errors import VaultError
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.widgets.discard import discard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from desktop_app.ui.first_run.token_prompt import TokenPrompt
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.shell.navigation import MainView


class TokenGate(QObject):
    """Looks for the token on a worker, as the keyring may take seconds; the main view is usable
    meanwhile. Where there is none, ``prompt`` hides the view until it is entered.
    """

    refused = Signal(object)
    """The keyring could not be read; carries the error."""

    def __init__(self, context: AppContext, content: QVBoxLayout, parent: QObject) -> None:
        """Place the prompt in ``content``, beside the main view."""
        super().__init__(parent)
        self._context = context
        self._content = content
        self._view: MainView | None = None
        self.prompt: TokenPrompt | None = None

    def guard(self, view: MainView | None, *, look: bool, ask: bool) -> None:
        """Stand before this main view, with a ``look`` for the token, or asking for it at once."""
        self._view = view
        environment = self._context.session.environment
        if view is None:
            return
        if look and environment is not Environment.PRACTICE:
            vault = self._context.vault
            job = Job("look for a token", lambda: vault.token(environment) is not None)
            self._context.tasks.keyring(job, partial(self._take_token, environment))
        elif ask:
            self._ask()

    def close(self) -> bool:
        """Ask no longer; False if the token was not being asked for."""
        prompt, self.prompt = self.prompt, None
        if prompt is None:
            return False
        discard(self._content, prompt)
        return True

    def _take_token(self, environment: Environment, done: Result[bool]) -> None:
        session = self._context.session
        if environment is not session.environment:
            return
        if done.error is not None:
            self.refused.emit(done.error)
        elif not done.value:
            self._ask()
        elif isinstance(session.balance_problem, VaultError):
            # The keyring was asking its user something when the balance was to be read.
            session.refresh_balance()

    def _ask(self) -> None:
        if self._view is None or self.prompt is not None:
            return
        from desktop_app.ui.first_run.token_prompt import TokenPrompt

        self.prompt = TokenPrompt(self._context)
        self.prompt.done.connect(self._entered)
        self._content.addWidget(self.prompt)
        self._view.hide()
        # A page below that is still being filled must not take the keyboard.
        self._view.setEnabled(False)
        self.prompt.show()
        self.prompt.enter()

    def _entered(self) -> None:
        self.close()
        if self._view is not None:
            self._view.setEnabled(True)
            self._view.show()
            self._view.go(self._view.current())
            self._context.session.refresh_balance()
