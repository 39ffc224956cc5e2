"""A service that a test lets answer, and shops that are left behind for the tests of a file."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.clerk import Clerk, open_shop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.sandbox.replies import Reply
    from desktop_app.sandbox.server import SandboxServer
    from tests.fakes import HandClock


@contextmanager
def slow_until_told(server: SandboxServer) -> Iterator[Callable[[], None]]:
    """What is slow at a service is answered once the test calls this, and not before."""
    told = threading.Event()

    def answer(method: str, path: str, body: bytes, real: Callable[[], Reply]) -> Reply:
        reply = real()
        if reply.delay:
            told.wait(60)
        return replace(reply, delay=0.0)

    service = server.service
    before, service.interpose = service.interpose, answer
    try:
        yield told.set
    finally:
        told.set()
        service.interpose = before


def left_behind(folder: Path, url: str, clock: HandClock, work: Callable[[Clerk], object]) -> Path:
    """Open a shop that does not paint, do some work there, and close it; return its folder."""
    clerk = open_shop(folder, url=url, clock=clock, paints=False)
    try:
        work(clerk)
    finally:
        clerk.app.close()
    return folder
