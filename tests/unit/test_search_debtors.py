"""A bill on account is found by the customer who owes it, as the book has that customer now."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.customer_book import CustomerCard
from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.search import (
    PaymentFilter,
    SearchOrder,
    names_a_debtor,
    terms_of,
    typed_reference,
    words_of,
)
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.exports.write import all_found
from tests.blank_ledger import blank_ledger
from tests.unit.test_ledger_kit import NOON, add_in
from tests.unit.test_search import DAY, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.core.payments.payment import Payment
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

LIVE = Environment.LIVE
STATES = (PaymentState.PAID, PaymentState.WAITING, PaymentState.NOT_PAID)
DEBTORS = (("Sita Karki", "984-1000001"), ("राम थापा", "9851000002"), ("Gita", ""))
TYPED = (
    "984",
    "9841000001",
    "98",
    "sita",
    "राम थ",
    "asha",
    "1000",
    "gi",
    "278",
    "sita 984",
    "abcdef",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    with closing(blank_ledger(tmp_path / "ledger.db")) as opened:
        yield opened


def owed_by(ledger: SqliteLedger, name: str, phone: str, **changes: Any) -> Payment:
    """A bill that a customer owes in part."""
    accounts = ledger.on_account_of(LIVE)
    customer = accounts.add_customer(name, phone, NOON).id
    owed = Tender(TenderKind.ON_ACCOUNT, Money.rupees(50), "", customer, "Owner")
    state = changes.pop("state", PaymentState.PAID)
    assert isinstance(state, PaymentState)
    return add_in(ledger, state, other_tenders=(owed,), **changes)


@settings(max_examples=20, deadline=None)
@given(
    rows=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=7),
    order=st.sampled_from(SearchOrder),
)
def test_each_is_found_once_in_every_order_with_its_totals_and_its_line_in_a_file(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, int]], order: SearchOrder
) -> None:
    path = tmp_path_factory.mktemp("debtors") / "ledger.db"
    with closing(blank_ledger(path)) as ledger:
        kept: list[tuple[Payment, tuple[str, str] | None]] = []
        for place, (who, state) in enumerate(rows):
            values: dict[str, Any] = {"account_id": f"asha_{place}", "state": STATES[state]}
            if who < len(DEBTORS):
                kept.append((owed_by(ledger, *DEBTORS[who], **values), DEBTORS[who]))
            else:
                values.pop("state")
                kept.append((add_in(ledger, STATES[state], **values), None))
        for typed in TYPED:
            assert typed_reference(typed) is None or typed in ("9841000001", "abcdef")
            terms = terms_of(typed)
            wanted = [p for p, debtor in kept if _is_meant(p, debtor, terms, typed)]
            found = numbers(ledger, typed, order=order)
            assert sorted(found) == [one.number for one in wanted], typed
            assert found == [n for n in numbers(ledger, order=order) if n in found], typed
            totals = ledger.history.totals(PaymentFilter(text=typed))
            assert (totals.count, totals.amount) == (
                len(wanted),
                sum((one.order.amount for one in wanted), start=Money(0)),
            )
            written = [one.number for one in all_found(ledger.history, PaymentFilter(text=typed))]
            assert written == sorted(found), typed


def _is_meant(
    payment: Payment, debtor: tuple[str, str] | None, terms: tuple[str, ...], typed: str
) -> bool:
    has_words = all(any(w.startswith(term) for w in words_of(payment)) for term in terms)
    reference = typed_reference(typed)
    references = (payment.order.reference, payment.order.details_reference or "")
    has_reference = reference is not None and any(one.startswith(reference) for one in references)
    return has_words or has_reference or (debtor is not None and names_a_debtor(terms, *debtor))


def test_the_filters_beside_hold_for_it_too(ledger: SqliteLedger) -> None:
    first = owed_by(ledger, "Sita", "9841", at=NOON)
    later = owed_by(ledger, "Sita", "9841", at=NOON + DAY, account_id="b", operator="Hari")
    assert numbers(ledger, "9841") == [later.number, first.number]
    assert numbers(ledger, "9841", until=NOON + DAY) == [first.number]
    assert numbers(ledger, "9841", operator="Hari") == [later.number]
    assert numbers(ledger, "9841", tender=TenderKind.WALLET) == []
    assert numbers(ledger, "984 278") == [], "an amount is no word of a customer"


def test_a_reference_that_begins_as_the_phone_does_finds_it_once(ledger: SqliteLedger) -> None:
    mine = owed_by(ledger, "Sita", "9841000001", reference="9841000" + "a" * 25)
    other = owed_by(ledger, "Sita", "9841000001", account_id="b")
    assert numbers(ledger, "984100") == [other.number, mine.number]
    assert ledger.history.totals(PaymentFilter(text="984100")).count == 2
    assert numbers(ledger, "9841000a") == [mine.number]


def test_a_phone_that_is_put_right_finds_the_bills_of_before(ledger: SqliteLedger) -> None:
    mine = owed_by(ledger, "Sita", "9841000001")
    card = ledger.customers_of(LIVE).like("sita", 1)[0]
    right = CustomerCard(card.name, "9851999999", "blue gate", id=card.id)
    ledger.customers_of(LIVE).save(right, NOON)
    assert numbers(ledger, "98519") == [mine.number]
    assert numbers(ledger, "98410") == []
    assert numbers(ledger, "blue") == [], "a note is no name"
