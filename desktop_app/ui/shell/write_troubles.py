"""What the window says of writes above all pages: what is not recorded, and what still is being."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.shell.closing import closing_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.runtime.writes import Trouble, Writes
    from desktop_app.ui.shell.error_banner import ErrorBanner


class WriteTroubles(QObject):
    """Tells it in the window's banner, which is made when there is something to say."""

    def __init__(self, writes: Writes, banner: Callable[[], ErrorBanner], parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        writes.untold.connect(self._show)

    def show_closing(self, held: bool) -> None:
        """The window is to close, and waits for what is being recorded; or not any more."""
        self._banner().show_passing(closing_sentence if held else None)

    def _show(self, words: Callable[[], Trouble | None]) -> None:
        """Something could not be recorded, and the clerk is elsewhere."""
        self._banner().show_untold(words)
