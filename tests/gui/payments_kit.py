"""A shop with payments of yesterday and today, and how a clerk reads the page of payments."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.payments.payment import PaymentState, PaymentUpdate
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import MINUTE, begin_ledger, give_back, payment

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.sandbox.server import SandboxServer
    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
DAY = timedelta(days=1)
S = PaymentState


def open_payments(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()


def rows(clerk: Clerk) -> list[str]:
    return [row.id for row in clerk.find("payments.list").rows]


def chosen(clerk: Clerk) -> str:
    return str(clerk.find("payments.list").current_id())


def two_days(ledger: SqliteLedger) -> None:
    """Yesterday 1; today 2 and 3 PAID, 4 WAITING, 5 NOT PAID and given back."""
    payment(ledger, S.PAID, NOON - DAY, name="Gita Rai")
    payment(ledger, S.PAID, NOON - 60 * MINUTE, name="Anita Gurung", account="anita_gurung9")
    payment(
        ledger,
        S.PAID,
        NOON - 50 * MINUTE,
        name="Pasang Sherpa",
        slug="vianet-updated",
        account="84310",
        paisa=2_147_50,
        update=PaymentUpdate(transaction_id="130144"),
    )
    payment(ledger, S.WAITING, NOON - 40 * MINUTE, name="Sunita Karki")
    payment(ledger, S.NOT_PAID, NOON - 30 * MINUTE, name="Hari Oli", account="92117")
    give_back(ledger, 5, NOON - 20 * MINUTE)


def shop_of_two_days(
    shops: OpenShop, server: SandboxServer, folder: Path, *, paints: bool = False
) -> Clerk:
    """The page of payments with those of ``two_days``."""
    begin_ledger(folder / "shop", two_days)
    clerk = shops(url=server.url, clock=HandClock(), paints=paints)
    open_payments(clerk)
    return clerk
