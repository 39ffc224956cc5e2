"""Words for a customer who may owe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.money import ZERO
from desktop_app.ui.texts.money import rupees, unbroken_rupees

if TYPE_CHECKING:
    from desktop_app.core.money import Money
    from desktop_app.core.on_account import OnAccountCustomer

translate = QCoreApplication.translate


def left_out_text(count: int) -> str:
    """Word how many customers were found that a list does not show."""
    return translate("OnAccount", "And %n other(s): type more of the name", "", count)


def settling_line(name: str, amount: Money) -> str:
    """Name what a customer gave for what is owed."""
    words = translate("OnAccount", "{name} settled {amount}")
    return words.format(name=name, amount=rupees(amount))


def limit_line(name: str, limit: Money | None) -> str:
    """Name how much a customer may owe from now on."""
    if limit is None:
        return translate("OnAccount", "no limit for {name}").format(name=name)
    words = translate("OnAccount", "limit of {name}: {limit}")
    return words.format(name=name, limit=rupees(limit))


def list_line() -> str:
    """Name the paper with all who owe."""
    return translate("OnAccount", "List of customers who owe")


def customer_line(one: OnAccountCustomer, since: str = "") -> str:
    """Word who it is, what is owed, since which day, and up to which limit, on one line."""
    parts = [one.name, one.phone]
    if one.owed < ZERO:
        shop_owes = translate("OnAccount", "the shop owes {amount}")
        parts.append(shop_owes.format(amount=unbroken_rupees(-one.owed)))
    elif one.owed:
        parts.append(
            translate("OnAccount", "owes {amount}").format(amount=unbroken_rupees(one.owed))
        )
    else:
        parts.append(translate("OnAccount", "owes nothing"))
    if since:
        parts.append(translate("OnAccount", "since {day}").format(day=since))
    if one.limit is not None:
        limit = translate("OnAccount", "limit {limit}")
        parts.append(limit.format(limit=unbroken_rupees(one.limit)))
    return " · ".join(part for part in parts if part)
