"""Examples of companies that are asked more than once, or chosen from twice, before they are paid.

``examples/longer/<endpoint>.json`` holds whole dialogues: what is entered, then step by step what
is asked and answered, offered and chosen, and at last paid. ``$service_slug`` stands for the brand,
as in the other examples.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.core.billing.dialogue import Call, Dialogue, NextStep, Offers, Ready
from desktop_app.providers import all_providers
from tests.contract.example_files import FOLDER, named_for, read_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop_app.core.billing.provider import Provider

LONGER = FOLDER / "longer"


def longer_file(provider: Provider) -> Path:
    """The file of a provider's dialogues, whether it is there or not."""
    return LONGER / f"{provider.info.endpoint}.json"


def is_longer(provider: Provider) -> bool:
    """The provider's examples are whole dialogues."""
    return longer_file(provider).is_file()


PROVIDERS = {one.info.slug: one for one in all_providers() if is_longer(one)}


def longer_examples(provider: Provider) -> Any:
    """A provider's dialogues, and the answers that it refuses."""
    return named_for(read_json(longer_file(provider)), provider)


@dataclass(frozen=True, slots=True)
class Taken:
    """A step of an example: the dialogue before it, what the provider said, what was expected."""

    dialogue: Dialogue
    step: NextStep
    expected: Any


def walk(provider: Provider, example: Any, answers: Sequence[Any] = ()) -> Iterator[Taken]:
    """The steps of an example, with other ``answers`` where they are given."""
    dialogue = Dialogue().entered(example["entry"])
    given = iter(answers)
    for expected in example["steps"]:
        step = provider.next(dialogue)
        yield Taken(dialogue, step, expected)
        if "answer" in expected:
            assert isinstance(step, Call)
            dialogue = dialogue.answered(step, next(given, expected["answer"]))
        elif "chooses" in expected:
            assert isinstance(step, Offers)
            dialogue = dialogue.chosen(expected["chooses"])
        else:
            assert isinstance(step, Ready)


def answers_of(example: Any) -> list[Any]:
    """What is answered in an example, in order."""
    return [step["answer"] for step in example["steps"] if "answer" in step]
