"""The bar at the top of the window: shop, environment, date, balance and operator."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem
from desktop_app.formatting.dates import bs_date, bs_text_with_weekday, local, time_text
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.texts.balance import lasts_text
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.widgets import TopBar

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop_app.core.settings import Language
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_MINUTE_MS = 60_000


class StatusBar(TopBar):
    """Keeps itself up to date with the session."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, refresh_label="", name="top")
        self._context = context
        self._date_job = 0
        self.refresh_button.setText(self.tr("Refresh balance"))
        self.refresh.connect(context.session.ask_balance)
        context.session.balance_changed.connect(self._show_balance)
        context.session.forecast_changed.connect(self._show_balance)
        context.session.changed.connect(self._show_shop)
        minute = QTimer(self)
        minute.setInterval(_MINUTE_MS)
        minute.timeout.connect(self.show_date)
        minute.start()
        self._show_shop()
        self.show_date()
        self._show_balance()

    def _show_shop(self) -> None:
        session = self._context.session
        self.set_shop(session.shop_name or self.tr("Your shop"))
        self.set_environment(session.environment, environment_word(session.environment))
        self.set_operator(session.settings.operator or self.tr("Operator"))

    def show_date(self) -> None:
        """Show today. The calendar is loaded with the first date: on a worker."""
        context = self._context
        day, language = local(context.clock.now()).date(), context.session.settings.language
        context.tasks.cancel(self._date_job)
        self._date_job = context.tasks.read(
            Job("write the date", partial(_date_words, day, language)), self._take_date
        )

    def _take_date(self, done: Result[tuple[str, bool]]) -> None:
        words, is_certain = done.value or ("", True)
        doubt = self.tr("The Nepali date of this day is not certain, so the AD date is shown.")
        self.set_date(words, "" if is_certain else doubt)
        self._context.session.report(done.error)

    def _show_balance(self) -> None:
        session = self._context.session
        practice = session.environment is Environment.PRACTICE
        label = self.tr("Practice balance") if practice else self.tr("Balance")
        unknown = "…" if session.is_asking_balance else "—"
        amount = unknown if session.balance is None else rupees(session.balance)
        tip = ""
        if session.balance_problem is not None:
            from desktop_app.ui.texts.problems import problem_sentence

            tip = problem_sentence(session.balance_problem).what
        elif session.balance_at is not None:
            time = time_text(local(session.balance_at), session.settings.language)
            tip = self.tr("asked at {time}").format(time=time)
        is_low = session.balance is not None and session.balance < session.settings.warn_below
        until = None if practice or session.balance is None else session.lasts_until
        is_low = (is_low or until is not None) and not practice
        if until is not None:
            tip = lasts_text(until, session.settings.language)
        elif is_low:
            tip = self.tr("The balance is low. Add balance at the service.")
        self.balance.set_colour("waittext" if is_low else "text")
        if session.is_asking_balance:
            self.balance.set_colour("text2")
        self.set_balance(label, amount, tip, self._note(until, is_low=is_low))

    def _note(self, until: datetime | None, *, is_low: bool) -> str:
        """Says in a word what is wrong with the balance: many people cannot tell it by colour."""
        session = self._context.session
        problem = session.balance_problem
        if problem is None and until is not None:
            time = time_text(local(until), session.settings.language)
            return self.tr("until {time}").format(time=time)
        if problem is None:
            return self.tr("low") if is_low else ""
        if problem.problem is Problem.NO_NETWORK:
            return self.tr("no connection")
        return self.tr("not known")


def _date_words(day: date, language: Language) -> tuple[str, bool]:
    """Today, and whether its Nepali date is certain."""
    return bs_text_with_weekday(day, language), bs_date(day) is not None
