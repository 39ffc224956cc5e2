"""A paper arranged for a sheet (A5, A4): two columns, a table, footnotes at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import LineKind
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.printing.document_model import DocumentModel
    from desktop_app.printing.facts import OrderFacts
    from desktop_app.printing.texts import Wording


def on_sheet(plan: DocumentModel, wording: Wording, *, wide: bool) -> tuple[Block, ...]:
    """The blocks of a sheet; ``wide`` for A4, where more stands side by side."""
    return tuple(_blocks(plan, wording, wide))


def _blocks(plan: DocumentModel, wording: Wording, wide: bool) -> Iterator[Block]:
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
    yield Gap(8 if wide else 22)
    yield _table(order, wording)
    yield Rule(Stroke.THICK)
    yield Total(wording.text(texts.TOTAL), order.total)
    yield Rule(Stroke.THICK)
    yield Text(wording.text(texts.IN_WORDS, words=order.words))
    if order.total_note:
        yield from (Gap(6), Text(order.total_note, Size.SMALL))
    if not wide:
        yield Gap(18)
    if wide:
        yield _all_in_one(plan, wording)
        yield from _state_bar(plan)
    else:
        yield _cash_and_state(plan)
        yield from _state_bar(plan)
        yield from _messages(plan)
        yield Rule(Stroke.THIN)
        yield _keys(plan, wording)
    yield Push()
    yield _end(plan)
    if order.mark:
        yield Bar(order.mark)


def _head(plan: DocumentModel) -> Block:
    shop = plan.shop
    left: list[Block] = []
    if shop.name:
        left.append(Text(shop.name, Size.TITLE, bold=True))
    left += [Text(line) for line in (shop.address, " · ".join(shop.contacts)) if line]
    right = (
        Text(plan.heading, Size.HEADING, bold=True, align=Align.RIGHT),
        Text(plan.other_heading, Size.SMALL, align=Align.RIGHT),
    )
    if plan.logo is None:
        return Columns((Column(0.62, tuple(left)), Column(0.38, right)))
    logo = replace(plan.logo, align=Align.LEFT)
    return Columns((Column(0.2, (logo,)), Column(0.44, tuple(left)), Column(0.36, right)))


def _who_and_when(plan: DocumentModel, wording: Wording) -> Block:
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
        *(Text(f"{entry.label} {entry.value}") for entry in order.entries),
    ]
    if order.not_checked:
        left.append(Text(order.not_checked, Size.SMALL))
    if order.branch:
        left.append(Text(f"{wording.text(texts.BRANCH)} {order.branch}"))
    if plan.phone is not None:
        left.append(Text(f"{plan.phone.label} {plan.phone.value}"))
    entries = (plan.number, *plan.dates)
    right = tuple(Row(entry.label, entry.value, entry.bold) for entry in entries)
    return Columns((Column(0.5, tuple(left)), Column(0.5, right)))


def _table(order: OrderFacts, wording: Wording) -> Block:
    """Build the table with one row per part of the price. The offer itself is the first row, with
    the price of a package.

    A bill or an open amount has no separate price beside its parts, so its row has none.
    """
    parts = list(order.prices)
    is_single = len(parts) == 1 and parts[0].kind in (LineKind.AMOUNT, LineKind.BILL)
    has_own = is_single or (bool(parts) and parts[0].kind is LineKind.PACKAGE)
    own = parts.pop(0).amount if has_own else ""
    offer = Cell(order.offer.value or order.offer.label, bold=True, detail=order.service.value)
    rows = [(offer, Cell(order.provider), Cell(order.duration), Cell(own))]
    for part in parts:
        label = Cell(part.label, detail=f"({part.detail})" if part.detail else "")
        provider = Cell(order.provider if part.kind is LineKind.DUE else "")
        rows.append((label, provider, Cell(""), Cell(part.amount)))
    head = (texts.PARTICULARS, texts.PROVIDER, texts.DURATION, texts.AMOUNT_HEAD)
    words = tuple(wording.text(word) for word in head)
    if order.duration:
        return Table(words, tuple(rows), right=2)
    return Table((*words[:2], words[3]), tuple((*row[:2], row[3]) for row in rows))


def _cash_and_state(plan: DocumentModel) -> Block:
    columns = (Column(0.52, _cash(plan)), Column(0.14, ()), Column(0.34, _state(plan)))
    return Columns(columns)


def _all_in_one(plan: DocumentModel, wording: Wording) -> Block:
    """Cash, keys, code and state beside each other: fits half of an A4 page."""
    keys = (*_key_lines(plan, wording), *_messages(plan))
    code: tuple[Block, ...] = (Code(plan.code),) if plan.code else ()
    if plan.code and plan.caption:
        code = (*code, Text(plan.caption, Size.SMALL, align=Align.CENTRE))
    return Columns(
        (
            Column(0.32, _cash(plan)),
            Column(0.355, keys),
            Column(0.145, code),
            Column(0.18, _state(plan)),
        )
    )


def _cash(plan: DocumentModel) -> tuple[Block, ...]:
    entries = (*plan.order.rounding, *plan.cash)
    return tuple(Row(entry.label, entry.value, entry.bold) for entry in entries)


def _state(plan: DocumentModel) -> tuple[Block, ...]:
    """The framed word; what is not live has a bar across the page instead."""
    return () if plan.order.mark else (Box(plan.state),)


def _state_bar(plan: DocumentModel) -> Iterator[Block]:
    if plan.order.mark:
        yield Bar(plan.order.mark, detail=plan.state if plan.notice else "")


def _messages(plan: DocumentModel) -> Iterator[Block]:
    for message in plan.messages:
        yield from (Gap(8), Text(message))
    if plan.answer is not None:
        yield from (Gap(8), Text(f"{plan.answer.label}: {plan.answer.value}", Size.SMALL))


def _keys(plan: DocumentModel, wording: Wording) -> Block:
    lines = _key_lines(plan, wording)
    if not plan.code:
        return Columns((Column(1.0, lines),))
    return Columns((Column(0.23, _code(plan)), Column(0.77, (Gap(14), *lines))))


def _code(plan: DocumentModel) -> tuple[Block, ...]:
    """The QR code with what it is for below it."""
    if not plan.code:
        return ()
    code = Code(plan.code, Align.LEFT)
    return (code, Text(plan.caption, Size.SMALL)) if plan.caption else (code,)


def _key_lines(plan: DocumentModel, wording: Wording) -> tuple[Block, ...]:
    lines: list[Block] = []
    if plan.transaction is not None:
        lines += [
            Text(plan.transaction.label, Size.SMALL),
            Text(plan.transaction.value, bold=True),
            Gap(8),
        ]
    lines += [Text(wording.text(texts.REFERENCE), Size.SMALL), Mono(plan.order.reference)]
    return tuple(lines)


def _end(plan: DocumentModel) -> Block:
    left: list[Block] = [Text(footnote, Size.SMALL) for footnote in plan.footnotes]
    left += [Text(line, Size.SMALL) for line in plan.footer]
    if plan.closing:
        left.append(Text(plan.closing, Size.SMALL))
    right = (Signature(plan.signature),) if plan.signature else ()
    return Columns((Column(0.62, tuple(left)), Column(0.38, right)))
