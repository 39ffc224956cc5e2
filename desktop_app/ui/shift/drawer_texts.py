"""Words for what moves in a drawer, and for what is too much or too little in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.money import Money
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.ui.texts.money import rupees

if TYPE_CHECKING:
    from desktop_app.core.shifts.z_report import ShiftReport

translate = QCoreApplication.translate


def movement_word(key: str) -> str:
    """Name a kind of movement; one of a newer program is shown as it is written."""
    words = {
        MovementKind.FLOAT: translate("Drawer", "Opening cash"),
        MovementKind.CASH_TAKEN: translate("Drawer", "Cash taken for bills"),
        MovementKind.ROUNDING: translate("Drawer", "Rounding of paisa"),
        MovementKind.CHANGE_GIVEN: translate("Drawer", "Change given"),
        MovementKind.CASH_RETURNED: translate("Drawer", "Cash given back"),
        MovementKind.PAID_IN: translate("Drawer", "Put in"),
        MovementKind.PAID_OUT: translate("Drawer", "Taken out"),
        MovementKind.SAFE_DROP: translate("Drawer", "Taken to the safe or bank"),
        MovementKind.NO_SALE: translate("Drawer", "Opened without a sale"),
        MovementKind.ON_ACCOUNT_SETTLED: translate("Drawer", "Old dues settled in cash"),
        MovementKind.CARRIED: translate("Drawer", "Held from before"),
    }
    try:
        return words.get(MovementKind(key), key)
    except ValueError:
        return key


def movement_line(kind: MovementKind, amount: Money, reason: str = "") -> str:
    """Name one movement: what moves, how much and why."""
    how_much = rupees(amount) if amount else ""
    return " · ".join(part for part in (movement_word(kind.value), how_much, reason) if part)


def report_line(report: ShiftReport) -> str:
    """Name the X or Z report of a shift."""
    number = f"{report.z_number or report.shift:06d}"
    if report.z_number:
        return translate("Drawer", "Z report {number}").format(number=number)
    return translate("Drawer", "X report {number}").format(number=number)


def close_line(counted: Money) -> str:
    """Name the close of a shift."""
    words = translate("Drawer", "closing of the shift, {amount} counted")
    return words.format(amount=rupees(counted))


def difference_text(difference: Money) -> str:
    """Word a difference: too little, too much, or none."""
    if not difference:
        return translate("Drawer", "No difference")
    amount = rupees(Money(abs(difference.paisa)))
    words = (
        translate("Drawer", "{amount} short")
        if difference.paisa < 0
        else translate("Drawer", "{amount} over")
    )
    return words.format(amount=amount)
