"""Rule 14: what is paid is what the dialogue comes to, each turn held against what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.billing.dialogue import (
    Answered,
    Call,
    Chosen,
    Dialogue,
    Entered,
    NextStep,
    Offers,
    Ready,
    Turn,
)
from desktop_app.core.billing.forms import AmountEntry, EnteredFact, Form
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import ZERO, Money

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider


def replay(provider: Provider, dialogue: Dialogue) -> Ready:
    """Run the provider over the dialogue from its beginning, and return the ``Ready`` at its end.

    Raises:
        NotUnderstood: a turn does not answer what was asked; something is still to be asked; or
            the amount is zero, or not the one that was chosen, entered or answered last.
        ServiceError: there is nothing to pay.
    """
    price: Money | None = None
    step = provider.next(Dialogue())
    for count, turn in enumerate(dialogue.turns, 1):
        price = _price_after(step, turn, price)
        step = provider.next(dialogue.up_to(count))
    if not isinstance(step, Ready):
        raise NotUnderstood("not_quoted")
    if step.total <= ZERO or step.payable < step.total or price not in (None, step.total):
        raise NotUnderstood("bad_amount")
    return step


def entered_facts(provider: Provider, dialogue: Dialogue) -> tuple[EnteredFact, ...]:
    """Return the clerk's entries beside the account id and amounts, in the order of the fields."""
    found: list[EnteredFact] = []
    for count, turn in enumerate(dialogue.turns):
        if isinstance(turn, Entered):
            form = provider.next(dialogue.up_to(count))
            found += form.facts(turn.values) if isinstance(form, Form) else ()
    return tuple(found[1:])


def entered_again(provider: Provider, dialogue: Dialogue) -> dict[str, str]:
    """Return the values to fill in for the same customer the next time: all but amounts."""
    amounts = {one.name for one in provider.info.fields if isinstance(one, AmountEntry)}
    first = dialogue.turns[0] if dialogue.turns else None
    values = first.values if isinstance(first, Entered) else {}
    return {name: value for name, value in values.items() if name not in amounts}


def _price_after(step: NextStep, turn: Turn, price: Money | None) -> Money | None:
    """The amount that must be paid if nothing more is asked; None where an answer sets it.

    Raises:
        NotUnderstood: the turn does not answer the step.
    """
    match step, turn:
        case Form(), Entered() if step.accepts(turn.values):
            for entry in step.fields:
                if isinstance(entry, AmountEntry) and turn.values.get(entry.name):
                    price = turn.amount(entry.name)
            return price
        case Call(), Answered() if turn.call == step:
            return None
        case Offers(), Chosen():
            offer = turn.offer_of(step.account)
            return price if offer.quote is None else offer.total
    raise NotUnderstood("unasked_turn")
