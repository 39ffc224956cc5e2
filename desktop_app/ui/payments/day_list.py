"""The payments of a day or of a search as a table, with their count and sum below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.core.money import ZERO, grouped
from desktop_app.core.payments.payment import PaymentState
from desktop_app.formatting.dates import bs_text, local, time_text
from desktop_app.ui.kit.footed_table import FootedTable
from desktop_app.ui.payment_kit.history import monogram, state_chip
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Cell, Column, KeyHint, PlainLabel, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.money import Money
    from desktop_app.core.payments.listed import ListedPayment
    from desktop_app.core.payments.search import FoundTotals
    from desktop_app.core.settings import Language


class DayList(FootedTable):
    """Rows whose ids are the numbers of the payments."""

    near_start = Signal()
    """There are few rows above those that are seen."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme, (), "", name="payments.list")
        self._language = language
        self.setAccessibleName(self.tr("Payments"))
        self.horizontalHeader().setAccessibleName(self.accessibleName())
        amount = Column(
            title=self.tr("Amount (Rs.)"), width=110, compact_width=90, right=True, strong=True
        )
        customer = Column(title=self.tr("Customer"), stretch=True)
        state = Column(title=self.tr("State"), width=160, compact_width=120)
        self._time = Column(title=self.tr("Time"), width=92, compact_width=70)
        self._date = Column(title=self.tr("Date"), width=120, compact_width=100)
        self._receipt = Column(title=self.tr("Receipt"), width=78)
        self._rest = (customer, amount, state)
        self._has_receipts = self._is_dated = False
        self.set_columns((self._time, *self._rest))
        self._count = PlainLabel(theme, "", TextRole.LABEL, "text2", name="payments.count")
        self._paid = PlainLabel(theme, "", TextRole.LABEL_STRONG, name="payments.paid")
        self._total = PlainLabel(theme, "", TextRole.LABEL, "text2", name="payments.total")
        self.foot.add_left(self._count)
        self.foot.add_left(KeyHint(theme, "↑ ↓", self.tr("move")))
        if not theme.compact:
            self.foot.add_left(KeyHint(theme, "Alt ← →", self.tr("day")))
        self.foot.add_right(self._paid)
        self.foot.add_right(self._total)
        self.verticalScrollBar().valueChanged.connect(self._look_back)

    def show_payments(
        self,
        payments: Sequence[ListedPayment],
        providers: Mapping[str, Provider],
        *,
        is_dated: bool = False,
    ) -> None:
        """Show these payments; ``is_dated`` those of many days with the date of each."""
        # In a small window the receipt stands below the time, so that names keep their room; a
        # column of nothing but dashes takes it for nothing.
        is_wide = not self._theme.compact and not is_dated
        has_receipts = is_wide and any(p.receipt is not None for p in payments)
        if (has_receipts, is_dated) != (self._has_receipts, self._is_dated):
            self._has_receipts, self._is_dated = has_receipts, is_dated
            self.set_rows(())
            first = self._date if is_dated else self._time
            rest = self._rest if not has_receipts else (self._receipt, *self._rest)
            self.set_columns((first, *rest))
        self.set_rows([self._row(payment, providers) for payment in payments])

    def show_sums(self, payments: Sequence[ListedPayment]) -> None:
        """Show how many these are, and their sum."""
        paid = [p.amount for p in payments if p.state is PaymentState.PAID]
        self._show_foot(len(payments), len(paid), sum(paid, start=ZERO))

    def show_totals(self, totals: FoundTotals | None) -> None:
        """Show those of all that were found; None where they could not be read."""
        if totals is None:
            self._show_no_sums("")
            return
        times = totals.counts.get(PaymentState.PAID, 0)
        self._show_foot(totals.count, times, totals.amounts.get(PaymentState.PAID, ZERO))

    def show_counting(self) -> None:
        """Say that the sums are still read."""
        self._show_no_sums(self.tr("Counting…"))

    def _show_no_sums(self, words: str) -> None:
        self._count.setText(words)
        self._paid.setText("")
        self._total.setText("")

    def _show_foot(self, count: int, paid: int, total: Money) -> None:
        self._count.setText(self.tr("%n payment(s)", "", count))
        self._paid.setText(self.tr("Paid {count}").format(count=paid))
        self._total.setText(rupees(total))

    def append_payments(
        self, payments: Sequence[ListedPayment], providers: Mapping[str, Provider]
    ) -> None:
        """Show the next ones of a search below the others."""
        self.append_rows([self._row(payment, providers) for payment in payments])

    def prepend_payments(
        self, payments: Sequence[ListedPayment], providers: Mapping[str, Provider]
    ) -> None:
        """Show those before the first of a search above it; what is seen stays where it is."""
        if not payments:
            return
        rows = [self._row(payment, providers) for payment in payments]
        bar = self.verticalScrollBar()
        seen = bar.value()
        self._rows.prepend_rows(rows)
        header = self.horizontalHeader()
        widths = [header.sectionSize(number) for number in range(header.count())]
        for number in range(len(rows)):
            self.setRowHeight(number, self._delegate.row_height(number, widths))
        added = sum(self.rowHeight(number) for number in range(len(rows)))
        self.updateGeometries()
        bar.setValue(seen + added)

    def drop_first(self, count: int) -> None:
        """Let the first rows go; what is seen stays where it is."""
        bar = self.verticalScrollBar()
        kept = bar.value() - sum(self.rowHeight(number) for number in range(count))
        self._let_go(0, count)
        bar.setValue(max(0, kept))

    def drop_last(self, count: int) -> None:
        """Let the last rows go."""
        self._let_go(self._rows.rowCount() - count, count)

    def _let_go(self, first: int, count: int) -> None:
        if first <= self.currentIndex().row() < first + count:
            # Qt would choose the next one in its place, and scroll there.
            self.selectionModel().clear()
        self._rows.drop_rows(first, count)
        self.updateGeometries()

    def look_on(self) -> None:
        """Ask for more where the end is still near: Qt tells of no move at the very end."""
        self.updateGeometries()
        self._look_ahead(self.verticalScrollBar().value())

    def _look_back(self, value: int) -> None:
        if value <= 2 * self.verticalScrollBar().pageStep():
            self.near_start.emit()

    def show_changed(self, payment: ListedPayment, providers: Mapping[str, Provider]) -> None:
        """Replace a payment's row in place."""
        self.update_row(self._row(payment, providers))

    def _row(self, payment: ListedPayment, providers: Mapping[str, Provider]) -> Row:
        receipt, second = payment.short_receipt, payment.provider_name
        if payment.customer_name:
            second = f"{payment.provider_name} · {payment.account_id}"
        customer = Cell(
            text=payment.customer,
            second=second,
            monogram=(monogram(payment, providers), payment.provider),
            strong=True,
        )
        at = local(payment.recorded_at)
        time = time_text(at, self._language)
        rest = (customer, grouped(payment.amount), Cell(chip=state_chip(payment)))
        if self._is_dated:
            below = f"{time} · {receipt}" if receipt else time
            day = Cell(text=bs_text(at.date(), self._language), second=below)
            return Row(id=str(payment.number), cells=(day, *rest))
        if not self._has_receipts:
            return Row(id=str(payment.number), cells=(Cell(text=time, second=receipt), *rest))
        return Row(id=str(payment.number), cells=(time, receipt or "—", *rest))
