"""The commission that is expected for a month, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.formatting.plain_text import sanitize
from desktop_app.printing import texts
from desktop_app.printing.blocks import Block, Document, Row, Rule, Size, Text, Total
from desktop_app.printing.facts import moment
from desktop_app.printing.shop_paper import shop_paper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.settings import Paper
    from desktop_app.core.shifts.commission import CommissionSheet
    from desktop_app.core.shop import Shop
    from desktop_app.formatting.months import Month
    from desktop_app.printing.texts import Wording

_NAME = 40


def commission_paper(
    sheet: CommissionSheet,
    month: Month,
    shop: Shop,
    environment: Environment,
    wording: Wording,
    *,
    paper: Paper,
    at: datetime,
) -> Document:
    """The paper of a month's sheet.

    Args:
        sheet: the figures.
        month: of which month.
        shop: whose name stands above it.
        environment: what is not live says so.
        wording: the paper's language.
        paper: what it is printed on.
        at: when it was made.
    """
    title = wording.text(texts.COMMISSION_TITLE, month=month.text(wording.language))
    return shop_paper(
        title,
        _blocks(sheet, month, wording, at),
        shop=shop,
        environment=environment,
        wording=wording,
        paper=paper,
        heading=wording.text(texts.COMMISSION),
    )


def _blocks(
    sheet: CommissionSheet,
    month: Month,
    wording: Wording,
    at: datetime,
) -> Iterator[Block]:
    yield Rule()
    yield Row(wording.text(texts.MONTH), month.text(wording.language))
    yield Text(month.days_text(wording.language), Size.SMALL)
    yield Row(wording.text(texts.FIGURES_OF), moment(at, wording))
    yield Rule()
    for row in sheet.rows:
        words = sanitize(row.name or row.provider, _NAME)
        earned = "—" if row.commission is None else wording.amount(row.commission)
        yield Row(words, earned, bold=True)
        bills = wording.text(texts.PAID_BILLS, count=wording.digits(str(row.bills)))
        yield Row(bills, wording.amount(row.amount))
    yield Rule()
    yield Row(
        wording.text(texts.PAID_BILLS, count=wording.digits(str(sheet.bills))),
        wording.amount(sheet.amount),
    )
    yield Total(wording.text(texts.COMMISSION_EXPECTED), wording.amount(sheet.commission))
    if sheet.unrated:
        count = wording.digits(str(sheet.unrated))
        yield Text(wording.text(texts.UNRATED_BILLS, count=count), Size.SMALL)
    yield Text(wording.text(texts.COMMISSION_NOTE), Size.SMALL)
