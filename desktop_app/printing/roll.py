"""A paper arranged for a roll: one block below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.printing import texts
from desktop_app.printing.blocks import (
    Align,
    Bar,
    Block,
    Box,
    Code,
    Gap,
    Mono,
    Row,
    Rule,
    Signature,
    Size,
    Text,
    Total,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.printing.document_model import DocumentModel
    from desktop_app.printing.facts import Entry, ShopFacts
    from desktop_app.printing.texts import Wording

_SIGNING_ROOM = 64


def on_roll(plan: DocumentModel, wording: Wording, *, narrow: bool) -> tuple[Block, ...]:
    """The blocks of a roll; ``narrow`` for 58 mm."""
    return tuple(_blocks(plan, wording, narrow))


def _blocks(plan: DocumentModel, wording: Wording, narrow: bool) -> Iterator[Block]:
    order = plan.order
    if order.mark:
        yield Bar(order.mark)
    if plan.logo is not None:
        yield plan.logo
    yield from _shop(plan.shop, narrow)
    yield Rule()
    if plan.notice:
        yield Bar(plan.notice)
    yield Text(plan.heading, Size.HEADING, bold=True, align=Align.CENTRE)
    if plan.copy is not None:
        yield plan.copy
    yield from _rows(plan.number, *plan.dates)
    yield Rule()
    yield from _customer(plan, wording, narrow)
    yield Rule()
    yield from (Row(price.label, price.amount) for price in order.prices)
    yield Total(wording.text(texts.TOTAL), order.total)
    yield Text(order.words)
    if order.total_note:
        yield from (Gap(6), Text(order.total_note, Size.SMALL), Gap(6))
    yield from _rows(*order.rounding)
    yield Rule()
    yield from _rows(*plan.cash)
    yield from _state(plan)
    yield Rule()
    yield from _keys(plan, wording)
    yield from _end(plan)


def _shop(shop: ShopFacts, narrow: bool) -> Iterator[Block]:
    if shop.name:
        yield Text(shop.name, Size.TITLE, bold=True, align=Align.CENTRE)
    if shop.address:
        yield Text(shop.address, align=Align.CENTRE)
    lines = shop.contacts if narrow else (" · ".join(shop.contacts),)
    yield from (Text(line, align=Align.CENTRE) for line in lines if line)


def _customer(plan: DocumentModel, wording: Wording, narrow: bool) -> Iterator[Block]:
    order = plan.order
    if order.customer:
        yield Row(wording.text(texts.CUSTOMER), order.customer, bold=True)
    yield from _rows(order.account, *order.entries)
    if order.not_checked:
        yield Text(order.not_checked, Size.SMALL)
    if plan.phone is not None:
        yield from _rows(plan.phone)
    yield Row(wording.text(texts.PROVIDER), order.provider)
    if order.service.value:
        yield from _rows(order.service)
    if order.offer.value:
        yield from _rows(order.offer)
    if order.duration and narrow:
        yield Row(wording.text(texts.DURATION), order.duration)
    elif order.duration:
        yield Text(order.duration, align=Align.RIGHT)


def _state(plan: DocumentModel) -> Iterator[Block]:
    if plan.order.mark:
        yield Bar(plan.order.mark, detail=plan.state if plan.notice else "")
    else:
        yield Box(plan.state)
    for message in plan.messages:
        yield from (Gap(8), Text(message))
    if plan.answer is not None:
        yield from (Gap(8), Text(plan.answer.label, Size.SMALL))
        yield Text(plan.answer.value, Size.SMALL)


def _keys(plan: DocumentModel, wording: Wording) -> Iterator[Block]:
    if plan.transaction is not None:
        yield from _rows(plan.transaction)
    yield Text(wording.text(texts.REFERENCE))
    yield Mono(plan.order.reference)
    if plan.code:
        yield Code(plan.code)
    if plan.caption:
        yield Text(plan.caption, Size.SMALL, align=Align.CENTRE)


def _end(plan: DocumentModel) -> Iterator[Block]:
    if plan.signature and plan.signs_on_roll:
        yield Gap(_SIGNING_ROOM)
        yield Signature(plan.signature)
    for footnote in plan.footnotes:
        yield Gap(7)
        yield Text(footnote, Size.SMALL, align=Align.CENTRE)
    if plan.footer:
        yield Gap(7)
    yield from (Text(line, Size.SMALL, align=Align.CENTRE) for line in plan.footer)
    if plan.closing:
        yield Text(plan.closing, bold=True, align=Align.CENTRE)
    if plan.order.mark:
        yield Bar(plan.order.mark)


def _rows(*entries: Entry) -> Iterator[Block]:
    return (Row(entry.label, entry.value, entry.bold) for entry in entries)
