"""Which customers the page shows, and the buttons for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.customer_book import DuePeriod, DueSpan
from desktop_app.ui.widgets import Button, ButtonSize, Segments, Select

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.ui.theme import Theme

ALL, FAVOURITES, DUE = "all", "favourites", "due"
_VIEWS = (ALL, FAVOURITES, DUE)


class ViewBar(QWidget):
    """All, favourites, or those that run out soon. ``changed`` is a person's choice."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = (self.tr("All"), self.tr("Favourites"), self.tr("Due soon"))
        self._view = Segments(
            theme, tuple(zip(_VIEWS, words, strict=True)), ALL, height=38, name="customers.view"
        )
        self._view.setAccessibleName(self.tr("Which customers"))
        self._view.chosen.connect(self._change)
        self._period = Select(
            theme, self.tr("When it runs out"), height=38, name="customers.period"
        )
        for period, text in (
            (DuePeriod.TODAY, self.tr("today")),
            (DuePeriod.THREE_DAYS, self.tr("within 3 days")),
            (DuePeriod.WEEK, self.tr("within 7 days")),
            (DuePeriod.MONTH, self.tr("within 30 days")),
            (DuePeriod.GONE, self.tr("ran out already")),
        ):
            self._period.addItem(text, period)
        self._period.setCurrentIndex(self._period.findData(DuePeriod.WEEK))
        self._period.activated.connect(self._change)
        self._period.hide()
        self.old_list, self.excel, self.new = (
            Button(
                theme,
                words,
                key=key,
                size=ButtonSize.SMALL,
                side=True,
                icon=icon,
                name=f"customers.{name}",
            )
            for words, key, icon, name in (
                (self.tr("Import…"), "Ctrl I", "upload", "import"),
                (self.tr("Excel"), "Ctrl E", "download", "export"),
                (self.tr("New…"), "Ctrl N", "", "new"),
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._view)
        row.addWidget(self._period)
        row.addStretch(1)
        for button in (self.old_list, self.excel, self.new):
            row.addWidget(button)

    @property
    def view(self) -> str:
        """``ALL``, ``FAVOURITES`` or ``DUE``."""
        return self._view.value()

    @property
    def is_due(self) -> bool:
        """Those are shown that run out."""
        return self.view == DUE

    def span(self, today: date) -> DueSpan | None:
        """The days on which what is shown runs out; None where that does not matter."""
        if not self.is_due:
            return None
        period = DuePeriod(self._period.currentData())
        return DueSpan(*period.span(today), newest_first=period is DuePeriod.GONE)

    def show_next(self) -> None:
        """Show the next of the three."""
        at = (_VIEWS.index(self.view) + 1) % len(_VIEWS)
        self._view.set_value(_VIEWS[at])
        self._change()

    def keep(self) -> object:
        """Return what is chosen, for a bar that replaces this one."""
        return self.view, self._period.currentIndex()

    def resume(self, kept: object) -> None:
        """Choose the same."""
        match kept:
            case (str(view), int(period)):
                self._view.set_value(view)
                self._period.setCurrentIndex(period)
                self._period.setVisible(self.is_due)

    def _change(self) -> None:
        self._period.setVisible(self.is_due)
        self.changed.emit()
