"""The panel that is seen while an account is looked up."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Button, Panel, PlainLabel, ProgressLine, Spinner

_USUAL_SECONDS = 15


class LookupProgress(QWidget):
    """Spinner, seconds, and a button to stop waiting."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._before = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self._count)
        self._title = PlainLabel(theme, "", TextRole.HEADING)
        self._seconds = PlainLabel(theme, "", TextRole.BODY, "text2", wrap=True)
        self._line = ProgressLine(theme, self.tr("Usual time"))
        self.cancel = Button(theme, self.tr("Cancel"), key="Esc", name=f"{name}.cancel")
        panel = Panel(theme, name=f"{name}.looking")
        row = QHBoxLayout(panel)
        row.setContentsMargins(28, 26, 28, 26)
        row.setSpacing(24)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._seconds)
        words.addSpacing(8)
        words.addWidget(self._line)
        row.addWidget(Spinner(theme), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)

    def start(self, provider: str, seconds: float = 0.0, *, is_choice: bool = False) -> None:
        """Count from now, or from ``seconds`` on; after a choice it is asked about that."""
        self._before = seconds
        title = self.tr("Looking up the customer at {provider}…")
        if is_choice:
            title = self.tr("Asking {provider} about the choice…")
        self._title.setText(title.format(provider=provider))
        self._clock.start()
        self._timer.start()
        self._count()

    @property
    def is_counting(self) -> bool:
        """The seconds are being counted."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()

    def _count(self) -> None:
        seconds = self._before + self._clock.elapsed() / 1000
        parts = (
            self.tr("%n second(s).", "", int(seconds)),
            self.tr("Most answers come within {most} seconds.").format(most=_USUAL_SECONDS),
            self.tr("Nothing is paid in this step."),
        )
        self._seconds.setText(" ".join(parts))
        self._line.set_share(seconds / _USUAL_SECONDS)
