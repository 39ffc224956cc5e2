"""Draws every paper for looking at: ``python -m tests.paper DIR`` writes PNG and PDF files."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import LineKind, OfferKind, QuoteLine
from desktop_app.core.billing.forms import FieldLabel
from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import Payment, PaymentOrder, PaymentState
from desktop_app.core.settings import Language, Paper
from desktop_app.core.shop import Shop
from desktop_app.printing.blocks import Columns, Document, Row
from desktop_app.printing.complaint import complaint_sheet
from desktop_app.printing.content import Copy, held_slip, receipt, return_slip
from desktop_app.printing.texts import Wording
from tests.paper_nepali import DictionaryTranslator

if TYPE_CHECKING:
    from collections.abc import Iterator

KATHMANDU = timezone(timedelta(hours=5, minutes=45))
PAID_AT = datetime(2026, 11, 22, 14, 18, 11, tzinfo=KATHMANDU)
REPRINTED_AT = datetime(2026, 11, 23, 10, 5, tzinfo=KATHMANDU)
REFERENCE = "7f3c9a52e1d84b0c96a2f41d5b7e083c"

SHOP = Shop(
    name="Ganesh Kirana & Recharge",
    name_nepali="गणेश किराना एन्ड रिचार्ज",
    address="Old Baneshwor-10, Kathmandu",
    address_nepali="पुरानो बानेश्वर-१०, काठमाडौँ",
    phone="01-5550142",
    pan="601234567",
)

NASTY = "<b>Ram</b>\t& \u202eSita\u202c\x00\x1b[31m " + "W" * 60 + " " + "very long name " * 800
ARABIC = "\u0645\u062d\u0645\u062f \u0639\u0644\u064a"


def payment(
    state: PaymentState = PaymentState.PAID,
    environment: Environment = Environment.LIVE,
    **changes: object,
) -> Payment:
    """The WorldLink payment of the design's pictures; ``changes`` are fields of its order."""
    order = PaymentOrder(
        reference=REFERENCE,
        environment=environment,
        base_url="https://services.khalti.com",
        connection_id="c",
        provider="worldlink",
        provider_name="WorldLink",
        company="worldlink",
        account_id="online_due_and_package",
        account_key="online_due_and_package",
        customer_name="online_due_and_package",
        offer_id="5",
        offer_kind=OfferKind.PACKAGE,
        offer_label="Special BTL 120Mbps/mth (1TV)",
        amount=Money.rupees(1657),
        lines=(
            QuoteLine(LineKind.PACKAGE, Money.rupees(1356)),
            QuoteLine(LineKind.DUE, Money.rupees(301), used_days=9),
        ),
        cash_due=Money.rupees(1657),
        cash_received=Money.rupees(2000),
        operator="Sita",
        shop=SHOP,
        branch="REGION2-NBU4",
        duration_days=30,
    )
    number = 131 if environment is Environment.LIVE else 7
    return Payment(
        number=number,
        order=replace(order, **changes),  # type: ignore[arg-type]
        state=state,
        recorded_at=PAID_AT,
        changed_at=PAID_AT,
        sent_at=PAID_AT,
        receipt=number if state is PaymentState.PAID else None,
        transaction_id="5033" if state is PaymentState.PAID else None,
    )


def bill_payment(**changes: object) -> Payment:
    """A Vianet bill, whose parts do not add up, with rounded cash."""
    lines = (
        QuoteLine(LineKind.RATE, Money(24600)),
        QuoteLine(LineKind.VAT, Money(3055)),
    )
    values: dict[str, object] = {
        "provider": "vianet-updated",
        "provider_name": "Vianet",
        "account_id": "110871",
        "customer_name": "Suman  Shrestha",
        "offer_kind": OfferKind.BILL,
        "offer_label": "FiberNet Home CRush (1 year)",
        "service_name": "wetherspooncafe21424",
        "amount": Money(27798),
        "lines": lines,
        "cash_due": Money(27800),
        "cash_received": Money.rupees(500),
        "duration_days": None,
        "branch": "",
    }
    return payment(**(values | changes))  # type: ignore[arg-type]


