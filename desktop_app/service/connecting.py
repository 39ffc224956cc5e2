"""Opens a connection to a host with several addresses, in the manner of RFC 8305.

The next address is tried after a quarter of a second, families by turns, and the first that
connects is taken. Only connecting is a race: the other sockets are closed before the winner is
handed out, so that no byte of a request can leave on two of them.
"""

from __future__ import annotations

import logging
import os
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import Any, TypeAlias

log = logging.getLogger(__name__)

_NEXT_ADDRESS_SECONDS = 0.25
"""RFC 8305, section 5: Connection Attempt Delay."""

_REMEMBERED_SECONDS = 600.0
"""RFC 8305, section 9.2: what worked once may stop working."""

TimeLeft: TypeAlias = Callable[[], float]
"""The seconds that one wait may take; raises when the time is over or nobody waits any more."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address of a host: its family, and the argument of ``connect``."""

    family: socket.AddressFamily
    place: tuple[Any, ...]

    @property
    def number(self) -> str:
        """The address without the port."""
        return str(self.place[0])


@dataclass(slots=True)
class _Resolution:
    """A question to the resolver, which may take longer than whoever asks can wait."""

    done: threading.Event = field(default_factory=threading.Event)
    found: list[Address] = field(default_factory=list)
    fault: Exception | None = None


class AddressBook:
    """Finds the addresses of hosts, and remembers which of them connected last.

    The operating system bounds a look-up of a name by itself only, at up to half a minute. So it
    runs in a thread that is left behind when the time is over. Calls for the same host share one:
    a dead resolver holds one thread, however often it is asked.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked: dict[tuple[str, int], _Resolution] = {}
        self._worked: dict[str, tuple[str, float]] = {}

    def find(self, host: str, port: int, time_left: TimeLeft) -> list[Address]:
        """The host's addresses in the order to try them.

        Raises:
            OSError, UnicodeError: the name was not found.
            Exception: what ``time_left`` raises.
        """
        resolution = self._ask(host, port)
        while not resolution.done.wait(time_left()):
            pass
        if resolution.fault is not None:
            raise resolution.fault
        return self._best_first(host, _interleaved(resolution.found))

    def connected(self, host: str, address: Address) -> None:
        """Remember that this address of the host has just worked."""
        with self._lock:
            self._worked[host] = (address.number, time.monotonic() + _REMEMBERED_SECONDS)

    def _ask(self, host: str, port: int) -> _Resolution:
        with self._lock:
            resolution = self._asked.get((host, port))
            if resolution is None:
                resolution = _Resolution()
                threading.Thread(
                    target=self._resolve,
                    args=(host, port, resolution),
                    name="resolver",
                    daemon=True,
                ).start()
                # Only once it runs: what never began would keep all later calls waiting.
                self._asked[host, port] = resolution
            return resolution

    def _resolve(self, host: str, port: int, resolution: _Resolution) -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            addresses = (Address(entry[0], entry[4]) for entry in found)
            resolution.found = list(dict.fromkeys(addresses))
        except Exception as error:
            resolution.fault = error
        except BaseException as error:
            log.exception("the resolver broke")
            resolution.fault = OSError(type(error).__name__)
        finally:
            with self._lock:
                # Asked anew by the next connection: the operating system keeps names for a time.
                self._asked.pop((host, port), None)
            resolution.done.set()

    def _best_first(self, host: str, addresses: list[Address]) -> list[Address]:
        with self._lock:
            number, until = self._worked.get(host, ("", 0.0))
        if time.monotonic() > until:
            return addresses
        return sorted(addresses, key=lambda address: address.number != number)


def _interleaved(addresses: Iterable[Address]) -> list[Address]:
    """Families by turns, that of the resolver's first address first (RFC 8305, section 4)."""
    families: dict[socket.AddressFamily, list[Address]] = {}
    for address in addresses:
        families.setdefault(address.family, []).append(address)
    turns = chain.from_iterable(zip_longest(*families.values()))
    return [address for address in turns if address is not None]


def connect_first(
    addresses: Iterable[Address], time_left: TimeLeft
) -> tuple[socket.socket, Address]:
    """The first of the addresses that connects, with its socket; all other sockets are closed.

    Raises:
        OSError: none connects; the last fault.
        Exception: what ``time_left`` raises.
    """
    race = _Race(addresses)
    try:
        return race.run(time_left)
    finally:
        race.close_losers()


class _Race:
    """Sockets that are connecting; at most one of them leaves the race open."""

    def __init__(self, addresses: Iterable[Address]) -> None:
        self._later = deque(addresses)
        self._running: dict[socket.socket, Address] = {}
        self._selector = selectors.DefaultSelector()
        self._next_at = 0.0
        self._fault = OSError("no address")

    def run(self, time_left: TimeLeft) -> tuple[socket.socket, Address]:
        while self._later or self._running:
            wait = time_left()
            until_next = self._next_at - time.monotonic()
            if self._later and (not self._running or until_next <= 0):
                self._start(self._later.popleft())
                continue
            if self._later:
                wait = min(wait, until_next)
            for key, _ in self._selector.select(wait):
                if isinstance(key.fileobj, socket.socket):
                    winner = self._finish(key.fileobj)
                    if winner is not None:
                        return winner
        raise self._fault

    def close_losers(self) -> None:
        self._selector.close()
        for loser in self._running:
            loser.close()

    def _start(self, address: Address) -> None:
        self._next_at = time.monotonic() + _NEXT_ADDRESS_SECONDS
        try:
            connection = socket.socket(address.family, socket.SOCK_STREAM)
        except OSError as error:  # no such family on this computer
            self._fault, self._next_at = error, 0.0
            return
        try:
            connection.setblocking(False)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.connect(address.place)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as error:
            connection.close()
            self._fault, self._next_at = error, 0.0
            return
        self._running[connection] = address
        self._selector.register(connection, selectors.EVENT_WRITE)

    def _finish(self, connection: socket.socket) -> tuple[socket.socket, Address] | None:
        """Return the connection if it is established; otherwise close it and try the next address
        at once.
        """
        self._selector.unregister(connection)
        address = self._running.pop(connection)
        code = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code == 0:
            return connection, address
        connection.close()
        self._fault, self._next_at = OSError(code, os.strerror(code)), 0.0
        return None
