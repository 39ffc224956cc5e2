"""Each result and each refusal is said at once, with what to do with the cash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.ui.widgets import ChoiceList
from tests.clerk import ENTER
from tests.gui.fit_kit import settle
from tests.gui.full_shop import opened
from tests.gui.looker import CONTROL, ONE, TWO, Looker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.gui.screen_reader import ListeningScreenReader

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class _Walker(Looker):
    def look(self, state: str) -> None:
        """Only go there."""


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path) -> Iterator[_Walker]:
    with opened(tmp_path, Environment.PRACTICE, Language.ENGLISH) as (clerk, go_on):
        yield _Walker(clerk, go_on, ((1366, 688),))


def test_a_result_says_what_to_do_with_the_cash(at: _Walker, reader: ListeningScreenReader) -> None:
    for account, state, advice in (
        ("practice_waiting", "WAITING", "Keep the cash. Do not pay again."),
        ("practice_not_paid", "NOT PAID", "Give back Rs. 1,356.00"),
        ("bishnu_adhikari", "PAID", "Give change Rs. 97,175.00"),
    ):
        reader.heard()
        at.pay(account, "100000")
        heard = reader.heard()
        assert f"{state}. {advice}" in heard
        assert ".." not in heard
    # What came of saving is said, too, and a question before paying again.
    at.clerk.press(Qt.Key.Key_S, modifier=CONTROL)
    at.clerk.until_idle()
    assert reader.heard().startswith("Saved.")
    at.to_confirm("bishnu_adhikari")
    heard = reader.heard()
    assert "was already paid for this customer today" in heard
    assert "Ask the customer before you take cash." in heard


def test_what_is_not_accepted_is_told_with_what_to_do(
    at: _Walker, reader: ListeningScreenReader
) -> None:
    at.look_up(ONE, "rambdr_thap")
    heard = reader.heard()
    assert "No customer with this username" in heard
    assert "Do not take cash." in heard
    # An id, with the reason.
    at.type_customer(TWO, "110-871")
    at.clerk.wait(lambda: bool(reader.said))
    assert reader.heard() == at.clerk.says("customer.note")
    assert at.clerk.find("customer.id").accessibleDescription() == at.clerk.says("customer.note")
    # Enter before there is enough cash.
    at.to_confirm("online_due_payment")
    reader.heard()
    at.clerk.type("1")
    at.clerk.press(ENTER)
    heard = reader.heard()
    assert "missing" in heard
    assert heard == at.clerk.says("confirm.advice")


def heard_at_focus(at: _Walker) -> str:
    """The item of a list that has the keyboard, as a screen reader finds it."""
    settle(at.window)
    focus = QApplication.focusWidget()
    assert isinstance(focus, ChoiceList)
    item = QAccessible.queryAccessibleInterface(focus).focusChild()
    assert item.role() is QAccessible.Role.ListItem
    return str(item.text(QAccessible.Text.Name))


def test_the_item_that_the_arrows_come_to_is_what_is_read(at: _Walker) -> None:
    QAccessible.setActive(True)
    clerk = at.clerk
    clerk.find("nav.list").setFocus(Qt.FocusReason.TabFocusReason)
    clerk.press(Qt.Key.Key_Down)
    assert heard_at_focus(at) == "Payments, F3"
    clerk.find("provider.recent.list").setFocus(Qt.FocusReason.TabFocusReason)
    clerk.press(Qt.Key.Key_Down)
    assert heard_at_focus(at) == "Waits, then is paid, practice_waiting, Alt 2"
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    clerk.type("practice_")
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert heard_at_focus(at) == "practice_not_paid, Not paid: give cash back"
