"""Flows with a call in the middle or another way to pay, their references, and what all share."""

from __future__ import annotations

import pytest

from desktop_app.sandbox.customers import flow_names, load_flow
from desktop_app.sandbox.practice import PracticeService
from tests.tables import each
from tests.unit.flow_till import SLUG, answer, at, refused

# --- a call in the middle: what was said last is what is paid ----------------------------


def test_the_connection_that_was_read_last_is_paid() -> None:
    with at("connections") as counter:
        session = counter.read("userlist", customer_id="1112858", service_slug="x")["session_id"]
        asked = {"session_id": session, "service_slug": "x"}
        first = counter.read("details", username="rajesh-lamichhane", **asked)
        counter.read("details", username="rajesh-lamichhane2", **asked)
        cheap = {"session_id": session, "package_id": "130"}
        stale = counter.post("commit", amount=first["packages"][0]["amount"], **cheap)
        assert refused(stale) == ("1011", ["amount"])
        session = counter.read("userlist", customer_id="1112858", service_slug="x")["session_id"]
        asked["session_id"] = cheap["session_id"] = session
        counter.read("details", username="rajesh-lamichhane", **asked)
        counter.read("details", username="rajesh-lamichhane2", **asked)
        answer(counter.post("commit", amount="1412", **cheap))
        assert (counter.paid.selected, int(counter.paid.amount)) == ("rajesh-lamichhane2", 1412)


def test_nothing_can_be_paid_before_a_connection_is_chosen() -> None:
    with at("connections") as counter:
        session = counter.read("userlist", customer_id="1112858", service_slug="x")["session_id"]
        commit = {"session_id": session, "package_id": "130", "amount": 1355}
        assert refused(counter.post("commit", **commit)) == ("1011", ["package_id"])
        session = counter.read("userlist", customer_id="1112858", service_slug="x")["session_id"]
        asked = {"reference": "r", "session_id": session, "service_slug": "x"}
        assert refused(counter.post("details", username="else", **asked)) == ("1011", ["username"])


def test_the_price_that_was_quoted_last_is_paid_and_no_other() -> None:
    with at("quoted") as counter:
        for amount, code in ((1694, "1011"), (17684, "1011"), (16800, "")):
            session = counter.read("details", customer_id=47531)["session_id"]
            for sub in (16, 258):
                quote = {"session_id": session, "package_id": 16, "package_sub_id": sub}
                said = answer(counter.post("get_discounted_amount", **quote))
                assert "session_id" not in said
            response = counter.post("commit", session_id=session, amount=amount)
            assert response.json().get("error_code", "") == code
        assert (counter.paid.selected, int(counter.paid.amount)) == ("16|258", 16_800)


def test_without_a_quote_only_an_outstanding_amount_is_paid() -> None:
    with at("quoted") as counter:
        session = counter.read("details", customer_id=47531)["session_id"]
        response = counter.post("commit", session_id=session, amount=1694)
        assert refused(response)[0] == "4000"
        session = counter.read("details", customer_id=53905)["session_id"]
        answer(counter.post("commit", session_id=session, amount=1129))
        assert counter.paid.account == "53905"


def test_a_second_read_without_a_choice_tells_the_price() -> None:
    with at("second_read") as counter:
        session = counter.read("details", username="url_ramesh_kafle")["session_id"]
        assert refused(counter.post("commit", session_id=session, amount=1921))[0] == "4000"
        said = counter.read("details", username="url_ramesh_kafle")
        rates = answer(counter.post("getpackagerates", session_id=said["session_id"]))
        assert rates["session_id"] == said["session_id"]
        answer(counter.post("commit", session_id=said["session_id"], amount=1921, comment=""))
        assert counter.paid.amount == 1921


def test_a_session_that_paid_reads_no_more() -> None:
    with at("second_read") as counter:
        session = counter.read("details", username="url_ramesh_kafle")["session_id"]
        answer(counter.post("getpackagerates", session_id=session))
        answer(counter.post("commit", session_id=session, amount=1921))
        assert refused(counter.post("commit", session_id=session, amount=1921))[0] == "4000"
        assert refused(counter.post("getpackagerates", session_id=session))[0] == "4000"


# --- details, then one call --------------------------------------------------------------


