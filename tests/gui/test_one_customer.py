"""A customer whose id was spelled otherwise before is one customer on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.billing.account_key import canonical
from desktop_app.core.billing.accounts import Account
from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.providers.worldlink import PROVIDER, WorldLink
from desktop_app.ui.widgets import RecentItem
from tests.clerk import ENTER, ledger_of
from tests.fakes import HandClock

if TYPE_CHECKING:
    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop

ONE = Qt.Key.Key_1
LESSON, SPELLED = "practice_waiting", "Practice-Waiting"


@pytest.fixture
def clerk(shops: OpenShop, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A practice customer was looked up before under another spelling of the company's."""

    def joined(_self: WorldLink, account_id: str) -> str:
        return canonical(account_id).replace("_", "").replace("-", "")

    monkeypatch.setattr(WorldLink, "canonical", joined)
    clerk = shops(practice=True, token="")
    clerk.until_idle()
    ledger_of(clerk.app).accounts.remember(
        Account("worldlink", SPELLED, "Asha Rana", (), days_left=9),
        PROVIDER.account_key(Environment.PRACTICE, SPELLED),
        HandClock().now(),
        {"username": SPELLED},
    )
    clerk.press(Qt.Key.Key_F3, Qt.Key.Key_F2)
    clerk.until_idle()
    return clerk


def suggested(clerk: Clerk) -> list[str]:
    return [item.id for item in clerk.find("customer.suggestion.list").items]


def test_the_start_page_tells_what_is_known_of_a_practice_customer(clerk: Clerk) -> None:
    items = clerk.find("provider.recent.list").items
    remarks = {one.account: one.remark for one in items if isinstance(one, RecentItem)}
    assert remarks[LESSON] != ""
    assert not any(remark for account, remark in remarks.items() if account != LESSON)


def test_a_customer_is_suggested_once_and_found_by_every_spelling(clerk: Clerk) -> None:
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    assert SPELLED in suggested(clerk)
    assert LESSON not in suggested(clerk)
    clerk.type("practicew")
    clerk.until_idle()
    assert suggested(clerk) == [SPELLED]
    clerk.press(Qt.Key.Key_Down)
    assert clerk.find("customer.suggestion.1").hasFocus()
    clerk.press(ENTER)
    clerk.until_idle()
    assert clerk.app.window.flow.entries.values == {"username": SPELLED}


def test_the_spelling_that_was_found_before_is_offered_where_this_one_is_not(
    clerk: Clerk,
) -> None:
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    clerk.type("PRACTICE-WAITING")
    clerk.press(ENTER)
    clerk.until_idle()
    assert clerk.stands_at(Step.CUSTOMER)
    row = clerk.find("customer.alike.1")
    clerk.wait(row.isVisible)
    assert SPELLED in row.accessibleName()


def test_the_same_spelling_is_not_offered_again(clerk: Clerk) -> None:
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    clerk.type(SPELLED)
    clerk.press(ENTER)
    clerk.until_idle()
    assert clerk.stands_at(Step.CUSTOMER)
    assert clerk.says("customer.answer") != ""
    assert SPELLED not in [item.id for item in clerk.find("customer.alike.list").items]
