"""Who owes a bill is said at Confirm, and afterwards wherever the payment is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from tests.clerk import ENTER, Clerk
from tests.fakes import HandClock
from tests.gui.test_places_waiting_came_back import sweep
from tests.gui.test_places_waiting_checks import open_waiting
from tests.gui.test_tenders import ALT, ONE, THREE, ask, customers, to_page
from tests.paper import rows

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop


def take_on_account(clerk: Clerk, name: str) -> None:
    """The bill at Confirm is on account for a new customer."""
    ask(clerk)
    clerk.press(THREE, modifier=ALT)
    clerk.find("tender.name").clear()
    clerk.type(name)
    clerk.press(ENTER, ENTER)
    to_page(clerk, "confirm.pay")
    clerk.until_idle()
    assert clerk.says("confirm.paidwith").endswith(f"charged to {name}")


def owe(clerk: Clerk, account_id: str, name: str) -> None:
    """A bill of WorldLink's is on account for a new customer, and is paid."""
    clerk.come_to_confirm(account_id)
    take_on_account(clerk, name)
    clerk.press(ENTER)
    clerk.until_step(Step.RESULT)


def test_a_paid_bill_and_its_papers_say_who_owes_it(clerk: Clerk) -> None:
    owe(clerk, "online_renew", "Hari")
    assert re.fullmatch(r"On account Rs\. [\d,.]+ · charged to Hari", clerk.says("result.why"))
    for _ in range(2):
        clerk.press(Qt.Key.Key_F9)
        clerk.until_idle()
    assert len(clerk.tray.printed) == 2, "the receipt and the copy of it"
    for paper in clerk.tray.printed:
        (label,) = (label for label in rows(paper) if label.startswith("On account"))
        assert label == "On account · Hari"
    owe_again = clerk.says("result.why")
    clerk.press(ENTER)
    clerk.until_step(Step.PROVIDER)
    clerk.pay(ONE, "online_due_and_package", ONE, "20000")
    assert "charged" not in clerk.says("result.why"), owe_again


def test_a_bill_that_waits_says_who_owes_it_and_one_not_paid_who_owes_nothing(
    clerk: Clerk,
) -> None:
    waiting = {"practice_waiting": "Hari", "practice_ask_support": "Gita"}
    for number, (account_id, name) in enumerate(waiting.items(), 1):
        owe(clerk, account_id, name)
        assert clerk.says("result.why").endswith(f"charged to {name}")
        clerk.press(Qt.Key.Key_F4)
        clerk.until_idle()
        assert clerk.says(f"waiting.paidwith.{number}").endswith(f"charged to {name}")
        assert clerk.find(f"waiting.paidwith.{number}").isVisible()
        clerk.press(Qt.Key.Key_F2, ENTER)
        clerk.until_step(Step.PROVIDER)
    owe(clerk, "practice_not_paid", "Mina")
    assert re.fullmatch(r"Mina does not owe Rs\. [\d,.]+ any more", clerk.says("result.advice"))
    # Nothing says otherwise wherever else the payment is shown.
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    assert clerk.says("payments.numbers").endswith("· charged to Mina")
    assert "Mina owes" not in "\n".join(clerk.texts())


def test_a_bill_that_is_paid_again_names_who_owes_it_and_not_who_owed_the_last_one(
    shops: OpenShop, server: SandboxServer
) -> None:
    clerk = shops(url=server.url, clock=HandClock())
    owe(clerk, "practice_taken_back", "Hari")
    clerk.press(ENTER)
    clerk.until_step(Step.PROVIDER)
    owe(clerk, "online_renew", "Gopal")
    sweep(clerk)
    open_waiting(clerk)
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    assert clerk.says("confirm.paidwith") == "On account Rs. 1,356.00 · charged to Hari"
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert {one.name: one.owed for one in customers(clerk, Environment.TEST)} == {
        "Hari": Money.rupees(1356),
        "Gopal": Money.rupees(4915),
    }


def test_who_owes_is_named_after_the_window_was_built_anew(clerk: Clerk) -> None:
    clerk.to_confirm(ONE, "online_renew")
    take_on_account(clerk, "Gopal")
    clerk.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    clerk.until_idle()
    assert "Gopal" in clerk.says("confirm.paidwith")
    clerk.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    clerk.app.window.resize(1000, 620)
    clerk.until_idle()
    assert clerk.says("confirm.paidwith") == "On account Rs. 4,915.00 · charged to Gopal"
    # Seen again after another section, too.
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()
    assert clerk.says("confirm.paidwith") == "On account Rs. 4,915.00 · charged to Gopal"
