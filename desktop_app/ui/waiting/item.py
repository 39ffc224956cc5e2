"""What Waiting shows of one payment, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_app.core.payment import Event, Payment, PaymentState
from desktop_app.core.provider import FieldLabel
from desktop_app.core.settings import Language
from desktop_app.ui.payments.history import (
    in_work,
    known_so_far,
    own_words,
    refusal_words,
    time_words,
)

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Item:
    """A payment with its history and what its provider calls things."""

    payment: Payment
    events: tuple[Event, ...]
    monogram: str
    label: FieldLabel | None = None

    @property
    def number(self) -> int:
        """The payment's number."""
        return self.payment.number

    @property
    def owes(self) -> bool:
        """Its cash must be given back; otherwise it is open."""
        return self.payment.owes_cash


@dataclass(frozen=True, slots=True)
class Moment:
    """When and in which language it is shown."""

    now: datetime
    language: Language


def tell(item: Item) -> str:
    """What to tell the customer."""
    if item.owes:
        return translate("Waiting", "“The bill was not paid. Here is your money back.”")
    if item.payment.state is PaymentState.REVIEW:
        return translate(
            "Waiting",
            "“We asked the service. Please wait for our call.” Call support with the reference.",
        )
    if in_work(item.events):
        return translate(
            "Waiting", "“It is being processed. It can take some time. We keep your money safe.”"
        )
    return translate(
        "Waiting",
        "“The money is with us, the answer has not come."
        " Please do not pay elsewhere. We will call.”",
    )


def known(item: Item, moment: Moment) -> str:
    """What is known so far."""
    if item.owes:
        why, quoted = refusal_words(item.payment), own_words(item.payment)
        return f"{why} {quoted}" if quoted else why
    return known_so_far(item.payment, item.events, moment.now, moment.language)


def sent_words(item: Item, moment: Moment) -> str:
    """When it was sent."""
    payment = item.payment
    at = payment.sent_at or payment.recorded_at
    time = time_words(at, moment.now, moment.language)
    return translate("Waiting", "sent {time}").format(time=time)
