"""A receipt as a text, and the link that opens WhatsApp with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Language
from desktop_app.formatting.whatsapp import whatsapp_link, whatsapp_number
from desktop_app.printing.message import receipt_message
from desktop_app.printing.texts import Wording
from desktop_app.ui.runtime.translation import load
from tests.paper import payment
from tests.tables import each

ENGLISH = Wording.of(Language.ENGLISH, None)


@each(
    "typed",
    [
        "9841000000",
        "984-1000000",
        "09841000000",
        "+977 9841-000000",
        "00977 9841000000",
        "977 9841000000",
        "+977-09841000000",
        "९८४१००००००",
        "\u200e9841000000\u200b ",
    ],
)
def test_a_mobile_number_is_the_same_however_it_is_written(typed: str) -> None:
    assert whatsapp_number(typed) == "9779841000000"


@each(
    "typed", ["", "01-4412345", "+977 1 4412345", "98410000", "nobody", "9841x00000", "+00", "²²"]
)
def test_what_whatsapp_cannot_have_is_no_number(typed: str) -> None:
    assert whatsapp_number(typed) is None
    assert whatsapp_link(typed, "x") == "https://wa.me/?text=x", "a person chooses to whom"


def test_a_number_of_another_country_needs_its_code() -> None:
    assert whatsapp_number("+91 98765 43210") == "919876543210"
    assert whatsapp_number("919876543210") is None


@given(st.text())
def test_the_whole_text_is_in_the_link_and_nothing_else(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    link = urlsplit(whatsapp_link("9841000000", text))
    assert (link.scheme, link.netloc, link.path) == ("https", "wa.me", "/9779841000000")
    assert parse_qs(link.query, keep_blank_values=True) == {"text": [text]}
    assert not link.fragment


def test_the_text_says_what_a_customer_asks_about() -> None:
    paid = payment()
    text = receipt_message(paid, ENGLISH, None)
    order = paid.order
    for wanted in (order.customer_name, order.account_id, order.provider_name, order.shop.name):
        assert wanted in text
    assert "PAID: Rs. 1,657.00" in text
    assert text.count("\n") < 12


def test_no_number_of_the_service_is_in_it() -> None:
    paid = payment()
    assert paid.transaction_id
    for wording in (ENGLISH, Wording.of(Language.NEPALI, load(Language.NEPALI))):
        text = receipt_message(paid, wording, None)
        joined = "".join(text.split())
        for secret in (paid.order.reference, paid.order.session_id, paid.transaction_id):
            assert not secret or str(secret) not in joined


@pytest.mark.parametrize("environment", [Environment.PRACTICE, Environment.TEST])
def test_what_is_not_live_says_so_first(environment: Environment) -> None:
    text = receipt_message(payment(environment=environment), ENGLISH, None)
    assert text.startswith(f"{environment.value.upper()} — NOT A PAYMENT\n")
    assert "Thank you" not in text


def test_a_receipt_that_was_sent_back_says_so_first() -> None:
    back = replace(payment(), reversed_at=datetime(2026, 11, 24, 5, 0, tzinfo=UTC))
    assert receipt_message(back, ENGLISH, None).startswith("SENT BACK BY THE COMPANY\n")


@pytest.mark.parametrize("state", [PaymentState.WAITING, PaymentState.NOT_PAID])
def test_only_a_paid_one_gives_the_text_of_a_receipt(state: PaymentState) -> None:
    with pytest.raises(ValueError, match="only a paid"):
        receipt_message(payment(state=state), ENGLISH, None)
