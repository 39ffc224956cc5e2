"""A list reads a part of each payment: it says the same there as the payment as a whole does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.by_key import find_payment, whole_payment
from desktop_app.core.payments.listed import ListedPayment
from desktop_app.core.payments.payment import (
    OPEN_STATES,
    Event,
    EventKind,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.payments.search import PaymentFilter, Position, SearchOrder
from desktop_app.formatting.numbers import receipt_number
from desktop_app.ui.payment_kit.history import monogram, state_chip
from tests.engines import ENGINES, new_record
from tests.unit.test_ledger_kit import MINUTE, NOON, add, add_in, give_back, whole_payments
from tests.unit.test_ledger_newer_values import OTHER_SHAPES, rewrite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.engines import Record

S = PaymentState
EVERYTHING = PaymentFilter()
LATER = NOON + 60 * MINUTE

Happening = tuple[EventKind, PaymentUpdate | None]
AFTER_PAID: dict[str, tuple[Happening, ...]] = {
    "it came back": ((EventKind.REVERSED, None),),
    "it came back and was settled": (
        (EventKind.REVERSED, None),
        (EventKind.REVERSAL_SETTLED, PaymentUpdate(cash=True)),
    ),
    "in doubt": ((EventKind.LOOKED_UP, PaymentUpdate(doubted=True)),),
    "printed": ((EventKind.PRINTED, PaymentUpdate(printed=True)),),
}


@pytest.fixture(scope="module", params=ENGINES)
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Record, dict[str, int]]:
    """A record with payments of all kinds that a list tells apart, and these by what they are."""
    made = new_record(request.param, tmp_path_factory.mktemp("filled"))
    numbers = fill(made.open())
    made.close()
    return made, numbers


@pytest.fixture
def record(filled: tuple[Record, dict[str, int]], tmp_path: Path) -> Iterator[Record]:
    copy = filled[0].copy_to(tmp_path)
    yield copy
    copy.close()


@pytest.fixture
def numbers(filled: tuple[Record, dict[str, int]]) -> dict[str, int]:
    return filled[1]


def fill(ledger: SqliteLedger) -> dict[str, int]:
    made = {state.value: add_in(ledger, state, state.value) for state in S if state in _MADE}
    made["given up"] = add(ledger, "given up", customer_name="")
    event = Event(EventKind.ABANDONED, NOON + MINUTE, S.NOT_PAID)
    ledger.append(made["given up"].number, event)
    made["given back"] = add_in(ledger, S.NOT_PAID, "given back")
    give_back(ledger, made["given back"].number)
    for name, happenings in AFTER_PAID.items():
        made[name] = add_in(ledger, S.PAID, name)
        for kind, update in happenings:
            ledger.append(made[name].number, Event(kind, LATER), update=update)
    return {name: payment.number for name, payment in made.items()}


_MADE = (S.RECORDED, S.SENDING, S.PAID, S.NOT_PAID, S.WAITING, S.REVIEW)


def whole(ledger: SqliteLedger) -> list[ListedPayment]:
    """The parts of payments that were read as wholes, newest first."""
    found = ledger.history.find(EVERYTHING).payments
    return [ListedPayment.of(payment) for payment in whole_payments(ledger, found)]


def test_a_list_says_what_the_payments_say(ledger: SqliteLedger, numbers: dict[str, int]) -> None:
    rows = ledger.history.find(EVERYTHING).payments
    assert len(rows) == len(numbers)
    assert list(rows) == whole(ledger)
    assert ledger.history.listed(NOON, LATER) == tuple(
        ListedPayment.of(payment) for payment in ledger.history.between(NOON, LATER)
    )
    for row, payment in zip(rows, whole_payments(ledger, rows), strict=True):
        assert row.key == payment.key
        assert state_chip(row) == state_chip(payment)
        assert row.has_paper is payment.has_paper
        assert monogram(row, {}) == monogram(payment.order, {}) == "WO"
        has_receipt = payment.receipt is not None
        assert row.short_receipt == (receipt_number(payment).short if has_receipt else "")


def test_what_a_list_shows_apart_is_apart_in_its_rows(
    ledger: SqliteLedger, numbers: dict[str, int]
) -> None:
    rows = {row.number: row for row in ledger.history.find(EVERYTHING).payments}

    def those(holds: Callable[[ListedPayment], bool]) -> set[str]:
        return {name for name, number in numbers.items() if holds(rows[number])}

    assert those(lambda row: row.owes_reversal) == {"it came back"}
    assert those(lambda row: row.is_doubted) == {"in doubt"}
    assert those(lambda row: row.is_returned) == {"given back"}
    assert those(lambda row: row.abandoned) == {"given up"}
    assert those(lambda row: not row.has_paper) == {"recorded", "given up"}
    assert those(lambda row: row.receipt is not None) == {"paid", *AFTER_PAID}
    assert rows[numbers["given up"]].customer == "asha_home", "its name is not known"


def test_a_state_that_is_not_known_takes_no_row_from_a_list(
    record: Record, ledger: SqliteLedger, numbers: dict[str, int]
) -> None:
    rewrite(record, "UPDATE payments SET state = 'in_dispute' WHERE number = ?", numbers["waiting"])
    rows = ledger.history.find(EVERYTHING).payments
    assert len(rows) == len(ledger.history.listed(NOON, LATER)) == len(numbers)
    assert list(rows) == whole(ledger)
    (newer,) = (row for row in rows if row.state is S.WRITTEN_BY_NEWER)
    assert newer.number == numbers["waiting"]


@pytest.mark.parametrize("shape", OTHER_SHAPES)
def test_references_that_cannot_be_read_leave_an_open_payment_open_in_a_list(
    record: Record, ledger: SqliteLedger, numbers: dict[str, int], shape: str
) -> None:
    before = {row.number: row.state for row in ledger.history.find(EVERYTHING).payments}
    rewrite(record, "UPDATE payments SET middle_references = ?", shape)
    rows = ledger.history.find(EVERYTHING).payments
    assert list(rows) == whole(ledger)
    assert {row.number: row.state for row in rows} == {
        number: S.WRITTEN_BY_NEWER if state in OPEN_STATES else state
        for number, state in before.items()
    }
    assert len(before) == len(numbers)


@pytest.mark.parametrize("column", ["lines", "entries", "fields", "shop"])
def test_what_no_program_wrote_beside_the_list_takes_no_row_from_it(
    record: Record, ledger: SqliteLedger, numbers: dict[str, int], column: str
) -> None:
    """The list does not read it; the payment that has it cannot be read as a whole."""
    rewrite(record, f"UPDATE payments SET {column} = '{{broken' WHERE number = ?", numbers["paid"])
    rows = ledger.history.find(EVERYTHING).payments
    assert len(rows) == len(numbers)
    (damaged,) = (row for row in rows if row.number == numbers["paid"])
    with pytest.raises(LedgerError) as refused:
        whole_payment(ledger, damaged.key)
    assert refused.value.problem is Problem.LEDGER_DAMAGED


def test_an_environment_that_no_program_wrote_is_damage(
    record: Record, ledger: SqliteLedger, numbers: dict[str, int]
) -> None:
    rewrite(record, "UPDATE payments SET environment = 'mars' WHERE number = ?", numbers["paid"])
    with pytest.raises(LedgerError) as refused:
        ledger.history.find(EVERYTHING)
    assert refused.value.problem is Problem.LEDGER_DAMAGED
    assert refused.value.details["number"] == numbers["paid"]


def test_a_payment_is_found_by_its_key_and_never_by_its_number_alone(
    ledger: SqliteLedger,
) -> None:
    """After going back to a backup the number may be another's."""
    payment = add_in(ledger, S.PAID)
    assert find_payment(ledger, payment.key) == payment
    assert whole_payment(ledger, ListedPayment.of(payment).key) == payment
    for other in (
        payment.key._replace(reference="0" * 32),
        payment.key._replace(number=payment.number + 1),
    ):
        assert find_payment(ledger, other) is None
        with pytest.raises(LedgerError) as refused:
            whole_payment(ledger, other)
        assert refused.value.problem is Problem.PAYMENT_GONE


@pytest.mark.parametrize("order", SearchOrder)
def test_a_row_is_the_place_where_the_next_ones_begin(
    ledger: SqliteLedger, numbers: dict[str, int], order: SearchOrder
) -> None:
    rows = ledger.history.find(EVERYTHING, order=order).payments
    assert len(rows) == len(numbers)
    for at, row in enumerate(rows):
        rest = ledger.history.find(EVERYTHING, order=order, after=Position.of(row))
        assert rest.payments == rows[at + 1 :]


def test_words_of_a_search_find_rows_of_the_same_columns(
    record: Record, ledger: SqliteLedger, numbers: dict[str, int]
) -> None:
    found = ledger.history.find(PaymentFilter(text="asha")).payments
    assert found == ledger.history.find(EVERYTHING).payments
    assert len(found) == len(numbers)
    rewrite(record, "UPDATE payments SET entries = ?", json.dumps([{"new": 1}]))
    assert ledger.history.find(PaymentFilter(text="asha")).payments == found
