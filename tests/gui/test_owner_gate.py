"""What is the owner's is reached with the owner's PIN and never without it."""

from __future__ import annotations

import random
from dataclasses import fields
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QMenu, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import EventKind, PaymentState
from desktop_app.ui.lock.owner_question import OwnerQuestion
from desktop_app.ui.settings.settings_page import SettingsPage
from desktop_app.ui.widgets.overlay import Overlay
from tests.clerk import ENTER, ESC, Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.press_kit import controls
from tests.gui.test_places_waiting_checks import open_waiting, pay, settle
from tests.people_kit import RAMS, SITAS, journal_of, people_in
from tests.sampling import LONG

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.application.operators import Operators
    from desktop_app.core.settings import Settings
    from desktop_app.core.shop import Till
    from desktop_app.sandbox.server import SandboxServer
    from desktop_app.ui.lock.lock_page import LockPage
    from tests.gui.conftest import OpenShop

SEQUENCES = 10_000 if LONG else 10
STEPS = 25
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

CLERKS = frozenset(
    {
        "language", "receipt_language", "operator", "operators", "providers_pinned", "tile_day",
        "tile_order", "tile_order_next", "providers_not_enabled",
    }
)  # fmt: skip
"""Settings that follow from a clerk's work, or that a clerk may set beside the settings' pages."""


def lock_of(clerk: Clerk) -> LockPage | None:
    return clerk.app.window.lock_screen.page


def come(clerk: Clerk, digit: Qt.Key, pin: str) -> None:
    clerk.wait(lambda: lock_of(clerk) is not None)
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.focusWidget() is not None)
    clerk.press(digit, modifier=ALT)
    clerk.type(pin)
    clerk.press(ENTER)
    clerk.wait(lambda: lock_of(clerk) is None)
    clerk.until_idle()


def question_of(clerk: Clerk) -> OwnerQuestion:
    found = [at for at in clerk.app.window.findChildren(OwnerQuestion) if at.isVisible()]
    assert found
    found[0].activateWindow()
    field = found[0].findChild(QLineEdit, "owner.pin")
    assert isinstance(field, QLineEdit)
    clerk.wait(field.hasFocus)
    return found[0]


def back(clerk: Clerk) -> None:
    """A question is closed: the window has the keyboard again."""
    clerk.until_idle()
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.focusWidget() is not None)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, tmp_path: Path, clock: HandClock) -> Clerk:
    """Ram is at the counter, in front of Waiting with a payment that the owner must decide."""
    people_in(tmp_path / "shop")
    clerk = shops(url=server.url, clock=clock)
    come(clerk, Qt.Key.Key_2, RAMS)
    pay(clerk, "practice_ask_support")
    for minutes in (5, 10):
        clock.move(timedelta(minutes=minutes))
        clerk.app.window.auto_checker.look()
        settle(clerk)
    open_waiting(clerk)
    return clerk


def test_only_the_owner_decides_and_the_decision_names_who_proved_it(
    clerk: Clerk, tmp_path: Path
) -> None:
    clerk.press(ENTER)
    question = question_of(clerk)
    assert clerk.app.window.findChild(QDialog, "waiting.decide") is None
    clerk.type(RAMS)
    clerk.press(ENTER)
    clerk.until_idle()
    assert question.isVisible()
    clerk.press(ESC)
    back(clerk)
    assert clerk.app.window.findChild(QDialog, "waiting.decide") is None
    clerk.press(ENTER)
    question_of(clerk)
    clerk.type(SITAS)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.app.window.findChild(QDialog, "waiting.decide") is not None)
    assert clerk.find("decide.by").text() == "Sita"
    assert clerk.find("decide.by").isReadOnly()
    QTest.mouseClick(clerk.find("decide.not_paid"), Qt.MouseButton.LeftButton)
    clerk.find("decide.reason").setText("Support, ticket 4711")
    QTest.mouseClick(clerk.find("decide.save"), Qt.MouseButton.LeftButton)
    back(clerk)
    decided = ledger_of(clerk.app).events(1)[-1]
    assert decided.kind is EventKind.DECIDED
    assert dict(decided.content)["by"] == "Sita"
    clerk.app.close()
    assert ("owner_proved", "Sita", '{"action":"reviews"}') in journal_of(tmp_path / "shop")


def test_one_pin_opens_one_decision_and_nothing_else(clerk: Clerk) -> None:
    clerk.press(ENTER)
    question_of(clerk)
    clerk.type(SITAS)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.app.window.findChild(QDialog, "waiting.decide") is not None)
    clerk.find("decide.cancel").click()
    back(clerk)
    clerk.press(Qt.Key.Key_F12)
    question_of(clerk)
    clerk.press(ESC)
    back(clerk)
    open_waiting(clerk)
    clerk.press(ENTER)
    question_of(clerk)


