"""The shown day, with buttons for the day before and the day after."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.formatting.dates import bs_text
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Icon, IconButton, Panel, PlainLabel
from desktop_app.ui.widgets.paint import literal

if TYPE_CHECKING:
    from desktop_app.core.settings import Language

_DAY = timedelta(days=1)


class DayBar(QWidget):
    """``day`` is the day that is shown; ``changed`` tells that a person chose another."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language, today: date) -> None:
        super().__init__()
        self._language = language
        side = theme.scaled(38 if theme.compact else 42)
        self._before = IconButton(
            theme, "arrow-left", self.tr("The day before"), size=side, name="payments.before"
        )
        self._after = IconButton(
            theme, "arrow-right", self.tr("The day after"), size=side, name="payments.after"
        )
        self._before.setToolTip(literal(f"{self._before.text()} (Alt ←)"))
        self._after.setToolTip(literal(f"{self._after.text()} (Alt →)"))
        self._before.clicked.connect(self.go_back)
        self._after.clicked.connect(self.go_on)
        box = Panel(theme, radius=theme.metrics.control_radius)
        box.setFixedHeight(side)
        inside = QHBoxLayout(box)
        inside.setContentsMargins(12, 0, 14, 0)
        inside.setSpacing(9)
        self._lead = PlainLabel(theme, "", TextRole.BODY, "text2")
        self._words = PlainLabel(theme, "", TextRole.STRONG, name="payments.day")
        inside.addWidget(Icon(theme, "calendar", 18))
        inside.addWidget(self._lead)
        inside.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._before, box, self._after):
            row.addWidget(part)
        self.show_day(today, today)

    def show_day(self, day: date, today: date) -> None:
        """Show a day; there is none after today."""
        self.day, self._today = min(day, today), today
        lead = {0: self.tr("Today"), 1: self.tr("Yesterday")}.get((today - self.day).days, "")
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self._words.setText(bs_text(self.day, self._language))
        self._after.enable(self.day < today, self.tr("Today"))

    def show_span(self, words: str) -> None:
        """Show other dates than one day."""
        self._lead.hide()
        self._words.setText(words)

    def go_back(self) -> None:
        """Go to the day before."""
        self.show_day(self.day - _DAY, self._today)
        self.changed.emit()

    def go_on(self) -> None:
        """Go to the day after, up to today."""
        if self.day < self._today:
            self.show_day(self.day + _DAY, self._today)
            self.changed.emit()
