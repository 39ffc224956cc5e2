"""Details and commit of the practice service: what pays, what is refused, and how."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.sandbox.practice import PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.replies import Failure, Reply
from tests.unit.test_sandbox_till import OLD_VIANET, VIANET, WORLDLINK, Till, body_of, code_of

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def till() -> Till:
    return Till(PracticeService())


DUE_PRICES = {
    18881068: 13409,
    1888857: 16573,
    1888767: 3521,
    1888668: 1657,
    1888858: 17251,
    18881115: 9228,
    18881116: 23342,
    1888768: 12204,
}


@pytest.mark.parametrize(("package", "amount"), DUE_PRICES.items())
def test_another_package_costs_its_rate_and_the_due(till: Till, package: int, amount: int) -> None:
    session = till.details(WORLDLINK, username="online_due_and_package")["session_id"]
    reply = till.commit(WORLDLINK, session_id=session, package_id=package, amount=amount)
    assert (reply.status, body_of(reply)["state"]) == (200, "Success")
    (payment,) = till.service.payments
    assert (payment.slug, payment.account, payment.amount, payment.state) == (
        WORLDLINK,
        "online_due_and_package",
        Decimal(amount),
        "Success",
    )
    assert till.service.credit == 100_000 - amount


@pytest.mark.parametrize("amount", [1356, 1656, 1658, -1657, 0, 10**12])
def test_a_wrong_amount_is_refused(till: Till, amount: int) -> None:
    session = till.details(WORLDLINK, username="online_due_and_package")["session_id"]
    reply = till.commit(WORLDLINK, session_id=session, package_id=1888668, amount=amount)
    assert (code_of(reply), list(body_of(reply)["error_data"])) == ("1011", ["amount"])
    assert till.service.payments == ()
    assert till.service.credit == 100_000


@pytest.mark.parametrize("amount", ["1657", True, 1657.0, None, [1657]])
def test_an_amount_of_another_type_is_refused(till: Till, amount: object) -> None:
    session = till.details(WORLDLINK, username="online_due_and_package")["session_id"]
    reply = till.commit(WORLDLINK, session_id=session, package_id=1888668, amount=amount)
    assert code_of(reply) == "1010"
    assert till.service.payments == ()


def test_a_paid_renewal_adds_days_clears_the_due_and_becomes_current(till: Till) -> None:
    session = till.details(WORLDLINK, username="online_due_and_package")["session_id"]
    till.commit(WORLDLINK, session_id=str(session), package_id="1888668", amount=1657)
    answer = till.details(WORLDLINK, username="online_due_and_package")
    assert answer["days_remaining"] == 30
    assert (answer["due_amount_till_now"], answer["due_remarks"]) == (0, "")
    assert answer["subscribed_package_id"] == 1888668
    assert (answer["amount"], answer["amount_detail"][0]["amount"]) == (1356, 1356)
    reply = till.commit(
        WORLDLINK, session_id=answer["session_id"], package_id=18881068, amount=13108
    )
    assert body_of(reply)["state"] == "Success"
    answer = till.details(WORLDLINK, username="online_due_and_package")
    assert answer["days_remaining"] == 395
    # The name in the list ends in a tab; the current package's name does not.
    assert answer["subscribed_package_name"] == "WorldLink TurboSpeed Plus 150Mbps/12M"


def test_a_fixed_due_is_paid_without_a_package_and_then_renewed(till: Till) -> None:
    session = till.details(WORLDLINK, username="online_due_payment")["session_id"]
    reply = till.commit(WORLDLINK, session_id=session, package_id=1, amount=4950)
    assert (code_of(reply), list(body_of(reply)["error_data"])) == ("1011", ["package_id"])
    session = till.details(WORLDLINK, username="online_due_payment")["session_id"]
    assert body_of(till.commit(WORLDLINK, session_id=session, amount=4950))["state"] == "Success"
    answer = till.details(WORLDLINK, username="online_due_payment")
    assert (answer["days_remaining"], answer["subscribedPackageId"]) == (90, 1888314)
    reply = till.commit(WORLDLINK, session_id=answer["session_id"], amount=4950)
    assert code_of(reply) == "1010"
    answer = till.details(WORLDLINK, username="online_due_payment")
    session = answer["session_id"]
    reply = till.commit(WORLDLINK, session_id=session, package_id=1888314, amount=4915)
    assert body_of(reply)["state"] == "Success"
    assert till.details(WORLDLINK, username="online_due_payment")["days_remaining"] == 180


def test_a_package_must_be_named_where_packages_are_offered(till: Till) -> None:
    session = till.details(WORLDLINK, username="rambdr_thapa")["session_id"]
    assert code_of(till.commit(WORLDLINK, session_id=session, amount=1356)) == "1010"
    session = till.details(WORLDLINK, username="rambdr_thapa")["session_id"]
    reply = till.commit(WORLDLINK, session_id=session, package_id=199066, amount=1356)
    assert code_of(reply) == "1011"


def test_a_paid_bill_disappears_and_cannot_be_paid_again(till: Till) -> None:
    early = till.details(VIANET, customer_id=110871)["session_id"]
    answer = till.details(VIANET, customer_id=110871)
    for left, bill in zip((3, 2, 1), answer["bills"], strict=False):
        session = till.details(VIANET, customer_id=110871)["session_id"]
        paid = pay_bill(till, session, bill)
        assert paid["credits_consumed"] == float(bill["grand_total"])
        assert len(till.details(VIANET, customer_id=110871)["bills"]) == left
    reply = till.commit(VIANET, session_id=early, payment_id="1613142_PP", amount=277.98)
    assert code_of(reply) == "4000"
    assert body_of(reply)["details"] == "Payment seems to have already been Made!"
    session = till.details(VIANET, customer_id=110871)["session_id"]
    pay_bill(till, session, answer["bills"][3])
    reply = till.post("details", VIANET, reference=till.reference(), customer_id=110871)
    assert (code_of(reply), body_of(reply)["error"]) == ("7000", "unknown_error")
    assert till.service.credit == Decimal("100000") - Decimal("478.44")


def pay_bill(till: Till, session: object, bill: dict[str, Any]) -> dict[str, Any]:
    amount = float(bill["grand_total"])
    reply = till.commit(VIANET, session_id=session, payment_id=bill["payment_id"], amount=amount)
    assert reply.status == 200, reply.body
    return body_of(reply)


def test_old_vianet_asks_for_the_customer_and_no_amount(till: Till) -> None:
    answer = body_of(till.post("details", OLD_VIANET, customer_id="10619"))
    fields = {"session_id": answer["session_id"], "payment_id": "378310"}
    assert code_of(till.commit(OLD_VIANET, customer_id="9099", **fields)) == "1011"
    answer = body_of(till.post("details", OLD_VIANET, customer_id="10619"))
    fields["session_id"] = answer["session_id"]
    paid = body_of(till.commit(OLD_VIANET, customer_id="10619", **fields))
    assert set(paid) == {"id", "message", "status", "state"}
    answer = body_of(till.post("details", OLD_VIANET, customer_id="10619"))
    assert [bill["payment_id"] for bill in answer["bills"]] == ["378344"]


def test_a_session_pays_once(till: Till) -> None:
    session = till.details(WORLDLINK, username="rambdr_thapa")["session_id"]
    fields = {"session_id": session, "package_id": 1990668, "amount": 1356}
    assert body_of(till.commit(WORLDLINK, **fields))["state"] == "Success"
    assert code_of(till.commit(WORLDLINK, **fields)) == "4000"
    assert len(till.service.payments) == 1


def test_references_are_used_once_across_details_and_commit(till: Till) -> None:
    reference = till.reference()
    answer = body_of(till.post("details", WORLDLINK, reference=reference, username="rambdr_thapa"))
    fields = {"session_id": answer["session_id"], "package_id": 1990668, "amount": 1356}
    assert code_of(till.commit(WORLDLINK, reference=reference, **fields)) == "1013"
    reply = till.commit(WORLDLINK, reference=(again := till.reference()), **fields)
    assert body_of(reply)["state"] == "Success"
    reply = till.post("details", WORLDLINK, reference=again, username="rambdr_thapa")
    assert code_of(reply) == "1013"


def test_of_two_commits_with_one_reference_only_one_pays(till: Till) -> None:
    sessions = [till.details(WORLDLINK, username="rambdr_thapa")["session_id"] for _ in range(8)]
    reference = till.reference()
    start = threading.Barrier(len(sessions))
    replies: list[Reply] = []

    def pay(session: int) -> None:
        start.wait()
        fields = {"session_id": session, "package_id": 1990668, "amount": 1356}
        replies.append(till.commit(WORLDLINK, reference=reference, **fields))

    threads = [threading.Thread(target=pay, args=(session,)) for session in sessions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(reply.status for reply in replies) == [200] + [400] * 7
    assert {code_of(reply) for reply in replies if reply.status == 400} == {"1013"}
    assert len(till.service.payments) == 1
    assert till.service.credit == 100_000 - 1356


def test_too_little_credit_refuses_and_keeps_it() -> None:
    till = Till(PracticeService(credit=1356))
    for code in (None, "1016"):
        session = till.details(WORLDLINK, username="rambdr_thapa")["session_id"]
        reply = till.commit(WORLDLINK, session_id=session, package_id=1990668, amount=1356)
        assert body_of(reply).get("error_code") == code
    assert till.service.credit == 0
    assert len(till.service.payments) == 1


def test_calls_are_remembered_without_the_token(till: Till) -> None:
    till.details(WORLDLINK, username="rambdr_thapa")
    till.service.handle("GET", f"/api/service/status/{PRACTICE_TOKEN}/abc", b"")
    first, second = till.service.heard
    assert (first.path, first.fields["username"], first.code) == (
        "/api/servicegroup/details/worldlink-v2/",
        "rambdr_thapa",
        "",
    )
    assert (second.path, second.code) == ("/api/service/status/***/abc", "002")
    assert PRACTICE_TOKEN not in repr(till.service.heard)


def test_a_test_can_step_in_front_of_an_answer(till: Till) -> None:
    def lose_answer(_method: str, path: str, _body: bytes, proceed: Callable[[], Reply]) -> Reply:
        reply = proceed()
        return Reply(0, failure=Failure.DROPPED) if "/commit/" in path else reply

    till.service.interpose = lose_answer
    session = till.details(WORLDLINK, username="rambdr_thapa")["session_id"]
    reply = till.commit(WORLDLINK, session_id=session, package_id=1990668, amount=1356)
    assert reply.failure is Failure.DROPPED
    assert len(till.service.payments) == 1
