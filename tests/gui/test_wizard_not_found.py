"""A look-up without an account: when another customer may be offered, and how one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Language
from tests.clerk import ENTER, ESC, Clerk
from tests.sampling import values
from tests.servers import Ending, Received, Reply, ScriptedServer, json_reply, raw

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.conftest import OpenShop

TWO, DOWN, TAB = Qt.Key.Key_2, Qt.Key.Key_Down, Qt.Key.Key_Tab
BILL = {
    "payment_id": "1_PP",
    "service_name": "Home",
    "service_details": "Home",
    "grand_total": "277.98",
}
NO_CUSTOMER = {
    "status": False,
    "error_code": "4000",
    "details": "Customer not found.",
    "state": "Error",
}


def refusal(code: str, details: str = "") -> Reply:
    body = {"status": False, "error_code": code, "details": details, "state": "Error"}
    return json_reply(body, 400)


OTHER_ENDS = {
    "nothing to pay": refusal("7000", "You have no pending bills right now !!"),
    "token refused": refusal("1002"),
    "maintenance": refusal("1019"),
    "a code with a service's own fault": refusal("1017", "Customer service not found"),
    "refused for another reason": refusal("4000", "Try again later"),
    "line breaks": Reply(ending=Ending.RESET),
    "login page": raw(200, b"<html>Sign in</html>"),
    "bad gateway": raw(502, b"<html>Customer not found</html>"),
    "contradiction": json_reply(
        {"status": True, "session_id": 1, "customer_id": 110871, "bills": "none"}
    ),
}


def vianet(answer: Reply) -> Callable[[Received], Reply]:
    """110872 is a customer with a bill; any other id is answered with ``answer``."""

    def reply(request: Received) -> Reply:
        if "/details/" not in request.path:
            return json_reply({"credits_available": 900000})
        if request.json["customer_id"] == 110872:
            return json_reply(
                {
                    "status": True,
                    "session_id": 2,
                    "customer_id": 110872,
                    "customer_name": "Hari Thapa",
                    "bills": [BILL],
                }
            )
        return answer

    return reply


def look_up(clerk: Clerk, account: str) -> None:
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()
    clerk.press(TWO, ENTER)
    clerk.until_idle()
    clerk.type(account)
    clerk.press(ENTER)
    clerk.until_idle()


def after_the_neighbour(shops: OpenShop, server: ScriptedServer) -> Clerk:
    """110872 was looked up here before; then 110871 is typed."""
    clerk = shops(connection=Connection(Environment.LIVE, server.url))
    look_up(clerk, "110872")
    clerk.until_step(Step.CHOICE)
    clerk.press(ESC, ESC)
    clerk.until_idle()
    look_up(clerk, "110871")
    assert clerk.stands_at(Step.CUSTOMER)
    return clerk


def focus() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def test_no_other_customer_is_offered_unless_there_is_none_with_this_id(shops: OpenShop) -> None:
    ends = list(OTHER_ENDS.items())

    def first_end(request: Received) -> Reply:
        return vianet(ends[0][1])(request)

    with ScriptedServer(first_end) as server:
        clerk = after_the_neighbour(shops, server)
        while True:
            name = ends[0][0]
            assert clerk.says("customer.answer") != "", name
            assert clerk.says("customer.advice") != "", "what to do is still said"
            if name == "nothing to pay":
                assert "Do not take cash." in clerk.says("customer.advice")
            assert clerk.find("customer.alike").isHidden(), name
            assert not any("110872" in text for text in clerk.texts()), name
            clerk.press(DOWN, ENTER)
            clerk.until_idle()
            assert clerk.find("customer.id").text() == "110871", "no key leads to the neighbour"
            del ends[0]
            if not ends:
                break
            clerk.app.window.flow.restart()
            look_up(clerk, "110871")
            assert clerk.stands_at(Step.CUSTOMER)


def test_a_customer_with_nearly_this_id_is_offered_with_the_name(shops: OpenShop) -> None:
    with ScriptedServer(vianet(json_reply(NO_CUSTOMER, 400))) as server:
        clerk = after_the_neighbour(shops, server)
        assert clerk.says("customer.answer") == "No customer with this customer ID"
        assert "Do not take cash." in clerk.says("customer.advice")
        assert clerk.says("customer.alike.words") == (
            "Or is it this customer, who was looked up here before?"
        )
        row = clerk.find("customer.alike.1")
        clerk.wait(row.isVisible)
        assert "110872" in row.accessibleName()
        assert "Hari Thapa" in row.accessibleName()
        assert row.height() >= 46, "as high as a suggestion"
        asked = len(server.received)
        clerk.press(ENTER)
        clerk.until_idle()
        assert len(server.received) == asked + 1
        assert clerk.find("customer.id").text() == "110871", "Enter looks the typed one up again"


def test_the_offered_customer_is_chosen_on_purpose(shops: OpenShop) -> None:
    with ScriptedServer(vianet(json_reply(NO_CUSTOMER, 400))) as server:
        clerk = after_the_neighbour(shops, server)
        for way in ("mouse", "arrow", "tab"):
            if way == "mouse":
                clerk.click("customer.alike.1")
            elif way == "arrow":
                clerk.press(DOWN, Qt.Key.Key_Up)
                assert focus() == "customer.id", "up goes back from the row to the field"
                clerk.press(DOWN)
                assert focus() == "customer.alike.list"
                clerk.press(ENTER)
            else:
                for _ in range(12):
                    if focus() == "customer.alike.list":
                        break
                    clerk.press(TAB)
                assert focus() == "customer.alike.list"
                clerk.press(Qt.Key.Key_Space)
            clerk.until_step(Step.CHOICE)
            assert clerk.says("choice.name") == "Hari Thapa", way
            clerk.press(ESC, ESC)
            clerk.until_idle()
            look_up(clerk, "110871")
            assert clerk.stands_at(Step.CUSTOMER)


def test_one_who_paid_here_is_said_to_have_paid(shops: OpenShop) -> None:
    answer = json_reply(NO_CUSTOMER, 400)

    def reply(request: Received) -> Reply:
        if "/commit/" in request.path:
            return json_reply({"status": True, "state": "Success", "id": 1})
        return vianet(answer)(request)

    with ScriptedServer(reply) as server:
        clerk = shops(connection=Connection(Environment.LIVE, server.url))
        paid = clerk.has_paid("110872", company="vianet-updated")
        assert paid.state is PaymentState.PAID
        look_up(clerk, "110871")
        assert clerk.says("customer.alike.words") == (
            "Or is it this customer, who paid here before?"
        )


@pytest.mark.parametrize(
    ("environment", "language"), values([Environment.LIVE, Environment.TEST], list(Language))
)
def test_the_offered_row_is_whole_in_a_small_window(
    shops: OpenShop, environment: Environment, language: Language
) -> None:
    with ScriptedServer(vianet(json_reply(NO_CUSTOMER, 400))) as server:
        clerk = shops(connection=Connection(environment, server.url), language=language)
        clerk.app.window.resize(1093, 534)
        look_up(clerk, "110872")
        clerk.until_step(Step.CHOICE)
        clerk.press(ESC, ESC)
        clerk.until_idle()
        look_up(clerk, "110871")
        row, panel = clerk.find("customer.alike.list"), clerk.find("customer.noanswer")

        def is_whole() -> bool:
            shown = row.visibleRegion().boundingRect()
            return (
                bool(46 <= row.height() == shown.height())
                and clerk.find("customer.alike.1").isVisible()
            )

        clerk.wait(is_whole)
        assert panel.height() >= panel.minimumSizeHint().height()


def test_the_service_s_own_words_and_ours_are_two_sentences(shops: OpenShop) -> None:
    said = {
        "Service in maintenance mode": "“Service in maintenance mode”. Nothing was paid.",
        "Try again later.": "“Try again later.” Nothing was paid.",
        "No bills !!": "“No bills !!” Nothing was paid.",
    }
    left = list(said)

    def reply(request: Received) -> Reply:
        return vianet(refusal("1019", left[0]))(request)

    with ScriptedServer(reply) as server:
        clerk = shops(connection=Connection(Environment.LIVE, server.url))
        while True:
            look_up(clerk, "110871")
            assert clerk.says("customer.quote").endswith(said[left[0]])
            del left[0]
            if not left:
                break
            clerk.app.window.flow.restart()


def test_do_not_take_cash_is_said_until_something_else_is_typed(shops: OpenShop) -> None:
    with ScriptedServer(vianet(json_reply(NO_CUSTOMER, 400))) as server:
        clerk = shops(connection=Connection(Environment.LIVE, server.url))
        look_up(clerk, "110871")
        for leave in (Qt.Key.Key_F4, Qt.Key.Key_F12):
            clerk.press(leave)
            clerk.until_idle()
            clerk.press(Qt.Key.Key_F2)
            clerk.until_idle()
            assert clerk.find("customer.advice").isVisible()
            assert "Do not take cash" in clerk.says("customer.advice")
        for words in ("नगद नलिनुहोस्", "Do not take cash"):
            clerk.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
            clerk.until_idle()
            assert words in clerk.says("customer.advice")
        clerk.type("2")
        assert not clerk.find("customer.advice").isVisible()
