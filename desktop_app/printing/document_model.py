"""A paper's content in the order of importance, before it is arranged for a roll or a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.printing.blocks import Bar, Picture
    from desktop_app.printing.facts import Entry, OrderFacts, ShopFacts


@dataclass(frozen=True, slots=True)
class DocumentModel:
    """The contents that receipts and slips have in common.

    Attributes:
        title: names the document in a print queue or PDF.
        heading, other_heading: what kind of paper it is; the second in the other language.
        notice: bar above the heading of a slip, empty on a receipt.
        copy: bar of a reprint.
        number, dates: which paper, when and by whom.
        cash: what was taken, given and held or returned.
        state: the framed word.
        messages: sentences below the state.
        answer: the service's own words, if they are printed.
        transaction: the service's number, if it is printed.
        code, caption: text in the QR code and what stands below it; empty for none.
        footnotes, closing: last lines.
        logo, footer: of the shop, on a receipt.
        signature: who signs, empty for none.
        signs_on_roll: whether there is a line to sign on narrow paper too.
    """

    title: str
    heading: str
    other_heading: str
    number: Entry
    dates: tuple[Entry, ...]
    shop: ShopFacts
    order: OrderFacts
    cash: tuple[Entry, ...]
    state: str
    notice: str = ""
    copy: Bar | None = None
    phone: Entry | None = None
    messages: tuple[str, ...] = ()
    answer: Entry | None = None
    transaction: Entry | None = None
    code: str = ""
    caption: str = ""
    footnotes: tuple[str, ...] = ()
    closing: str = ""
    logo: Picture | None = None
    footer: tuple[str, ...] = ()
    signature: str = ""
    signs_on_roll: bool = False
