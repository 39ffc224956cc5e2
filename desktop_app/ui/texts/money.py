"""Amounts as they stand on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.money import Money, grouped


def rupees(amount: Money) -> str:
    """Format an amount with the currency: ``Rs. 1,657.00``."""
    return QCoreApplication.translate("Money", "Rs. {amount}").format(amount=grouped(amount))


def unbroken_rupees(amount: Money) -> str:
    """The same for rows that wrap: the currency never stands at the end of a line."""
    return rupees(amount).replace(" ", "\N{NO-BREAK SPACE}")


def cash_text(amount: Money) -> str:
    """Format cash as a clerk would type it: no decimals where there are no paisa."""
    return grouped(amount, decimals=False)
