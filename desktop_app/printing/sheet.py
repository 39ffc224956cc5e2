"""A paper arranged for a sheet (A5, A4): two columns, a table, footnotes at the end."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.core.accounts import LineKind
from desktop_app.printing import texts
from desktop_app.printing.blocks import (
    Align,
    Bar,
    Block,
    Box,
    Cell,
    Code,
    Column,
    Columns,
    Gap,
    Mono,
    Push,
    Row,
    Rule,
    Signature,
    Size,
    Stroke,
    Table,
    Text,
    Total,
)
from desktop_app.printing.facts import OrderFacts
from desktop_app.printing.plan import Plan
from desktop_app.printing.texts import Wording


def on_sheet(plan: Plan, wording: Wording) -> tuple[Block, ...]:
    """The blocks of a sheet."""
    return tuple(_blocks(plan, wording))


def _blocks(plan: Plan, wording: Wording) -> Iterator[Block]:
    order = plan.order
    if order.mark:
        yield Bar(order.mark)
    yield _head(plan)
    yield Rule(Stroke.THICK)
    if plan.notice:
        yield Bar(plan.notice)
    if plan.copy is not None:
        yield plan.copy
    yield _who_and_when(plan, wording)
    yield Gap(22)
    yield _table(order, wording)
    yield Rule(Stroke.THICK)
    yield Total(wording.text(texts.TOTAL), order.total)
    yield Rule(Stroke.THICK)
    yield Text(wording.text(texts.IN_WORDS, words=order.words))
    if order.total_note:
        yield Text(order.total_note, Size.SMALL)
    yield Gap(18)
    yield _cash_and_state(plan)
    if order.mark:
        yield Bar(order.mark, detail=plan.state if plan.notice else "")
    yield from (Text(message) for message in plan.messages)
    if plan.answer is not None:
        yield Text(f"{plan.answer.label}: {plan.answer.value}", Size.SMALL)
    yield Rule(Stroke.THIN)
    yield _keys(plan, wording)
    yield Push()
    yield _end(plan)
    if order.mark:
        yield Bar(order.mark)


def _head(plan: Plan) -> Block:
    shop = plan.shop
    left: list[Block] = []
    if shop.name:
        left.append(Text(shop.name, Size.TITLE, bold=True))
    left += [Text(line) for line in (shop.address, " · ".join(shop.contacts)) if line]
    right = (
        Text(plan.heading, Size.HEADING, bold=True, align=Align.RIGHT),
        Text(plan.other_heading, Size.SMALL, align=Align.RIGHT),
    )
    return Columns((Column(0.62, tuple(left)), Column(0.38, right)))


def _who_and_when(plan: Plan, wording: Wording) -> Block:
    order = plan.order
    left: list[Block] = []
    if order.customer:
        left += [
            Text(wording.text(texts.CUSTOMER), Size.SMALL),
            Text(order.customer, Size.HEADING, bold=True),
        ]
    left += [
        Text(f"{order.provider} · {order.account.label}", Size.SMALL),
        Text(order.account.value),
    ]
    if order.branch:
        left.append(Text(f"{wording.text(texts.BRANCH)} {order.branch}"))
    if plan.phone is not None:
        left.append(Text(f"{plan.phone.label} {plan.phone.value}"))
    entries = (plan.number, *plan.dates)
    right = tuple(Row(entry.label, entry.value, entry.bold) for entry in entries)
    return Columns((Column(0.5, tuple(left)), Column(0.5, right)))


def _table(order: OrderFacts, wording: Wording) -> Block:
    """One row a part of the price. The offer itself is the first row, with the price of a package.

    A bill or an open amount has no price of its own beside its parts, so its row has none.
    """
    head = (texts.PARTICULARS, texts.PROVIDER, texts.DURATION, texts.AMOUNT_HEAD)
    rows: list[tuple[Cell, ...]] = []
    offer = Cell(order.offer.value or order.offer.label, bold=True, detail=order.service)
    parts = list(order.prices)
    own = parts.pop(0) if parts and parts[0].kind is LineKind.PACKAGE else None
    if own is None and len(parts) == 1 and parts[0].kind in (LineKind.AMOUNT, LineKind.BILL):
        own = parts.pop()
    rows.append(
        (offer, Cell(order.provider), Cell(order.duration), Cell(own.amount if own else ""))
    )
    for part in parts:
        label = Cell(part.label, detail=f"({part.detail})" if part.detail else "")
        rows.append((label, Cell(""), Cell(""), Cell(part.amount)))
    return Table(tuple(wording.text(word) for word in head), tuple(rows))


def _cash_and_state(plan: Plan) -> Block:
    entries = (*plan.order.rounding, *plan.cash)
    rows = tuple(Row(entry.label, entry.value, entry.bold) for entry in entries)
    state: tuple[Block, ...] = () if plan.order.mark else (Box(plan.state),)
    return Columns((Column(0.46, rows), Column(0.2, ()), Column(0.34, state)))


def _keys(plan: Plan, wording: Wording) -> Block:
    keys: list[Block] = []
    if plan.transaction is not None:
        keys += [
            Text(plan.transaction.label, Size.SMALL),
            Text(plan.transaction.value, bold=True),
        ]
    keys += [Text(wording.text(texts.REFERENCE), Size.SMALL), Mono(plan.order.reference)]
    if plan.caption:
        keys.append(Text(plan.caption, Size.SMALL))
    if not plan.code:
        return Columns((Column(1.0, tuple(keys)),))
    code = (Code(plan.code, Align.LEFT),)
    return Columns((Column(0.23, code), Column(0.77, tuple(keys))))


def _end(plan: Plan) -> Block:
    left: list[Block] = [Text(footnote, Size.SMALL) for footnote in plan.footnotes]
    if plan.closing:
        left.append(Text(plan.closing, Size.SMALL))
    right = (Signature(plan.signature),) if plan.signature else ()
    return Columns((Column(0.62, tuple(left)), Column(0.38, right)))
