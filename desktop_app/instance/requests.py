"""Runs the requests of a second instance on the GUI thread."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.instance.ipc import CLOSE, CLOSING, NO, SENDING, SHOW, SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable

_WAIT_SECONDS = 2.0
"""Less than the other start waits for the answer."""


class InstanceRequests(QObject):
    """Carries out what other starts ask for, on the thread that it is made on: the window's.

    ``close`` returns False where the window stays because a payment is being sent.
    """

    _asked = Signal(object)

    def __init__(self, show: Callable[[], None], close: Callable[[], bool]) -> None:
        super().__init__()
        self._show = show
        self._close = close
        self._request: tuple[bytes, Future[bytes]] | None = None
        self._is_shut = False
        self._asked.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)

    def ask(self, request: bytes) -> bytes:
        """Have a request carried out, and return what became of it. Called on the listening thread.

        A request that the GUI thread could not begin in time is never carried out: the second
        instance was told so.
        """
        done: Future[bytes] = Future()
        asked = self._request = request, done
        if not self._is_shut:
            self._asked.emit(asked)
            try:
                return done.result(_WAIT_SECONDS)
            except (TimeoutError, CancelledError):
                done.cancel()
        return NO

    def shut(self) -> None:
        """Reject pending requests and all later ones. Called on shutdown, on the GUI thread."""
        self._is_shut = True
        if self._request is not None:
            self._request[1].cancel()

    @Slot(object)
    def _carry_out(self, asked: tuple[bytes, Future[bytes]]) -> None:
        request, done = asked
        if not done.set_running_or_notify_cancel():
            return
        answer = NO
        try:
            if request == SHOW:
                self._show()
                answer = SHOWN
            elif request == CLOSE:
                answer = CLOSING if self._close() else SENDING
        finally:
            done.set_result(answer)
