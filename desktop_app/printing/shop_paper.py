"""The frame of papers that the shop makes for itself: lists, sheets, slips and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.printing.blocks import Align, Bar, Block, Document, Size, Text
from desktop_app.printing.facts import mark_of, shop_facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.core.environment import Environment
    from desktop_app.core.settings import Paper
    from desktop_app.core.shop import Shop
    from desktop_app.printing.texts import Wording


def shop_paper(
    title: str,
    body: Iterable[Block],
    *,
    shop: Shop,
    environment: Environment,
    wording: Wording,
    paper: Paper,
    heading: str = "",
) -> Document:
    """Put the shop's name and a heading above a body; what is not live says so at both ends.

    Args:
        title: the name of the document.
        body: the blocks below the heading.
        shop: whose name stands above it.
        environment: what is not live says so.
        wording: the paper's language.
        paper: what it is printed on.
        heading: what stands large above the body; else the title.
    """
    mark = mark_of(environment, wording)
    bar = [Bar(mark)] if mark else []
    name = shop_facts(shop, wording).name
    head = [Text(name, Size.TITLE, bold=True, align=Align.CENTRE)] if name else []
    head.append(Text(heading or title, Size.HEADING, bold=True, align=Align.CENTRE))
    return Document(title, paper, wording.language, (*bar, *head, *body, *bar))
