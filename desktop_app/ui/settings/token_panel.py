"""The token of one environment: what may be shown of it, replacing, testing and removing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.journal import JournalKind
from desktop_app.core.operators import OwnerAction
from desktop_app.ui.kit.confirm_dialog import Ask
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.setup_forms.token_field import TokenField
from desktop_app.ui.setup_forms.tokens import (
    TokenInfo,
    TokenTest,
    doubt,
    is_test_token,
    read_kept,
    saving,
    trial_job,
    where_kept,
)
from desktop_app.ui.setup_forms.trial_banner import TrialBanner
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Banner,
    BannerKind,
    Button,
    ButtonSize,
    InlineMessage,
    PlainLabel,
    Variant,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.environment import Environment
    from desktop_app.core.operators import Proof
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_BULLETS = "•••• •••• •••• ••••"


class TokenPanel(QWidget):
    """``kept`` tells that another token is kept now, or none."""

    kept = Signal()

    def __init__(self, context: AppContext, environment: Environment) -> None:
        super().__init__()
        self._context = context
        self._environment = environment
        self._kept: TokenInfo | None = None
        self._entering = False
        self._read_job = self._trial_job = 0
        self._busy = False
        self._build()
        self._show_state()

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        word = environment_word(self._environment)
        title = self.tr("Token for {environment}").format(environment=word)
        self._field = TokenField(theme, title, name="settings.token")
        self._field.textChanged.connect(self._show_entry)
        self._field.textEdited.connect(self._forget_trial)
        self._field.returnPressed.connect(self._keep)
        self._buttons = {
            "save": Button(
                theme,
                self.tr("Save"),
                Variant.PRIMARY,
                key="Enter",
                height=42,
                size=ButtonSize.SMALL,
                name="settings.token.save",
            ),
            "replace": self._small(self.tr("Replace…"), "replace"),
            "test": self._small(self.tr("Test"), "test", "F5"),
            "remove": self._small(self.tr("Remove"), "remove"),
            "cancel": self._small(self.tr("Cancel"), "cancel", "Esc"),
        }
        actions = {
            "save": self._keep,
            "replace": self._replace,
            "test": self.test,
            "remove": self._ask_remove,
            "cancel": self.cancel,
        }
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._field, 1)
        for part, button in self._buttons.items():
            button.clicked.connect(actions[part])
            line.addWidget(button)
        self._note = InlineMessage(theme, "", "lock", name="settings.token.note")
        self._doubt = Banner(theme, BannerKind.CAUTION, "", name="settings.token.doubt")
        self._doubt.hide()
        self._trial = TrialBanner(
            theme, self._context.session.settings.language, "settings.token.trial"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(theme, title, TextRole.VALUE))
        column.addLayout(line)
        column.addWidget(self._note)
        column.addWidget(self._doubt)
        column.addWidget(self._trial)

    def _small(self, words: str, part: str, key: str = "") -> Button:
        return Button(
            self._context.theme,
            words,
            key=key,
            height=42,
            size=ButtonSize.SMALL,
            name=f"settings.token.{part}",
        )

    # --- showing --------------------------------------------------------------------------

    def enter(self) -> None:
        """Look into the vault."""
        self._context.tasks.cancel(self._read_job)
        self._read_job = self._context.tasks.keyring(
            Job("look into the vault", self._reading()), self._take_kept
        )

    def take_focus(self) -> None:
        """Focus the field, or the test button of the saved token."""
        target: QWidget = self._buttons["test"]
        if self._entering:
            target = self._field
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_kept(self, done: Result[TokenInfo]) -> None:
        if done.value is None:
            self._trial.show_trouble(done.error or BhuktaniError(Problem.UNEXPECTED))
            return
        before, self._kept = self._kept, done.value
        if before is None or not done.value.is_there:
            self._entering = not done.value.is_there
        self._show_state()

    def _show_state(self) -> None:
        """A kept token with its last four characters, or a field to enter one."""
        kept = self._kept
        if self._entering:
            self._field.show_entry()
        else:
            ending = kept.ending if kept else ""
            self._field.show_kept(f"{_BULLETS} {ending}" if kept and kept.is_there else "")
        self._buttons["save"].setVisible(self._entering)
        self._buttons["cancel"].setVisible(self._entering and kept is not None and kept.is_there)
        self._buttons["replace"].setVisible(not self._entering)
        self._buttons["remove"].setVisible(not self._entering)
        for button in self._buttons.values():
            button.enable(kept is not None and not self._busy, self._off_text())
        if kept is not None:
            self._note.set_message(where_kept(is_persistent=kept.is_persistent), "lock")
        self._note.setVisible(kept is not None)
        self._show_entry()

    def _off_text(self) -> str:
        """Return the reason why a button is off."""
        if self._busy or self._kept is None:
            return self.tr("Wait for the answer.")
        return self.tr("Enter the token first.")

    def _show_entry(self) -> None:
        """Show hints about the token in the field."""
        kept = self._kept
        if not self._entering:
            unusual = kept is not None and kept.is_there
            lead, words = doubt(self._environment, is_test=kept.is_test) if kept else ("", "")
            self._say_doubt(lead if unusual else "", words)
            return
        token = self._field.token()
        for part in ("save", "test"):
            self._buttons[part].enable(bool(token) and not self._busy, self._off_text())
        if kept is not None:
            shown = self._field.entry_text() or where_kept(is_persistent=kept.is_persistent)
            self._note.set_message(shown, "lock")
        lead, words = doubt(self._environment, is_test=is_test_token(token))
        if not token and kept is not None and kept.waiting:
            lead = self.tr("%n payment(s) are WAITING.", "", kept.waiting)
            words = self.tr("They can be checked only with the token they were sent with.")
        elif not token:
            lead = ""
        self._say_doubt(lead, words)

    def _say_doubt(self, lead: str, words: str) -> None:
        self._doubt.set_text(lead, words)
        self._doubt.setVisible(bool(lead))

    # --- replacing and removing -----------------------------------------------------------

    def _replace(self) -> None:
        self._entering = True
        self._trial.hide()
        self._show_state()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Leave the kept token as it is."""
        self._entering = False
        self._trial.hide()
        self._show_state()
        self.take_focus()

    def _keep(self) -> None:
        if self._field.token() and self._entering and not self._busy:
            self._context.gate.require(OwnerAction.TOKEN, self._save)

    def _save(self, proof: Proof | None) -> None:
        token = self._field.token()
        environment, read = self._environment, self._reading()
        save_token = saving(self._context, environment, token, proof)

        def save() -> TokenInfo:
            save_token()
            return read()

        self._set_busy()
        self._context.tasks.keyring(Job("keep a token", save), self._take_change)

    def _ask_remove(self) -> None:
        word = environment_word(self._environment)
        words = self.tr("Until another one is entered, nothing can be paid in {environment}.")
        words = words.format(environment=word)
        if self._kept is not None and self._kept.waiting:
            count = self.tr("%n payment(s) are WAITING.", "", self._kept.waiting)
            rest = self.tr("They can be checked only with the token they were sent with.")
            words = f"{words} {count} {rest}"
        lead = self.tr("Remove the token for {environment}?").format(environment=word)
        question = Ask(
            self._context.theme,
            self.window(),
            lead,
            words,
            yes=self.tr("Remove"),
            no=self.tr("Keep it"),
        )
        require = self._context.gate.require
        question.accepted.connect(partial(require, OwnerAction.TOKEN, self._remove))
        question.ask()

    def _remove(self, proof: Proof | None) -> None:
        vault, environment, read = self._context.vault, self._environment, self._reading()
        environments, by = self._context.environments, self._context.session.till_of(proof)

        def delete() -> TokenInfo:
            vault.delete(environment)
            told = {"environment": environment.value}
            environments.note(JournalKind.TOKEN_REMOVED, by, told)
            return read()

        self._set_busy()
        self._context.tasks.keyring(Job("remove a token", delete), self._take_change)

    def _reading(self) -> Callable[[], TokenInfo]:
        context = self._context
        chosen = context.session.environment
        return partial(read_kept, context.vault, context.environments, chosen, self._environment)

    def _take_change(self, done: Result[TokenInfo]) -> None:
        self._busy = False
        if done.value is None:
            self._show_state()
            self._trial.show_trouble(done.error or BhuktaniError(Problem.UNEXPECTED))
            return
        self._kept = done.value
        self._entering = not done.value.is_there
        self._trial.hide()
        self._show_state()
        if self.isVisible():
            self.take_focus()
        self.kept.emit()
        if done.value.is_there:
            self.test()

    # --- testing --------------------------------------------------------------------------

    def test(self) -> None:
        """Ask the balance with the token that is entered, or with the kept one."""
        token = self._field.token() if self._entering else None
        if self._busy or self._kept is None or (self._entering and not token):
            return
        self._trial.show_asking()
        self._context.tasks.cancel(self._trial_job)
        self._trial_job = self._context.tasks.call(
            trial_job(self._context, self._environment, token), self._take_trial
        )

    def _take_trial(self, done: Result[TokenTest]) -> None:
        self._trial.show_end(done)

    def _forget_trial(self) -> None:
        self._context.tasks.cancel(self._trial_job)
        self._trial.hide()

    def _set_busy(self) -> None:
        self._busy = True
        self._context.tasks.cancel(self._trial_job)
        self._show_state()

    def takes_key(self, event: QKeyEvent) -> bool:
        """Esc leaves the kept token as it is."""
        if event.key() == Qt.Key.Key_Escape and not self._buttons["cancel"].isHidden():
            self.cancel()
            return True
        return False
