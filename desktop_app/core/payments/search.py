"""What a payment is found by in the record of all years: its words, and the filters beside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.core.folded_text import folded_words, is_letter
from desktop_app.core.money import PAISA_PER_RUPEE, ZERO, Money
from desktop_app.core.receipts import ReceiptNumber
from desktop_app.core.typed_text import typed_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from desktop_app.core.payments.listed import ListedPayment
    from desktop_app.core.payments.payment import Payment, PaymentState
    from desktop_app.core.tenders import TenderKind

WORDS_FORM = 1
"""Counts up whenever ``words_of`` gives other words: the record's index is then made anew."""

MAX_TERMS = 8
"""Words of a search that are looked for; no person types more."""

_JOINERS = frozenset("\u200c\u200d")
_GROUPED = re.compile(r"(?<=\d),(?=\d)")
_NO_PAISA = re.compile(r"(?<=\d)\.0{1,2}(?!\d)")
_REFERENCE = re.compile(r"[0-9a-f]{6,32}")
_WHOLE_REFERENCE = re.compile(
    r"(?<![0-9a-z])(?:[0-9a-f]{32}|[0-9a-f]{8}(?: [0-9a-f]{8}){3})(?![0-9a-z])"
)
_MARKED_REFERENCE = re.compile(r"(?:.* )?(?:test|practice) (?P<reference>[0-9a-f][0-9a-f ]{5,34})")
"""A reference as papers of the other environments show it."""
_SLIP = re.compile(r"(?:[TP][ -]?)?[HNC][ -]?(?P<number>[0-9]{1,9})", re.IGNORECASE)
_HEADS = re.compile(r"^(?:receipt|रसिद)(?: ?(?:no|नं)\.?)? ", re.IGNORECASE)
_ASCII_SIGN = re.compile("[^0-9A-Za-z]")
_SHORT_YEAR = re.compile(r"(?<![0-9])[0-9]{2}/[0-9]{2}(?![0-9])")


class SearchOrder(StrEnum):
    """The order of what is found."""

    NEWEST_FIRST = "newest_first"
    OLDEST_FIRST = "oldest_first"
    LARGEST_FIRST = "largest_first"
    """By the amount of the bill; of equal ones the newest first."""
    SMALLEST_FIRST = "smallest_first"
    """The same from its end: of equal ones the oldest first."""

    @property
    def backwards(self) -> SearchOrder:
        """The same payments from the last to the first."""
        return _BACKWARDS[self]


_BACKWARDS = {
    SearchOrder.NEWEST_FIRST: SearchOrder.OLDEST_FIRST,
    SearchOrder.OLDEST_FIRST: SearchOrder.NEWEST_FIRST,
    SearchOrder.LARGEST_FIRST: SearchOrder.SMALLEST_FIRST,
    SearchOrder.SMALLEST_FIRST: SearchOrder.LARGEST_FIRST,
}


@dataclass(frozen=True, slots=True)
class PaymentFilter:
    """Which payments are wanted; what is None or empty restricts nothing.

    Attributes:
        text: what a person typed or scanned: the beginnings of words.
        since, until: the span in which they were recorded, its end left out.
        provider: a slug.
        states: any of these.
        operator: the name of who took the cash, as it was then.
        tender: a part of it was paid so.
    """

    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    provider: str | None = None
    states: frozenset[PaymentState] = frozenset()
    operator: str | None = None
    tender: TenderKind | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A place in what is found, in every order: that of a payment."""

    number: int
    amount: Money

    @classmethod
    def of(cls, payment: ListedPayment) -> Position:
        """The place of a payment."""
        return cls(payment.number, payment.amount)


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Some of the payments that were found. ``next`` is where the rest goes on; None at the end."""

    payments: tuple[ListedPayment, ...]
    next: Position | None


@dataclass(frozen=True, slots=True)
class FoundTotals:
    """How many were found, and for how much, by their states."""

    counts: Mapping[PaymentState, int]
    amounts: Mapping[PaymentState, Money]

    @property
    def count(self) -> int:
        """All that were found."""
        return sum(self.counts.values())

    @property
    def amount(self) -> Money:
        """The sum of their bills, whatever became of them."""
        return sum(self.amounts.values(), start=ZERO)


