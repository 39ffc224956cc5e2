"""Entering a token and trying it, for the first start and for each start without a keyring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.runtime.long_jobs import LongJob
from desktop_app.ui.runtime.unfinished import TokenTrial
from desktop_app.ui.setup_forms.token_field import TokenField
from desktop_app.ui.setup_forms.tokens import TokenTest, doubt, is_test_token, trial_job, where_kept
from desktop_app.ui.setup_forms.trial_banner import TrialBanner
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Banner, BannerKind, Button, FieldState, InlineMessage, PlainLabel

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_LINE = (Problem.NO_NETWORK, Problem.TIMED_OUT, Problem.UNEXPECTED_STATUS)
"""The service said nothing about the token: it may be kept without a trial."""


class TokenForm(QWidget):
    """Takes a token, and says where it will be kept and what the service said about it.

    ``changed`` tells of another text, of a trial that began and of its end. The names of the
    controls begin with `prefix`.
    """

    changed = Signal()

    def __init__(self, context: AppContext, prefix: str) -> None:
        super().__init__()
        self._context = context
        self._environment = Environment.LIVE
        self._is_lasting: bool | None = None
        self._followed: TokenTrial | None = None
        self.is_asking = False
        self.trial: TokenTest | None = None
        self.trouble: BhuktaniError | None = None
        self._build(prefix)

    def _build(self, prefix: str) -> None:
        theme = self._context.theme
        high = 46 if theme.compact else 56
        words = self.tr("Token")
        self._field = TokenField(theme, words, height=high, name=f"{prefix}.token")
        self._field.textChanged.connect(self._typed)
        paste = Button(
            theme, self.tr("Paste"), key="Ctrl V", height=high, name=f"{prefix}.token.paste"
        )
        paste.clicked.connect(self.paste)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._field, 1)
        row.addWidget(paste)
        self._note = InlineMessage(theme, "", "lock", name=f"{prefix}.token.note")
        self._doubt = Banner(theme, BannerKind.CAUTION, "", name=f"{prefix}.token.doubt")
        self._doubt.hide()
        self._banner = TrialBanner(
            theme, self._context.session.settings.language, f"{prefix}.token.trial"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(theme, words, TextRole.STRONG))
        column.addLayout(row)
        column.addWidget(self._note)
        column.addWidget(self._doubt)
        column.addWidget(self._banner)

    # --- the token ------------------------------------------------------------------------

    def enter(self, environment: Environment, token: str) -> None:
        """Show a token that was entered before, for this environment."""
        trial = self._context.session.unsaved.trial
        self.set_environment(environment)
        if self._field.text() != token:
            self._field.setText(token)
        self.show_state()
        vault = self._context.vault
        job = Job("ask the vault how long it keeps", lambda: vault.is_persistent)
        self._context.tasks.keyring(job, self._take_lasting)
        if trial is not None and not self.is_asking and self.trial is None:
            self._resume(trial)

    def _resume(self, trial: TokenTrial) -> None:
        """Go on with a trial that a page of before began, in another language or size."""
        if (trial.token, trial.environment) != (self.token(), self._environment):
            return
        self._context.session.unsaved.trial = trial
        if trial.result is not None:
            self._show_end(trial.result)
        else:
            self._follow(trial)

    def set_environment(self, environment: Environment) -> None:
        """Set the environment of the token; an earlier test does not count for another one."""
        if environment is not self._environment:
            self._environment = environment
            self._forget()
        self.show_state()

    def token(self) -> str:
        """Return the entered token."""
        return self._field.token()

    def take_focus(self) -> None:
        """Focus the field."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def paste(self) -> None:
        """Put the clipboard's text into the field, in place of what is there."""
        self._field.setText(QGuiApplication.clipboard().text())
        self.take_focus()

    @property
    def may_go_on(self) -> bool:
        """The service took the token, or could not be asked."""
        unheard = self.trouble is not None and self.trouble.problem in _LINE
        return not self.is_asking and bool(self.token()) and (self.trial is not None or unheard)

    @property
    def is_unheard(self) -> bool:
        """The service could not be asked: a person may go on without it, on purpose."""
        return self.may_go_on and self.trial is None

    # --- the trial ------------------------------------------------------------------------

    def test(self) -> None:
        """Ask the balance with the token."""
        token = self.token()
        if not token:
            self._field.set_state(FieldState.INVALID)
            self._note.tell(self.tr("Enter the token first."), bad=True)
            self.take_focus()
            return
        if self.is_asking:
            return
        self._forget()
        job = LongJob()
        asking = trial_job(self._context, self._environment, token)
        job.number = self._context.tasks.call(asking, job.end)
        trial = TokenTrial(token, self._environment, job)
        self._context.session.unsaved.trial = trial
        self._follow(trial)

    def _follow(self, trial: TokenTrial) -> None:
        self._followed = trial
        trial.job.ended.connect(self._take)
        self.is_asking = True
        self._banner.show_asking()
        self.changed.emit()

    def _take(self) -> None:
        trial, self._followed = self._followed, None
        self.is_asking = False
        if trial is not None and trial.result is not None and trial.token == self.token():
            self._show_end(trial.result)

    def _show_end(self, done: Result[object]) -> None:
        self.trial = done.value if isinstance(done.value, TokenTest) else None
        self.trouble = done.error
        if self.trial is not None:
            self._banner.show_works(self.trial, self._environment)
        else:
            self._banner.show_trouble(done.error or BhuktaniError(Problem.UNEXPECTED))
        self.changed.emit()

    def show_trouble(self, error: BhuktaniError) -> None:
        """Something about the token did not work, such as keeping it."""
        self._banner.show_trouble(error)

    def _forget(self) -> None:
        if self._followed is not None:
            self._context.tasks.cancel(self._followed.job.number)
            self._followed = None
        self._context.session.unsaved.trial = None
        self.is_asking = False
        self.trial = self.trouble = None
        self._banner.hide()

    # --- showing --------------------------------------------------------------------------

    def _typed(self) -> None:
        self._forget()
        self.show_state()
        self.changed.emit()

    def _take_lasting(self, done: Result[bool]) -> None:
        self._is_lasting = done.value
        self.show_state()
        if done.error is not None:
            self.show_trouble(done.error)

    def show_state(self) -> None:
        """Show where the token is stored, how it ends, and whether its kind is unusual."""
        self._field.set_state(FieldState.REST)
        token = self.token()
        where = "" if self._is_lasting is None else where_kept(is_persistent=self._is_lasting)
        entered = self._field.entry_text()
        self._note.set_message(f"{entered} {where}".strip(), "lock")
        lead, words = doubt(self._environment, is_test=is_test_token(token))
        self._doubt.set_text(lead, words)
        self._doubt.setVisible(bool(lead and token))
