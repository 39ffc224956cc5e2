"""What stays in memory of the payments that went through the real window."""

from __future__ import annotations

import ctypes
import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.app import make_application
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.search import PaymentFilter
from desktop_app.ui.shell.page_modules import PAGES
from tests.bench.figure import Figure, more
from tests.bench.shop import opened, pay, served
from tests.bench.start_program import resident_kib
from tests.clerk import ledger_of

if TYPE_CHECKING:
    from tests.bench.scale import Scale
    from tests.clerk import Clerk

_M_ARENA_MAX = -8
"""As ``malloc.h`` names it."""
_FIRST_PAYMENTS = 10
_MIB = 1024


def bench(scale: Scale) -> list[Figure]:
    """Resident memory after some payments, and after many; nothing where no system tells it."""
    _have_one_heap()
    make_application()
    with served() as (url, folder):
        clerk = opened(folder / "new", url)
        try:
            few = _after(clerk, _FIRST_PAYMENTS)
            many = _after(clerk, scale.through_window - _FIRST_PAYMENTS)
            paid = ledger_of(clerk.app).history.totals(PaymentFilter()).counts[PaymentState.PAID]
        finally:
            clerk.app.close()
    assert paid == scale.through_window
    if not few:
        return []
    name = f"memory after {scale.through_window} payments, beside that after {_FIRST_PAYMENTS}"
    return [Figure(name, "MiB", many / _MIB, few / _MIB, (more(5),))]


def _after(clerk: Clerk, payments: int) -> int:
    """The resident KiB after so many more payments."""
    for _ in range(payments):
        clerk.press(Qt.Key.Key_F2)
        clerk.until_idle()
        pay(clerk)
    # What is loaded some seconds after the start is there both times, on a fast computer too.
    clerk.wait(_pages_are_loaded)
    gc.collect()
    return resident_kib()


def _pages_are_loaded() -> bool:
    return all(f"desktop_app.ui.{page}" in sys.modules for page in PAGES)


def _have_one_heap() -> None:
    """Let all threads have one heap, as on Windows.

    Else glibc gives each a heap of its own and keeps there what is freed, 0.2 MiB a payment. Where
    times are measured each keeps its own: at one heap of glibc threads wait for one another, up to
    a tenth of a second beside a backup, which those of Windows do not.
    """
    if sys.platform == "linux":
        limit = getattr(ctypes.CDLL(None), "mallopt", None)
        if limit is not None:
            limit(_M_ARENA_MAX, 1)
