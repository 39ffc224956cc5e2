"""The day's figures on the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.formatting.dates import local, time_text
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Line, Panel, PlainLabel

if TYPE_CHECKING:
    from desktop_app.core.payments.ports import DayFigures
    from desktop_app.ui.runtime.context import AppContext


class DaySummary(Panel):
    """Paid, waiting, to give back, and the cash taken for bills."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, name="provider.today")
        theme = context.theme
        self._language = context.session.settings.language
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 11, 20, 11)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(theme, self.tr("Today"), TextRole.HEADING), 1)
        self._since = PlainLabel(theme, "", TextRole.LABEL, "text2")
        head.addWidget(self._since)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(16)
        self._figures: dict[str, tuple[PlainLabel, PlainLabel]] = {}
        names = {
            "paid": self.tr("Paid"),
            "waiting": self.tr("Waiting"),
            "return": self.tr("Cash to give back"),
            "cash": self.tr("Cash taken today"),
        }
        for key, words in names.items():
            if self._figures:
                row.addWidget(Line(theme, vertical=True))
            cell = QVBoxLayout()
            cell.setSpacing(0)
            figure = PlainLabel(theme, "—", TextRole.TITLE, name=f"today.{key}")
            # A blank keeps the line's room until the record was read.
            below = PlainLabel(theme, "\u00a0", TextRole.LABEL, "text2")
            cell.addWidget(PlainLabel(theme, words, TextRole.LABEL, "text2"))
            cell.addWidget(figure)
            cell.addWidget(below)
            row.addLayout(cell, 2 if key == "cash" else 1)
            self._figures[key] = (figure, below)
        column.addLayout(row)

    def show_figures(self, day: DayFigures) -> None:
        """Show a day."""
        self._set("paid", str(day.paid_count), rupees(day.paid_total))
        held = self.tr("{amount} held").format(amount=rupees(day.waiting_total))
        self._set("waiting", str(day.waiting_count), held)
        self._set("return", str(day.to_return_count), rupees(day.to_return_total))
        below = self.tr("for bills")
        if day.returned_count:
            words = self.tr("given back for earlier days: {amount}")
            below = words.format(amount=rupees(day.returned_total))
        self._set("cash", rupees(day.cash_in), below)
        first = day.first_at
        self._since.setText(
            self.tr("since {time}").format(time=time_text(local(first), self._language))
            if first is not None
            else ""
        )

    def _set(self, key: str, figure: str, below: str) -> None:
        self._figures[key][0].setText(figure)
        self._figures[key][1].setText(below)
