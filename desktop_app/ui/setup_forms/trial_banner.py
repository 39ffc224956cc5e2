"""The banner with the service's answer about a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.formatting.dates import local, time_text
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.problems import own_text, problem_sentence
from desktop_app.ui.widgets import Banner, BannerKind
from desktop_app.ui.widgets.announce import announce_once_seen

if TYPE_CHECKING:
    from desktop_app.core.settings import Language
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.setup_forms.tokens import TokenTest
    from desktop_app.ui.theme import Theme

_TOKEN_CODES = ("1001", "1002", "1003", "1004")
"""The service does not take the token: the general advice would lead to where the person is."""


class TrialBanner(Banner):
    """Hidden until a trial begins; then the question, and its end."""

    def __init__(self, theme: Theme, language: Language, name: str) -> None:
        super().__init__(theme, BannerKind.INFO, "", name=name)
        self._language = language
        self.hide()

    def show_asking(self) -> None:
        """The question is on its way."""
        self.set_kind(BannerKind.INFO)
        self.set_text(self.tr("Asking the service…"), self.tr("Nothing is paid by this."))
        self._tell()

    def show_end(self, done: Result[TokenTest]) -> None:
        """The balance, or why there is none."""
        trial = done.value
        if trial is None:
            self.show_trouble(done.error or BhuktaniError(Problem.UNEXPECTED))
            return
        words = self.tr("Balance {amount}, answered in {seconds} seconds, {time}.").format(
            amount=rupees(trial.balance),
            seconds=f"{trial.seconds:.1f}",
            time=time_text(local(trial.at), self._language),
        )
        self.set_kind(BannerKind.GOOD)
        self.set_text(self.tr("The connection works."), words)
        self._tell()

    def show_works(self, trial: TokenTest, environment: Environment) -> None:
        """The same for a person who connects the shop for the first time."""
        meaning = self.tr("Real bills will be paid with this balance.")
        if environment is Environment.TEST:
            meaning = self.tr("It is the test computer: do not take cash.")
        balance = self.tr("Balance {amount}.").format(amount=rupees(trial.balance))
        self.set_kind(BannerKind.GOOD)
        self.set_text(self.tr("The token works."), f"{balance} {meaning}")
        self._tell()

    def show_trouble(self, error: BhuktaniError) -> None:
        """A plain sentence, what to do, and the service's own words below in quotes."""
        sentence = problem_sentence(error)
        own = own_text(error)
        code = str(error.details.get("code") or "")
        quote = f"“{own}” ({code})" if own and code else (f"“{own}”" if own else "")
        advice = sentence.advice
        if code in _TOKEN_CODES:
            advice = self.tr("Check that all of it was pasted, and for which service it is.")
        self.set_kind(BannerKind.CAUTION)
        self.set_text(sentence.what, advice, quote)
        self._tell()

    def _tell(self) -> None:
        self.show()
        announce_once_seen(self, self.accessibleName())
