"""First start, step 5: everything at a glance, and the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.environment import Environment
from desktop_app.core.operators import OwnerAction
from desktop_app.ui.first_run.step import StepPanel
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.setup_forms.tokens import TokenTest, ending, saving
from desktop_app.ui.setup_forms.trial_banner import TrialBanner
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.printing import paper_name
from desktop_app.ui.widgets import KeyValueList, RowText

if TYPE_CHECKING:
    from desktop_app.core.operators import Proof
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


_NAMED = 3
"""Companies that the summary names; it counts the others."""


class ReadyStep(StepPanel):
    """The last step: saves the token, and after it the settings."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            context,
            QCoreApplication.translate("ReadyStep", "Ready"),
            QCoreApplication.translate("ReadyStep", "The shop is connected when you press Start."),
            QCoreApplication.translate("ReadyStep", "Start"),
        )
        self._busy = False
        self._list = KeyValueList(self.theme, name="first.summary")
        self._banner = TrialBanner(self.theme, context.session.settings.language, "first.trouble")
        self.body.addWidget(self._list)
        self.body.addWidget(self._banner)

    def show_trial(self, trial: TokenTest | None) -> None:
        """Fill the summary; `trial` is None where the service could not be asked."""
        draft, token = self._draft(), self.context.session.unsaved.first_token
        environment = draft.environment or Environment.LIVE
        last = ending(token)
        lines = [
            (self.tr("Shop"), draft.shop.name, ""),
            (self.tr("Operator"), draft.operator or "—", ""),
            (self.tr("Environment"), environment_word(environment), ""),
            (self.tr("Token"), f"•••• {last}" if last else "••••", ""),
            (self.tr("Companies"), self._companies(), ""),
            (self.tr("Balance"), rupees(trial.balance) if trial else "—", ""),
            (self.tr("Printer"), draft.printer or self.tr("The computer’s default"), ""),
            (self.tr("Paper"), paper_name(draft.paper), ""),
        ]
        height = 31 if self.theme.compact else 36
        self._list.show_texts([RowText(*line) for line in lines], height=height)

    def _companies(self) -> str:
        names = [*self.context.session.unsaved.first_companies.values()]
        if not names:
            return self.tr("All")
        if len(names) <= _NAMED:
            return ", ".join(names)
        more = self.tr("and %n more", "", len(names) - _NAMED)
        return f"{', '.join(names[:_NAMED])} {more}"

    def enter(self) -> None:
        """Enter starts."""
        self._busy = False
        self._banner.hide()
        self.next_button.setEnabled(True)
        self.focus_next()

    def go_on(self) -> None:
        """Keep the token; the settings follow once it is kept."""
        if not self._busy:
            self.context.gate.require(OwnerAction.TOKEN, self._keep)

    def _keep(self, proof: Proof | None) -> None:
        self._set_busy(True)
        self._banner.hide()
        environment = self._draft().environment or Environment.LIVE
        token = self.context.session.unsaved.first_token
        self.context.tasks.keyring(
            Job("keep a token", saving(self.context, environment, token, proof)),
            self._take_kept,
        )

    def _take_kept(self, done: Result[None]) -> None:
        self._set_busy(False)
        if done.error is not None:
            self._banner.show_trouble(done.error)
            self.focus_next()
            return
        # Start was off meanwhile and lost the keyboard. If the settings are refused it is wanted.
        self.focus_next()
        self.done.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for button in (self.next_button, self.back_button):
            button.enable(not busy, self.tr("The token is being saved."))

    def _draft(self) -> Settings:
        session = self.context.session
        return session.unsaved.first or session.settings
