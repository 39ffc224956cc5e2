"""The program with something broken: ``python -m tests.e2e.broken_program WAY [options]``.

Options are those of the program itself. What was seen on the screen is printed as JSON.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop_app.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOKEN = "LIVE:s3cr3t+t0ken/withSigns"
PHONE = "9851012345"
SECRET = f"{TOKEN} of {PHONE}"


class Dies:
    """Its end raises, where nobody can catch it."""

    def __del__(self) -> None:
        raise ValueError(f"nobody can catch {SECRET}")


def stumble(text: str) -> NoReturn:
    raise ValueError(f"{text} {SECRET}")


def without_qt() -> None:
    sys.modules["PySide6"] = None  # type: ignore[assignment]


def without_fonts() -> None:
    sys._MEIPASS = str(Path(__file__).parent)  # type: ignore[attr-defined]


def without_console_and_qt() -> None:
    without_qt()
    sys.stderr = None


def soon(act: Callable[[], object]) -> None:
    """Do it in a slot of Qt, once a window is shown."""
    from PySide6.QtCore import QTimer

    from desktop_app import app
    from desktop_app.redaction.tokens import Redactor

    vars(app)["Redactor"] = partial(Redactor, [TOKEN])
    application = app.make_application()

    def look() -> None:
        window = next((at for at in application.topLevelWidgets() if at.isVisible()), None)
        if window is None:
            QTimer.singleShot(20, look)
        else:
            act()

    QTimer.singleShot(0, look)


def slots() -> None:
    soon(_stumble_about)


def _stumble_about() -> None:
    """A step after the other: an exception in an event loop within a slot would end that slot."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    steps = _steps()

    def go_on(awaited: Callable[[], object] = lambda: True) -> None:
        if awaited():
            QTimer.singleShot(100, take_step)
        else:
            QTimer.singleShot(20, lambda: go_on(awaited))

    def take_step() -> None:
        try:
            awaited = next(steps, None)
        except Exception:
            # A step that does not work ends the program, so that nobody waits for it.
            QApplication.exit(70)
            raise
        if awaited is not None:
            go_on(awaited)

    go_on()


def _steps() -> Iterator[Callable[[], object]]:
    """What is done; each step waits for what it yields, and then for a moment more."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    from desktop_app.ui.shell.crash_dialog import CrashDialog

    window = next(at for at in QApplication.topLevelWidgets() if isinstance(at, QMainWindow))
    shown: list[list[str]] = []

    enabled: list[bool] = []

    def boxes() -> list[CrashDialog]:
        found = [at for at in window.findChildren(CrashDialog) if at.isVisible()]
        if found and not enabled:
            # As it is first seen: however late that is, no timer of its own has run before.
            enabled.append(found[0].buttons()[0].isEnabled())
        return found

    def note() -> None:
        shown.append([box.informativeText() for box in boxes()])

    def nothing() -> bool:
        return True

    # The log begins once the first page is painted; what breaks before is in crash.log alone.
    yield lambda: bool(logging.getLogger("desktop_app").handlers)
    thread = threading.Thread(target=stumble, args=("in a thread",), name="helper")
    thread.start()
    thread.join()
    Dies()
    yield nothing
    note()  # neither is told on the screen
    QTimer.singleShot(0, lambda: stumble("in a slot"))
    QTimer.singleShot(0, lambda: list[int]().pop())
    yield boxes
    note()  # one box for two
    button = boxes()[0].buttons()[0]
    yield button.isEnabled
    enabled.append(button.isEnabled())
    button.click()
    yield lambda: not boxes()
    note()
    QTimer.singleShot(0, lambda: stumble("in a slot again"))
    yield nothing
    note()  # the same place: not again
    QTimer.singleShot(0, lambda: dict[str, str]()["another"])
    yield boxes
    note()
    sys.stdout.write(json.dumps({"shown": shown, "enabled": enabled}))
    sys.stdout.flush()
    window.close()


def smoke() -> None:
    from PySide6.QtCore import QTimer

    from desktop_app.app import make_application

    make_application()
    QTimer.singleShot(0, lambda: stumble("in a slot"))


def fault() -> None:
    soon(faulthandler._sigsegv)  # type: ignore[attr-defined]


WAYS = {
    "without-qt": without_qt,
    "without-fonts": without_fonts,
    "without-console": without_console_and_qt,
    "slots": slots,
    "smoke": smoke,
    "fault": fault,
}

if __name__ == "__main__":
    WAYS[sys.argv[1]]()
    sys.exit(main(sys.argv[2:]))
