"""A service whose answers to some paths never come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.sandbox.practice import PracticeService
from tests.clerk import TEST_TOKEN, Clerk
from tests.servers import Ending, Received, Reply, raw, wait_until

if TYPE_CHECKING:
    from tests.fakes import HandClock

ONE = Qt.Key.Key_1


class HangingService:
    """The practice service, whose answers to some paths never come."""

    def __init__(self) -> None:
        self.practice = PracticeService(token=TEST_TOKEN)
        self.hangs: tuple[str, ...] = ()
        self.hung: list[str] = []

    def __call__(self, request: Received) -> Reply:
        if any(part in request.path for part in self.hangs):
            self.hung.append(request.path)
            return Reply(ending=Ending.HANG)
        reply = self.practice.handle(request.method, request.path, request.body)
        return raw(reply.status, reply.body)


def pay_one_that_waits(shop: Clerk) -> None:
    shop.has_paid("practice_waiting")


def hang_a_check(shop: Clerk, service: HangingService, clock: HandClock) -> None:
    """The look-up of the waiting payment that is made by itself gets no answer."""
    service.hangs = ("/status/",)
    clock.move(timedelta(minutes=7))
    shop.app.window.auto_checker.look()
    wait_until(lambda: len(service.hung) == 1)
