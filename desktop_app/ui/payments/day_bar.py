"""The shown day, with buttons for the day before and the day after."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.formatting.dates import bs_text
from desktop_app.ui.kit.before_after import BeforeAfter
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Icon, Panel, PlainLabel

if TYPE_CHECKING:
    from desktop_app.core.settings import Language


class DayBar(QWidget):
    """``day`` is the day that is shown; ``changed`` tells that a person chose another."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language, today: date) -> None:
        super().__init__()
        self._language = language
        side = theme.scaled(38 if theme.compact else 42)
        words = self.tr("The day before"), self.tr("The day after")
        self._arrows = BeforeAfter(theme, "payments", words, self.go, side=side)
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
        for part in (self._arrows.before, box, self._arrows.after):
            row.addWidget(part)
        self.show_day(today, today)

    def show_day(self, day: date, today: date) -> None:
        """Show a day; there is none after today."""
        self.day, self._today = min(day, today), today
        lead = {0: self.tr("Today"), 1: self.tr("Yesterday")}.get((today - self.day).days, "")
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self._words.setText(bs_text(self.day, self._language))
        self._arrows.after.enable(self.day < today, self.tr("Today"))

    def show_span(self, words: str) -> None:
        """Show other dates than one day."""
        self._lead.hide()
        self._words.setText(words)

    def go(self, days: int) -> None:
        """Go so many days on, or back; up to today."""
        day = self.day + timedelta(days=days)
        if day <= self._today:
            self.show_day(day, self._today)
            self.changed.emit()