def words_of(payment: Payment) -> tuple[str, ...]:
    """The folded words that a payment is found by, but those of its references.

    Name, company, account id, what else was entered, phone, transaction id, the numbers of receipt
    and slips, and the amounts of the bill and of what was to be paid.
    """
    return tuple(sorted(set(_words(payment)) - {""}))


def names_a_debtor(terms: Iterable[str], name: str, phone: str) -> bool:
    """Tell whether each term begins a word of who owes a bill: of the name or the phone."""
    words = (*_split(name), *_split(phone), _joined(phone))
    return all(any(word.startswith(term) for word in words) for term in terms)


def has_other_words(before: Payment, after: Payment) -> bool:
    """An event has changed what a payment is found by: all else is of its order, and stays."""
    changing = ("receipt", "receipt_series", "transaction_id", "phone")
    return any(getattr(before, name) != getattr(after, name) for name in changing)


def meant(typed: str) -> str:
    """What a paper's text stands for: the reference in it, or the digits of a slip's number.

    The words before a receipt's number are no part of it, and a fiscal year may be written short. A
    scanned code brings several lines, of which the reference names one payment.
    """
    code = " ".join(typed_code(typed).split())
    reference = _WHOLE_REFERENCE.search(code.casefold())
    if reference is not None:
        return reference.group()
    if (marked := _MARKED_REFERENCE.fullmatch(code.casefold())) is not None:
        return marked.group("reference")
    if (slip := _SLIP.fullmatch(code)) is not None:
        return slip.group("number")
    return _SHORT_YEAR.sub(r"20\g<0>", _HEADS.sub("", code))


def terms_of(typed: str) -> tuple[str, ...]:
    """The beginnings of words that are looked for, folded as ``words_of`` folds."""
    plain = _NO_PAISA.sub("", _GROUPED.sub("", typed_code(typed)))
    return tuple(dict.fromkeys(folded_words(_cut(plain))))[:MAX_TERMS]


def typed_reference(typed: str) -> str | None:
    """The beginning of a reference, without the blanks that it is printed with; None for others."""
    code = "".join(typed_code(typed).casefold().replace("-", " ").split())
    return code if _REFERENCE.fullmatch(code) else None


def _words(payment: Payment) -> Iterator[str]:
    order = payment.order
    texts = (order.customer_name, order.provider_name)
    codes = (
        order.account_id,
        payment.phone,
        payment.transaction_id or "",
        *(entry.value for entry in order.entries),
    )
    for text in (*texts, *codes):
        yield from _split(text)
    for code in codes:
        yield _joined(code)
    for number in _numbers(payment):
        yield from _split(number)
    for amount in {order.amount, order.cash_due}:
        rupees, paisa = divmod(amount.paisa, PAISA_PER_RUPEE)
        yield str(rupees)
        if paisa:
            yield f"{paisa:02}"


def _numbers(payment: Payment) -> Iterator[str]:
    yield f"{payment.number} {payment.number:06d}"
    if payment.receipt is not None:
        order = payment.order
        prefix = order.shop.receipt_prefix
        receipt = ReceiptNumber(payment.receipt_series, payment.receipt, prefix, order.environment)
        yield f"{receipt.text} {payment.receipt}"


@lru_cache(maxsize=1024)
def _split(text: str) -> Iterable[str]:
    """The folded words of a text, and the same with their nasals as written: half a word is so."""
    cut = _cut(text)
    if cut.isascii():
        return folded_words(cut)
    return (*folded_words(cut), *folded_words(cut, joins_nasals=False))


@lru_cache(maxsize=1024)
def _joined(code: str) -> str:
    """A code as it is typed without the blanks and dashes that it is written with."""
    return "".join(folded_words(_cut(code)))


def _cut(text: str) -> str:
    """A text with a blank for every sign between words."""
    code = typed_code(text)
    if code.isascii():
        return _ASCII_SIGN.sub(" ", code)
    return "".join(one if _is_part(one) else " " for one in code)


def _is_part(character: str) -> bool:
    is_mark = unicodedata.combining(character) != 0 or character in _JOINERS
    return is_letter(character) or is_mark
