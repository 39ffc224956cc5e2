"""Payments of another environment than the one in force, with a long choice in the filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.formatting.periods import Period
from desktop_app.ledger.sqlite.ledger import SqliteLedger
from tests.gui.full_shop import fill
from tests.gui.test_payments_filters import select

if TYPE_CHECKING:
    from tests.clerk import Clerk


def show_another_record(clerk: Clerk) -> None:
    """Where Payments is shown already; the other record begins with payments of all kinds."""
    home = clerk.app.session.environment
    other = Environment.LIVE if home is Environment.PRACTICE else Environment.PRACTICE
    ledger = clerk.app.use_cases.environments.ledger(other)
    assert isinstance(ledger, SqliteLedger)
    fill(ledger, other)
    clerk.press(Qt.Key.Key_F5)
    clerk.until_idle()
    for filtered, value in (("environment", other), ("dates", Period.FISCAL_YEAR)):
        select(clerk, filtered, value)
