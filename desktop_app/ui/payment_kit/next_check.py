"""The time of the next look-up of a waiting payment, and its texts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.payments.reconciler import CheckBlocker, Waiting
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import PlainLabel

if TYPE_CHECKING:
    from desktop_app.core.payments.check_schedule import LookupHistory

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NextCheck:
    """The next look-up of one payment, by the clock that no one can set back."""

    history: LookupHistory
    due: float
    blocker: CheckBlocker | None
    is_stuck: bool = False

    @classmethod
    def of(cls, one: Waiting, monotonic: float) -> NextCheck:
        """Make it from the desk's answer, read just before this moment."""
        due = monotonic + one.seconds_left
        return cls(one.history, due, one.blocker, one.is_stuck)

    def left(self, monotonic: float) -> int:
        """Whole seconds until the look-up; 0 when it is due."""
        return max(0, math.ceil(self.due - monotonic))

    def blocker_at(self, monotonic: float) -> CheckBlocker | None:
        """Return the reason why it cannot be looked up now; "too early" ends automatically."""
        early = self.blocker is CheckBlocker.TOO_EARLY
        return None if early and self.left(monotonic) == 0 else self.blocker

    def may_check(self, monotonic: float) -> bool:
        """A person may have it looked up now."""
        return self.blocker_at(monotonic) is None

    def is_outdated(self, monotonic: float) -> bool:
        """The first minutes are over: what else hinders must be read again."""
        return self.blocker is CheckBlocker.TOO_EARLY and self.left(monotonic) == 0


def countdown(seconds: int) -> str:
    """``4:32``; with hours from one hour on."""
    minutes, rest = divmod(seconds, 60)
    if minutes < 60:
        return f"{minutes}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def blocker_text(blocker: CheckBlocker | None) -> str:
    """Word the reason why a payment is not looked up, and what to do; empty where time alone ends
    it.
    """
    if blocker is CheckBlocker.NO_TOKEN:
        return translate(
            "Waiting",
            "There is no token on this computer, so it is not checked. It stays waiting."
            " Enter the token in Settings, Connection, or record what support answers.",
        )
    if blocker is CheckBlocker.OTHER_TOKEN:
        return translate(
            "Waiting",
            "The token it was sent with is not on this computer, so it is not checked."
            " It stays waiting. Enter that token in Settings, Connection, or record what support"
            " answers.",
        )
    if blocker is CheckBlocker.VAULT:
        return translate(
            "Waiting",
            "The computer’s store for secrets is locked, so it is not checked. It stays waiting."
            " Unlock the store, or record what support answers.",
        )
    return ""


class NextCheckView(QWidget):
    """A line and a figure below it: how long until the next look-up."""

    def __init__(
        self, theme: Theme, role: TextRole, align: Qt.AlignmentFlag, *, name: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = PlainLabel(theme, "", TextRole.LABEL, "text2", align=align)
        self._figure = PlainLabel(theme, "", role, align=align)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._figure)

    def text(self) -> str:
        """Return all shown text."""
        return f"{self._words.text()} {self._figure.text()}".strip()

    def show_check(self, check: NextCheck, monotonic: float, *, checking: bool) -> None:
        """Show how it stands at this moment."""
        left, blocker = check.left(monotonic), check.blocker_at(monotonic)
        if checking:
            words, figure = self.tr("It is being checked"), "…"
        elif blocker_text(blocker):
            words, figure = self.tr("Not checked"), "—"
        elif left > 0:
            words, figure = self.tr("Next check in"), countdown(left)
        else:
            words, figure = self.tr("Next check"), self.tr("now")
        if (words, figure) != (self._words.text(), self._figure.text()):
            self._words.setText(words)
            self._figure.setText(figure)
            self.setAccessibleName(self.text())
