"""What the window says of writes above all pages: what is not recorded, and what still is being."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.shell.closing import closing_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.runtime.watched_jobs import Unreported, Watched, WatchedJobs
    from desktop_app.ui.shell.error_banner import ErrorBanner


class WriteTroubles(QObject):
    """Shows it in the window's banner, which is made when there is something to say."""

    def __init__(
        self, jobs: WatchedJobs, banner: Callable[[], ErrorBanner], window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shown_in: ErrorBanner | None = None
        self._banner = banner
        jobs.failing.connect(self._uncover)
        jobs.unreported.connect(self._show)
        jobs.went_well.connect(self._take_back)

    def show_closing(self, held: bool) -> None:
        """The window is to close, and waits for what is being recorded; or not any more."""
        self._banner().show_passing(closing_sentence if held else None)

    def _uncover(self) -> None:
        """Help would cover the page that is about to show it."""
        from desktop_app.ui.help.help_overlay import close_help

        close_help(self._window)

    def _show(self, unreported: Unreported) -> None:
        """Something could not be recorded, and the clerk is elsewhere."""
        self._shown_in = self._banner()
        self._shown_in.show_unreported(unreported)

    def _take_back(self, number: int, watched: Watched) -> None:
        if self._shown_in is not None:
            self._shown_in.take_back(number, watched)
