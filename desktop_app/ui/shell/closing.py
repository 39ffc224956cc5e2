"""The window stays until what is being recorded is in the record, and then closes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop_app.ui.texts.codes import Sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.runtime.settings_writer import SettingsWriter
    from desktop_app.ui.runtime.watched_jobs import WatchedJobs

MAX_SECONDS_FOR_WRITES = 6.0
"""More than the record waits for another program that has it; a disk that hangs is left behind."""


class Closing(QObject):
    """Holds the window while something is being recorded.

    What cannot be recorded would be told to nobody once the window is gone, and cash that was
    given back would be asked for again. So the window stays when it could not be; whoever closes it
    once more has been told, and it closes.

    ``held`` carries whether it is being held now.
    """

    held = Signal(bool)

    def __init__(self, window: QWidget, jobs: WatchedJobs, settings: SettingsWriter) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._settings = settings
        self._has_hung = False
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.timeout.connect(self._end_waiting)
        jobs.was_recorded.connect(self._take)
        settings.ended.connect(self._take)

    @property
    def is_holding(self) -> bool:
        """The window is to close, and waits."""
        return self._longest.isActive()

    def holds(self) -> bool:
        """Tell whether the window stays, which is to close now; it closes by itself then."""
        if self._has_hung or not self._is_recording:
            return False
        if not self.is_holding:
            self._longest.start(round(MAX_SECONDS_FOR_WRITES * 1000))
            self.held.emit(True)
        return True

    def ask(self) -> bool:
        """Close for another program; True if the window is closed, or closes by itself."""
        return self._window.close() or self.is_holding

    def stay(self) -> None:
        """The program is wanted after all."""
        if self.is_holding:
            self._longest.stop()
            self.held.emit(False)

    @property
    def _is_recording(self) -> bool:
        return self._jobs.are_recording or self._settings.is_writing

    def _take(self, was_recorded: bool) -> None:
        if not was_recorded:
            self.stay()
        elif self.is_holding and not self._is_recording:
            self.stay()
            self._window.close()

    def _end_waiting(self) -> None:
        self._has_hung = True
        self.held.emit(False)
        self._window.close()
        self._has_hung = False


def closing_sentence() -> Sentence:
    """Word why the window is still there."""
    translate = QCoreApplication.translate
    return Sentence(
        translate("Closing", "Something is still being recorded."),
        translate("Closing", "The program closes by itself once it is."),
    )
