"""A clerk who presses whatever there is, and a listener at every function of the owner."""

from __future__ import annotations

import random
from dataclasses import fields
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QWidget,
)

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.ui.widgets.overlay import Overlay
from tests.clerk import ENTER, ESC, Clerk
from tests.gui.owner_kit import ALT, back, come, lock_of
from tests.gui.press_kit import controls
from tests.people_kit import RAMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from desktop_app.application.operators import Operators
    from desktop_app.core.settings import Settings
    from desktop_app.core.shop import Till
    from tests.fakes import HandClock

CONTROL = Qt.KeyboardModifier.ControlModifier
FEWEST, MOST = 3, 8
"""Steps of a sequence. What is the owner's is one or two presses from any page."""

CLERKS = frozenset(
    {
        "language", "receipt_language", "operator", "operators", "providers_pinned", "tile_day",
        "tile_order", "tile_order_next", "providers_not_enabled",
    }
)  # fmt: skip
"""Settings that follow from a clerk's work, or that a clerk may set beside the settings' pages."""


class OwnerFunctions:
    """Listens at every function that is the owner's, below the window."""

    def __init__(self, clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached: list[str] = []
        app = clerk.app
        self._settings = app.session.settings
        context = app.window._context
        self._listen(monkeypatch, context.vault, "save", "token saved")
        self._listen(monkeypatch, context.vault, "delete", "token removed")
        self._listen(monkeypatch, context.records, "restore", "restored")
        self._listen(monkeypatch, context.records, "start_new_ledger", "record removed")
        self._listen(monkeypatch, context.catalog, "use_endpoints", "endpoint changed")
        self._listen(monkeypatch, PaymentDesk, "decide", "decided")
        for name in ("note", "take_back", "request", "commission", "add_rate"):
            self._listen(monkeypatch, app.use_cases.credit, name, f"credit {name}")
        self._listen(monkeypatch, app.use_cases.on_account, "set_limit", "limit set")
        self._listen(monkeypatch, context.records, "note_seen", "break seen")
        self._listen_to_settings(monkeypatch, app.use_cases.environments)
        self._listen_to_people(monkeypatch, app.use_cases.operators)

    def _listen(self, patch: pytest.MonkeyPatch, owner: object, name: str, word: str) -> None:
        before = getattr(owner, name)

        def heard(*given: Any, **named: Any) -> Any:
            self.reached.append(word)
            return before(*given, **named)

        patch.setattr(owner, name, heard)

    def _listen_to_settings(self, patch: pytest.MonkeyPatch, environments: Any) -> None:
        before = environments.save

        def save(settings: Settings, by: Till) -> None:
            for field in fields(settings):
                now, then = (getattr(at, field.name) for at in (settings, self._settings))
                if now != then and field.name not in CLERKS:
                    self.reached.append(f"setting {field.name}")
            self._settings = settings
            before(settings, by)

        patch.setattr(environments, "save", save)

    def _listen_to_people(self, patch: pytest.MonkeyPatch, operators: Operators) -> None:
        for name in ("add", "change", "remove_pin", "retire"):
            before = getattr(operators, name)

            def heard(*given: Any, name: str = name, before: Any = before) -> Any:
                change = before(*given)
                if change.fault is None:
                    self.reached.append(f"people {name}")
                return change

            patch.setattr(operators, name, heard)


class Wandering:
    """A clerk who presses whatever there is, and knows no owner's PIN."""

    KEYS = (
        *(getattr(Qt.Key, f"Key_F{number}") for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 12, 12)),
        ENTER, ENTER, ENTER, ESC, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space,
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
        Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Delete,
    )  # fmt: skip
    CONTROLS = tuple(getattr(Qt.Key, f"Key_{letter}") for letter in "LSRNFVBTM")
    TEXTS = ("1313", "3131", RAMS, "online_renew", "500", "x", "TEST:secret")

    def __init__(
        self, clerk: Clerk, clock: HandClock, seed: int, before: Sequence[str] = ()
    ) -> None:
        self._clerk = clerk
        self._clock = clock
        self._random = random.Random(seed)
        self.did: list[str] = []
        self._before = before
        """What the sequence before did: this one begins where it ended."""
        self._notices = QTimer()
        self._notices.setInterval(20)
        self._notices.timeout.connect(_close_notice)

    def walk(self) -> None:
        """Begin at the first page, and do a few things that nobody thought of."""
        self._notices.start()
        self._begin()
        for _ in range(self._random.randint(FEWEST, MOST)):
            if lock_of(self._clerk) is not None and self._random.random() < 0.5:
                self._come()
            else:
                act = self._random.choice(
                    (self._press, self._press, self._click, self._click, self._type, self._wait)
                )
                act()
            QApplication.processEvents()
            self._activate()
        self._clerk.until_idle()
        self._notices.stop()

    def _activate(self) -> None:
        """Put the window in front once nothing is above it, as the window system of a shop does.

        The screen of the tests does not; a menu that is opened and closed in a window that is not
        in front leaves Qt with one that has the keys and is never in front.
        """
        if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
            self._clerk.app.window.activateWindow()
            QApplication.processEvents()

    def _begin(self) -> None:
        """Ram is at the counter, at the first page, and no question is open."""
        clerk, window = self._clerk, self._clerk.app.window
        clerk.until_idle()
        self._close_what_is_above()
        self._to_window()
        if window._context.gate.operator is None or window._context.gate.operator.name != "Ram":
            window.lock_screen.lock()
            come(clerk, Qt.Key.Key_2, RAMS)
        self._to_window()
        view = window.main_view
        if view is not None and view.current() != "payment":
            self._key(Qt.Key.Key_F2)
        if not clerk.stands_at(Step.PROVIDER):
            self._key(Qt.Key.Key_F2)
            modal = QApplication.activeModalWidget()
            if isinstance(modal, QDialog):
                modal.accept()
        self._to_window()

    def _to_window(self) -> None:
        """The window is in front, and the keyboard is where somebody sees it."""
        back(self._clerk)
        for _ in range(3):
            QApplication.processEvents()
        focus = QApplication.focusWidget()
        seen = focus is not None and focus.isVisible() and focus.isEnabled()
        assert seen, (focus and focus.objectName(), self._before)

    def _close_what_is_above(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        while isinstance(modal := QApplication.activeModalWidget(), QDialog):
            modal.reject()
            self._clerk.until_idle()
        while over := [
            at for at in self._clerk.app.window.findChildren(Overlay) if not at.isHidden()
        ]:
            # About leads back to the keys.
            over[-1].close_overlay()

    def _come(self) -> None:
        self.did.append("come")
        number, pin = self._random.choice(((2, RAMS), (3, "")))
        self._clerk.app.window.activateWindow()
        QApplication.processEvents()
        self._key(Qt.Key(Qt.Key.Key_0 + number), ALT)
        self._keys(pin)
        self._key(ENTER)
        self._clerk.until_idle()

    def _press(self) -> None:
        if self._random.random() < 0.2:
            self._key(self._random.choice(self.CONTROLS), CONTROL)
        elif self._random.random() < 0.05:
            self._key(Qt.Key.Key_F11)
        else:
            self._key(self._random.choice(self.KEYS))

    def _type(self) -> None:
        self._keys(self._random.choice(self.TEXTS))
        if self._random.random() < 0.5:
            self._key(ENTER)

    def _wait(self) -> None:
        self.did.append("wait")
        if self._random.random() < 0.3:
            self._clock.move(timedelta(minutes=self._random.choice((1, 6, 61))))
        self._clerk.until_idle()

    def _click(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        found = list(controls(self._area()))
        if not found:
            return
        control = self._random.choice(found)
        self.did.append(f"click {control.objectName()}")
        where = control.rect().center()
        if isinstance(control, QAbstractItemView):
            rows = control.model().rowCount() if control.model() is not None else 0
            if rows:
                index = control.model().index(self._random.randrange(rows), 0)
                where = control.visualRect(index).center()
                target: QWidget = control.viewport()
                QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(where))
                return
        QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=where)

    def _area(self) -> QWidget:
        """What the mouse reaches: nothing below a question or a page of help."""
        window = self._clerk.app.window
        over = [at for at in window.findChildren(Overlay) if at.isVisible()]
        return QApplication.activeModalWidget() or (over[-1] if over else window)

    def _key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.did.append(f"key {key.name}")
        QTest.keyClick(self._target(), key, modifier)

    def _keys(self, text: str) -> None:
        self.did.append(f"type {text}")
        QTest.keyClicks(self._target(), text)

    def _target(self) -> QWidget:
        modal = QApplication.activeModalWidget()
        focus = QApplication.focusWidget()
        if modal is not None and (focus is None or not modal.isAncestorOf(focus)):
            modal.activateWindow()
            QApplication.processEvents()
            focus = QApplication.focusWidget()
            return focus if focus is not None and modal.isAncestorOf(focus) else modal
        if focus is None:
            self._clerk.app.window.activateWindow()
            QApplication.processEvents()
            focus = QApplication.focusWidget()
        return focus if focus is not None and focus.isVisible() else self._clerk.app.window


def _close_notice() -> None:
    """Close what a file picker says of a name that no file has: it waits there for an answer."""
    notice = QApplication.activeModalWidget()
    if isinstance(notice, QMessageBox) and isinstance(notice.parent(), QFileDialog):
        notice.reject()
