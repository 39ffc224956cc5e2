"""The flows of one and of two calls, over real HTTP: what pays, and what does not."""

from __future__ import annotations

from decimal import Decimal

import httpx
import pytest

from desktop_app.sandbox.outcomes import State
from tests.tables import each
from tests.unit.flow_till import answer, at, refused

SERVED_BY_HAND = {"username": "anyone", "number": "9800000103", "address": "Banepa"}


# --- one call, an amount that the payer chooses ------------------------------------------


def test_whoever_is_served_by_hand_is_queued_and_paid_later() -> None:
    with at("one_call") as counter:
        body = answer(counter.post("use", reference="r1", amount=100, **SERVED_BY_HAND))
        assert (body["state"], body["extra_data"]) == ("Queued", SERVED_BY_HAND)
        assert body["credits_consumed"] == 100
        assert counter.service.credit == 99_900
        assert [counter.look_up("r1"), counter.look_up("r1")] == ["Processing", "Success"]
        assert (counter.paid.account, counter.paid.choice) == ("anyone", "")


def test_one_call_can_be_paid_at_once() -> None:
    fields = {**SERVED_BY_HAND, "username": "practice_at_once"}
    with at("one_call") as counter:
        body = answer(counter.post("use", reference="r1", amount=50_000, **fields))
        assert body["state"] == counter.look_up("r1") == "Success"


@each(
    ("wrong", "code", "field"),
    [
        ({"amount": 99}, "1011", "amount"),
        ({"amount": 50_001}, "1011", "amount"),
        ({"amount": 0}, "1011", "amount"),
        ({"amount": -100}, "1011", "amount"),
        ({"amount": "100"}, "1010", "amount"),
        ({"amount": 100.5}, "1010", "amount"),
        ({"amount": None}, "1010", "amount"),
        ({"number": "12"}, "1010", "number"),
        ({"address": ""}, "1010", "address"),
        ({"username": "two words"}, "1010", "username"),
        ({"username": None}, "1010", "username"),
    ],
)
def test_one_call_needs_every_field_and_an_allowed_amount(
    wrong: dict[str, object], code: str, field: str
) -> None:
    with at("one_call") as counter:
        fields = {"reference": "r1", "amount": 100, **SERVED_BY_HAND, **wrong}
        assert refused(counter.post("use", **fields)) == (code, [field])
        assert counter.service.payments == ()
        assert counter.look_up("r1") == "002"


def test_one_call_uses_its_reference_once() -> None:
    with at("one_call") as counter:
        assert refused(counter.post("use", amount=100, **SERVED_BY_HAND))[0] == "1012"
        answer(counter.post("use", reference="r1", amount=100, **SERVED_BY_HAND))
        again = counter.post("use", reference="r1", amount=100, **SERVED_BY_HAND)
        assert refused(again)[0] == "1013"
        assert len(counter.service.payments) == 1


@pytest.mark.parametrize(
    ("username", "code"), [("practice_not_paid", "4000"), ("practice_maintenance", "1019")]
)
def test_one_call_can_be_refused(username: str, code: str) -> None:
    with at("one_call") as counter:
        fields = {**SERVED_BY_HAND, "username": username}
        assert refused(counter.post("use", reference="r1", amount=100, **fields))[0] == code
        assert counter.look_up("r1") == "002"


@pytest.mark.parametrize(
    ("username", "state"), [("practice_no_answer", "Success"), ("practice_lost", "002")]
)
def test_one_call_can_break_and_be_looked_up(username: str, state: str) -> None:
    with at("one_call") as counter:
        fields = {**SERVED_BY_HAND, "username": username}
        with pytest.raises(httpx.TransportError):
            counter.post("use", reference="r1", amount=100, **fields)
        assert counter.look_up("r1") == state


def test_a_payment_without_an_account_number_is_matched_by_name() -> None:
    fields = {"full_name": "Udaya Shakya", "address": "Thimi", "mobile_number": "016632588"}
    with at("one_call_by_name") as counter:
        body = answer(counter.post("use", reference="r1", amount=2000, **fields))
        assert (body["state"], body["extra_data"]) == ("Queued", fields)
        assert counter.paid.account == "Udaya Shakya"


# --- a price list, then one call ---------------------------------------------------------

BUYER = {"user_id": "anyone", "name": "Asha Rana", "mobile_number": "9841000000"}


def test_a_price_list_belongs_to_nobody_and_its_words_are_paid() -> None:
    with at("price_list") as counter:
        listed = answer(counter.post("getpackages", type="internet"))
        assert "session_id" not in listed
        package = listed["detail"]["packages"][1]
        sent = {"package": package["package_name"], "amount": package["amount"]}
        answer(counter.post("use", reference="r1", **BUYER, **sent))
        assert (counter.paid.choice, int(counter.paid.amount)) == (sent["package"], 3300)
        assert counter.paid.state is State.QUEUED


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"amount": 1150}, "1011", "amount"),
        ({"package": "Internet Package"}, "1011", "package"),
        ({"package": None}, "1010", "package"),
        ({"name": None}, "1010", "name"),
    ],
)
def test_what_is_not_on_the_price_list_is_refused(
    wrong: dict[str, object], code: str, field: str
) -> None:
    sent = {"package": "Internet Package - 3Month 25Mbps", "amount": 3300}
    with at("price_list") as counter:
        response = counter.post("use", reference="r1", **{**BUYER, **sent, **wrong})
        assert refused(response) == (code, [field])
        assert refused(counter.post("getpackages", type="radio")) == ("1011", ["type"])
        assert refused(counter.post("getpackages")) == ("1010", ["type"])
        assert counter.service.payments == ()


