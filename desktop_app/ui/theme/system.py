"""Reads the system's appearance: light or dark, and high contrast with its colours."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessibilityHints, QGuiApplication, QPalette, QStyleHints


@cache
def _hints() -> tuple[QStyleHints, QAccessibilityHints]:
    """Return what the application hears from the system.

    Kept for as long as it runs: with the first, Python would take the second for deleted.
    """
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


class SystemLook(QObject):
    """The system's own settings; ``changed`` tells of a change once they are watched."""

    changed = Signal()

    @property
    def dark(self) -> bool:
        """True if the system is dark."""
        return _hints()[0].colorScheme() is Qt.ColorScheme.Dark

    @property
    def contrast(self) -> bool:
        """True if the system asks for high contrast."""
        preference = _hints()[1].contrastPreference()
        return preference is Qt.ContrastPreference.HighContrast

    @property
    def palette(self) -> QPalette:
        """The palette that makes Qt take the system's colours and follow their changes."""
        return QPalette()

    def watch(self) -> None:
        """Tell of changes from now on."""
        hints, accessibility = _hints()
        hints.colorSchemeChanged.connect(self.changed)
        accessibility.contrastPreferenceChanged.connect(self.changed)
