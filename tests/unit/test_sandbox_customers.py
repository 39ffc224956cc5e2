"""The practice customers' data: complete, without slips of the pen, and documented."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

import desktop_app.sandbox
from desktop_app.sandbox.customers import (
    ServiceData,
    User,
    flow_names,
    load_flow,
    load_services,
)
from desktop_app.sandbox.outcomes import Outcome
from desktop_app.sandbox.practice import REFUSED_TOKENS, PracticeService
from desktop_app.sandbox.rules import Anything, Bills
from tests.tables import each

SERVICES = load_services()
EACH = each("service", SERVICES.values(), ids=[service.slug for service in SERVICES.values()])
README = Path(desktop_app.sandbox.__file__).with_name("README.md").read_text(encoding="utf-8")


@EACH
def test_every_choice_has_the_price_that_the_contract_asks(service: ServiceData) -> None:
    for user in service.users:
        ask_prices(service, user)


def ask_prices(service: ServiceData, user: User) -> None:
    """Compare what a customer is told with what the practice service takes."""
    if user.id in ("practice_strange", "500020", "practice_price_changed", "500021"):
        return
    if isinstance(service.pays, Bills):
        listed = {
            bill["payment_id"]: Decimal(str(bill.get("grand_total", bill.get("amount"))))
            for bill in user.details["bills"]
        }
        assert listed == user.prices
        return
    if isinstance(service.pays, Anything):
        told = amounts_in(user.details)
        table = {key: cost for key, costs in user.price_table.items() for cost in costs}
        assert set(table.values()) <= told
        return
    due = user.details.get("due_amount_till_now", 0)
    current = {user.details.get(name) for name in service.pays.current_ids} - {None}
    entries = [entry for name in service.pays.lists for entry in user.details.get(name, [])]
    if not entries:
        assert user.price == user.details["amount"]
        return
    assert len(current) == 1
    assert {str(e["packageId"]): e["packageRate"] for e in entries} == (
        user.prices if user.later_prices is None else user.later_prices
    )
    assert {
        str(e["packageId"]): e["packageRate"] + (0 if e["packageId"] in current else due)
        for e in entries
    } == user.prices
    assert set(user.days) == set(user.prices)
    assert user.details["amount"] in [
        e["packageRate"] for e in entries if e["packageId"] in current
    ]


def amounts_in(value: Any) -> set[Decimal]:
    """Every number in an answer, also those written as texts."""
    if isinstance(value, dict | list):
        inside = value.values() if isinstance(value, dict) else value
        return set().union(*map(amounts_in, inside))
    try:
        return {Decimal(str(value))}
    except ArithmeticError:
        return set()


@EACH
def test_every_price_list_has_the_prices_that_it_tells(service: ServiceData) -> None:
    for choices in service.lists.values():
        packages = choices.details["detail"]["packages"]
        told = {one.get("package_name", one.get("value")): one.get("amount", 0) for one in packages}
        assert told == choices.prices


@pytest.mark.parametrize("slug", ["web-network", "wifi-nepal-v4", "rapid-api", "hashcnet"])
def test_a_price_that_has_changed_is_not_the_one_that_was_told(slug: str) -> None:
    user = SERVICES[slug].user("practice_price_changed")
    assert user is not None
    assert user.price is not None
    assert user.price not in amounts_in(user.details)


@EACH
def test_every_customer_is_documented(service: ServiceData) -> None:
    ids = [user.id for user in service.users]
    assert [at for at in ids if f"`{at}`" not in README and f" {at} " not in README] == []


@each("flow", flow_names())
def test_every_flow_is_documented_with_its_customers(flow: str) -> None:
    assert f"| `{flow}` |" in README
    ids = [user.id for user in load_flow(flow, "hill-net").users]
    assert ids
    assert [at for at in ids if f"`{at}`" not in README] == []


def test_every_lesson_has_a_customer_with_both_providers() -> None:
    for slug in ("worldlink-v2", "vianet-updated"):
        assert {user.outcome for user in SERVICES[slug].users} == set(Outcome)


def test_every_refused_token_is_documented() -> None:
    for token, code in REFUSED_TOKENS.items():
        assert f"| `{token}` | {code} |" in README


def test_the_quirks_of_the_contract_are_there() -> None:
    user = SERVICES["worldlink-v2"].user("online_due_and_package")
    assert user is not None
    options = user.details["available_renew_options"]
    assert options[0]["packageName"].endswith("\t")
    assert [option["packageDuration"] for option in options][-2:] == ["730", 0]
    assert "  " in SERVICES["vianet-updated"].users[0].details["customer_name"]


def test_a_provider_is_added_by_a_data_file_alone(tmp_path: Path) -> None:
    data = json.loads(
        Path(desktop_app.sandbox.__file__)
        .with_name("customers")
        .joinpath("vianet-updated.json")
        .read_bytes()
    )
    data |= {"slug": "another-net", "reads": [{"id_field": "mobile"}]}
    (tmp_path / "another-net.json").write_text(json.dumps(data), encoding="utf-8")
    service = PracticeService(folder=tmp_path, token="t")
    body = b'{"token": "t", "reference": "a", "mobile": "84310"}'
    reply = service.handle("POST", "/api/servicegroup/details/another-net/", body)
    answer = json.loads(reply.body)
    assert (answer["mobile"], answer["customer_name"]) == ("84310", "Pasang Sherpa")


def test_a_misspelled_name_in_the_data_is_noticed(tmp_path: Path) -> None:
    data = msgspec.to_builtins(SERVICES["vianet"])
    data["users"][0]["outcom"] = "waiting"
    (tmp_path / "vianet.json").write_bytes(msgspec.json.encode(data))
    with pytest.raises(msgspec.ValidationError, match="outcom"):
        load_services(tmp_path)


def test_a_customer_that_is_there_twice_is_noticed(tmp_path: Path) -> None:
    data = msgspec.to_builtins(SERVICES["vianet"])
    data["users"] = [*data["users"], data["users"][0]]
    (tmp_path / "vianet.json").write_bytes(msgspec.json.encode(data))
    with pytest.raises(ValueError, match="twice"):
        load_services(tmp_path)