def test_a_list_without_prices_leaves_the_amount_to_the_payer() -> None:
    with at("price_list_open") as counter:
        value = counter.read("getpackages")["detail"]["packages"][2]["value"]
        buyer = {"user_id": "anyone", "name": "Asha Rana", "contact_number": "9849000000"}
        sent = {"reference": "r1", **buyer, "package": value}
        assert refused(counter.post("use", **sent, amount=0)) == ("1011", ["amount"])
        wrong = {**sent, "reference": "r2", "package": "Digital TV"}
        assert refused(counter.post("use", **wrong, amount=700)) == ("1011", ["package"])
        answer(counter.post("use", **{**sent, "reference": "r3"}, amount=700, remarks="TEST"))
        assert (counter.paid.choice, int(counter.paid.amount)) == ("Digital TV - TV", 700)


# --- details, then commit ----------------------------------------------------------------


def test_what_the_details_said_is_sent_back() -> None:
    with at("fixed_amount") as counter:
        said = counter.read("details", username="33222")
        sent = {"session_id": said["session_id"], "amount": said["due_amount"]}
        for wrong in (None, 33222):
            said = counter.read("details", username="33222")
            response = counter.post(
                "commit",
                reference=counter.reference(),
                session_id=said["session_id"],
                amount=said["due_amount"],
                subscriber_id=wrong,
            )
            assert refused(response)[1] == ["subscriber_id"]
        number = said["subscriber"]["subscriber_id"]
        answer(counter.post("commit", reference="c", subscriber_id=number, **sent))
        assert counter.paid.amount == 10_000


def test_a_due_that_is_shown_apart_is_not_taken() -> None:
    with at("packages") as counter:
        for extra, code in ((250, "1011"), (0, "")):
            said = counter.read("details", username="active", service_slug="a-brand")
            package = said["packages"][0]
            sent = {"session_id": said["session_id"], "package_id": package["package_id"]}
            amount = str(package["amount"] + extra)
            response = counter.post("commit", reference=counter.reference(), amount=amount, **sent)
            assert response.json().get("error_code", "") == code
        assert counter.paid.amount == 1850


def test_a_commit_without_an_amount_takes_the_price_of_the_choice() -> None:
    with at("packages_unpriced_commit") as counter:
        said = counter.read("details", customer_id="71909771942")
        sent = {"session_id": said["session_id"], "package_id": said["packages"][1]["idx"]}
        body = answer(counter.post("commit", **sent))
        assert body["detail"]["recharged_amount"] == 1200
        assert (counter.paid.choice, int(counter.paid.amount)) == ("2", 1200)


def test_one_of_two_entries_with_the_same_id_is_told_by_its_amount() -> None:
    with at("durations") as counter:
        for amount, paid in ((999.0, True), (1232.0, True), (1100.0, False)):
            said = counter.read("details", username="jeetenaug4", service_slug="a-brand")
            sent = {"package_code": "9", "duration_code": "1", "session_id": said["session_id"]}
            reference = counter.reference()
            response = counter.post("commit", reference=reference, amount=amount, **sent)
            assert (response.status_code == 200) is paid
        assert [one.amount for one in counter.service.payments] == [999, 1232]


def test_a_customer_without_a_session_is_named_by_the_commit() -> None:
    with at("durations_sessionless") as counter:
        said = answer(counter.post("details", username="Pradhanang"))
        assert "session_id" not in said
        plan = said["plan_details"][1]
        sent = {"username": "Pradhanang", "duration": plan["duration"]}
        assert refused(counter.post("commit", amount=plan["amount"], **sent))[0] == "1012"
        wrong = counter.post("commit", reference="a", amount="1695.00", **sent)
        assert refused(wrong) == ("1011", ["amount"])
        other = {**sent, "username": "nobody"}
        assert refused(counter.post("commit", reference="b", amount="1", **other))[0] == "4000"
        answer(counter.post("commit", reference="c", amount=plan["amount"], **sent))
        answer(counter.post("commit", reference="d", amount=plan["amount"], **sent))
        assert [one.reference for one in counter.service.payments] == ["c", "d"]


MIXED = [
    ({"renew_type": "outstanding_payment", "amount": "560.50"}, Decimal("560.5")),
    ({"offer_name": "Internet Northbound", "amount": "1200"}, Decimal(1200)),
    ({"offer_name": "Video Plus", "stb": "ABCCD10BBBFC942B", "amount": "450"}, Decimal(450)),
]


@pytest.mark.parametrize(("sent", "amount"), MIXED)
def test_the_fields_of_a_commit_depend_on_what_is_paid(
    sent: dict[str, object], amount: Decimal
) -> None:
    with at("mixed") as counter:
        said = counter.read("details", username="practice_both")
        answer(counter.post("commit", session_id=said["session_id"], **sent))
        assert counter.paid.amount == amount


@each(
    "sent",
    [
        {"offer_name": "Video Plus", "amount": "450"},
        {"offer_name": "Internet Northbound", "stb": "ABCCD10BBBFC942B", "amount": "1200"},
        {"offer_name": "Internet Northbound", "amount": "350"},
        {"renew_type": "everything", "amount": "560.50"},
        {"amount": "560.50"},
    ],
)
def test_fields_of_another_choice_pay_nothing(sent: dict[str, object]) -> None:
    with at("mixed") as counter:
        said = counter.read("details", username="practice_both")
        refused(counter.post("commit", session_id=said["session_id"], **sent))
        assert counter.service.payments == ()
