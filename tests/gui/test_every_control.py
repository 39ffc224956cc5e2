"""Each control of each page does something, by the mouse and by the keyboard, and has a name."""

from __future__ import annotations

import logging
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.settings import Language
from desktop_app.ui.widgets.overlay import Overlay
from tests.clerk import ENTER, ESC, Clerk
from tests.gui.fit_kit import settle
from tests.gui.full_shop import opened
from tests.gui.press_kit import Presser
from tests.sampling import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ONE, TWO = Qt.Key.Key_1, Qt.Key.Key_2
SETTINGS = ("connection", "language", "providers", "limits", "backup", "people")
"""The sections of the settings but the first, each made when it is gone to."""
# With LONG each row of each list, and LIVE as well; else one of a kind on each page. What leads to
# the other sections stands beside each of them: all of it is pressed on the first.


class Calls(logging.Handler):
    """Counts the calls of the service that the program logs."""

    count = 0

    @contextmanager
    def listening(self) -> Iterator[None]:
        log = logging.getLogger("desktop_app.service.client")
        log.addHandler(self)
        try:
            yield
        finally:
            log.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def new_payment(clerk: Clerk) -> None:
    places = clerk.app.window.main_view
    assert places is not None
    clerk.app.window.flow.restart()
    places.go("payment")
    clerk.until_idle()


def look_up(clerk: Clerk, digit: Qt.Key, account: str) -> None:
    new_payment(clerk)
    clerk.press(digit, ENTER)
    clerk.find("customer.id").clear()
    clerk.type(account)
    clerk.press(ENTER)
    clerk.until_idle()


def to_confirm(clerk: Clerk, account: str) -> None:
    look_up(clerk, ONE, account)
    clerk.press(ONE, ENTER)
    clerk.until_step(Step.CONFIRM)


def pay(clerk: Clerk, account: str) -> None:
    to_confirm(clerk, account)
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    clerk.until_step(Step.RESULT)


def walk_steps(at: Presser) -> None:
    clerk = at.clerk
    new_payment(clerk)
    at.visit("provider")
    clerk.press(TWO, ENTER)
    clerk.until_idle()
    at.visit("customer")
    look_up(clerk, ONE, "rambdr_thap")
    at.visit("customer, nobody")
    look_up(clerk, TWO, "110871")
    at.visit("bills")
    look_up(clerk, ONE, "online_due_and_package")
    at.visit("packages")
    clerk.press(ONE, ENTER)
    clerk.until_step(Step.CONFIRM)
    at.visit("confirm")


def walk_results(at: Presser) -> None:
    clerk = at.clerk
    pay(clerk, "bishnu_adhikari")
    at.visit("paid")
    to_confirm(clerk, "bishnu_adhikari")
    at.visit("confirm again")
    pay(clerk, "practice_waiting")
    at.visit("waiting result")
    to_confirm(clerk, "practice_waiting")
    at.visit("confirm waits")
    pay(clerk, "practice_not_paid")
    at.visit("not paid")


PLACES = ("payments", "waiting", "dayclose", "credit", "commission", "customers", "settings")


def walk_places(at: Presser) -> None:
    clerk = at.clerk
    for name in PLACES:
        at.places.go(name)
        clerk.until_idle()
        at.visit(name)
    for sub in SETTINGS:
        clerk.click(f"settings.nav.{sub}")
        clerk.until_idle()
        at.visit(f"settings {sub}", beside=("settings.nav.", "settings.about"))


def open_about(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F1)
    clerk.click("keys.about")


def close_what_is_over(clerk: Clerk) -> None:
    """Esc leads from About to the page of keys, and from there to the page below."""
    window = clerk.app.window
    for _ in range(2):
        if any(over.isVisible() for over in window.findChildren(Overlay)):
            clerk.press(ESC)
            settle(window)
    assert not any(over.isVisible() for over in window.findChildren(Overlay))


def walk_around(at: Presser) -> None:
    """The rail, the bar at the top, and what lies over a page."""
    clerk = at.clerk
    at.places.go("payments")
    at.visit("around", around=True)
    at.visit("keys", lambda: clerk.press(Qt.Key.Key_F1))
    at.visit("about", lambda: open_about(clerk))
    close_what_is_over(clerk)
    look_up(clerk, TWO, "110871")
    at.visit("begin anew", lambda: clerk.press(Qt.Key.Key_F2))


WALKS = [
    (Environment.PRACTICE, walk_steps),
    (Environment.PRACTICE, walk_results),
    (Environment.PRACTICE, walk_around),
    (Environment.LIVE, walk_places),
    *([(Environment.LIVE, walk_steps), (Environment.LIVE, walk_results)] if LONG else []),
    *([(Environment.PRACTICE, walk_places)] if LONG else []),
]


@pytest.mark.parametrize(("environment", "walk"), WALKS)
@pytest.mark.qt_log_ignore("This plugin does not support")  # the screen of the tests has no menus
def test_every_control_does_something(
    qapp: QApplication,
    tmp_path: Path,
    no_stray_windows: None,
    environment: Environment,
    walk: Callable[[Presser], None],
) -> None:
    calls = Calls()
    shop = opened(tmp_path, environment, Language.ENGLISH, paints=LONG)
    with shop as (clerk, _), calls.listening():
        tray = clerk.tray
        at = Presser(
            clerk, lambda: (len(tray.printed), len(tray.saved), calls.count), everything=LONG
        )
        walk(at)
    assert len(at.pressed) >= 10, "hardly anything was found to press"
    assert not at.found, "\n".join(at.found)


def test_a_name_is_that_of_one_part_of_the_window(
    qapp: QApplication, tmp_path: Path, no_stray_windows: None
) -> None:
    with opened(tmp_path, Environment.PRACTICE, Language.ENGLISH) as (clerk, _):
        pay(clerk, "bishnu_adhikari")
        places = clerk.app.window.main_view
        assert places is not None
        for name in ("payments", "waiting", "dayclose", "customers", "settings"):
            places.go(name)
            clerk.until_idle()
        for sub in SETTINGS:
            clerk.click(f"settings.nav.{sub}")
        names = Counter(part.objectName() for part in clerk.app.window.findChildren(QWidget))
    ours = {name: count for name, count in names.items() if "." in name}
    assert len(ours) > 50
    assert [name for name, count in ours.items() if count > 1] == []
