"""The commission that is expected for a month, by the rates that the owner entered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal

from desktop_app.core.money import Money, grouped
from desktop_app.core.operators import OwnerAction
from desktop_app.core.shifts.commission import CommissionMonth, rate_on
from desktop_app.formatting.dates import bs_text, local
from desktop_app.formatting.months import Month, ad_month, bs_month, month_beside
from desktop_app.ui.kit.before_after import BeforeAfter
from desktop_app.ui.kit.empty_state import EmptyState
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.kit.section import Section
from desktop_app.ui.kit.trouble_banner import TroubleBanner
from desktop_app.ui.kit.watched_write import WatchedWrite, unrecorded_banner
from desktop_app.ui.payment_kit.watched_paper import WatchedPaper, sheet_trouble
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.shift.commission_paper import CommissionPaper
from desktop_app.ui.shift.rate_dialog import RateDialog
from desktop_app.ui.texts.printing import print_sentence
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    BannerKind,
    Button,
    Cell,
    Column,
    Footer,
    IconButton,
    MoneyTable,
    PlainLabel,
    Row,
    Segments,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.operators import Proof
    from desktop_app.core.shifts.commission import CommissionRate, CommissionRow
    from desktop_app.core.shop import Till
    from desktop_app.ui.payment_kit.sheets import PaperResult
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_BS, _AD = "bs", "ad"


@dataclass(frozen=True, slots=True)
class _Read:
    """The page's data, read on a worker."""

    month: Month
    figures: CommissionMonth
    names: Mapping[str, str]


