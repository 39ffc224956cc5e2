"""Every company with a longer dialogue against its file of examples, for each of its brands."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.core.billing.dialogue import Dialogue, Offers, Ready
from desktop_app.core.billing.forms import Form, TextEntry
from desktop_app.core.billing.replay import replay
from desktop_app.core.errors import BhuktaniError, NotUnderstood
from desktop_app.core.money import Money
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import judge_commit
from tests.contract.longer_examples import LONGER, PROVIDERS, answers_of, longer_examples, walk
from tests.contract.test_providers import assert_call
from tests.tables import each

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Offer


def named(part: str) -> list[Any]:
    """All examples of that part of the files, as parameters."""
    return [
        pytest.param(slug, example, id=f"{slug}: {example['name']}")
        for slug, provider in PROVIDERS.items()
        for example in longer_examples(provider)[part]
    ]


DIALOGUES = each(("slug", "example"), named("dialogues"))


def as_example(offer: Offer, expected: Any) -> dict[str, object]:
    """The offer in the form of the example files, with the fields that the example has."""
    found = {
        "id": offer.id,
        "kind": offer.kind.value,
        "label": offer.label,
        "total": None if offer.quote is None else str(offer.total.decimal),
        "is_current": offer.is_current,
        "service_name": offer.service_name,
        "duration_days": offer.duration_days,
    }
    return {name: found[name] for name in expected}


def test_every_file_of_dialogues_has_its_provider() -> None:
    endpoints = {provider.info.endpoint for provider in PROVIDERS.values()}
    assert {path.stem for path in LONGER.glob("*.json")} == endpoints


@each("slug", PROVIDERS)
def test_every_provider_is_read_refused_and_paid(slug: str) -> None:
    examples = longer_examples(PROVIDERS[slug])
    assert examples["dialogues"]
    assert examples["refused"]
    for example in examples["dialogues"]:
        assert "pays" in example["steps"][-1]


@each("slug", PROVIDERS)
def test_the_example_of_a_field_is_a_valid_entry(slug: str) -> None:
    for field in PROVIDERS[slug].info.fields:
        assert isinstance(field, TextEntry)
        assert field.example
        assert field.validate(field.example) is None


@DIALOGUES
def test_each_step_is_as_documented(slug: str, example: Any) -> None:
    provider = PROVIDERS[slug]
    assert provider.next(Dialogue()) == Form(provider.info.fields)
    assert Form(provider.info.fields).accepts(example["entry"])
    for taken in walk(provider, example):
        step, expected = taken.step, taken.expected
        if "asks" in expected:
            assert_call(step, expected["asks"])
        elif "offers" in expected:
            assert isinstance(step, Offers)
            offers = step.account.offers
            assert len(offers) == len(expected["offers"])
            for offer, wanted in zip(offers, expected["offers"], strict=True):
                assert as_example(offer, wanted) == wanted
            for name, value in expected.get("account", {}).items():
                assert getattr(step.account, name) == value
        else:
            assert isinstance(step, Ready)
            assert_call(step.call, expected["pays"])
            assert step.total == Money.read(expected["total"])
            assert step.offer.label == expected["label"]
            assert replay(provider, taken.dialogue) == step


@DIALOGUES
def test_nothing_else_than_what_is_offered_can_be_chosen(slug: str, example: Any) -> None:
    provider = PROVIDERS[slug]
    for taken in walk(provider, example):
        if isinstance(taken.step, Offers):
            offer = taken.step.account.offers[0]
            for foreign, amount in (("another", None), (offer.id, Money(1))):
                with pytest.raises(NotUnderstood):
                    provider.next(taken.dialogue.chosen(foreign, amount))
        else:
            with pytest.raises(NotUnderstood):
                replay(provider, taken.dialogue.chosen("another"))
    with pytest.raises(NotUnderstood):
        provider.next(taken.dialogue.chosen("another").chosen("another"))


@DIALOGUES
def test_the_answers_to_the_payment_prove_what_they_should(slug: str, example: Any) -> None:
    for answer in example["steps"][-1]["answers"]:
        judgement = judge_commit(ServiceResponse(answer["http_status"], answer["body"]))
        assert judgement.verdict.value == answer["verdict"]
        assert judgement.needs_lookup is answer.get("check_now", False)
        assert judgement.acknowledged is answer.get("acknowledged", False)


@each("slug", PROVIDERS)
def test_an_answer_that_contradicts_itself_is_refused(slug: str) -> None:
    for refused in longer_examples(PROVIDERS[slug])["refused"]:
        assert_refused(slug, refused)


def assert_refused(slug: str, refused: Any) -> None:
    """No account is made of the answers, for the reason of the example."""
    provider = PROVIDERS[slug]
    dialogues = longer_examples(provider)["dialogues"]
    (example,) = (one for one in dialogues if one["name"] == refused["like"])
    answers = copy.deepcopy(answers_of(example))
    answer = answers[refused.get("answer", 0)]
    answer.update(refused.get("set", {}))
    for name in refused.get("unset", []):
        del answer[name]
    with pytest.raises(BhuktaniError) as caught:
        list(walk(provider, example, answers))
    assert caught.value.problem.value == refused.get("problem", "not_understood"), refused
    if "reason" in refused:
        assert caught.value.details["reason"] == refused["reason"]