def test_the_counter_is_never_locked_while_a_payment_is_sent(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type("practice_slow_pay")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    screen = clerk.app.window.lock_screen
    assert clerk.app.window.flow.sending
    QTest.keyClick(clerk.app.window, Qt.Key.Key_F11)
    screen._idle.timeout.emit()
    assert screen.page is None
    # Locked from elsewhere, such as a change of people, it waits for the answer.
    screen.lock()
    assert screen.page is None
    clerk.until_step(Step.RESULT)
    clerk.wait(lambda: screen.page is not None)
    come(clerk, Qt.Key.Key_2, RAMS)
    assert clerk.stands_at(Step.RESULT)
    assert clerk.find("result.state").isVisible()


def test_minutes_without_use_lock_over_an_owners_question_and_nobody_finds_it_open_again(
    clerk: Clerk,
) -> None:
    """The owner proved it, went to the door, and a clerk comes to the counter."""
    clerk.press(ENTER)
    question_of(clerk)
    clerk.type(SITAS)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.app.window.findChild(QDialog, "waiting.decide") is not None)
    clerk.find("decide.reason").setText("half of a rea")
    screen = clerk.app.window.lock_screen
    # A lock that a person wants waits for the question's end.
    screen.lock()
    assert screen.page is None
    screen._wanted = None
    screen._idle.timeout.emit()
    assert screen.page is not None
    clerk.until_idle()
    assert clerk.app.window.findChild(QDialog, "waiting.decide") is None
    come(clerk, Qt.Key.Key_2, RAMS)
    assert QApplication.activeModalWidget() is None
    assert ledger_of(clerk.app).events(1)[-1].kind is not EventKind.DECIDED


# --- whatever a clerk does ----------------------------------------------------------------


def test_what_moves_the_credit_and_what_it_earns_is_the_owners(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F6)
    settle(clerk)
    clerk.press(Qt.Key.Key_B, modifier=CONTROL)
    settle(clerk)
    for key, opened in ((Qt.Key.Key_T, "credit.note"), (Qt.Key.Key_R, "credit.request")):
        clerk.press(key, modifier=CONTROL)
        question_of(clerk)
        assert clerk.app.window.findChild(QDialog, opened) is None
        clerk.press(ESC)
        back(clerk)
        assert clerk.app.window.findChild(QDialog, opened) is None
    clerk.press(Qt.Key.Key_M, modifier=CONTROL)
    question_of(clerk)
    assert clerk.app.window.main_view.current() == "credit"  # type: ignore[union-attr]
    clerk.type(SITAS)
    clerk.press(ENTER)
    back(clerk)
    settle(clerk)
    assert clerk.app.window.main_view.current() == "commission"  # type: ignore[union-attr]
    # Who comes next does not see it.
    clerk.app.window.lock_screen.lock()
    come(clerk, Qt.Key.Key_2, RAMS)
    settle(clerk)
    assert clerk.app.window.main_view.current() != "commission"  # type: ignore[union-attr]


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
    TEXTS = ("1313", "3131", RAMS, "practice_slow", "online_renew", "500", "x", "TEST:secret")

    def __init__(self, clerk: Clerk, clock: HandClock, seed: int) -> None:
        self._clerk = clerk
        self._clock = clock
        self._random = random.Random(seed)
        self.did: list[str] = []

    def walk(self) -> None:
        for _ in range(STEPS):
            if lock_of(self._clerk) is not None and self._random.random() < 0.5:
                self._come()
            else:
                act = self._random.choice(
                    (self._press, self._press, self._click, self._click, self._type, self._wait)
                )
                act()
            QApplication.processEvents()
        self._clerk.wait(lambda: not self._clerk.app.window.flow.sending)

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
        for menu in self._clerk.app.window.findChildren(QMenu):
            menu.close()
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


@pytest.mark.qt_log_ignore("This plugin does not support")  # the screen of the tests has no menus
def test_whatever_a_clerk_does_no_owners_function_is_reached_without_the_pin(
    clerk: Clerk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    functions = OwnerFunctions(clerk, monkeypatch)
    gate = clerk.app.window._context.gate
    asked: list[object] = []
    gate.wanted.connect(asked.append)
    for seed in range(SEQUENCES):
        wandering = Wandering(clerk, clock, seed)
        wandering.walk()
        told = (seed, wandering.did)
        assert not functions.reached, (functions.reached, told)
        view = clerk.app.window.main_view
        assert view is not None, told
        assert not [at for at in view.findChildren(SettingsPage) if at.isVisible()], told
        assert gate._visit is None, told
    assert asked, "no clerk was ever in front of the gate"
    assert ledger_of(clerk.app).payment(1).state is PaymentState.REVIEW  # type: ignore[union-attr]
    assert clerk.app.session.environment is Environment.TEST
    # The listening is real: with the PIN the same functions are reached.
    for dialog in clerk.app.window.findChildren(QDialog):
        if dialog.isVisible() and dialog.isModal():
            dialog.reject()
    clerk.app.window.activateWindow()
    clock.move(timedelta(hours=2))
    if lock_of(clerk) is None:
        clerk.app.window.lock_screen.lock()
    come(clerk, Qt.Key.Key_1, SITAS)
    clerk.press(Qt.Key.Key_F12)
    clerk.until_idle()
    clerk.click("settings.nav.language")
    clerk.click("settings.sounds")
    clerk.until_idle()
    assert functions.reached == ["setting sounds"]
