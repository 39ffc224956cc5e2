"""Every provider against its file of examples: what it asks, what it understands, what it pays.

A new endpoint needs ``examples/<endpoint>.json`` and no change here, see ``example_files``. The
examples are written for the project in the documented shapes; the documents' own are run by
``test_documented_examples``. Where a company reads nothing, an example has neither ``request`` nor
``answer``, and no offers; where an amount is open, a commit has the ``amount`` that is entered.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.core.billing.dialogue import Call, Dialogue, Ready
from desktop_app.core.billing.forms import Form, TextEntry
from desktop_app.core.billing.replay import replay
from desktop_app.core.errors import BhuktaniError, NotUnderstood
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import judge_commit
from desktop_app.providers import all_providers, other_endpoints
from tests.contract.example_files import FOLDER, examples_of, file_of
from tests.contract.longer_examples import is_longer
from tests.dialogues import account_in, ready_for
from tests.tables import each

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Account, Offer, QuoteLine

PROVIDERS = {one.info.slug: one for one in all_providers() if not is_longer(one)}
PROVIDERS |= {f"{one.info.slug} at {one.info.endpoint}": one for one in other_endpoints()}
"""Those that are read once and chosen from once."""


@cache
def examples(slug: str) -> Any:
    return examples_of(PROVIDERS[slug])


def named(part: str) -> list[Any]:
    """All examples of that part of the files, as parameters."""
    return [
        pytest.param(slug, example, id=f"{slug}: {example['name']}")
        for slug in PROVIDERS
        for example in examples(slug)[part]
    ]


def typed(value: Any) -> Any:
    """The value with its JSON types, so that 7, "7", 7.0 and true are told apart."""
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return type(value).__name__, value


def read(slug: str, example: Any) -> Account:
    """The account in the example's answer; without one, the account that is paid for."""
    if "answer" not in example:
        return paid_at_once(slug, example).account
    return account_in(PROVIDERS[slug], example["entry"], example["answer"])


def paid(slug: str, example: Any, offer_id: str, amount: Money | None = None) -> Ready:
    """What is paid after the example's answer and a choice."""
    return ready_for(PROVIDERS[slug], example["entry"], example["answer"], offer_id, amount)


def paid_at_once(slug: str, example: Any, **entered: str) -> Ready:
    """What is paid after the form alone, where nothing is read."""
    return replay(PROVIDERS[slug], Dialogue().entered({**example["entry"], **entered}))


def committed(slug: str, example: Any, commit: Any) -> Ready:
    """What is paid by a commit of the example."""
    if "answer" not in example:
        return paid_at_once(slug, example)
    amount = Money.read(commit["amount"]) if "amount" in commit else None
    return paid(slug, example, commit["offer"], amount)


def fitting(offer: Offer) -> Money | None:
    """An amount that may be entered for the offer, where it is open."""
    return None if offer.open_amount is None else offer.open_amount.minimum


def assert_call(call: object, expected: Any) -> None:
    assert isinstance(call, Call)
    assert call.path == expected["path"]
    assert call.with_reference is expected["with_reference"]
    assert typed(dict(call.fields)) == typed(expected["fields"])
    assert not {"token", "reference"} & set(call.fields), "added by the client alone"


def shown(line: QuoteLine) -> list[object]:
    amount = str(line.amount.decimal)
    return [line.kind.value, amount, *([line.used_days] if line.used_days is not None else [])]


def as_example(offer: Offer, expected: Any) -> dict[str, object]:
    """The offer in the form of the example files, with the fields that the example has."""
    found = {
        "id": offer.id,
        "kind": offer.kind.value,
        "label": offer.label,
        "total": str(offer.total.decimal),
        "lines": [shown(line) for line in offer.lines],
        "is_current": offer.is_current,
        "duration_days": offer.duration_days,
        "service_name": offer.service_name,
        "bill_date": offer.bill_date.isoformat() if offer.bill_date else None,
    }
    return {name: found[name] for name in expected}


def normal(expected: Any) -> dict[str, object]:
    """The expected offer with its amounts in their shortest form."""
    lines = [[kind, short(amount), *rest] for kind, amount, *rest in expected["lines"]]
    return {**expected, "total": short(expected["total"]), "lines": lines}


def short(amount: str) -> str:
    return str(Money.read(amount).decimal)


# --- who the providers are ----------------------------------------------------------------


def test_the_providers_in_use_come_before_the_retired_ones() -> None:
    retired = [provider.info.retired for provider in all_providers()]
    assert retired == sorted(retired)
    assert [p.info.slug for p in all_providers()] == [p.info.slug for p in all_providers()]


@each("slug", PROVIDERS)
def test_every_provider_has_its_examples(slug: str) -> None:
    file = file_of(PROVIDERS[slug])
    assert file.is_file(), f"write tests/contract/examples/{file.name}"
    assert examples(slug)["accounts"], "at least one account"
    assert any(example["commits"] for example in examples(slug)["accounts"])


def test_every_file_of_examples_has_its_provider() -> None:
    assert set(FOLDER.glob("*.json")) == {file_of(provider) for provider in PROVIDERS.values()}


@each("slug", PROVIDERS)
def test_a_provider_says_who_it_is(slug: str) -> None:
    info = PROVIDERS[slug].info
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*", info.slug)
    assert info.name.strip()
    assert re.fullmatch(r"[A-Z0-9]{1,3}", info.monogram)
    assert info.fields
    assert len({field.name for field in info.fields}) == len(info.fields)


@each("slug", PROVIDERS)
def test_the_example_of_a_field_is_a_valid_entry(slug: str) -> None:
    for field in PROVIDERS[slug].info.fields:
        if isinstance(field, TextEntry):
            assert field.example
            assert field.validate(field.example) is None


