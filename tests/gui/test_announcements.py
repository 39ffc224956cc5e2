"""What a screen reader is told of a payment: once for each result, whatever the window does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.settings import Language
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.wizard import result_page
from tests.gui.fit_kit import settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_REGULAR, _COMPACT = (1366, 688), (1093, 534)


class ScreenReader:
    """Keeps what it is to say."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, widget: QWidget, words: str) -> None:
        self.said.append(words)

    @property
    def states(self) -> list[str]:
        """The word of each result, in order."""
        return [words.split(".")[0] for words in self.said]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> ScreenReader:
    reader = ScreenReader()
    monkeypatch.setattr(result_page, "announce", reader.say)
    return reader


@pytest.fixture
def clerk(shops: OpenShop, reader: ScreenReader) -> Clerk:
    return shops(practice=True, token="", size=_REGULAR)


def lay_out(clerk: Clerk, size: tuple[int, int]) -> None:
    """A size that builds the pages anew."""
    before = clerk.app.window.main_view
    clerk.app.window.resize(*size)
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    clerk.until_idle()


def shown(clerk: Clerk) -> Payment:
    payment = clerk.app.window.flow.payment
    assert payment is not None
    return payment


def test_a_page_that_is_built_anew_repeats_nothing(clerk: Clerk, reader: ScreenReader) -> None:
    clerk.has_paid("practice_waiting", at_result=True)
    assert reader.states == ["WAITING"]
    assert "Keep the cash" in reader.said[0]
    lay_out(clerk, _COMPACT)
    lay_out(clerk, _REGULAR)
    clerk.app.session.set_language(Language.NEPALI)
    clerk.wait(lambda: clerk.says("result.state") != "WAITING")
    clerk.press(Qt.Key.Key_F3, Qt.Key.Key_F2)
    clerk.until_idle()
    assert reader.states == ["WAITING"]


def test_a_result_that_comes_while_the_window_changes_is_told_once(
    clerk: Clerk, reader: ScreenReader
) -> None:
    clerk.has_paid("practice_waiting", at_result=True)
    before = clerk.app.window.main_view
    clerk.app.window.resize(*_COMPACT)
    # The pages are built anew only when the window comes to it.
    clerk.app.changes.notify(
        Cause.CHECKED_AUTOMATICALLY, replace(shown(clerk), state=PaymentState.REVIEW)
    )
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    assert clerk.says("result.state") == "ASK SUPPORT"
    assert reader.states == ["WAITING", "ASK SUPPORT"]
    lay_out(clerk, _REGULAR)
    clerk.app.changes.notify(
        Cause.CHECKED_AUTOMATICALLY, replace(shown(clerk), state=PaymentState.NOT_PAID)
    )
    settle(clerk.app.window)
    assert reader.states == ["WAITING", "ASK SUPPORT", "NOT PAID"]
    assert "Give back" in reader.said[-1]


def test_the_same_result_of_another_payment_is_told(clerk: Clerk, reader: ScreenReader) -> None:
    clerk.has_paid("online_renew", at_result=True)
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()
    clerk.has_paid("rambdr_thapa", at_result=True)
    assert reader.states == ["PAID", "PAID"]
    assert "rambdr_thapa" in reader.said[1]
