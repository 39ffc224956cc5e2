"""Papers of what customers owe: the list of all, and the slip for what one has settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.money import ZERO
from desktop_app.core.on_account import EntryKind
from desktop_app.formatting.plain_text import sanitize
from desktop_app.printing import texts
from desktop_app.printing.blocks import (
    Align,
    Block,
    Document,
    Gap,
    Row,
    Rule,
    Signature,
    Size,
    Text,
    Total,
)
from desktop_app.printing.facts import moment
from desktop_app.printing.shop_paper import shop_paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.money import Money
    from desktop_app.core.on_account import OnAccountCustomer, OnAccountEntry
    from desktop_app.core.settings import Paper
    from desktop_app.core.shop import Shop
    from desktop_app.printing.texts import Wording

_NAME = 60


def on_account_list(
    customers: Sequence[OnAccountCustomer],
    shop: Shop,
    environment: Environment,
    wording: Wording,
    *,
    paper: Paper,
    at: datetime,
) -> Document:
    """The paper with all who owe, and their sum."""
    owing = [one for one in customers if one.owed > ZERO]

    def body() -> Iterator[Block]:
        yield Text(moment(at, wording), align=Align.CENTRE)
        yield Rule()
        for one in owing:
            name = " · ".join(part for part in (one.name, one.phone) if part)
            yield Row(sanitize(name, _NAME), wording.amount(one.owed))
            if one.since is not None:
                since = wording.text(texts.OWED_SINCE, moment=moment(one.since, wording))
                yield Text(since, Size.SMALL)
        total = sum((one.owed for one in owing), start=ZERO)
        yield Total(wording.text(texts.OWED_BY_ALL), wording.amount(total))

    title = wording.text(texts.OWED_TITLE)
    return shop_paper(
        title, body(), shop=shop, environment=environment, wording=wording, paper=paper
    )


def settling_slip(
    customer: OnAccountCustomer,
    entry: OnAccountEntry,
    left: Money,
    shop: Shop,
    environment: Environment,
    wording: Wording,
    *,
    paper: Paper,
) -> Document:
    """The slip of an amount that a customer gave for what is owed; ``left`` is still owed."""
    in_cash = entry.kind is EntryKind.SETTLED_IN_CASH
    rows = (
        (texts.CUSTOMER, sanitize(customer.name, _NAME)),
        (texts.SETTLED_ON, moment(entry.at, wording)),
        (texts.OPERATOR, sanitize(entry.operator, _NAME)),
        (texts.SETTLED_BY, wording.text(texts.CASH if in_cash else texts.WALLET)),
        (texts.WALLET_REFERENCE, "" if in_cash else sanitize(entry.note, _NAME)),
    )

    def body() -> Iterator[Block]:
        yield Rule()
        yield from (Row(wording.text(label), value) for label, value in rows if value)
        yield Total(wording.text(texts.SETTLED), wording.amount(-entry.amount))
        yield Row(wording.text(texts.STILL_OWED), wording.amount(left), bold=True)
        yield Gap(48)
        yield Signature(wording.text(texts.OPERATOR_SIGNATURE))

    title = wording.text(texts.SETTLING_TITLE, number=f"{entry.id:06d}")
    return shop_paper(
        title, body(), shop=shop, environment=environment, wording=wording, paper=paper
    )
