"""Progress notifications. A failing listener never affects the payment, whatever it raises."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TypeAlias

from desktop_app.core.payments.payment import Payment

log = logging.getLogger(__name__)

Progress: TypeAlias = Callable[[Payment], None]
"""Hears of a payment's steps."""

Sending: TypeAlias = Callable[[], AbstractContextManager[None]]
"""Entered while a payment is being sent."""


def notify(progress: Progress | None, payment: Payment) -> None:
    """Call the listener with a payment's step; what it raises is logged (rule 3)."""
    if progress is None:
        return
    try:
        progress(payment)
    except BaseException:
        log.exception("showing the progress of payment %s failed", payment.number)


@contextmanager
def sending_marker(sending: Sending) -> Iterator[None]:
    """Enter the listener's context while a payment is being sent, and leave it in any case.

    What the listener raises is logged; what the payment raises goes on.
    """
    telling = ExitStack()
    try:
        telling.enter_context(sending())
    except BaseException:
        log.exception("nobody is told that a payment is being sent")
    try:
        yield
    finally:
        try:
            telling.close()
        except BaseException:
            log.exception("nobody is told that a payment is sent no longer")
