"""Payments of all years are found by each of their words, and nothing else is."""

from __future__ import annotations

import logging
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.billing.forms import EnteredFact
from desktop_app.core.money import Money
from desktop_app.core.payments.listed import ListedPayment
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.payments.search import (
    PaymentFilter,
    Position,
    SearchOrder,
    terms_of,
    words_of,
)
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from tests.blank_ledger import blank_ledger
from tests.sampling import LONG
from tests.unit.test_earlier_records import RECORDS
from tests.unit.test_ledger_kit import MINUTE, NOON, add, add_in, move, raw, whole_payments

if TYPE_CHECKING:
    from collections.abc import Iterator

S = PaymentState
DAY = timedelta(days=1)
NAMES = (
    "Asha Rai",
    "Ram Bahadur Thapa",
    "राम बहादुर थापा",
    "लिङ्क टोल सुधार",
    "José Pérez",
    "O'Neill & Sons",
    "1st Floor",
    "",
)
ACCOUNTS = ("asha_home", "110-871", "ram.thapa@home", "9801234567", "A1")
FACTS = ((), (EnteredFact("mobile", "98510-99999"),))
TYPED = st.sampled_from(
    ("", " ", "ram", "9801", "२७७", "110871", "थाप", "rai asha", '"', "AND", "-", "*", "world", "é")
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[SqliteLedger]:
    opened = blank_ledger(path, series_of=lambda _moment: "2083/84")
    yield opened
    opened.close()


def numbers(
    ledger: SqliteLedger,
    text: str = "",
    *,
    order: SearchOrder = SearchOrder.NEWEST_FIRST,
    most: int = 2,
    **rest: object,
) -> list[int]:
    """The numbers of all that is found, over as many pages of `most` as it takes."""
    found: list[int] = []
    after: Position | None = None
    while True:
        wanted = replace(PaymentFilter(text=text), **rest)  # type: ignore[arg-type]
        page = ledger.history.find(wanted, order=order, after=after, most=most)
        found += [one.number for one in page.payments]
        after = page.next
        if after is None:
            return found


def matches(payment: Payment, typed: str) -> bool:
    """What the index is to do, said in one line."""
    words = words_of(payment)
    return all(any(word.startswith(term) for word in words) for term in terms_of(typed))


@st.composite
def shops(draw: st.DrawFn) -> list[dict[str, object]]:
    row = st.fixed_dictionaries(
        {
            "customer_name": st.sampled_from(NAMES),
            "account_id": st.sampled_from(ACCOUNTS),
            "entries": st.sampled_from(FACTS),
            "amount": st.sampled_from((Money(277_98), Money(1356_00), Money(135_600_00))),
        }
    )
    return draw(st.lists(row, min_size=1, max_size=6))


@settings(max_examples=300 if LONG else 16, deadline=None)
@given(rows=shops(), typed=TYPED)
def test_each_word_and_each_beginning_finds_its_payments_and_no_others(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]], typed: str
) -> None:
    path = tmp_path_factory.mktemp("search") / "ledger.db"
    with closing(blank_ledger(path, series_of=lambda _moment: "2083/84")) as ledger:
        kept = []
        for place, row in enumerate(rows):
            state = (S.PAID, S.WAITING, S.NOT_PAID)[place % 3]
            kept.append(add_in(ledger, state, str(place), **row))
        words = sorted({word for payment in kept for word in words_of(payment)})
        for word in words:
            holders = [p.number for p in kept if word in words_of(p)]
            assert set(holders) <= set(numbers(ledger, word, most=9)), word
        for searched in (typed, *(word[: 1 + len(word) // 2] for word in words)):
            if searched.strip() and not terms_of(searched):
                assert numbers(ledger, searched) == []
            else:
                expected = [p.number for p in kept if matches(p, searched)]
                assert numbers(ledger, searched) == expected[::-1], searched
        assert ledger.check_chain() is None


FINDS_IT = (
    "asha", "ASHA RAI", "rai ash", "asha_home", "ashahome", "9851099999", "98510-99999", "277.98",
    "२७७.९८", "278.00", "278", "2083/84-000001", "000001", "TXN-77", "txn77", "WorldLink asha",
)  # fmt: skip


def test_a_payment_is_found_as_it_is_typed(ledger: SqliteLedger) -> None:
    mine = add(ledger, entries=(EnteredFact("mobile", "98510-99999"),))
    move(ledger, mine.number, S.SENDING)
    paid = Event(EventKind.ANSWERED, NOON + MINUTE, S.PAID)
    ledger.append(mine.number, paid, update=PaymentUpdate(transaction_id="TXN-77"))
    add(ledger, "8", account_id="other", customer_name="Bishnu", amount=Money(5_00))
    assert [typed for typed in FINDS_IT if mine.number not in numbers(ledger, typed)] == []
    assert len(numbers(ledger, "asha")) == 1


def test_a_reference_is_found_by_its_beginning_with_the_blanks_it_is_printed_with(
    ledger: SqliteLedger,
) -> None:
    mine, other = add(ledger), add(ledger, "8")
    reference = mine.order.reference
    for typed in (reference, reference[:8], f"{reference[:8]} {reference[8:16]}".upper()):
        assert numbers(ledger, typed) == [mine.number]
    assert numbers(ledger, other.order.reference) == [other.number]


def test_what_is_noted_later_is_found_and_what_it_replaces_is_not(ledger: SqliteLedger) -> None:
    mine = add_in(ledger, S.WAITING)
    for phone in ("9841000001", "9841000002"):
        noted = Event(EventKind.PHONE_NOTED, NOON, content={"phone": phone})
        ledger.append(mine.number, noted, update=PaymentUpdate(phone=phone))
    assert numbers(ledger, "9841000002") == [mine.number]
    assert numbers(ledger, "9841000001") == []


def test_filters_meet_and_their_totals_are_those_of_the_list(ledger: SqliteLedger) -> None:
    for place in range(12):
        state = (S.PAID, S.WAITING, S.NOT_PAID)[place % 3]
        wallet = Tender(TenderKind.WALLET, Money(100_00), "FP-1")
        add_in(
            ledger,
            state,
            str(place),
            at=NOON + place // 4 * DAY,
            operator=("Sita", "Hari")[place % 2],
            provider=("worldlink", "vianet")[place // 6],
            other_tenders=(wallet,) if place % 4 == 0 else (),
        )
    everything = whole_payments(ledger, ledger.history.find(PaymentFilter(), most=100).payments)
    for wanted in (
        PaymentFilter(),
        PaymentFilter(since=NOON + DAY, until=NOON + 2 * DAY),
        PaymentFilter(provider="vianet", states=frozenset({S.PAID, S.WAITING})),
        PaymentFilter(operator="Hari", text="asha"),
        PaymentFilter(tender=TenderKind.WALLET),
        PaymentFilter(tender=TenderKind.CASH, operator="Sita"),
    ):
        found = ledger.history.find(wanted, most=100).payments
        whole = [one for one in everything if _holds(one, wanted)]
        assert list(found) == [ListedPayment.of(one) for one in whole]
        totals = ledger.history.totals(wanted)
        assert totals.count == len(found)
        assert totals.amount == sum((one.amount for one in found), start=Money(0))
        assert {state for state, count in totals.counts.items() if count} == {
            one.state for one in found
        }


def _holds(payment: Payment, wanted: PaymentFilter) -> bool:
    order, kinds = payment.order, {one.kind for one in payment.order.tenders}
    return (
        (wanted.since is None or payment.recorded_at >= wanted.since)
        and (wanted.until is None or payment.recorded_at < wanted.until)
        and wanted.provider in (None, order.provider)
        and wanted.operator in (None, order.operator)
        and (not wanted.states or payment.state in wanted.states)
        and (wanted.tender is None or wanted.tender in kinds)
        and matches(payment, wanted.text)
    )


def test_pages_leave_out_nothing_while_payments_are_added(ledger: SqliteLedger) -> None:
    for place in range(5):
        add(ledger, str(place))
    first = ledger.history.find(PaymentFilter(), most=2)
    add(ledger, "later")
    rest = ledger.history.find(PaymentFilter(), after=first.next, most=10)
    assert [one.number for one in (*first.payments, *rest.payments)] == [5, 4, 3, 2, 1]
    oldest = ledger.history.find(PaymentFilter(), order=SearchOrder.OLDEST_FIRST, most=4)
    assert [one.number for one in oldest.payments] == [1, 2, 3, 4]
    assert oldest.next is not None
    assert oldest.next.number == 4


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 4), max_size=9))
def test_by_amount_the_pages_leave_out_nothing_and_repeat_nothing(
    tmp_path_factory: pytest.TempPathFactory, rupees: list[int]
) -> None:
    with closing(blank_ledger(tmp_path_factory.mktemp("amounts") / "ledger.db")) as ledger:
        for place, amount in enumerate(rupees):
            add(
                ledger,
                str(place),
                amount=Money.rupees(amount),
                lines=(),
                cash_due=Money.rupees(amount),
            )
        wanted = sorted(range(1, len(rupees) + 1), key=lambda one: (-rupees[one - 1], -one))
        assert numbers(ledger, order=SearchOrder.LARGEST_FIRST) == wanted
        assert numbers(ledger, "asha", order=SearchOrder.LARGEST_FIRST) == wanted
        assert numbers(ledger, order=SearchOrder.SMALLEST_FIRST) == wanted[::-1]


def test_every_order_is_known_backwards(ledger: SqliteLedger) -> None:
    for place in range(5):
        add(ledger, str(place))
    for order in SearchOrder:
        assert numbers(ledger, order=order.backwards) == numbers(ledger, order=order)[::-1]
        assert order.backwards.backwards is order


def test_all_who_took_cash_are_named_once(ledger: SqliteLedger) -> None:
    for place, name in enumerate(("Sita", "Ram", "Sita", "")):
        add(ledger, str(place), operator=name)
    assert ledger.history.operators() == ("Ram", "Sita")


@pytest.mark.parametrize("record", RECORDS, ids=[one.stem for one in RECORDS])
def test_an_earlier_record_is_searched_after_its_migration(record: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(record, tmp_path))
    with closing(open_ledger(path)) as ledger:
        kept = ledger.history.find(PaymentFilter(), most=1000).payments
        assert kept
        for payment in kept:
            assert payment.number in numbers(ledger, payment.account_id)


def test_an_index_that_cannot_be_written_stops_no_payment_and_is_made_anew(
    ledger: SqliteLedger, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    add_in(ledger, S.PAID)
    with raw(path) as stranger:
        stranger.execute("UPDATE payment_words_data SET block = x'00'")
    with caplog.at_level(logging.WARNING):
        second = add_in(ledger, S.PAID, "8", customer_name="Bishnu", account_id="b1")
    assert second.receipt == 2
    assert "out of use" in caplog.text
    ledger.close()
    with closing(open_ledger(path)) as again:
        assert numbers(again, "bishnu") == [2]
        assert numbers(again, "asha") == [1]
