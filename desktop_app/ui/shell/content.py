"""What the window holds: the first start, or rail, status bar and sections."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.core.operators import OwnerAction
from desktop_app.core.payment_flow import Flow
from desktop_app.core.settings import Language
from desktop_app.ui.kit.typed import Typed
from desktop_app.ui.runtime.auto_check import AutoChecker
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.shell.lock_screen import LockScreen
from desktop_app.ui.shell.navigation import MainView
from desktop_app.ui.shell.token_gate import TokenGate
from desktop_app.ui.shell.write_troubles import WriteTroubles
from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.widgets.page_turn import page_turn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.environment import Environment
    from desktop_app.core.errors import BhuktaniError, Problem
    from desktop_app.core.operators import Proof
    from desktop_app.ui.first_run.first_run import FirstRun
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.daily_backup import DailyBackup
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.shell.error_banner import ErrorBanner


class WindowContent(QObject):
    """Shows the first start or the main view, in the language and size in force.

    Texts and sizes are fixed when a view is built, so a change of either builds it anew; what
    was entered is kept in the flow.
    """

    settings_changed = Signal()
    """Other settings are in force; what is shown follows in the next turn."""
    environment_shown = Signal()
    """The pages that are built now are those of the environment in force."""
    enter_paused = Signal(int)
    """A page has just appeared: drop Enter for so many milliseconds."""

    def __init__(
        self, context: AppContext, window: QWidget, area: QWidget, column: QVBoxLayout
    ) -> None:
        """Fill ``area``, which lies in ``column``; the lock page takes its place there."""
        super().__init__(window)
        self._context = context
        self.flow = Flow()
        self.auto_checker = AutoChecker(
            context.environments, context.changes, context.tasks, self.flow, self
        )
        context.changes.changed.connect(self._payments_changed)
        context.tasks.writes.ended.connect(self.rebuild_soon)
        self.main_view: MainView | None = None
        self._first_run: FirstRun | None = None
        self._window = window
        self._built_for: tuple[Language, bool, Environment | None, float] | None = None
        self._rebuild = QTimer(self)
        self._rebuild.setSingleShot(True)
        self._rebuild.setInterval(0)
        self._rebuild.timeout.connect(self._build)
        self._content = QVBoxLayout(area)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(0)
        self._trouble: ErrorBanner | None = None
        self._watching: tuple[QObject, ...] = ()
        self._token_gate = TokenGate(context, self._content, self)
        self._token_gate.refused.connect(self.show_error)
        self.lock_screen = LockScreen(context, self.flow, area, column)
        self.lock_screen.shown.connect(self.enter_paused)
        context.gate.troubled.connect(self.show_error)
        context.session.changed.connect(self._settings_changed)
        context.session.refused.connect(self.show_error)
        self.write_troubles = WriteTroubles(context.tasks.watched_jobs, self._banner, window)
        QShortcut(QKeySequence("Ctrl+L"), window, self._other_language)

    def start(self) -> None:
        """Show the first page, and collect what it reads; ``begin`` lets the workers read."""
        self._build()
        self._context.gate.read()
        self._context.sweep.start(lambda: self._context.session.settings.environment)

    def begin(self) -> None:
        """Watch what needs it, and let the workers work: the first page is painted."""
        from desktop_app.ui.runtime.credit_forecast import CreditForecast
        from desktop_app.ui.runtime.credit_readings import CreditReadings
        from desktop_app.ui.shell.page_modules import PageModules

        context = self._context
        if not self._watching:
            pages = PageModules(context.tasks, self)
            self._watching = (CreditReadings(context), CreditForecast(context), pages)
            self.daily_backup.start()
        context.tasks.begin()

    @cached_property
    def daily_backup(self) -> DailyBackup:
        """The job that backs the ledger up once a day."""
        from desktop_app.ui.runtime.daily_backup import DailyBackup

        backup = DailyBackup(self._context, self)
        backup.trouble.connect(self.show_error)
        return backup

    @property
    def reading_order(self) -> tuple[QWidget, ...]:
        """The parts as Tab goes through them."""
        if self.lock_screen.page is not None:
            return (self.lock_screen.page,)
        prompt = self._token_gate.prompt
        if self.main_view is not None and prompt is None:
            parts: tuple[QWidget | None, ...] = (*self.main_view.reading_order, self._trouble)
        else:
            parts = (prompt or self._first_run, self._trouble)
        return tuple(at for at in parts if at is not None)

    # --- building -------------------------------------------------------------------------

    def rebuild_soon(self) -> None:
        """Lay it out anew in the next turn of the event loop, where something is different."""
        if self._built_for is not None:
            self._rebuild.start()

    def _build(self) -> None:
        session = self._context.session
        wanted = (
            session.settings.language,
            self._context.theme.compact,
            session.settings.environment,
            self._context.theme.text_scale,
        )
        if wanted == self._built_for or self.flow.sending:
            return
        fresh = self._built_for is None or self._built_for[2] is not wanted[2]
        if not fresh and self._context.tasks.writes.are_under_way:
            # The page that waits for it says what came of it, and is built anew then.
            return
        self._built_for = wanted
        if fresh:
            self._close_above()
            self.flow.restart()
            # It was about another environment's record, or about coming here.
            self._forget_trouble()
        elif self._trouble is not None:
            self._trouble.show_text()
        self.environment_shown.emit()
        old = self.main_view or self._first_run
        area = self._token_gate.prompt or old
        typed = Typed.of(area) if area is not None and not fresh else None
        kept = self.main_view.keep() if self.main_view is not None and not fresh else None
        asking = self._token_gate.close()
        shown: QWidget
        if session.settings.environment is None:
            self.main_view = None
            shown = self._first_run = self._make_first_run()
            self._first_run.page_shown.connect(self.enter_paused)
        else:
            self._first_run = None
            context = replace(self._context, shown_in=session.environment)
            shown = self.main_view = MainView(context, self.flow, self.auto_checker)
            self.main_view.sending_changed.connect(self._sending_changed)
            self.main_view.page_shown.connect(self.enter_paused)
            self.main_view.troubled.connect(self.show_error)
            self.main_view.lock_wanted.connect(self.lock_screen.lock)
            self.lock_screen.opened.connect(self.main_view.read_again)
        self._content.addWidget(shown)
        with page_turn(old):
            if old is not None:
                discard(self._content, old)
                old.setParent(None)
            shown.show()
            if self.main_view is not None:
                if kept is None:
                    self.main_view.go("payment")
                else:
                    self.main_view.resume(kept)
                session.refresh_balance()
                self.auto_checker.start()
            self._token_gate.guard(self.main_view, look=fresh, ask=asking)
            if typed is not None:
                typed.give_back(self._token_gate.prompt or shown)
        self.lock_screen.rebuild()

    def _close_above(self) -> None:
        """Close what was opened over the pages of another environment: it is about its record.

        Nobody opens anything over them while the counter is locked.
        """
        if self.main_view is None or self.lock_screen.is_locked:
            return
        from desktop_app.ui.help.help_overlay import close_help
        from desktop_app.ui.kit.dialog import close_dialogs

        close_help(self._window)
        close_dialogs(self._window)

    def _make_first_run(self) -> FirstRun:
        from desktop_app.ui.first_run.first_run import FirstRun

        return FirstRun(self._context)

    def _payments_changed(self, change: PaymentsChanged) -> None:
        if change.cause is Cause.REPLACED:
            # What was wrong with the record before is not wrong with this one.
            self._forget_trouble()
            self._context.seen_breaks.forget(self._context.environment)
            self.daily_backup.compare_again()

    # --- changes --------------------------------------------------------------------------

    def _settings_changed(self) -> None:
        self.settings_changed.emit()
        self.rebuild_soon()

    def _other_language(self) -> None:
        if not self.flow.sending:
            nepali = self._context.session.nepali
            self._context.session.set_language(Language.ENGLISH if nepali else Language.NEPALI)

    def take_scan(self, text: str) -> None:
        """A bar code was read, and no field took it."""
        from desktop_app.ui.widgets.overlay import is_covered

        covered = self.lock_screen.is_locked or is_covered(self._window)
        if self.main_view is not None and not covered:
            self.main_view.take_scan(text)

    def show_scan(self) -> None:
        """A bar code was read where none is wanted."""
        if self.main_view is not None:
            self.main_view.show_scan()

    def show_error(self, error: BhuktaniError, environment: Environment | None = None) -> None:
        """Say it above whatever is shown: main view, first start, or the question for a token.

        It is about the record in force, unless that of another ``environment`` is given.
        """
        is_here = environment in (None, self._context.session.environment)
        self._banner().show_error(error, None if is_here else environment)

    def _banner(self) -> ErrorBanner:
        from desktop_app.ui.help.help_overlay import close_help

        # Help would cover the sentence, and nothing is lost by closing it.
        close_help(self._window)
        if self._trouble is None:
            self._trouble = self._make_banner()
        return self._trouble

    def _make_banner(self) -> ErrorBanner:
        from desktop_app.ui.shell.error_banner import ErrorBanner

        banner = ErrorBanner(self._context.theme)
        banner.open_backup.connect(self._open_backup)
        banner.seen.connect(self._ask_seen)
        banner.help_wanted.connect(self._explain_notice)
        banner.notice_changed.connect(self._note_notice)
        self._content.insertWidget(0, banner)
        return banner

    def _forget_trouble(self) -> None:
        """It does not hold any more."""
        if self._trouble is not None:
            self._trouble.dismiss()

    def _ask_seen(self, error: BhuktaniError) -> None:
        self._context.gate.require(OwnerAction.RECORD, partial(self._note_seen, error))

    def _note_seen(self, error: BhuktaniError, proof: Proof | None) -> None:
        """An owner has read that the record was changed: it is told no more, and noted."""
        from desktop_app.core.audit import FoundBreak

        found = error.details.get("found")
        if isinstance(found, FoundBreak):
            context = self._context
            context.seen_breaks.add(found)
            note = partial(context.records.note_seen, found, context.session.till_of(proof))
            context.tasks.record(Job("note that a break was seen", note), self._noted_seen, None)
        if self._trouble is not None:
            self._trouble.end_lasting(error)

    def _noted_seen(self, done: Result[None]) -> None:
        if done.error is not None:
            self.show_error(done.error)

    def _note_notice(self, problem: Problem | None) -> None:
        self._context.session.notice = problem

    def _explain_notice(self) -> None:
        from desktop_app.ui.help.help_row import open_keys

        open_keys(self._context, self._window)

    def _open_backup(self) -> None:
        if self.main_view is not None:
            self.main_view.open_backup()

    def _sending_changed(self, sending: bool) -> None:
        if not sending:
            # A change of language or size had to wait until the payment was settled.
            self._rebuild.start()