class CommissionPage(Section):
    """A month's bills by provider, with what they should earn. ``left`` leads back."""

    left = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "commission", self.tr("Commission"), "")
        self._job = 0
        self._proof: Proof | None = None
        self._month: Month | None = None
        self._read: _Read | None = None
        theme = self.theme
        calendars = ((_BS, self.tr("Nepali month")), (_AD, self.tr("AD month")))
        self._calendar = Segments(theme, calendars, height=38, name="commission.calendar")
        self._calendar.set_value(_BS)
        self._calendar.chosen.connect(self._change_calendar)
        self._calendar.setAccessibleName(self.tr("Calendar"))
        words = self.tr("The month before"), self.tr("The month after")
        self._arrows = BeforeAfter(theme, "commission", words, self._go_to, side=theme.scaled(38))
        for part in (self._calendar, self._arrows.before, self._arrows.after):
            self.head.addWidget(part)
        self._build_body()
        self._build_footer()

    def _build_body(self) -> None:
        theme = self.theme
        self._trouble = TroubleBanner(theme, "commission.trouble")
        self._said = MessageBanner(self.context, "commission.said")
        self._table = MoneyTable(
            theme, (), self.tr("Commission by provider"), fit=True, name="commission.table"
        )
        self._table.set_columns(
            (
                Column(title=self.tr("Provider"), stretch=True),
                Column(title=self.tr("Bills"), width=70, compact_width=60, right=True),
                Column(title=self.tr("Amount (Rs.)"), width=130, compact_width=112, right=True),
                Column(title=self.tr("Commission (Rs.)"), width=150, compact_width=130, right=True),
            )
        )
        self._table.opened.connect(self._ask_rate_of)
        self._empty = EmptyState(theme, "banknote", "text3", name="commission.empty")
        self._empty.set_text(
            self.tr("No bill was paid in this month."),
            self.tr("Rates can be entered all the same."),
        )
        self._hint = PlainLabel(
            theme, "", TextRole.BODY, "text2", wrap=True, name="commission.hint"
        )
        for part in (self._table, self._empty, self._hint):
            part.hide()
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._said)
        self.body.addWidget(self._table)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._hint)
        self.body.addStretch(1)

    def _build_footer(self) -> None:
        theme = self.theme
        footer = Footer(theme, name="commission.footer")
        self._back = Button(theme, self.tr("Back"), key="Esc", name="commission.back")
        self._back.clicked.connect(self.left)
        self._rate = Button(theme, self.tr("Enter a rate"), key="Ctrl T", name="commission.add")
        self._rate.clicked.connect(partial(self._ask_rate_of, ""))
        self._pdf = Button(theme, self.tr("PDF"), key="Ctrl S", name="commission.pdf")
        self._pdf.clicked.connect(self._save)
        self._print = Button(theme, self.tr("Print"), key="F9", name="commission.print")
        self._print.clicked.connect(self._print_sheet)
        for button in (self._back, self._rate, self._pdf, self._print):
            footer.add_right(button)
        self.set_footer(footer)

    # --- reading --------------------------------------------------------------------------

    def enter(self) -> None:
        """Show the month of today, and take the keyboard from the place before."""
        self._said.hide_if_read()
        self._month = self._read = None
        super().enter()
        self.focus_title()

    def keep(self) -> object:
        """What was said, and the month."""
        return self._said.keep(), self._month

    def resume(self, kept: object) -> None:
        """Say the same again, of the same month."""
        match kept:
            case (said, Month() as month):
                self._said.resume(said)
                self._month = month
                self._calendar.set_value(_BS if month.is_bs else _AD)
                self.refresh()

    def refresh(self) -> None:
        """Read the month again. The calendar is loaded on the worker too."""
        credit, catalog = self.context.credit, self.context.catalog
        environment, chosen = self.context.environment, self._month
        today = local(self.context.clock.now()).date()
        wants_bs = self._calendar.value() == _BS

        def load() -> _Read:
            month = chosen or (bs_month(today) if wants_bs else None) or ad_month(today)
            figures = credit.commission(environment, month.first, month.last)
            providers = sorted(catalog.providers(), key=lambda one: one.info.name.casefold())
            return _Read(month, figures, {one.info.slug: one.info.name for one in providers})

        self.context.tasks.cancel(self._job)
        self._job = self.context.tasks.read(Job("read the commission", load), self._take)

    def _take(self, done: Result[_Read]) -> None:
        self._trouble.show_error(done.error)
        if done.value is not None:
            self._read, self._month = done.value, done.value.month
            self._show(done.value)

    # --- showing --------------------------------------------------------------------------

    def _show(self, read: _Read) -> None:
        language = self.context.session.settings.language
        month, sheet = read.month, read.figures.sheet
        self._calendar.set_value(_BS if month.is_bs else _AD)
        self.remark.setText(f"{month.text(language)} · {month.days_text(language)}")
        today = local(self.context.clock.now()).date()
        self._arrows.after.enable(month.last < today, self.tr("This is the present month."))
        rows = [self._row(row, read) for row in sheet.rows]
        total = (
            Cell(text=self.tr("All providers")),
            str(sheet.bills),
            grouped(sheet.amount),
            grouped(sheet.commission),
        )
        self._table.set_rows([*rows, Row(id="*", cells=total, total=True)])
        self._table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._hint.setText(self._hint_text(sheet.unrated))
        self._hint.setVisible(bool(rows))
        for button in (self._pdf, self._print):
            button.enable(bool(rows), self.tr("No bill was paid in this month."))

    def _row(self, row: CommissionRow, read: _Read) -> Row:
        rate = rate_on(read.figures.rates, row.provider, read.month.last)
        name = Cell(text=row.name or row.provider, second=self._rate_text(rate))
        earned = "—" if row.commission is None else grouped(row.commission)
        return Row(id=row.provider, cells=(name, str(row.bills), grouped(row.amount), earned))

    def _rate_text(self, rate: CommissionRate | None) -> str:
        if rate is None:
            return self.tr("no rate entered")
        parts = []
        if rate.percent is not None:
            parts.append(f"{rate.percent.normalize():f} %")
        if rate.fixed:
            parts.append(self.tr("Rs. {amount} for a bill").format(amount=grouped(rate.fixed)))
        day = bs_text(rate.from_day, self.context.session.settings.language)
        since = self.tr("from {day}").format(day=day)
        return " · ".join((" + ".join(parts) or grouped(Money(0)), since))

    def _hint_text(self, unrated: int) -> str:
        words = self.tr("Expected by your rates. The service did not confirm it.")
        if unrated:
            more = self.tr("Bills without a rate: {count}. Choose a provider and press Enter.")
            words = f"{words} {more.format(count=unrated)}"
        return words

    # --- what a person does ---------------------------------------------------------------

    def _change_calendar(self) -> None:
        if self._month is None:
            return
        today = local(self.context.clock.now()).date()
        day = min(self._month.last, today)
        wants_bs = self._calendar.value() == _BS
        self._month = (bs_month(day) if wants_bs else None) or ad_month(day)
        self.refresh()

    def _go_to(self, months: int) -> None:
        if self._month is not None:
            self._month = month_beside(self._month, later=months > 0)
            self.refresh()

    def _ask_rate_of(self, slug: str) -> None:
        rows = self._table.rows
        slug = slug or self._table.current_id() or (rows[0].id if rows else "")
        self.context.gate.require(OwnerAction.CREDIT, partial(self._show_rate, slug))

    def _show_rate(self, slug: str, proof: Proof | None) -> None:
        read = self._read
        if read is None or not self.isVisible():
            return
        self._proof = proof
        language = self.context.session.settings.language
        dialog = RateDialog(
            self.theme,
            self.window(),
            read.names,
            language,
            read.month.first,
            self.context.clock.now(),
            is_bs=read.month.is_bs,
        )
        dialog.confirmed.connect(self._record)
        dialog.ask(slug)

    @property
    def _till(self) -> Till:
        return self.context.session.till_of(self._proof)

    def _record(self, rate: CommissionRate) -> None:
        read = self._read
        slug = rate.provider
        name = partial(_rate_line, slug if read is None else read.names.get(slug, slug))
        write = WatchedWrite.of(self.context, self, name)
        add = partial(self.context.credit.add_rate, self.context.environment, self._till, rate)
        job = Job("enter a commission rate", add)
        self.context.tasks.record(job, partial(self._take_rate, name), write)

    def _take_rate(self, name: Callable[[], str], done: Result[None]) -> None:
        if done.error is None:
            self._said.show_message(BannerKind.GOOD, self.tr("Recorded."), name())
        else:
            self._said.show_made(partial(unrecorded_banner, name, done.error))
        self.refresh()

    def _print_sheet(self) -> None:
        if self._read is not None:
            paper = CommissionPaper.of(self.context, self._read.figures.sheet, self._read.month)
            self._said.show_message(BannerKind.INFO, self.tr("Printing…"), "")
            job = Job("print the commission", paper.print)
            self.context.tasks.paper(job, self._take_paper, self._watched())

    def _save(self) -> None:
        if self._read is not None:
            paper = CommissionPaper.of(self.context, self._read.figures.sheet, self._read.month)
            job = Job("save the commission", paper.save)
            self.context.tasks.paper(job, self._take_paper, self._watched())

    def _watched(self) -> WatchedPaper:
        return WatchedPaper(self, self, partial(sheet_trouble, _sheet_line))

    def _take_paper(self, done: Result[PaperResult]) -> None:
        paper = done.value
        if paper is None:
            why = "" if done.error is None else problem_sentence(done.error).what
            self._said.show_message(BannerKind.CAUTION, self.tr("This did not work."), why)
        elif (trouble := paper.not_printed or paper.not_saved) is not None:
            sentence = print_sentence(trouble)
            self._said.show_message(BannerKind.CAUTION, sentence.what, sentence.advice)
        elif paper.path is not None:
            self._said.show_message(BannerKind.GOOD, self.tr("Saved."), str(paper.path))
            self._said.offer(paper.path)
        else:
            self._said.show_message(BannerKind.GOOD, self.tr("Sent to the printer."), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back; Ctrl T enters a rate, Ctrl S saves, F9 prints; Alt with the arrows."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        buttons: Mapping[Qt.Key, Button | IconButton] = {
            Qt.Key.Key_Escape: self._back,
            Qt.Key.Key_F9: self._print,
        }
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            buttons = {Qt.Key.Key_T: self._rate, Qt.Key.Key_S: self._pdf}
        elif modifiers & Qt.KeyboardModifier.AltModifier:
            buttons = self._arrows.keys
        button = buttons.get(key)
        if button is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif button.isEnabled():
            button.click()


def _rate_line(company: str) -> str:
    words = QCoreApplication.translate("CommissionPage", "commission for {company}")
    return words.format(company=company)


def _sheet_line() -> str:
    return QCoreApplication.translate("CommissionPage", "Commission sheet")
