"""The real window, and a record that another program locks between two writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import Event, EventKind, Payment, PaymentUpdate
from desktop_app.ledger.sqlite.ledger import SqliteLedger
from tests.clerk import ENTER, Clerk
from tests.other_program import locked

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from desktop_app.sandbox.server import SandboxServer


def test_the_cash_of_a_second_try_is_counted_once(
    impatient: None,
    clerk: Clerk,
    server: SandboxServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (file,) = (tmp_path / "shop").glob("*.db")
    append = SqliteLedger.append

    def while_locked(
        self: SqliteLedger, number: int, event: Event, *, update: PaymentUpdate | None = None
    ) -> Payment:
        if event.kind not in (EventKind.SENT, EventKind.ABANDONED):
            return append(self, number, event, update=update)
        with locked(file):
            return append(self, number, event, update=update)

    with monkeypatch.context() as patch:
        patch.setattr(SqliteLedger, "append", while_locked)
        to_confirm(clerk)
        clerk.press(Qt.Key.Key_F8)
        clerk.press(ENTER, ENTER)
        clerk.wait(lambda: not clerk.app.window.flow.sending, 30)
        assert clerk.stands_at(Step.CONFIRM)
        assert "Nothing was sent" in clerk.says("confirm.why")

    for leave in (Qt.Key.Key_F4, Qt.Key.Key_F12):
        # Whoever comes back must still read whose the cash is.
        clerk.press(leave)
        clerk.until_idle()
        clerk.press(Qt.Key.Key_F2)
        clerk.until_idle()
        assert "The cash belongs to the customer" in clerk.says("confirm.why")
    for words in ("केही पठाइएन", "Nothing was sent"):
        clerk.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
        clerk.until_idle()
        assert words in clerk.says("confirm.why")
    clerk.find("page.confirm")._blockers.look()
    clerk.until_idle()
    assert "Nothing was sent" in clerk.says("confirm.why")
    clerk.press(Qt.Key.Key_F8)

    clerk.find("confirm.pay").setFocus()
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    assert not any("too old" in text for text in clerk.texts())
    clerk.press(ENTER)
    clerk.until_step(Step.CONFIRM)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8)
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "PAID"
    assert len([p for p in server.service.payments if p.state == "Success"]) == 1

    clerk.press(Qt.Key.Key_F6)
    clerk.wait(lambda: clerk.says("dayclose.cash").endswith("4,915.00"))
    assert clerk.says("dayclose.return") == "0.00"
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_Down)
    clerk.wait(lambda: clerk.says("payments.state") == "NOT SENT")


def to_confirm(clerk: Clerk) -> None:
    clerk.to_confirm(Qt.Key.Key_1, "online_renew")
