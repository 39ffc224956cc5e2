"""The rows of facts beside the figures of a day: its shift, receipts, what earlier days left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.money import ZERO
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.formatting.dates import local, time_text
from desktop_app.formatting.numbers import receipt_number
from desktop_app.ui.payment_kit.history import moment_text
from desktop_app.ui.texts.money import rupees

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.money import Money
    from desktop_app.core.settings import Language
    from desktop_app.core.shifts.drawer import DrawerState
    from desktop_app.core.shifts.figures import Figures, Sum
    from desktop_app.core.shifts.z_report import HeldCash, ShiftReport

translate = QCoreApplication.translate
_NONE = "—"
_NAMED = 3
"""So many payments are named by number; the report on paper names them all."""


@dataclass(frozen=True, slots=True)
class Today:
    """The page's data, read on a worker. ``held`` and ``owed`` are of earlier days."""

    drawer: DrawerState
    figures: Figures
    held: Sum
    owed: Sum
    providers: Mapping[str, Provider]


def day_facts(
    today: Today,
    balance: Money | None,
    lasts_until: datetime | None,
    now: datetime,
    language: Language,
) -> list[tuple[str, str, str]]:
    """The facts, each with its name, its label and its value."""
    figures, report = today.figures, today.drawer.report
    facts = [
        ("shift", translate("DayPage", "Shift"), _shift_text(report, now, language)),
        ("float", translate("DayPage", "Opening cash"), _opening_text(report)),
        ("receipts", translate("DayPage", "Receipts"), _receipts_text(figures)),
        (
            "returned",
            translate("DayPage", "Cash given back today"),
            _sum_text(figures.returned.count, figures.returned.total),
        ),
        (
            "held",
            translate("DayPage", "Waiting from earlier days"),
            _sum_text(today.held.count, today.held.total),
        ),
        (
            "owed",
            translate("DayPage", "To give back from earlier days"),
            _sum_text(today.owed.count, today.owed.total),
        ),
    ]
    if report is not None and (report.came_back or report.to_settle):
        facts += [
            (
                "cameback",
                translate("DayPage", "Came back"),
                _numbers_text(report.came_back),
            ),
            (
                "tosettle",
                translate("DayPage", "Of these to settle"),
                _numbers_text(report.to_settle),
            ),
        ]
    if report is not None and report.dues_by_wallet.count:
        dues = report.dues_by_wallet
        facts.append(
            (
                "dues_by_wallet",
                translate("DayPage", "Old dues settled by QR or wallet"),
                _sum_text(dues.count, dues.total),
            )
        )
    if balance is not None:
        facts.append(("balance", translate("DayPage", "Balance at the service"), rupees(balance)))
        if lasts_until is not None:
            time = time_text(local(lasts_until), language)
            facts.append(("lasts", translate("DayPage", "It lasts until about"), time))
    return facts


def _shift_text(report: ShiftReport | None, now: datetime, language: Language) -> str:
    """Word when and by whom the shift was opened."""
    if report is None:
        return translate("DayPage", "none open")
    opened = moment_text(report.opened_at, now, language)
    parts = [translate("DayPage", "since {time}").format(time=opened), report.opened_by]
    return " · ".join(part for part in parts if part)


def _opening_text(report: ShiftReport | None) -> str:
    movements = () if report is None else report.movements
    floats = (line.total for line in movements if line.key == MovementKind.FLOAT.value)
    return next((rupees(amount) for amount in floats), _NONE)


def _receipts_text(figures: Figures) -> str:
    if figures.receipts is None:
        return _NONE
    first, last = (receipt_number(payment) for payment in figures.receipts)
    until = last.short if last.series == first.series else last.text
    return first.text if first == last else f"{first.text} – {until}"


def _numbers_text(payments: Sequence[HeldCash]) -> str:
    """Payments by number, a few of them, with the cash that was paid for them."""
    if not payments:
        return _NONE
    total = sum((one.cash for one in payments), start=ZERO)
    named = ", ".join(f"#{one.number}" for one in payments)
    return f"{named if len(payments) <= _NAMED else len(payments)} · {total}"


def _sum_text(count: int, total: Money) -> str:
    return f"{count} · {total}" if count else _NONE
