"""Waiting payments are looked up by themselves, across restarts, and the clerk is told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.payments.payment import PaymentState
from tests.clerk import ENTER, Clerk, ledger_of
from tests.fakes import HandClock

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE = Qt.Key.Key_1


def look(clerk: Clerk) -> None:
    """What the timer does, now."""
    clerk.app.window.auto_checker.look()
    clerk.until_idle()


def states(clerk: Clerk) -> list[PaymentState]:
    """The states of today's payments, newest first."""
    clock = HandClock()
    span = timedelta(days=2)
    found = ledger_of(clerk.app).history.between(clock.now() - span, clock.now() + span)
    return [payment.state for payment in found]


def test_a_waiting_payment_becomes_paid_while_the_clerk_does_something_else(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    clerk.pay(ONE, "practice_no_answer", ONE, "100000")
    assert states(clerk) == [PaymentState.WAITING]
    clerk.press(ENTER)
    look(clerk)
    assert states(clerk) == [PaymentState.WAITING], "nothing is asked in the first 5 minutes"
    clock.move(timedelta(minutes=5))
    look(clerk)
    assert states(clerk) == [PaymentState.PAID]
    assert "is PAID now." in clerk.says("window.notice")
    clerk.until_idle()
    assert clerk.find("nav.waiting").badge() == ""


def test_it_is_followed_up_after_a_restart(shops: OpenShop, server: SandboxServer) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    clerk.has_paid("practice_lost", at_result=True)
    assert states(clerk) == [PaymentState.WAITING]
    clerk.app.close()
    again = shops(url=server.url, clock=clock)
    clock.move(timedelta(minutes=6))
    look(again)
    again.until_idle()
    assert states(again) == [PaymentState.NOT_PAID]
    assert "is NOT PAID." in again.says("window.notice")
    assert again.find("nav.waiting").badge() == "1"


def test_closing_the_notice_hides_it(shops: OpenShop, server: SandboxServer) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    clerk.has_paid("practice_no_answer")
    clock.move(timedelta(minutes=5))
    look(clerk)
    assert clerk.sees("window.notice")
    clerk.click("window.notice.close")
    assert not clerk.sees("window.notice")
