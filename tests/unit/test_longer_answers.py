"""Altered answers of longer dialogues: paid as they say, or refused.

Any answer of an example is altered, and the clerk goes on choosing whatever is offered. Whatever
comes of it: no other exception than a refusal, and never another amount than an answer's.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.billing.dialogue import Answered, Call, Dialogue, Offers, Ready
from desktop_app.core.billing.replay import replay
from desktop_app.core.errors import NotUnderstood, ServiceError
from desktop_app.core.money import ZERO, Money
from tests.contract.longer_examples import PROVIDERS, answers_of, longer_examples
from tests.sampling import examples
from tests.unit.test_family_answers import altered, places, readable, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.billing.provider import Provider

BY_ENDPOINT = {provider.info.endpoint: provider for provider in PROVIDERS.values()}


def cases(provider: Provider) -> list[tuple[Provider, Any]]:
    """Each answer of the provider's examples, beside all of its example."""
    return [
        (provider, {"example": example, "at": at, "answer": answer})
        for example in longer_examples(provider)["dialogues"]
        for at, answer in enumerate(answers_of(example))
    ]


def led(provider: Provider, example: Any, answers: list[Any], data: st.DataObject) -> Dialogue:
    """The dialogue that comes of the answers, with a choice of what is offered."""
    dialogue, left = Dialogue().entered(example["entry"]), iter(answers)
    for _ in range(10):
        step = provider.next(dialogue)
        if isinstance(step, Call):
            dialogue = dialogue.answered(step, next(left))
        elif isinstance(step, Offers):
            ids = [offer.id for offer in step.account.offers]
            assert len(set(ids)) == len(ids) > 0
            assert step.account.preselected in (None, *ids)
            assert all(offer.quote is None or offer.total > ZERO for offer in step.account.offers)
            assert all(offer.label for offer in step.account.offers if len(ids) > 1)
            dialogue = dialogue.chosen(data.draw(st.sampled_from(ids)))
        else:
            return dialogue
    raise AssertionError("it never comes to an end")


def amounts_told(dialogue: Dialogue) -> Iterator[Money | None]:
    for turn in dialogue.turns:
        if isinstance(turn, Answered):
            for way in places(turn.body):
                yield readable(value_at(turn.body, way))


@pytest.mark.parametrize("endpoint", BY_ENDPOINT)
@settings(max_examples=examples(250), deadline=None)
@given(data=st.data())
def test_an_altered_answer_is_refused_or_costs_what_it_says(
    endpoint: str, data: st.DataObject
) -> None:
    provider, case, answer = data.draw(altered(cases(BY_ENDPOINT[endpoint])))
    answers = copy.deepcopy(answers_of(case["example"]))
    answers[case["at"]] = answer
    try:
        dialogue = led(provider, case["example"], answers, data)
    except (NotUnderstood, ServiceError, StopIteration):
        return
    ready = replay(provider, dialogue)
    assert isinstance(provider.next(dialogue), Ready)
    assert ready.total > ZERO
    assert ready.total in set(amounts_told(dialogue)), "an amount that nobody named"
    assert Money.read(ready.call.fields["amount"]) == ready.total
