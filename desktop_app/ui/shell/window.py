"""The main window: the first start, or rail, status bar and sections."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.core.audit import FoundBreak
from desktop_app.core.environment import Environment
from desktop_app.core.operators import OwnerAction
from desktop_app.core.payment_flow import Flow
from desktop_app.core.settings import Language
from desktop_app.formatting.preload import prepare
from desktop_app.ui.first_run.first_run import FirstRun
from desktop_app.ui.help.help_overlay import HelpOverlay
from desktop_app.ui.kit.typed import Typed
from desktop_app.ui.runtime.auto_check import AutoChecker
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.runtime.credit_forecast import CreditForecast
from desktop_app.ui.runtime.credit_readings import CreditReadings
from desktop_app.ui.runtime.daily_backup import DailyBackup
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.shell.appearance import Appearance
from desktop_app.ui.shell.enter_key_filter import EnterKeyFilter
from desktop_app.ui.shell.error_banner import ErrorBanner
from desktop_app.ui.shell.lock_screen import LockScreen
from desktop_app.ui.shell.navigation import MainView
from desktop_app.ui.shell.token_gate import TokenGate
from desktop_app.ui.texts.labels import environment_word
from desktop_app.ui.theme import wants_compact
from desktop_app.ui.theme.assets import app_icon
from desktop_app.ui.widgets import EnvironmentFrame
from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.widgets.tab_order import move_focus

if TYPE_CHECKING:
    from desktop_app.core.errors import BhuktaniError
    from desktop_app.core.operators import Proof
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.runtime.translation import Translations

_LEAST = QSize(1024, 534)
"""The least size at which every page is whole. A smaller screen gets a smaller window, whose pages
scroll."""
_TITLE_BAR = 32


class MainWindow(QMainWindow):
    """Shows the first start or the main view, in the language and size in force.

    Texts and sizes are fixed when a view is built, so a change of either builds it anew; what
    was entered is kept in the flow.
    """

    def __init__(self, context: AppContext, translations: Translations) -> None:
        super().__init__()
        # Before its parts: what each of them then sets by itself stands over the sheet.
        context.theme.dress(self)
        self._context = context
        self._appearance = Appearance(context, translations, self)
        self._flow = Flow()
        self._enter_filter = EnterKeyFilter(self)
        self._enter_filter.scanned.connect(self._scanned)
        self._auto_checker = AutoChecker(
            context.environments, context.changes, context.tasks, self._flow, self
        )
        context.changes.changed.connect(self._payments_changed)
        self._daily_backup = DailyBackup(context.records, context.session, context.tasks, self)
        self._daily_backup.trouble.connect(self._show_error)
        self._credit_readings = CreditReadings(context)
        self._credit_forecast = CreditForecast(context)
        self._main_view: MainView | None = None
        self._first_run: FirstRun | None = None
        self._at_start: BhuktaniError | None = None
        self._built_for: tuple[Language, bool, Environment | None, float] | None = None
        self._rebuild = QTimer(self)
        self._rebuild.setSingleShot(True)
        self._rebuild.setInterval(0)
        self._rebuild.timeout.connect(self._build)
        self.setWindowIcon(app_icon())
        self._frame = EnvironmentFrame(context.theme)
        self.setCentralWidget(self._frame)
        # Everything but band and lock page: hidden while the counter is locked.
        self._area = QWidget()
        self._content = QVBoxLayout(self._area)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(0)
        self._frame.content.addWidget(self._area)
        self._error_banner = ErrorBanner(context.theme)
        self._error_banner.open_backup.connect(self._open_backup)
        self._error_banner.seen.connect(self._ask_seen)
        self._content.addWidget(self._error_banner)
        self._token_gate = TokenGate(context, self._content, self)
        self._token_gate.refused.connect(self._show_error)
        self._lock_screen = LockScreen(context, self._flow, self._area, self._frame.content)
        self._lock_screen.shown.connect(self._enter_filter.pause)
        context.gate.troubled.connect(self._show_error)
        context.session.changed.connect(self._settings_changed)
        context.session.refused.connect(self._show_error)
        QShortcut(QKeySequence("Ctrl+L"), self, self._other_language)
        self._fit_screen()
        self._appearance.follow_system()

    @property
    def flow(self) -> Flow:
        """The payment that the wizard is at."""
        return self._flow

    @property
    def main_view(self) -> MainView | None:
        """Rail, status bar and sections; None during the first start."""
        return self._main_view

    @property
    def auto_checker(self) -> AutoChecker:
        """The checker that looks waiting payments up."""
        return self._auto_checker

    @property
    def lock_screen(self) -> LockScreen:
        """The lock of the counter."""
        return self._lock_screen

    @property
    def daily_backup(self) -> DailyBackup:
        """The job that backs the ledger up once a day."""
        return self._daily_backup

    def show_at_start(self, error: BhuktaniError) -> None:
        """Show an error from before there was a window with its first page."""
        self._at_start = error

    def start(self) -> None:
        """Show the window and begin to read."""
        self._context.tasks.preload(Job("load the calendar", prepare))
        self._build()
        if self._at_start is not None:
            self._show_error(self._at_start)
        self.show()
        self._context.gate.read()
        self._daily_backup.start()
        self._context.sweep.start(lambda: self._context.session.settings.environment)

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        session = self._context.session
        wanted = (
            session.settings.language,
            self._context.theme.compact,
            session.settings.environment,
            self._context.theme.text_scale,
        )
        if wanted == self._built_for or self._flow.sending:
            return
        fresh = self._built_for is None or self._built_for[2] is not wanted[2]
        self._built_for = wanted
        if fresh:
            self._flow.restart()
            # It was about another environment's record, or about coming here.
            self._error_banner.dismiss()
        self._error_banner.show_text()
        self._show_environment()
        old = self._main_view or self._first_run
        area = self._token_gate.prompt or old
        typed = Typed.of(area) if area is not None and not fresh else None
        kept = self._main_view.keep() if self._main_view is not None and not fresh else None
        asking = self._token_gate.close()
        shown: QWidget
        if session.settings.environment is None:
            self._main_view = None
            shown = self._first_run = FirstRun(self._context)
            self._first_run.page_shown.connect(self._enter_filter.pause)
        else:
            self._first_run = None
            context = replace(self._context, shown_in=session.environment)
            shown = self._main_view = MainView(context, self._flow, self._auto_checker)
            self._main_view.sending_changed.connect(self._sending_changed)
            self._main_view.page_shown.connect(self._enter_filter.pause)
            self._main_view.troubled.connect(self._show_error)
            self._main_view.lock_wanted.connect(self._lock_screen.lock)
        self._content.addWidget(shown)
        if old is not None:
            discard(self._content, old)
            old.setParent(None)
        shown.show()
        if self._main_view is not None:
            if kept is None:
                self._main_view.go("payment")
            else:
                self._main_view.resume(kept)
            session.refresh_balance()
            self._auto_checker.start()
        self._token_gate.guard(self._main_view, look=fresh, ask=asking)
        if typed is not None:
            typed.give_back(self._token_gate.prompt or shown)
        self._lock_screen.rebuild()

    def _payments_changed(self, change: PaymentsChanged) -> None:
        if change.cause is Cause.REPLACED:
            # What was wrong with the record before is not wrong with this one.
            self._error_banner.dismiss()
            self._daily_backup.compare_again()

    def _show_environment(self) -> None:
        environment = self._context.session.settings.environment
        name = self.tr("Bhuktani")
        if environment is None or environment is Environment.LIVE:
            self._frame.set_environment(Environment.LIVE, "", "")
            self.setWindowTitle(name)
            return
        word = environment_word(environment)
        if environment is Environment.PRACTICE:
            words = self.tr("Nothing is paid and no money moves. Do not take cash.")
        else:
            words = self.tr("Connected to the service’s test computer. Do not take cash.")
        self._frame.set_environment(environment, word, words)
        self.setWindowTitle(f"{name} — {word}")

    # --- changes --------------------------------------------------------------------------

    def _settings_changed(self) -> None:
        self._appearance.follow_settings()
        self._context.theme.update(compact=self._is_small())
        self._rebuild.start()

    def _other_language(self) -> None:
        if not self._flow.sending:
            nepali = self._context.session.nepali
            self._context.session.set_language(Language.ENGLISH if nepali else Language.NEPALI)

    def _scanned(self) -> None:
        if self._main_view is not None:
            self._main_view.show_scan()

    def _show_error(self, error: BhuktaniError) -> None:
        """Say it above whatever is shown: main view, first start, or the question for a token."""
        # Help would cover the sentence, and nothing is lost by closing it. About leads back to it.
        while covering := [at for at in self.findChildren(HelpOverlay) if not at.isHidden()]:
            covering[-1].close_overlay()
        self._error_banner.show_error(error)

    def _ask_seen(self, error: BhuktaniError) -> None:
        self._context.gate.require(OwnerAction.RECORD, partial(self._note_seen, error))

    def _note_seen(self, error: BhuktaniError, proof: Proof | None) -> None:
        """An owner has read that the record was changed: it is told no more, and noted."""
        found = error.details.get("found")
        if isinstance(found, FoundBreak):
            context = self._context
            note = partial(context.records.note_seen, found, context.till_of(proof))
            context.tasks.record(Job("note that a break was seen", note), self._noted_seen)
        self._error_banner.end_lasting()

    def _noted_seen(self, done: Result[None]) -> None:
        if done.error is not None:
            self._show_error(done.error)

    def _open_backup(self) -> None:
        if self._main_view is not None:
            self._main_view.open_backup()

    def _sending_changed(self, sending: bool) -> None:
        if not sending:
            # A change of language or size had to wait until the payment was settled.
            self._rebuild.start()

    # --- the native window ----------------------------------------------------------------

    def _fit_screen(self) -> None:
        screen = QGuiApplication.primaryScreen()
        if screen is None:
            return
        room = screen.availableGeometry()
        most = QSize(room.width(), room.height() - _TITLE_BAR)
        self.setMinimumSize(_LEAST.boundedTo(most))
        self.resize(QSize(1366, 688).boundedTo(most))
        if sys.platform == "win32" and self.width() == room.width():
            # With the frame that Windows puts around it, its right edge would be off the screen.
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self._context.theme.update(compact=self._is_small())

    def _is_small(self) -> bool:
        return wants_compact(self.width(), self.height(), self._context.theme.text_scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window takes the small sizes."""
        super().resizeEvent(event)
        compact = self._is_small()
        if compact != self._context.theme.compact:
            self._context.theme.update(compact=compact)
            if self._built_for is not None:
                self._rebuild.start()

    def changeEvent(self, event: QEvent) -> None:
        """The colours of the system may be others."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._context.theme.follow_palette()

    def showEvent(self, event: QShowEvent) -> None:
        """The native window is there now."""
        super().showEvent(event)
        self._enter_filter.install()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab: the page, the rail, the status bar, in the order in which they are read."""
        if self._lock_screen.page is not None:
            return move_focus((self._lock_screen.page,), forward=next)
        prompt = self._token_gate.prompt
        if self._main_view is not None and prompt is None:
            areas = (*self._main_view.reading_order, self._error_banner)
        else:
            pages = (prompt or self._first_run, self._error_banner)
            areas = tuple(at for at in pages if at is not None)
        return move_focus(areas, forward=next) or super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while a payment is on its way: the window says why.

        One that was answered is recorded: its look-up is made again at the next start.
        """
        if self._flow.sending and not self._flow.is_answered:
            event.ignore()
            return
        super().closeEvent(event)
