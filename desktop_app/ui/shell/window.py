"""The main window: the native window around its content, and what is seen before that."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.shell.appearance import Appearance
from desktop_app.ui.shell.enter_key_filter import EnterKeyFilter
from desktop_app.ui.shell.opening import EarlyKeys, EmptyView, NextPaint
from desktop_app.ui.shell.scan_filter import ScanFilter
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.theme import wants_compact
from desktop_app.ui.theme.assets import app_icon
from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.widgets.environment import EnvironmentFrame
from desktop_app.ui.widgets.tab_order import move_focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.errors import BhuktaniError
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.auto_check import AutoChecker
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.daily_backup import DailyBackup
    from desktop_app.ui.runtime.translation import Translations
    from desktop_app.ui.shell.content import WindowContent
    from desktop_app.ui.shell.lock_screen import LockScreen
    from desktop_app.ui.shell.navigation import MainView
    from desktop_app.ui.theme import Theme

_LEAST = QSize(1024, 534)
"""The least size at which every page is whole. A smaller screen gets a smaller window, whose pages
scroll."""
_TITLE_BAR = 32


class MainWindow(QMainWindow):
    """The native window with its band and frame. ``fill`` gives it what it shows.

    It may be opened empty before that: the first paint waits for nothing that it does not show.
    """

    page_painted = Signal()
    """The first page is on the screen, and takes keys; from now on the workers work."""

    def __init__(self, theme: Theme, settings: Settings, translations: Translations) -> None:
        super().__init__()
        # Before its parts: what each of them then sets by itself stands over the sheet.
        theme.dress(self)
        self._theme = theme
        self._appearance = Appearance(theme, settings, translations, self)
        self._enter_filter = EnterKeyFilter(self)
        self._scan_filter = ScanFilter(self)
        self._scan_filter.scanned.connect(self._take_scan)
        self._scan_filter.refused.connect(self._show_scan)
        self._filled: WindowContent | None = None
        self._opening: EmptyView | None = None
        self._early_keys: EarlyKeys | None = None
        self._at_start: BhuktaniError | None = None
        self._has_places = settings.environment is not None
        self.setWindowIcon(app_icon())
        self._frame = EnvironmentFrame(theme)
        self.setCentralWidget(self._frame)
        # Everything but band and lock page: hidden while the counter is locked.
        self._area = QWidget()
        self._frame.content.addWidget(self._area)
        self._fit_screen()
        self._appearance.follow_system()
        self._show_environment(settings)

    @property
    def content(self) -> WindowContent:
        """What the window was filled with."""
        if self._filled is None:
            raise RuntimeError("the window is empty")
        return self._filled

    @property
    def flow(self) -> Flow:
        """The payment that the wizard is at."""
        return self.content.flow

    @property
    def main_view(self) -> MainView | None:
        """Rail, status bar and sections; None during the first start, and before the first page."""
        return None if self._filled is None else self._filled.main_view

    @property
    def auto_checker(self) -> AutoChecker:
        """The checker that looks waiting payments up."""
        return self.content.auto_checker

    @property
    def lock_screen(self) -> LockScreen:
        """The lock of the counter."""
        return self.content.lock_screen

    @property
    def daily_backup(self) -> DailyBackup:
        """The job that backs the ledger up once a day."""
        return self.content.daily_backup

    def show_at_start(self, error: BhuktaniError) -> None:
        """Show an error from before there was a window with its first page."""
        self._at_start = error

    # --- the two beats --------------------------------------------------------------------

    def open_empty(self, then: Callable[[], None]) -> None:
        """Show the window without a page; ``then`` is called when it was painted."""
        self._opening = EmptyView(self._theme, has_places=self._has_places)
        self._area.hide()
        self._frame.content.addWidget(self._opening)
        NextPaint(self).came.connect(then)
        self.show()
        self._early_keys = EarlyKeys(self.windowHandle())

    def fill(self, context: AppContext) -> None:
        """Make what the pages stand on; ``start`` shows the first of them."""
        from desktop_app.ui.shell.closing import Closing
        from desktop_app.ui.shell.content import WindowContent
        from desktop_app.ui.shell.keyboard_keeper import KeyboardKeeper

        self._context = context
        self._keyboard = KeyboardKeeper(self)
        content = self._filled = WindowContent(context, self, self._area, self._frame.content)
        self.closing = Closing(self, context.tasks.watched_jobs, context.session.writer)
        self.closing.held.connect(content.write_troubles.show_closing)
        content.enter_paused.connect(self._enter_filter.pause)
        content.settings_changed.connect(self._settings_changed)
        content.environment_shown.connect(self._environment_shown)

    def start(self) -> None:
        """Show the first page, and begin to read once it is painted."""
        content = self.content
        if self._opening is not None:
            # Nothing is painted before this turn of the event loop has ended.
            discard(self._frame.content, self._opening)
            self._opening = None
            self._area.show()
        content.start()
        if self._at_start is not None:
            content.show_error(self._at_start)
        self.show()
        if self._early_keys is not None:
            self._early_keys.hand_on()
        painted = NextPaint(self).came
        painted.connect(self.page_painted)
        painted.connect(content.begin)

    def _show_environment(self, settings: Settings) -> None:
        environment = settings.environment
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
        self._appearance.follow_settings(self._context.session.settings)
        self._theme.update(compact=self._is_small())

    def _environment_shown(self) -> None:
        self._show_environment(self._context.session.settings)

    def _take_scan(self, text: str) -> None:
        if self._filled is not None:
            self._filled.take_scan(text)

    def _show_scan(self) -> None:
        if self._filled is not None:
            self._filled.show_scan()

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
        self._theme.update(compact=self._is_small())

    def _is_small(self) -> bool:
        return wants_compact(self.width(), self.height(), self._theme.text_scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window takes the small sizes."""
        super().resizeEvent(event)
        compact = self._is_small()
        if compact != self._theme.compact:
            self._theme.update(compact=compact)
            if self._filled is not None:
                self._filled.rebuild_soon()

    def changeEvent(self, event: QEvent) -> None:
        """The colours of the system may be others; what has the keyboard may have gone."""
        super().changeEvent(event)
        is_raised = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_raised and self._filled is not None:
            # Before Qt gives it to the control after that one.
            self._keyboard.takes_over()
        if event.type() == QEvent.Type.PaletteChange:
            self._theme.follow_palette()

    def showEvent(self, event: QShowEvent) -> None:
        """The native window is there now."""
        super().showEvent(event)
        self._enter_filter.install()
        # In front of it: what a person typed comes to it late.
        self._scan_filter.install(self.windowHandle())

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab: the page, the rail, the status bar, in the order in which they are read."""
        if self._filled is None:
            return False
        if self._keyboard.takes_over():
            return True
        areas = self._filled.reading_order
        return move_focus(areas, forward=next) or super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while a payment is on its way or something is being recorded: the window says why.

        One that was answered is recorded: its look-up is made again at the next start.
        """
        if self._filled is not None:
            is_sending = self.flow.sending and not self.flow.is_answered
            if is_sending or self.closing.holds():
                event.ignore()
                return
        super().closeEvent(event)