def test_details_can_be_paid_by_the_one_call_path() -> None:
    with at("details_then_use") as counter:
        said = counter.read("details", customer_id="0000405146")
        session, amount = said["session_id"], said["amount"]
        wrong = {"session_id": session, "amount": amount, "customer_id": "405146"}
        assert refused(counter.post("use", reference="a", **wrong)) == ("1011", ["customer_id"])
        session = counter.read("details", customer_id="0000405146")["session_id"]
        right = {"session_id": session, "amount": amount, "customer_id": "0000405146"}
        answer(counter.post("use", reference="b", **right))
        assert (counter.paid.reference, int(counter.paid.amount)) == ("b", 600)


@pytest.mark.parametrize(("amount", "taken"), [(350, True), (1050, False), (351, False)])
def test_a_fixed_amount_is_picked(amount: int, taken: bool) -> None:
    with at("amounts_then_use") as counter:
        session = counter.read("details", cas_id="01234567891")["session_id"]
        sent = {"session_id": session, "cas_id": "01234567891", "amount": amount}
        assert (counter.post("use", reference="a", **sent).status_code == 200) is taken


def test_a_customer_can_be_looked_up_by_get() -> None:
    with at("looked_up_amounts") as counter:
        path = f"/api/lookup/{SLUG}/"
        said = answer(counter.get(path, customer_id="1000088047"))
        assert said["data"]["customer_name"] == "Kiran Basnet"
        assert refused(counter.get(path, customer_id="12")) == ("1010", ["customer_id"])
        sent = {"customer_id": "1000088047", "amount": 325}
        answer(counter.post("use", reference="a", **sent))
        assert counter.paid.amount == 325


# --- references --------------------------------------------------------------------------

UNREFERENCED = [
    ("fixed_amount_unreferenced", {"username": "testuser"}, {"amount": "1000.00"}),
    ("packages_unpriced_commit", {"customer_id": "71909771942"}, {"package_id": 1}),
    ("mixed", {"username": "practice_both"}, {"offer_name": "Video Basic", "amount": 350}),
]


@pytest.mark.parametrize(("flow", "asked", "sent"), UNREFERENCED)
def test_a_commit_without_a_reference_is_known_under_that_of_the_details(
    flow: str, asked: dict[str, object], sent: dict[str, object]
) -> None:
    if flow == "mixed":
        sent = {**sent, "stb": "ABCCD10BBBFC942B"}
    with at(flow) as counter:
        said = answer(counter.post("details", reference="d", **asked))
        assert counter.look_up("d") == "002"
        # One that is sent all the same is not read.
        answer(counter.post("commit", session_id=said["session_id"], reference="c", **sent))
        assert [counter.look_up("d"), counter.look_up("c")] == ["Success", "002"]


def test_the_last_reference_of_several_reads_is_that_of_the_payment() -> None:
    with at("connections") as counter:
        asked = {"service_slug": "x"}
        said = answer(counter.post("userlist", reference="u", customer_id="1112858", **asked))
        asked["session_id"] = said["session_id"]
        answer(counter.post("details", reference="d", username="rajesh-lamichhane", **asked))
        commit = {"session_id": said["session_id"], "package_id": "131", "amount": 3895}
        answer(counter.post("commit", **commit))
        assert [counter.look_up("u"), counter.look_up("d")] == ["002", "Success"]


# --- the calls themselves ----------------------------------------------------------------


@each("flow", flow_names())
def test_a_service_has_the_calls_of_its_flow_and_no_others(flow: str) -> None:
    data = load_flow(flow, SLUG)
    own = {(rule.method, rule.path(SLUG)) for rule in data.calls}
    steps = ("details", "commit", "userlist", "getpackages", "getpackagerates")
    paths = [f"/api/servicegroup/{step}/{SLUG}/" for step in steps]
    paths += [f"/api/use/{SLUG}/", f"/api/lookup/{SLUG}/"]
    service = PracticeService(flows={SLUG: flow})
    for method in ("GET", "POST"):
        for path in paths:
            reply = service.handle(method, path, b"{}")
            assert (reply.status == 404) is ((method, path) not in own)
            assert service.handle(method, path.rstrip("/"), b"{}").status == 404


@each("flow", flow_names())
def test_a_flow_needs_the_token(flow: str) -> None:
    data = load_flow(flow, SLUG)
    for rule in data.calls:
        reply = PracticeService(flows={SLUG: flow}).handle(rule.method, rule.path(SLUG), b"{}")
        assert b'"1001"' in reply.body


def test_practice_begins_without_the_flows() -> None:
    assert not set(flow_names()) & set(PracticeService().services)
