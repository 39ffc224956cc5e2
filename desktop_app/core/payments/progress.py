"""What is told of a payment, to the screen and to others, never decides whether it goes on."""

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
    """Tell of a step; what breaks in the telling is logged (rule 3)."""
    if progress is None:
        return
    try:
        progress(payment)
    except Exception:
        log.exception("showing the progress of payment %s failed", payment.number)


@contextmanager
def sending_marker(sending: Sending) -> Iterator[None]:
    """Tell that a payment is being sent, and in any case that it is over.

    What breaks in the telling is logged; what breaks in the payment goes on.
    """
    telling = ExitStack()
    try:
        telling.enter_context(sending())
    except Exception:
        log.exception("nobody is told that a payment is being sent")
    try:
        yield
    finally:
        try:
            telling.close()
        except Exception:
            log.exception("nobody is told that a payment is sent no longer")
