"""The X and the Z report of a shift on paper: the same figures in the same order as on the screen.

A Z report is printed from what the record kept of it, so that it is the same for ever; printed
again it is a copy and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.money import ZERO, Money
from desktop_app.core.pin_reset import ResetWay
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.formatting import dates
from desktop_app.formatting.plain_text import sanitize
from desktop_app.printing import texts
from desktop_app.printing.blocks import (
    Bar,
    Block,
    Document,
    Gap,
    Row,
    Rule,
    Signature,
    Size,
    Stroke,
    Text,
    Total,
)
from desktop_app.printing.facts import TENDER_WORDS, moment
from desktop_app.printing.shop_paper import shop_paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.core.environment import Environment
    from desktop_app.core.settings import Paper
    from desktop_app.core.shifts.z_report import HeldCash, Line, ShiftReport
    from desktop_app.core.shop import Shop
    from desktop_app.printing.texts import Wording

_NAME = 40
_MOVEMENT_WORDS = {
    MovementKind.FLOAT.value: texts.OPENING_CASH,
    MovementKind.CASH_TAKEN.value: texts.CASH_TAKEN,
    MovementKind.ROUNDING.value: texts.ROUNDING,
    MovementKind.CHANGE_GIVEN.value: texts.CHANGE_GIVEN,
    MovementKind.CASH_RETURNED.value: texts.CASH_RETURNED,
    MovementKind.PAID_IN.value: texts.PAID_IN,
    MovementKind.PAID_OUT.value: texts.PAID_OUT,
    MovementKind.SAFE_DROP.value: texts.SAFE_DROP,
    MovementKind.NO_SALE.value: texts.NO_SALE,
    MovementKind.ON_ACCOUNT_SETTLED.value: texts.ON_ACCOUNT_SETTLED,
    MovementKind.CARRIED.value: texts.CARRIED,
}


def shift_report(
    report: ShiftReport,
    shop: Shop,
    environment: Environment,
    wording: Wording,
    *,
    paper: Paper,
    is_copy: bool = False,
) -> Document:
    """The paper of a report.

    Args:
        report: an X report, or a Z report as it was kept.
        shop: whose name stands above it.
        environment: what is not live says so.
        wording: the paper's language.
        paper: what it is printed on.
        is_copy: a Z report that was printed before.
    """
    number = _number(report)
    source = texts.X_TITLE if report.z_number is None else texts.Z_TITLE
    title = wording.text(source, number=number)
    heading = texts.X_REPORT if report.z_number is None else texts.Z_REPORT
    return shop_paper(
        title,
        _Report(report, wording, is_copy=is_copy).blocks(),
        shop=shop,
        environment=environment,
        wording=wording,
        paper=paper,
        heading=wording.text(heading),
    )


class _Report:
    def __init__(self, report: ShiftReport, wording: Wording, *, is_copy: bool) -> None:
        self._report = report
        self._wording = wording
        self._is_copy = is_copy

    def blocks(self) -> Iterator[Block]:
        report, wording = self._report, self._wording
        if self._is_copy:
            yield Bar(wording.text(texts.COPY, number="").strip())
        yield Rule()
        yield from self._when()
        yield Rule()
        yield from self._paid()
        yield Rule()
        yield from self._cash()
        yield from self._held(texts.WAITING_HELD, report.waiting)
        yield from self._held(texts.OWED_HELD, report.owed)
        yield from self._held(texts.CAME_BACK_HELD, report.came_back)
        yield from self._held(texts.TO_SETTLE_HELD, report.to_settle)
        for one in report.pins_set_anew:
            waited = one.way == ResetWay.WAITING.value
            words = texts.PIN_SET_BY_WAITING if waited else texts.PIN_SET_BY_TOKEN
            yield Text(wording.text(words, moment=moment(one.at, wording)), bold=True)
        if report.note:
            yield Text(sanitize(report.note, 300))
        if report.z_number is not None:
            yield Gap(48)
            yield Signature(wording.text(texts.OPERATOR_SIGNATURE))

    def _when(self) -> Iterator[Block]:
        report, wording = self._report, self._wording
        rows = [
            (texts.REPORT_NUMBER, "" if report.z_number is None else _number(report)),
            (texts.SHIFT_NUMBER, str(report.shift)),
            (texts.COUNTER, sanitize(f"{report.counter} · {report.drawer}", _NAME)),
            (texts.OPENED, moment(report.opened_at, wording)),
            (texts.OPENED_BY, sanitize(report.opened_by, _NAME)),
            (
                texts.UNTIL if report.z_number is None else texts.CLOSED,
                moment(report.at, wording),
            ),
            (texts.OPERATOR, sanitize(report.operator, _NAME)),
        ]
        yield from (Row(wording.text(label), value) for label, value in rows if value)
        if dates.local(report.opened_at).date() != dates.local(report.at).date():
            yield Text(wording.text(texts.OVER_MIDNIGHT), Size.SMALL)

    def _paid(self) -> Iterator[Block]:
        report, wording = self._report, self._wording
        for line in report.providers:
            yield self._counted(sanitize(line.name or line.key, _NAME), line)
        yield Total(
            wording.text(texts.PAID_BILLS, count=wording.digits(str(report.paid.count))),
            wording.amount(report.paid.total),
        )
        if report.charges:
            yield Row(wording.text(texts.SERVICE_CHARGE), wording.amount(report.charges))
        if len(report.operators) > 1:
            for line in report.operators:
                yield self._counted(sanitize(line.name, _NAME) or "—", line)
        for tender in report.tenders:
            words = TENDER_WORDS.get(tender.key)
            yield self._counted(tender.key if words is None else wording.text(words), tender)
        if report.dues_by_wallet.count:
            yield self._counted(wording.text(texts.DUES_BY_WALLET), report.dues_by_wallet)
        for series in report.receipts:
            numbers = f"{series.first:06d} – {series.last:06d}"
            label = wording.text(texts.RECEIPTS)
            yield Row(label, f"{series.series}-{numbers}" if series.series else numbers)

    def _cash(self) -> Iterator[Block]:
        report, wording = self._report, self._wording
        for line in report.movements:
            words = _MOVEMENT_WORDS.get(line.key)
            label = line.key if words is None else wording.text(words)
            yield Row(label, wording.amount(line.total))
        yield Rule(Stroke.THIN)
        yield Total(wording.text(texts.EXPECTED_CASH), wording.amount(report.expected))
        if report.counted is None or report.difference is None:
            return
        for face, pieces in report.counted.pieces:
            amount = wording.amount(Money.rupees(face * pieces))
            yield Row(wording.digits(f"{face:,} × {pieces}"), amount)
        yield Row(wording.text(texts.COUNTED_CASH), wording.amount(report.counted.total), bold=True)
        yield Row(wording.text(texts.DIFFERENCE), wording.amount(report.difference), bold=True)
        if report.reason:
            yield Row(wording.text(texts.DIFFERENCE_REASON), sanitize(report.reason, 300))

    def _held(self, words: str, held: Iterable[HeldCash]) -> Iterator[Block]:
        payments = tuple(held)
        if not payments:
            return
        wording = self._wording
        yield Rule()
        total = sum((one.cash for one in payments), start=ZERO)
        yield Row(wording.text(words), wording.amount(total), bold=True)
        for one in payments:
            number = wording.text(texts.PAYMENT_NUMBER, number=f"{one.number:06d}")
            yield Row(number, wording.amount(one.cash))

    def _counted(self, label: str, line: Line) -> Row:
        wording = self._wording
        return Row(f"{label} · {wording.digits(str(line.count))}", wording.amount(line.total))


def _number(report: ShiftReport) -> str:
    return f"{report.z_number or report.shift:06d}"
