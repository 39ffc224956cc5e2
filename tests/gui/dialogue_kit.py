"""Sample companies as a service, and how a clerk goes through their dialogues."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

import desktop_app.providers
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.providers import in_order
from desktop_app.ui.wizard.offers import columns
from tests.clerk import ENTER, Clerk
from tests.servers import Received, Reply, json_reply

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

    from desktop_app.core.billing.provider import Provider
    from tests.gui.conftest import OpenShop


USERS = {
    "status": True,
    "session_id": 7,
    "connection": [{"username": "ram_ftth"}, {"username": "ram_2"}],
}
PACKAGES = {
    "ram_ftth": [{"package_id": "31", "amount": 1500}, {"package_id": "32", "amount": 900}],
    "ram_2": [{"package_id": "41", "amount": 700}],
}
DETAILS = {
    "status": True,
    "session_id": 3,
    "packages": [
        {"package_id": "16", "package_sub_id": "258", "amount": "17684"},
        {"package_id": "16", "package_sub_id": "16", "amount": "1694"},
    ],
}
LISTED = [{"package_name": f"{number} Mbps", "amount": 100 * number} for number in range(1, 13)]


class Company:
    """The service's side of the sample companies. What is paid is in ``paid``.

    While ``hangs`` is an event that is not set, reads of ``hanging_path`` are not answered.
    """

    hanging_path = "/details/times/"

    def __init__(self) -> None:
        self.paid: list[dict[str, object]] = []
        self.asked: list[str] = []
        self.hangs: Event | None = None
        self.refuses: set[str] = set()
        self.quoted = "17000.00"

    def answer(self, request: Received) -> Reply:
        path, fields = request.path, request.json
        if "/commit/" in path or "/use/" in path:
            self.paid.append(fields)
            return json_reply({"status": True, "state": "Success", "id": 5033})
        if path.endswith("/status/"):
            return json_reply({"status": False, "state": "Error", "error_code": "002"}, 400)
        if path == "/api/balance":
            return json_reply({"credits_available": 99_999, "credits_consumed": 0})
        self.asked.append(path)
        if self.hangs is not None and self.hanging_path in path:
            self.hangs.wait(20)
        if path in self.refuses:
            self.refuses.discard(path)
            refusal = {"status": False, "state": "Error", "error_code": "4000"}
            return json_reply({**refusal, "details": "Not now."}, 400)
        return json_reply(self.read(path, fields))

    def read(self, path: str, fields: Mapping[str, object]) -> Mapping[str, Any]:
        if "/userlist/times/" in path:
            return USERS
        if "/details/times/" in path:
            listed = PACKAGES[str(fields["username"])]
            return {"status": True, "session_id": 8, "packages": listed}
        if "/details/broadlink/" in path:
            return DETAILS
        if "/get_discounted_amount/" in path:
            return {"status": True, "detail": {"amount": self.quoted}}
        if "/getpackages/" in path:
            return {"status": True, "detail": {"packages": LISTED}}
        if "/details/firstlink/" in path:
            return {"status": True, "session_id": 55}
        if "/getpackagerates/" in path:
            services = [{"mac": "", "unit_price": "1921.0000"}]
            return {"status": True, "active_internet_services": services}
        return {"status": True}


def at_form(
    shops: OpenShop, url: str, monkeypatch: pytest.MonkeyPatch, provider: Provider
) -> Clerk:
    """A shop that knows one company, at its first form."""
    found = in_order([provider])
    monkeypatch.setattr(desktop_app.providers, "all_providers", lambda: found)
    clerk = shops(url=url)
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.CUSTOMER))
    clerk.until_idle()
    return clerk


def look_up(clerk: Clerk, account: str) -> None:
    clerk.type(account)
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)


def choose_and_wait(clerk: Clerk, company: Company) -> Event:
    """Choose the first connection; its packages come when the event is set."""
    look_up(clerk, "1112858")
    answers = company.hangs = Event()
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.wait(lambda: clerk.find("choice.cancel").isVisible())
    return answers


def pay(clerk: Clerk, cash: str = "20000") -> Payment:
    """From Confirm to the receipt."""
    clerk.until_step(Step.CONFIRM)
    clerk.type(cash)
    clerk.press(ENTER)
    if clerk.find("confirm.cashright").isVisible():
        clerk.press(Qt.Key.Key_Space)
    clerk.press(ENTER)
    clerk.until_step(Step.RESULT)
    payment = clerk.app.window.flow.payment
    assert payment is not None
    assert payment.state is PaymentState.PAID
    return payment


def titles(clerk: Clerk) -> list[str]:
    """The titles of the table's columns."""
    account = clerk.app.window.flow.account
    assert account is not None
    return [column.title for column in columns(account)]


def cells(clerk: Clerk) -> list[list[str]]:
    """What stands in the table."""
    table = clerk.find("choice.list")
    count = len(titles(clerk))
    return [[row.cell(number).text for number in range(count)] for row in table.rows]


def field(clerk: Clerk, name: str) -> QLineEdit:
    found = clerk.find(name)
    assert isinstance(found, QLineEdit)
    return found
