"""What changed while the counter was locked is seen once it is not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.payments.payment import PaymentState
from tests.clerk import ledger_of
from tests.fakes import HandClock
from tests.gui.owner_kit import come, rams_shop
from tests.people_kit import RAMS

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

F2, F3, F11 = (getattr(Qt.Key, f"Key_F{number}") for number in (2, 3, 11))


def test_a_payment_that_is_paid_meanwhile_does_not_wait_on_the_page(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    clock = HandClock()
    clerk = rams_shop(shops, server, tmp_path / "shop", clock)
    clerk.press(F2)
    clerk.has_paid("practice_waiting")
    clerk.press(F3)
    clerk.until_idle()
    assert clerk.says("payments.advice").startswith("Keep the cash.")
    clerk.press(F11)
    found = ledger_of(clerk.app).payment(2)
    while found is not None and found.state is PaymentState.WAITING:
        clock.move(timedelta(minutes=11))
        clerk.app.window.auto_checker.look()
        clerk.until_idle()
        found = ledger_of(clerk.app).payment(2)
    come(clerk, Qt.Key.Key_2, RAMS)
    assert clerk.says("payments.state") == "PAID"
    assert not clerk.sees("payments.advice")
