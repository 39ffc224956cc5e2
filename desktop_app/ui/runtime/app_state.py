"""The settings in force in one window, and the balance last known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Language, Settings
from desktop_app.core.shop import Till, TillContext
from desktop_app.ui.runtime.jobs import DeskJob
from desktop_app.ui.runtime.settings_writer import SettingsWriter
from desktop_app.ui.runtime.unfinished import Unsaved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.core.clock import Clock
    from desktop_app.core.money import Money
    from desktop_app.core.operators import Proof
    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.tile_order import TileOrder
    from desktop_app.ui.runtime.ports import EnvironmentsPort
    from desktop_app.ui.runtime.tasks import Result, Tasks

_FRESH = timedelta(minutes=1)


@dataclass(slots=True)
class _Switch:
    """Another environment that is coming. What else is changed until then is stored with it."""

    before: Settings
    wanted: Settings
    latest: Settings

    def settings(self) -> Settings:
        """What is to be stored, as far as it is known now."""
        return self.wanted.with_changes(self.before, self.latest)


class AppState(QObject):
    """The settings in force and the balance last known.

    ``changed`` tells of settings, ``switching_changed`` of ``switching_to``, ``balance_changed`` of
    the balance, ``refused`` of what did not work, such as storing the settings.
    """

    changed = Signal()
    switching_changed = Signal()
    balance_changed = Signal()
    forecast_changed = Signal()
    refused = Signal(object)

    def __init__(
        self, settings: Settings, environments: EnvironmentsPort, tasks: Tasks, clock: Clock
    ) -> None:
        super().__init__()
        self._clock = clock
        self.settings = settings
        self.balance: Money | None = None
        self.balance_at: datetime | None = None
        self.balance_asked_at: datetime | None = None
        """When the balance was asked for that is known: what was paid since is not in it."""
        self.lasts_until: datetime | None = None
        """When the balance will be used up today, by the same weekdays of the last weeks; None
        where it lasts the day, or nobody can tell."""
        self.wants_reading = False
        """The next balance is to be kept in the record: a shift begins or ends."""
        self.balance_problem: BhuktaniError | None = None
        self.is_asking_balance = False
        self.operator_id = ""
        """Who is at the counter, as far as it was proved by a PIN."""
        self.who_proved: Callable[[], Proof | None] = lambda: None
        """Gives the owner who opened the settings."""
        self.unsaved = Unsaved()
        self.announced: object = None
        """The result that a screen reader was told last: a page built anew does not repeat it."""
        self.notice: Problem | None = None
        """The trouble that stands above all pages now, for help to explain."""
        self.opening_skipped: object = None
        """The question about the drawer that a clerk left unanswered: it is not put again."""
        self._environments = environments
        self._tasks = tasks
        self._balance_job = 0
        self._switch: _Switch | None = None
        self.writer = SettingsWriter(environments, tasks, self)

    @property
    def switching_to(self) -> Environment | None:
        """The environment that is about to be shown: nothing is paid in this one any more."""
        return None if self._switch is None else self._switch.wanted.environment

    @property
    def environment(self) -> Environment:
        """The environment in force; practice until the first start was answered."""
        return self.settings.environment or Environment.PRACTICE

    @property
    def nepali(self) -> bool:
        """The screens are in Nepali."""
        return self.settings.language is Language.NEPALI

    @property
    def shop_name(self) -> str:
        """The shop's name in the language of the screens."""
        shop = self.settings.shop
        return (shop.name_nepali or shop.name) if self.nepali else (shop.name or shop.name_nepali)

    def counter(self) -> TillContext:
        """Return the part of the settings that a payment keeps."""
        settings = self.settings
        return TillContext(
            settings.operator,
            settings.shop,
            settings.rounding,
            self.environment,
            operator_id=self.operator_id,
        )

    def till_of(self, proof: Proof | None) -> Till:
        """The till, with the person who proved something there, if one did."""
        till = self.counter().till
        if proof is None:
            return till
        return replace(till, operator=proof.name, operator_id=proof.operator_id)

    def change(self, settings: Settings) -> None:
        """Use other settings from now on, and store them, on the money worker.

        Another environment is shown only once the program has switched to it: it waits for a
        payment under way, and a switch that could not be stored changes nothing. What else is
        changed until then holds at once, and is stored with it.
        """
        if settings == self.settings:
            return
        settings = settings.remembering(self.settings)
        if settings.environment is self.settings.environment:
            self._keep(settings)
            self.changed.emit()
        elif self._switch is None:
            self._switch = _Switch(self.settings, settings, self.settings)
            self._write(self._switch.settings, self._switched)
            self.switching_changed.emit()

    def keep_tile_order(self, order: TileOrder) -> None:
        """Store the order of the providers' tiles; no page has to be shown anew for it."""
        if order != self.settings.tiles:
            self._keep(self.settings.with_tiles(order))

    def not_enabled(self, environment: Environment) -> frozenset[str]:
        """Slugs of providers that the service has not enabled for the shop's account."""
        return self.settings.not_enabled(environment)

    def note_lookup(
        self, environment: Environment, slug: str, error: BhuktaniError | None = None
    ) -> None:
        """Remember whether the service has this provider enabled, as its answer to a look-up says.

        No page has to be shown anew for it.
        """
        self._note(self.settings.after_lookup(environment, slug, error))

    def note_payment(self, payment: Payment) -> None:
        """Remember the same of the answer to a payment."""
        order = payment.order
        after = self.settings.after_payment(
            order.environment,
            order.provider,
            is_accepted=payment.state is PaymentState.PAID or payment.acknowledged,
            code=payment.reason_code,
        )
        self._note(after)

    def _note(self, settings: Settings) -> None:
        if settings != self.settings:
            self._keep(settings)

    def set_language(self, language: Language) -> None:
        """Switch the language of the screens; at the first start that of the papers too.

        A shop that starts in Nepali prints in Nepali, until its settings say otherwise.
        """
        settings = replace(self.settings, language=language)
        if settings.environment is None:
            settings = replace(settings, receipt_language=language)
        self.change(settings)

    def ask_balance(self) -> None:
        """A person wants the balance: one question, however often it is pressed."""
        if not self.is_asking_balance:
            self.refresh_balance()

    def refresh_balance(self) -> None:
        """Ask the service for the balance anew; the newest question's answer counts."""
        self._tasks.cancel(self._balance_job)
        ask = DeskJob(
            "ask the balance", self.environment, self._environments, lambda desk: desk.balance()
        )
        self._balance_job = self._tasks.call(ask, partial(self._take_balance, self._clock.now()))
        self.is_asking_balance = True
        self.balance_changed.emit()

    def set_lasts_until(self, moment: datetime | None) -> None:
        """It was reckoned how long the balance lasts."""
        if moment != self.lasts_until:
            self.lasts_until = moment
            self.forecast_changed.emit()

    def want_reading(self) -> None:
        """Have the balance kept in the record: the one just told, or else the next."""
        self.wants_reading = True
        if self.fresh_balance() is None:
            self.ask_balance()
        else:
            self.balance_changed.emit()

    def fresh_balance(self) -> Money | None:
        """The balance, if it was told a moment ago: nobody need ask for it anew."""
        if self.balance is None or self.balance_asked_at is None or self.is_asking_balance:
            return None
        is_fresh = self._clock.now() - self.balance_asked_at < _FRESH
        return self.balance if is_fresh else None

    def report(self, error: BhuktaniError | None) -> None:
        """Have the window say what did not work, where a page has no room for it."""
        if error is not None:
            self.refused.emit(error)

    def _take_balance(self, asked_at: datetime, done: Result[Money]) -> None:
        self.is_asking_balance = False
        # A balance that is not known any more must not block a payment.
        self.balance = done.value
        if done.error is None:
            self.balance_at, self.balance_asked_at = self._clock.now(), asked_at
        self.balance_problem = done.error
        self.balance_changed.emit()

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        if self._switch is None:
            self._write(lambda: settings, self._saved)
        else:
            self._switch.latest = settings

    def _switched(self, done: Result[Settings]) -> None:
        switch, self._switch = self._switch, None
        if switch is None:
            return
        # Another change may have come after the worker had begun to store it.
        self.settings = switch.before if done.value is None else done.value
        self._note(switch.latest if done.value is None else switch.settings())
        self.switching_changed.emit()
        if done.error is not None:
            self._saved(done)
            return
        # An answer of the environment before would be shown as this one's.
        self._tasks.cancel(self._balance_job)
        self.is_asking_balance = False
        self.balance = self.balance_at = self.balance_asked_at = self.balance_problem = None
        self.changed.emit()
        self.balance_changed.emit()

    def _write(
        self, settings: Callable[[], Settings], then: Callable[[Result[Settings]], None]
    ) -> None:
        self.writer.write(settings, self.till_of(self.who_proved()), then)

    def _saved(self, done: Result[Settings]) -> None:
        if done.error is not None:
            cause = done.error.problem.value
            self.refused.emit(BhuktaniError(Problem.SETTINGS_NOT_STORED, cause=cause))
