"""Reads of whole payments that a test holds up, as a slow disk does."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop_app.ui.payments import chosen_payment

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import PaymentKey
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.ui.payments.chosen_payment import Whole


class HeldReads:
    """Reads of whole payments that end only when they are let go, each after it has read."""

    def __init__(self) -> None:
        self.held: set[int] = set()
        self.begun: list[int] = []
        self.ended: list[int] = []
        self._whole = chosen_payment._whole
        self._free = threading.Condition()

    def __call__(self, key: PaymentKey, ledger: Ledger) -> Whole:
        self.begun.append(key.number)
        found = self._whole(key, ledger)
        with self._free:
            assert self._free.wait_for(lambda: key.number not in self.held, 20)
        self.ended.append(key.number)
        return found

    def hold(self, *numbers: int) -> None:
        self.held.update(numbers)

    def let_go(self) -> None:
        with self._free:
            self.held.clear()
            self._free.notify_all()
