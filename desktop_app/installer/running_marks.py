r"""Tells the Windows installer that the program runs, and the program that it is being updated.

Named mutexes of the user's session, which Windows removes with the last process that holds them:

``Local\Bhuktani.Running``
    held by each running program until its process ends.
``Local\Bhuktani.Running.<data folder>``
    held as well, and taken before it: who sees the one and knows the folder sees the other.
``Local\Bhuktani.Sending``
    held as well while a payment is being sent: the installer then refuses to begin.
``Local\Bhuktani.Setup``
    held by the installer from before it touches a file until it is done.

The order keeps both from missing each other: the program takes Running first and then looks for
Setup, the installer takes Setup first and then looks for Running. Whoever comes second sees the
first; if both come at once, each sees the other and neither goes on. Looking first, both could
see nothing and begin.

On other systems none of it does anything: there the lock of the data folder, which a program takes
before it loads what takes long, is all that shows it.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.instance import lock
from desktop_app.system import native

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUNNING = r"Local\Bhuktani.Running"
SENDING = r"Local\Bhuktani.Sending"
SETUP = r"Local\Bhuktani.Setup"


class BeingUpdated(Exception):
    """The installer is at work: the program must not start."""


def enter(folder: Path) -> None:
    """Say that the program runs with this data folder, from now until the process ends.

    It is not taken back when the window is gone: the program's files are in use to the very end.

    Raises:
        BeingUpdated: the installer is at work. Nothing may be opened, and nothing is said any more.
    """
    held = [native.hold_mark(_running_with(folder)), native.hold_mark(RUNNING)]
    if native.is_marked(SETUP):
        for handle in held:
            native.release_mark(handle)
        raise BeingUpdated("Bhuktani is being updated.")


def is_running(folder: Path) -> bool:
    """A program runs with this data folder, be it that it only starts or is ending.

    False on other systems than Windows; one that has entered sees itself.
    """
    return native.is_marked(_running_with(folder))


def _running_with(folder: Path) -> str:
    return f"{RUNNING}.{lock.short_name(folder)}"


@contextmanager
def sending() -> Iterator[None]:
    """Say that a payment is being sent. It raises nothing of its own."""
    held = native.hold_mark(SENDING)
    try:
        yield
    finally:
        native.release_mark(held)