@each(("slug", "example"), named("accounts"))
def test_the_entries_of_the_examples_are_valid(slug: str, example: Any) -> None:
    entered = {name: value.strip() for name, value in example["entry"].items()}
    assert Form(PROVIDERS[slug].info.fields).accepts(entered)


# --- what they ask, read and pay ------------------------------------------------------------


@each(("slug", "example"), named("accounts"))
def test_the_account_is_asked_for_as_documented(slug: str, example: Any) -> None:
    provider = PROVIDERS[slug]
    assert provider.next(Dialogue()) == Form(provider.info.fields)
    step = provider.next(Dialogue().entered(example["entry"]))
    if "answer" in example:
        assert_call(step, example["request"])
    else:
        assert isinstance(step, Ready), "nothing is read"


@each(("slug", "example"), named("accounts"))
def test_the_account_is_read(slug: str, example: Any) -> None:
    account = read(slug, example)
    expected = dict(example["account"])
    due, day = expected.pop("due"), expected.pop("expires_on", None)
    assert account.expires_on == (day and date.fromisoformat(day))
    assert account.provider == PROVIDERS[slug].info.slug
    assert account.due == (None if due is None else Money.read(due))
    assert {name: getattr(account, name) for name in expected} == expected
    assert typed(account.session_id) == typed(expected["session_id"])


@each(("slug", "example"), named("accounts"))
def test_the_offers_are_read_in_their_order(slug: str, example: Any) -> None:
    offers = read(slug, example).offers
    assert [offer.id for offer in offers] == [expected["id"] for expected in example["offers"]]
    for offer, expected in zip(offers, example["offers"], strict=True):
        assert as_example(offer, expected) == normal(expected)


@each(("slug", "example"), named("accounts"))
def test_every_offer_can_be_told_apart_and_costs_something(slug: str, example: Any) -> None:
    account = read(slug, example)
    assert len({offer.id for offer in account.offers}) == len(account.offers)
    assert len(account.offers) > 0 or "answer" not in example
    for offer in account.offers:
        assert (offer.total > ZERO) is (offer.open_amount is None)
    assert account.preselected is None or account.offer(account.preselected) is not None


@each(("slug", "example"), named("accounts"))
def test_the_choice_is_paid_as_documented(slug: str, example: Any) -> None:
    for commit in example["commits"]:
        ready = committed(slug, example, commit)
        assert_call(ready.call, commit["request"])
        if "total" in commit:
            assert ready.total == Money.read(commit["total"])


@each(("slug", "example"), named("accounts"))
def test_what_is_sent_can_be_sent_in_the_same_words_again(slug: str, example: Any) -> None:
    """What is recorded is what is sent: the same dialogue comes to the same each time."""
    for commit in example["commits"]:
        assert committed(slug, example, commit) == committed(slug, example, commit)
    for offer in read(slug, example).offers:
        amount = fitting(offer)
        once, again = (paid(slug, example, offer.id, amount) for _ in range(2))
        assert once == again
        assert once.offer == (offer if amount is None else offer.with_amount(amount))


@each(("slug", "example"), named("accounts"))
def test_an_offer_of_another_look_up_is_not_paid_in_this_session(slug: str, example: Any) -> None:
    for offer in read(slug, example).offers[:1]:
        amounts = [ZERO, Money(1), offer.total, *([None] if offer.open_amount else [])]
        for foreign, amount in (("another", None), *((offer.id, one) for one in amounts)):
            with pytest.raises(NotUnderstood):
                paid(slug, example, foreign, amount)


@each(("slug", "example"), named("accounts"))
def test_the_answers_to_the_payment_prove_what_they_should(slug: str, example: Any) -> None:
    for commit in example["commits"]:
        for answer in commit["answers"]:
            judgement = judge_commit(ServiceResponse(answer["http_status"], answer["body"]))
            assert judgement.verdict.value == answer["verdict"], answer
            assert judgement.needs_lookup is answer.get("check_now", False), answer
            if "transaction_id" in answer:
                assert judgement.transaction_id == answer["transaction_id"]
            if "acknowledged" in answer:
                assert judgement.acknowledged is answer["acknowledged"]


@each("slug", PROVIDERS)
def test_an_answer_that_contradicts_itself_is_refused(slug: str) -> None:
    for example in examples(slug)["refused"]:
        assert_refused(slug, example)


def assert_refused(slug: str, example: Any) -> None:
    """No account is made of the answer, for the reason of the example."""
    (base,) = (one for one in examples(slug)["accounts"] if one["name"] == example["like"])
    unset = example.get("unset", [])
    answer = {**base["answer"], **example.get("set", {})}
    answer = {name: value for name, value in answer.items() if name not in unset}
    with pytest.raises(BhuktaniError) as caught:
        account_in(PROVIDERS[slug], base["entry"], answer)
    assert caught.value.problem.value == example.get("problem", "not_understood"), example
    if "reason" in example:
        assert caught.value.details["reason"] == example["reason"], example


@each(
    ("slug", "example"),
    [
        pytest.param(slug, example, id=f"{slug}: {example['name']}")
        for slug in PROVIDERS
        for example in examples(slug).get("refused_entries", [])
    ],
)
def test_an_entry_that_the_company_does_not_take_is_not_sent(slug: str, example: Any) -> None:
    (base,) = (one for one in examples(slug)["accounts"] if one["name"] == example["like"])
    entered = {**base["entry"], **example["entry"]}
    assert not Form(PROVIDERS[slug].info.fields).accepts(entered)
    with pytest.raises(NotUnderstood):
        paid_at_once(slug, base, **example["entry"])
    with pytest.raises(NotUnderstood):
        PROVIDERS[slug].next(Dialogue().entered(entered))
