"""What a screen reader is told."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


class ListeningScreenReader:
    """Stands for Qt's way to the system's screen reader, and keeps what it is given."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        self.said: list[str] = []

    def isActive(self) -> bool:
        return True

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.said.append(event.message())

    def heard(self) -> str:
        """What was said since it was last asked."""
        words, self.said = "\n".join(self.said), []
        return words
