"""Lets a read that nobody waits for any more end early.

Only reads ask for it. A call that pays never does: it is not given up, whoever stops waiting.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

_current: ContextVar[threading.Event | None] = ContextVar("cancellation", default=None)


class GivenUp(Exception):
    """Nobody waits for this read any more: it has ended early, and nothing is recorded of it."""


@contextmanager
def cancellable(cancelled: threading.Event) -> Iterator[None]:
    """Let the reads of this thread, until the end of the block, end once ``cancelled`` is set."""
    token = _current.set(cancelled)
    try:
        yield
    finally:
        _current.reset(token)


def cancellation() -> threading.Event | None:
    """The event that ends the reads of this thread; None where nothing does."""
    return _current.get()


def is_given_up() -> bool:
    """True once nobody waits for the reads of this thread any more."""
    cancelled = _current.get()
    return cancelled is not None and cancelled.is_set()


def raise_if_given_up() -> None:
    """Raise ``GivenUp`` once nobody waits for the reads of this thread any more."""
    if is_given_up():
        raise GivenUp
