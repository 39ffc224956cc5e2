"""The smoke test: the real window pays a practice bill without a person.

It shows that a build has all its parts. It prints one line; the exit code is 0 only if the bill
was paid. Data goes to a folder that is removed again.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app import __version__
from desktop_app.app import App, Outside, build, make_application
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import grouped
from desktop_app.core.payments.payment import PaymentState

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.settings import Language

_ACCOUNT = "online_renew"
_PATIENCE_SECONDS = 60.0


class _Stuck(Exception):
    """The window did not get any further."""


def smoke_test(language: Language | None) -> int:
    """Start, look up, pay, end; 0 if the bill was paid."""
    make_application()
    with tempfile.TemporaryDirectory(
        prefix="bhuktani-smoke-", ignore_cleanup_errors=True
    ) as folder:
        app = build(Outside(data_folder=Path(folder), practice=True, language=language))
        app.window.start()
        try:
            line, code = _pay(app), 0
        except _Stuck as stuck:
            line, code = f"smoke test: stuck at {stuck}", 1
        finally:
            app.close()
    if sys.stdout is not None:
        print(line, flush=True)  # noqa: T201 - the one line that a smoke test prints
    return code


def _pay(app: App) -> str:
    started = time.monotonic()
    flow, window = app.window.flow, app.window
    tile = QRegularExpression(r"^provider\.tile\.")
    _until(lambda: bool(window.findChildren(QWidget, tile)), "start")
    _until(lambda: app.tasks.is_idle, "first answers")
    _press(app, Qt.Key.Key_1)
    _press(app, Qt.Key.Key_Return)
    _until(lambda: flow.step is Step.CUSTOMER, "customer")
    _field(app, "customer.id").setText(_ACCOUNT)
    _field(app, "customer.id").textEdited.emit(_ACCOUNT)
    _press(app, Qt.Key.Key_Return)
    _until(lambda: flow.step is Step.CHOICE, "look-up")
    _press(app, Qt.Key.Key_1)
    _press(app, Qt.Key.Key_Return)
    _until(lambda: flow.step is Step.CONFIRM and app.tasks.is_idle, "confirm")
    _press(app, Qt.Key.Key_F8)
    _press(app, Qt.Key.Key_Return)
    _press(app, Qt.Key.Key_Return)
    _until(lambda: flow.step is Step.RESULT, "result")
    payment = flow.payment
    if payment is None or payment.state is not PaymentState.PAID:
        raise _Stuck("a result that is not PAID")
    seconds = time.monotonic() - started
    amount = grouped(payment.order.amount)
    return f"smoke test: Bhuktani {__version__} paid Rs. {amount} in practice, {seconds:.1f} s"


def _field(app: App, name: str) -> QLineEdit:
    found = app.window.findChild(QLineEdit, name)
    if found is None:
        raise _Stuck(name)
    return found


def _press(app: App, key: Qt.Key) -> None:
    """A key as the window's focused control gets it; works without the screen's focus."""
    at = app.window.focusWidget() or app.window
    text = chr(key) if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 else ""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(at, event)


def _until(condition: Callable[[], bool], where: str) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > end:
            raise _Stuck(where)
        QApplication.processEvents()
        time.sleep(0.005)