def nasty_payment(**changes: object) -> Payment:
    """Everything from outside is as bad as it can be."""
    values: dict[str, object] = {
        "provider_name": NASTY,
        "account_id": "W" * 50,
        "customer_name": NASTY,
        "offer_label": "<img src=x>" + "M" * 300,
        "service_name": NASTY,
        "branch": NASTY,
        "operator": NASTY,
        "amount": Money(10**11),
        "cash_due": Money(10**11),
        "cash_received": Money(10**11),
        "shop": Shop(*[NASTY] * 6),
    }
    made = payment(**(values | changes))  # type: ignore[arg-type]
    return replace(made, transaction_id=NASTY, reason=NASTY, reason_code=NASTY, phone=NASTY)


ENGLISH = Wording(Language.ENGLISH)


NEPALI = Wording(Language.NEPALI, DictionaryTranslator())
NEPALI_DIGITS = replace(NEPALI, nepali_digits=True)


def rows(document: Document) -> dict[str, str]:
    """Labels with their values, wherever on the paper."""
    found: dict[str, str] = {}
    pending = list(document.blocks)
    while pending:
        block = pending.pop(0)
        if isinstance(block, Row):
            found[block.label] = block.value
        elif isinstance(block, Columns):
            pending += [inner for column in block.columns for inner in column.blocks]
    return found


def holds(document: Document, *wanted: str) -> bool:
    """All of the texts stand somewhere on the paper."""
    whole = "\n".join(document.texts())
    missing = [text for text in wanted if text not in whole]
    assert not missing, whole
    return True


def papers() -> Iterator[tuple[str, Document]]:
    """Every paper with a name for its file."""
    for paper in Paper:
        for name, document in _papers_on(paper):
            yield f"{paper.value}-{name}", document


def _papers_on(paper: Paper) -> Iterator[tuple[str, Document]]:
    user = FieldLabel.USERNAME
    copy = Copy(1, REPRINTED_AT, "Sita")
    paid = payment()
    nepali_paid = payment(operator="सीता")
    waiting = replace(payment(PaymentState.WAITING), phone="9841000000")
    refused = replace(
        payment(PaymentState.NOT_PAID), reason="Customer not found.", reason_code="4000"
    )
    practice = payment(environment=Environment.PRACTICE)
    test = payment(environment=Environment.TEST)
    yield "original", receipt(paid, ENGLISH, paper=paper, account_label=user)
    yield "copy", receipt(paid, ENGLISH, paper=paper, account_label=user, copy=copy)
    yield "practice", receipt(practice, ENGLISH, paper=paper, account_label=user)
    yield "test", receipt(test, ENGLISH, paper=paper, account_label=user)
    yield "nepali", receipt(nepali_paid, NEPALI, paper=paper, account_label=user)
    yield "nepali-digits", receipt(nepali_paid, NEPALI_DIGITS, paper=paper, account_label=user)
    bill = bill_payment()
    customer = FieldLabel.CUSTOMER_ID
    yield "bill", receipt(bill, ENGLISH, paper=paper, account_label=customer)
    yield "bill-nepali", receipt(bill, NEPALI, paper=paper, account_label=customer)
    late = replace(paid, changed_at=REPRINTED_AT)
    yield "late", receipt(late, ENGLISH, paper=paper, account_label=user)
    yield "held", held_slip(waiting, ENGLISH, paper=paper, account_label=user)
    yield "held-nepali", held_slip(waiting, NEPALI, paper=paper, account_label=user)
    held = payment(PaymentState.WAITING, Environment.PRACTICE)
    yield "held-practice", held_slip(held, ENGLISH, paper=paper, account_label=user)
    yield "return", return_slip(refused, ENGLISH, paper=paper, account_label=user)
    returned = replace(refused, cash_returned_at=REPRINTED_AT)
    yield "returned-nepali", return_slip(returned, NEPALI, paper=paper, account_label=user)
    yield "complaint", complaint_sheet(waiting, (), (ENGLISH, NEPALI), paper=paper).document
    nasty = nasty_payment()
    yield "nasty", receipt(nasty, ENGLISH, paper=paper, copy=copy)
    arabic = payment(customer_name=ARABIC)
    yield "arabic", receipt(arabic, ENGLISH, paper=paper)


def main(folder: Path) -> None:
    """Write all papers."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from desktop_app.printing.drawing import picture
    from desktop_app.printing.output import SystemPrinter
    from desktop_app.ui.theme.assets import load_fonts

    application = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in papers():
        picture(document).save(str(folder / f"{name}.png"))
        SystemPrinter().save_pdf(document, folder / f"{name}.pdf")
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]))
