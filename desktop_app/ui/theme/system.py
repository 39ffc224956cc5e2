"""What the person chose in the system: light or dark, and high contrast with its colours."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette


class SystemLook(QObject):
    """The system's own settings; ``changed`` tells of a change once they are watched."""

    changed = Signal()

    @property
    def dark(self) -> bool:
        """True if the system is dark."""
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    @property
    def contrast(self) -> bool:
        """True if the system asks for high contrast."""
        preference = QGuiApplication.styleHints().accessibility().contrastPreference()
        return preference is Qt.ContrastPreference.HighContrast

    @property
    def palette(self) -> QPalette:
        """What makes Qt take the system's colours, and follow them when they change."""
        return QPalette()

    def watch(self) -> None:
        """Tell of changes from now on."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.changed)
        hints.accessibility().contrastPreferenceChanged.connect(self.changed)
