"""The program, kept busy: ``python -m tests.e2e.busy_program WAY FOLDER``.

WAY is ``paying``: it pays a practice bill that is answered once a file ``answered`` lies beside the
folder, or ``dialog``: a dialog is open. A line is printed once it is so, and another when a payment
has come to its end.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import smoke
from desktop_app.app import App, Outside, run
from desktop_app.instance.claim import claim
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.transport import PracticeTransport

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.payment_flow import Flow


def paying(app: App) -> None:
    smoke._ACCOUNT = "practice_slow_pay"
    say_when(lambda flow: flow.sending, "sending", app.window.flow)
    say(smoke._pay(app))


def say_when(is_so: Callable[[Flow], bool], word: str, flow: Flow) -> None:
    if is_so(flow):
        say(word)
    else:
        QTimer.singleShot(5, partial(say_when, is_so, word, flow))


def dialog(app: App) -> None:
    smoke._until(lambda: app.window.main_view is not None and app.tasks.is_idle, "start")
    places = app.window.main_view
    assert places is not None
    places._new_payment._ask(lambda: None)
    smoke._until(lambda: QApplication.activeModalWidget() is not None, "dialog")
    say("open")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def until_answered(folder: Path) -> None:
    while not folder.with_name("answered").exists():
        time.sleep(0.02)


WAYS = {"paying": paying, "dialog": dialog}


def main(way: str, folder: Path) -> int:
    own = claim(folder)
    assert own is not None
    slow = PracticeTransport(PracticeService(), sleep=lambda _: until_answered(folder))
    return run(own, Outside(data_folder=folder, practice=True, transport=slow), WAYS[way])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
