"""What the tests of the places share: payments of all kinds in the ledger of a shop."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_app.core.billing.account_key import AccountKey, canonical
from desktop_app.core.billing.accounts import Account, LineKind, Offer, OfferKind, Quote, QuoteLine
from desktop_app.core.environment import Environment
from desktop_app.core.money import CashRounding, Money
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    PaymentUpdate,
    new_reference,
)
from desktop_app.core.shop import Shop
from desktop_app.data_folder import ledger_path
from tests.blank_ledger import blank_ledger, put_filled_ledger
from tests.fakes import NOON

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger

_S = PaymentState
MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)

_PATHS: dict[PaymentState, tuple[PaymentState, ...]] = {
    _S.PAID: (_S.PAID,),
    _S.NOT_PAID: (_S.NOT_PAID,),
    _S.SENDING: (),
    _S.WAITING: (_S.WAITING,),
    _S.REVIEW: (_S.WAITING, _S.REVIEW),
}
PROVIDERS = {"worldlink-v2": "WorldLink", "vianet-updated": "Vianet", "vianet": "Vianet (old)"}
COMPANIES = {"worldlink-v2": "worldlink-v2", "vianet-updated": "vianet", "vianet": "vianet"}


@contextmanager
def ledger_in(folder: Path, environment: Environment = Environment.TEST) -> Iterator[SqliteLedger]:
    """The ledger that the program uses, opened beside it."""
    ledger = blank_ledger(ledger_path(folder, environment))
    try:
        yield ledger
    finally:
        ledger.close()


def begin_ledger(folder: Path, fill: Callable[..., object], *given: Hashable) -> None:
    """The ledger of a shop that is not open yet begins with what ``fill`` records in it."""
    put_filled_ledger(ledger_path(folder, Environment.TEST), fill, *given)


def payment(
    ledger: SqliteLedger,
    state: PaymentState,
    at: datetime,
    *,
    slug: str = "worldlink-v2",
    account: str = "rambdr_thapa",
    name: str = "Ram Bahadur Thapa",
    paisa: int = 1_356_00,
    content: Mapping[str, object] | None = None,
    update: PaymentUpdate | None = None,
    **changes: Any,
) -> Payment:
    """A payment recorded at that time, in that state half a minute later."""
    values: dict[str, Any] = {
        "reference": new_reference(),
        "environment": Environment.TEST,
        "base_url": "http://127.0.0.1",
        "connection_id": "0123456789abcdef",
        "provider": slug,
        "provider_name": PROVIDERS[slug],
        "account_id": account,
        "customer_name": name,
        "offer_id": new_reference(),
        "offer_kind": "package",
        "offer_label": "Special BTL 120Mbps/mth (1TV)",
        "amount": Money(paisa),
        "lines": (QuoteLine(LineKind.PACKAGE, Money(paisa)),),
        "cash_due": Money(paisa).rounded(CashRounding.NEAREST),
        "cash_received": Money.rupees(10_000),
        "operator": "Sita",
        "shop": Shop(name="Ganesh Kirana & Recharge"),
    }
    values |= changes
    values.setdefault("company", COMPANIES[slug])
    values.setdefault("account_key", canonical(values["account_id"]))
    order = PaymentOrder(**values)
    found = ledger.add(order, Event(EventKind.RECORDED, at, _S.RECORDED))
    sent = at + timedelta(seconds=1)
    ledger.append(
        found.number, Event(EventKind.SENT, sent, _S.SENDING), update=PaymentUpdate(sent_at=sent)
    )
    for number, step in enumerate(_PATHS[state]):
        kind = EventKind.ANSWERED if number == 0 else EventKind.LOOKED_UP
        when = at + timedelta(seconds=30 * (number + 1))
        event = Event(kind, when, step, content or {"verdict": "unknown"})
        found = ledger.append(found.number, event, update=update)
    return found


def known(
    ledger: SqliteLedger,
    account: str,
    name: str,
    at: datetime,
    *,
    slug: str = "worldlink-v2",
    days_left: int | None = None,
) -> None:
    """An account that was looked up."""
    bill = Offer("b", OfferKind.BILL, "Bill", Quote(Money(1_00)))
    offers = () if days_left is not None else (bill,)
    found = Account(slug, account, name, offers=offers, days_left=days_left)
    customer = AccountKey(Environment.TEST, COMPANIES[slug], canonical(account))
    ledger.accounts.remember(found, customer, at)


def three_customers(ledger: SqliteLedger) -> None:
    """Three accounts, of which two run out, one of them within a week."""
    known(ledger, "84310", "Pasang Sherpa", NOON - 9 * _DAY, slug="vianet-updated")
    known(ledger, "online_renew", "Sunita Karki", NOON - 2 * _DAY, days_left=12)
    known(ledger, "rambdr_thapa", "Ram Bahadur Thapa", NOON - MINUTE, days_left=3)


def give_back(ledger: SqliteLedger, number: int, at: datetime) -> None:
    ledger.append(
        number, Event(EventKind.CASH_RETURNED, at), update=PaymentUpdate(cash_returned_at=at)
    )


def words_in(widget: QWidget) -> str:
    """All that can be read in a widget now."""
    QCoreApplication.processEvents()  # what was just put into a layout appears with the next turn
    texts = []
    for part in (widget, *widget.findChildren(QWidget)):
        text = getattr(part, "text", None)
        if part.isVisible() and callable(text):
            texts.append(str(text()))
    return "\n".join(texts)
