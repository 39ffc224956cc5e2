"""The providers against the documents' own examples."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.core.billing.dialogue import Call, Dialogue
from desktop_app.core.errors import Problem
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import judge_commit
from desktop_app.providers import all_providers
from tests.dialogues import account_in, ready_for
from tests.tables import each

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider

DOCUMENTED = Path(__file__).parent / "documented"

PROVIDERS = {provider.info.slug: provider for provider in all_providers()}

DOCUMENTED_ACCOUNTS = [
    (
        "worldlink-v2",
        "details-response-due-and-package",
        "online_due_and_package",
        {
            "1888768": "12204",
            "18881068": "13409",
            "1888857": "16573",
            "1888767": "3521",
            "1888668": "1657",
            "1888858": "17251",
            "18881115": "9228",
            "18881116": "23342",
        },
    ),
    (
        "worldlink-v2",
        "details-response-package-switchable",
        "online_renew",
        {
            "1888314": "4915",
            "1888117": "4915",
            "1888118": "5932",
            "1888119": "8475",
            "1888123": "16272",
            "1888124": "19097",
            "1888125": "28250",
        },
    ),
    ("worldlink-v2", "details-response-due-only", "online_due_payment", {"due": "4950"}),
    (
        "vianet-updated",
        "details-response-success",
        "110871",
        {
            "1613142_PP": "277.98",
            "1613143_PP": "34.35",
            "1613144_PP": "47.46",
            "1613145_PP": "118.65",
        },
    ),
    ("vianet", "details-response-success", "9099", {"378197": "23187.6"}),
]


def read_json(path: Path) -> Any:
    """A JSON file as the client decodes an answer: no floats."""
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def documented(slug: str, name: str, account_id: str) -> tuple[Provider, dict[str, str], Any]:
    provider = PROVIDERS[slug]
    answer = read_json(DOCUMENTED / slug / f"{name}.json")
    return provider, {provider.info.account_field.name: account_id}, answer


@each(("slug", "name", "account_id", "totals"), DOCUMENTED_ACCOUNTS)
def test_the_documented_accounts_cost_what_they_should(
    slug: str, name: str, account_id: str, totals: dict[str, str]
) -> None:
    provider, entry, answer = documented(slug, name, account_id)
    account = account_in(provider, entry, answer)
    found = [(offer.id, str(offer.total.decimal)) for offer in account.offers]
    assert found == list(totals.items())


@each(("slug", "name", "account_id", "totals"), DOCUMENTED_ACCOUNTS)
def test_the_documented_calls_have_the_documented_fields(
    slug: str, name: str, account_id: str, totals: dict[str, str]
) -> None:
    provider, entry, answer = documented(slug, name, account_id)
    account = account_in(provider, entry, answer)
    start = provider.next(Dialogue().entered(entry))
    assert isinstance(start, Call)
    asked = set(read_json(DOCUMENTED / slug / "details-request.json"))
    paid = set(read_json(DOCUMENTED / slug / "commit-request.json"))
    if "due" in totals:
        paid.remove("package_id")
    commit = ready_for(provider, entry, answer, account.offers[0].id).call
    assert fields_on_the_wire(start) == asked
    assert fields_on_the_wire(commit) == paid


def fields_on_the_wire(call: Call) -> set[str]:
    return {"token", *(["reference"] if call.with_reference else []), *call.fields}


@pytest.mark.parametrize("slug", ["worldlink-v2", "vianet-updated", "vianet"])
def test_the_documented_answers_to_a_payment_prove_what_they_should(slug: str) -> None:
    good = judge_commit(
        ServiceResponse(200, read_json(DOCUMENTED / slug / "commit-response-success.json"))
    )
    bad = judge_commit(
        ServiceResponse(200, read_json(DOCUMENTED / slug / "commit-response-error.json"))
    )
    assert good.verdict.value == "paid"
    assert (bad.verdict.value, bad.needs_lookup) == ("unknown", True)


def test_the_documented_refusal_of_vianet_means_nothing_to_pay() -> None:
    answer = ServiceResponse(
        200, read_json(DOCUMENTED / "vianet-updated" / "details-response-error.json")
    )
    provider = PROVIDERS["vianet-updated"]
    assert provider.refusal(answer.error_code, answer.explanation) is Problem.NOTHING_TO_PAY
