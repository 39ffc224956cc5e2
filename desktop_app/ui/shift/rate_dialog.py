"""A commission rate: whose, from which day, how much of the bill and how much beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.core.money import read_cash
from desktop_app.core.shifts.commission import CommissionRate, is_far, may_be_rate, read_percent
from desktop_app.formatting.dates import ad_text, bs_text
from desktop_app.formatting.typed_day import bs_numbers, day_numbers, is_bs_year, read_day
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import NO_SCAN
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, Select, TextField, Variant

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.settings import Language
    from desktop_app.ui.theme import Theme

_WIDTH = 640


class RateDialog(Dialog):
    """Enter walks from field to field to Record. A rate is never changed: a new one follows it."""

    confirmed = Signal(object)
    """A ``CommissionRate``."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        names: Mapping[str, str],
        language: Language,
        first: date,
        now: datetime,
        *,
        is_bs: bool,
    ) -> None:
        """``names`` are the providers by slug; ``first`` is the day that is offered.

        ``is_bs``: it is written in the Nepali calendar. What is typed may be in either.
        """
        super().__init__(theme, window, self.tr("Commission rate"), name="commission.rate")
        self._language, self._now = language, now
        self._provider = Select(theme, self.tr("Provider"), name="rate.provider")
        for slug, name in names.items():
            self._provider.addItem(name, slug)
        self._percent = TextField(
            theme, self.tr("Percent of the bill, such as 2.5"), right=True, name="rate.percent"
        )
        self._fixed = TextField(
            theme, self.tr("Rupees for each bill, if any"), right=True, name="rate.fixed"
        )
        self._day = TextField(theme, self.tr("From this day on, Nepali or AD"), name="rate.day")
        self._day.setText(day_numbers(first, is_bs=is_bs))
        self._both = PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True, name="rate.days")
        self._missing = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="rate.missing"
        )
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="rate.cancel")
        self._save = Button(theme, self.tr("Record"), Variant.PRIMARY, name="rate.save")
        for field in (self._percent, self._fixed, self._day):
            field.setProperty(NO_SCAN, True)
            field.textEdited.connect(self._changed)
        self._no.clicked.connect(self.reject)
        self._save.clicked.connect(self._take)
        self._lay_out()
        self._changed()
        self.fix_size(theme.scaled(_WIDTH))

    def _lay_out(self) -> None:
        theme, column = self.theme, self.column
        column.setContentsMargins(28, 18, 28, 18)
        column.setSpacing(10)
        column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        for field in (self._provider, self._percent, self._fixed, self._day):
            self.add_field(field)
        column.addWidget(self._both)
        self.add_buttons(self._no, self._save, left=self._missing)

    def ask(self, slug: str = "") -> None:
        """Show it above its window, for a provider."""
        at = self._provider.findData(slug)
        if at >= 0:
            self._provider.setCurrentIndex(at)
        self.show_above(self._percent if at >= 0 else self._provider)

    # --- what is entered ------------------------------------------------------------------

    def _from_day(self) -> date | None:
        return read_day(self._day.text())

    def _rate(self) -> CommissionRate | None:
        """The rate as far as it is entered; None where something is missing or no number."""
        day, percent = self._from_day(), self._percent.text().strip()
        fixed = self._fixed.text().strip()
        millionths, money = read_percent(percent), read_cash(fixed)
        if day is None or (percent and millionths is None) or (fixed and money is None):
            return None
        return CommissionRate(self._provider.currentData(), day, millionths, money, self._now)

    def _changed(self) -> None:
        day = self._from_day()
        self._both.setText("" if day is None else self._day_text(day))
        missing = self._what_is_missing()
        self._missing.setText(missing)
        self._save.enable(not missing, missing)

    def _day_text(self, day: date) -> str:
        """The day in both calendars, so that a wrong one is seen."""
        ad = ad_text(day, self._language)
        return f"{bs_text(day, self._language)} · {ad}" if bs_numbers(day) else ad

    def _what_is_missing(self) -> str:
        day = self._from_day()
        if day is None:
            if is_bs_year(self._day.text()):
                return self.tr("There is no such day, or it is not certain: write it in AD")
            return self.tr("Write the day as 2083-08-01, or 2026-11-17 in AD")
        if is_far(day, self._now):
            return self.tr("That day is years away: check the year")
        if not self._percent.text().strip() and not self._fixed.text().strip():
            return self.tr("Enter percent or rupees")
        rate = self._rate()
        if rate is None or not may_be_rate(rate):
            return self.tr("At most 50 percent, and Rs. 1,000 for a bill")
        return ""

    def _take(self) -> None:
        rate = self._rate()
        if not self.isHidden() and rate is not None and may_be_rate(rate):
            self.confirmed.emit(rate)
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the percentage while nothing is entered, then to the day and Record."""
        given = self._percent.text().strip() or self._fixed.text().strip()
        needed = [self._day] if given else [self._percent, self._day]
        if not self.go_on(event, needed, self._save):
            super().keyPressEvent(event)
