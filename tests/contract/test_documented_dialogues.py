"""The documents' own examples of companies whose answers are chosen from more than once, or mixed.

The answers are the documents', byte for byte; what they must come to was worked out by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.core.billing.dialogue import Call, Dialogue, Offers, Ready
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import Verdict, judge_commit
from desktop_app.providers import all_providers
from tests.contract.test_documented_examples import DOCUMENTED, fields_on_the_wire, read_json
from tests.tables import each

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Offer
    from desktop_app.core.billing.provider import Provider

PROVIDERS = {provider.info.slug: provider for provider in all_providers()}
BRANDS_OF_V2 = [slug for slug, one in PROVIDERS.items() if one.info.endpoint == "hashcnet-v2"]
BRANDS_OF_TIMES = [slug for slug, one in PROVIDERS.items() if one.info.endpoint == "times"]


def document(name: str) -> Any:
    return read_json(DOCUMENTED / f"{name}.json")


def fields_of(*names: str) -> list[set[str]]:
    """The fields of requests, of which a reference of the payment may not be listed."""
    return [set(document(name)) for name in names]


def read(provider: Provider, dialogue: Dialogue, name: str) -> tuple[Call, Dialogue]:
    call = provider.next(dialogue)
    assert isinstance(call, Call)
    return call, dialogue.answered(call, document(name))


def offers(provider: Provider, dialogue: Dialogue) -> tuple[Offer, ...]:
    step = provider.next(dialogue)
    assert isinstance(step, Offers)
    return step.account.offers


def prices(found: tuple[Offer, ...]) -> dict[str, str]:
    return {offer.label: str(offer.total.decimal) for offer in found}


def paid(provider: Provider, dialogue: Dialogue) -> Call:
    step = provider.next(dialogue)
    assert isinstance(step, Ready)
    return step.call


@each("slug", BRANDS_OF_V2)
def test_packages_of_one_code_keep_their_own_prices(slug: str) -> None:
    provider = PROVIDERS[slug]
    start = Dialogue().entered({"username": "jeetenaug4"})
    call, dialogue = read(provider, start, "hashcnet-v2/details-response-success")
    assert call.fields["service_slug"] == slug
    assert [one.label for one in offers(provider, dialogue)] == [
        "Fiber Gold", "FTTH-50Mbps", "TESTING",
    ]  # fmt: skip
    gold, ftth, _ = (dialogue.chosen(one.id) for one in offers(provider, dialogue))
    assert prices(offers(provider, gold)) == {
        "Fiber Gold, 1 Month": "1232",
        "Fiber Gold, 3 Months": "7876",
        "Fiber Gold, 6 Months": "15750",
        "Fiber Gold, 12 Months": "15750",
        "Fiber Gold, 15 Days": "1634",
        "Fiber Gold, 60 Days": "859",
    }
    assert prices(offers(provider, ftth)) == {
        "FTTH-50Mbps, 1 Month": "999",
        "FTTH-50Mbps, 3 Months": "2800",
        "FTTH-50Mbps, 6 Months": "5300",
        "FTTH-50Mbps, 12 Months": "9999",
        "FTTH-50Mbps, 12M + 1 IPTV": "13500",
    }
    commit = paid(provider, ftth.chosen("9/1/999"))
    wanted = document("hashcnet-v2/commit-request")
    assert commit.fields["session_id"] == 6466
    for name in ("package_code", "duration_code", "amount"):
        assert commit.fields[name] == wanted[name]
    asked, sent = fields_of("hashcnet-v2/details-request", "hashcnet-v2/commit-request")
    assert (fields_on_the_wire(call), fields_on_the_wire(commit)) == (asked, sent)


@each("slug", BRANDS_OF_TIMES)
def test_a_connection_is_chosen_and_then_one_of_its_packages(slug: str) -> None:
    provider = PROVIDERS[slug]
    start = Dialogue().entered({"customer_id": "1112858"})
    first, dialogue = read(provider, start, "times/userlist-response-success")
    one, other = offers(provider, dialogue)
    assert (one.label, other.label) == (
        "rajesh-lamichhane (active)", "rajesh-lamichhane2 (active)",
    )  # fmt: skip
    second, dialogue = read(provider, dialogue.chosen(other.id), "times/details-response-success")
    assert second.fields["username"] == "rajesh-lamichhane2"
    found = offers(provider, dialogue)
    assert len(found) == 31
    assert prices(found)["10Mbps Monthly - Nepalgunj (MONTHLY)"] == "1355"
    commit = paid(provider, dialogue.chosen("130"))
    assert commit.fields == {"session_id": 2809, "amount": 1355, "package_id": "130"}
    names = (f"times/{step}-request" for step in ("userlist", "details", "commit"))
    assert [fields_on_the_wire(call) for call in (first, second, commit)] == fields_of(*names)


def test_a_plan_that_is_there_twice_with_another_speed_is_one() -> None:
    provider = PROVIDERS["subisu"]
    start = Dialogue().entered({"username": "khaltiinternet"})
    call, dialogue = read(provider, start, "subisu/details-response-internet")
    assert prices(offers(provider, dialogue)) == {
        "Internet Northbound": "10",
        "10Mbps 12Months BPKIHS": "4000",
        "Selfcare Renew eSewa": "10",
        "Selfcare Renew IPS & Card": "1",
    }
    commit = paid(provider, dialogue.chosen("10Mbps 12Months BPKIHS/4000"))
    assert (commit.fields["amount"], commit.fields["session_id"]) == (4000, 9017)
    asked, sent = fields_of("subisu/details-request", "subisu/commit-request-internet")
    assert (fields_on_the_wire(call), fields_on_the_wire(commit)) == (asked, sent)


def test_a_combo_offer_is_paid_by_its_own_name() -> None:
    provider = PROVIDERS["subisu"]
    start = Dialogue().entered({"username": "khaltioffer"})
    _, dialogue = read(provider, start, "subisu/details-response-combo-offer")
    (offer,) = offers(provider, dialogue)
    commit = paid(provider, dialogue.chosen(offer.id))
    assert commit.fields == {"session_id": 9018, "amount": 10, "offer_name": "Combo Offer Test 2"}
    (sent,) = fields_of("subisu/commit-request-combo-offer")
    assert fields_on_the_wire(commit) == sent


def test_what_is_outstanding_has_a_commit_of_its_own() -> None:
    provider = PROVIDERS["subisu"]
    start = Dialogue().entered({"username": "khaltiinternet"})
    call = provider.next(start)
    assert isinstance(call, Call)
    answer = {**document("subisu/details-response-internet"), "outstanding_amount": "560.50"}
    commit = paid(provider, start.answered(call, answer).chosen("outstanding"))
    (sent,) = fields_of("subisu/commit-request-outstanding")
    assert fields_on_the_wire(commit) == sent
    assert (
        commit.fields["renew_type"] == document("subisu/commit-request-outstanding")["renew_type"]
    )


def test_an_account_of_another_user_is_not_paid() -> None:
    provider = PROVIDERS["subisu"]
    start = Dialogue().entered({"username": "khaltivideo"})
    _, dialogue = read(provider, start, "subisu/details-response-internet")
    with pytest.raises(NotUnderstood):
        provider.next(dialogue)


@each(
    ("name", "verdict"),
    [
        ("hashcnet-v2/commit-response-success", Verdict.PAID),
        ("times/commit-response-success", Verdict.PAID),
        ("subisu/commit-response-success", Verdict.PAID),
        ("subisu/commit-response-error-no-dues", Verdict.UNKNOWN),
        ("subisu/commit-response-error-offer-amount-mismatch", Verdict.UNKNOWN),
    ],
)
def test_the_documented_answers_to_a_payment_prove_what_they_should(
    name: str, verdict: Verdict
) -> None:
    judgement = judge_commit(ServiceResponse(200, document(name)))
    assert judgement.verdict is verdict
    assert judgement.needs_lookup is (verdict is Verdict.UNKNOWN)
