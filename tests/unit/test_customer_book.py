"""The book of customers: several accounts of one, found by whatever is known, and who runs out."""

from __future__ import annotations

import shutil
import unicodedata
from dataclasses import replace
from datetime import date, datetime, timedelta
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.billing.accounts import Account
from desktop_app.core.customer_book import (
    CustomerCard,
    CustomerLine,
    DuePeriod,
    DueSpan,
    LineFilter,
    LinePlace,
)
from desktop_app.core.customers import NEVER, CustomerSearch, days_left, expires_on
from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError
from desktop_app.core.payments.payment import Event, EventKind, PaymentState
from desktop_app.ledger.sqlite.ledger import open_ledger
from tests.unit.test_ledger_kit import MINUTE, NOON, add_in, raw
from tests.unit.test_one_account_key import PROVIDER, JoinsDashes

if TYPE_CHECKING:
    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.ledger.sqlite.customers import SqliteCustomers
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

LIVE = Environment.LIVE
DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)
OTHER = JoinsDashes("other", "other")
MIGRATION = import_module("desktop_app.ledger.sqlite.migrations.versions.0011_customers")
RECORD = Path(__file__).parents[1] / "data" / "record-0.1.0.db"


@pytest.fixture
def book(ledger: SqliteLedger) -> SqliteCustomers:
    return ledger.customers_of(LIVE)


def looked_up(
    ledger: SqliteLedger,
    account_id: str,
    at: datetime = NOON,
    provider: JoinsDashes = PROVIDER,
    **facts: Any,
) -> AccountKey:
    """An account that the service was asked about."""
    values = {"customer_name": "RAM BDR", "offers": ()} | facts
    key = provider.account_key(LIVE, account_id)
    account = Account(provider=provider.info.slug, account_id=account_id, **values)
    key = provider.key_of(LIVE, account)
    ledger.accounts.remember(account, key, at)
    return key


def every(text: str = "", **changes: Any) -> LineFilter:
    return LineFilter(CustomerSearch(text).among([PROVIDER, OTHER]), text, **changes)


def ids(lines: tuple[CustomerLine, ...]) -> list[str]:
    """Account ids, or the names of cards without any."""
    return [line.account.account_id if line.account else line.name for line in lines]


def found(book: SqliteCustomers, text: str = "", **changes: Any) -> list[str]:
    page = book.lines(every(text, **changes))
    assert page.next is None
    assert book.count(every(text, **changes)) == len(page.lines)
    return ids(page.lines)


def test_a_customer_has_several_accounts_a_phone_and_a_note(
    ledger: SqliteLedger, book: SqliteCustomers
) -> None:
    home = looked_up(ledger, "ram-home")
    shop = looked_up(ledger, "ram-shop", NOON + MINUTE, OTHER)
    card = book.save(CustomerCard(" Ram  Thapa ", "९८४१-२३४५६७", "blue gate\n\n "), NOON, home)
    assert card == CustomerCard("Ram Thapa", "9841-234567", "blue gate", id=card.id)
    assert book.save(replace(card, is_favourite=True), NOON, shop).is_favourite
    assert ids(book.accounts_of(card.id)) == ["ram-shop", "ram-home"]
    book.release(home)
    assert ids(book.accounts_of(card.id)) == ["ram-shop"]
    assert [line.card is None for line in book.lines(every()).lines] == [False, True]
    with pytest.raises(LedgerError):
        book.save(CustomerCard(" "), NOON)
    with pytest.raises(LedgerError):
        book.save(CustomerCard("Sita"), NOON, PROVIDER.account_key(LIVE, "nobody"))
    assert book.like("sita", 5) == (), "neither is kept"


def test_a_new_card_of_a_known_customer_loses_nothing_of_the_one_that_is_kept(
    book: SqliteCustomers,
) -> None:
    first = book.save(CustomerCard("Ram Thapa", "984", "blue gate", is_favourite=True), NOON)
    again = book.save(CustomerCard("RAM THAPA", "984", "pays late"), NOON)
    assert again == replace(first, note="blue gate · pays late")
    assert book.save(CustomerCard("Ram Thapa", "985"), NOON).id != first.id


TYPED = (
    "thapa", "ram th", "thapa ram", "9841234567", "984123", "(984) 1234", "ram_home", "HOME",
    "blue gate", "gate", "लिङ्क", "लिंक", "लिङ", "सुनिता", "\u0958लम", "क\u093cलम",
)  # fmt: skip


def test_a_customer_is_found_by_name_phone_account_and_note(
    ledger: SqliteLedger, book: SqliteCustomers
) -> None:
    home = looked_up(ledger, "ram_home", customer_name="")
    looked_up(ledger, "other", NOON, OTHER, customer_name="Gita")
    book.save(CustomerCard("Gita", "977", "red"), NOON)
    note = "Blue gate\nसुनीता, लिङ्क, क\u093cलम"
    book.save(CustomerCard("Ram Thapa", "984-123 4567", note), NOON, home)
    assert [typed for typed in TYPED if found(book, typed) != ["ram_home"]] == []


@pytest.mark.parametrize("typed", ["ram sita", "984765", "!!!", "red gate", "%"])
def test_nobody_is_found_by_what_is_not_there(
    ledger: SqliteLedger, book: SqliteCustomers, typed: str
) -> None:
    home = looked_up(ledger, "ram_home")
    book.save(CustomerCard("Ram Thapa", "9841", "blue gate"), NOON, home)
    book.save(CustomerCard("Sita", "9842", "red"), NOON)
    assert found(book, typed) == []


def test_favourites_are_shown_alone(ledger: SqliteLedger, book: SqliteCustomers) -> None:
    home = looked_up(ledger, "ram_home")
    looked_up(ledger, "gita")
    ram = book.save(CustomerCard("Ram"), NOON, home)
    sita = book.save(CustomerCard("Sita", is_favourite=True), NOON)
    book.set_favourite(ram.id, is_favourite=True)
    assert found(book, favourites=True) == ["ram_home", "Sita"]
    assert found(book, "sita", favourites=True) == ["Sita"]
    book.set_favourite(sita.id, is_favourite=False)
    assert found(book, favourites=True) == ["ram_home"]


def test_accounts_of_companies_that_are_off_are_not_shown_but_their_customer_is(
    ledger: SqliteLedger, book: SqliteCustomers
) -> None:
    shop = looked_up(ledger, "ram_shop", provider=OTHER)
    looked_up(ledger, "gita", provider=OTHER)
    book.save(CustomerCard("Ram"), NOON, shop)
    assert ids(book.lines(LineFilter(CustomerSearch("").among([PROVIDER]))).lines) == ["Ram"]


def test_whom_an_account_belongs_to_outlives_later_look_ups(
    ledger: SqliteLedger, book: SqliteCustomers
) -> None:
    typed = looked_up(ledger, "984")
    card = book.save(CustomerCard("Ram"), NOON, typed)
    # The company now names the customer by an id of its own: the row of what was typed goes.
    looked_up(ledger, "984", NOON + MINUTE, own_id="c-77")
    (line,) = book.accounts_of(card.id)
    assert line.account is not None
    assert (line.account.key.account, line.account.account_id) == ("c77", "984")
    looked_up(ledger, "984", NOON + 2 * MINUTE, own_id="c-77", customer_name="RAM B. THAPA")
    (line,) = book.accounts_of(card.id)
    assert line.name == "Ram"


def test_pages_go_on_where_the_one_before_ended(
    ledger: SqliteLedger, book: SqliteCustomers
) -> None:
    for n in range(7):
        key = looked_up(ledger, f"a{n}", NOON + timedelta(minutes=n // 3), days_left=n // 2)
        if n % 3 == 0:
            book.save(CustomerCard(f"Owner {n}"), NOON, key)
    for n in range(4):
        book.save(CustomerCard(f"Lone {n}"), NOON)
    due = DueSpan(TODAY, TODAY + 9 * DAY)
    for wanted in (every(), every("a"), every(due=due), every(due=replace(due, newest_first=True))):
        whole = book.lines(wanted).lines
        assert len(set(ids(whole))) == len(whole) == book.count(wanted)
        for most in range(1, 12):
            read: list[CustomerLine] = []
            after: LinePlace | None = None
            while True:
                page = book.lines(wanted, after=after, most=most)
                assert len(page.lines) == most or page.next is None
                read += page.lines
                after = page.next
                if after is None:
                    break
            assert tuple(read) == whole, most
    times = [line.account.looked_up_at for line in book.lines(every()).lines if line.account]
    assert all(one >= other for one, other in pairwise(times))


# --- what runs out ----------------------------------------------------------------------------


def due(
    book: SqliteCustomers, period: DuePeriod, text: str = "", today: date = TODAY
) -> list[tuple[str, date | None]]:
    since, until = period.span(today)
    span = DueSpan(since, until, newest_first=period is DuePeriod.GONE)
    lines = book.lines(every(text, due=span)).lines
    assert book.count(every(text, due=span)) == len(lines)
    return [(line.account.account_id, line.expires_on) for line in lines if line.account]


def test_what_runs_out_is_sorted_by_its_day(ledger: SqliteLedger, book: SqliteCustomers) -> None:
    for days in (30, 0, 7, 3, -1, -5, 31, None, 10**9):
        looked_up(ledger, f"left{days}", days_left=days)
    looked_up(ledger, "asked earlier", NOON - 4 * DAY, days_left=5)
    at = {n: TODAY + n * DAY for n in range(-9, 32)}
    assert due(book, DuePeriod.TODAY) == [("left0", at[0])]
    in_days = [("left0", at[0]), ("asked earlier", at[1]), ("left3", at[3])]
    assert due(book, DuePeriod.THREE_DAYS) == in_days
    assert due(book, DuePeriod.WEEK) == [*in_days, ("left7", at[7])]
    assert due(book, DuePeriod.MONTH) == [*in_days, ("left7", at[7]), ("left30", at[30])]
    assert due(book, DuePeriod.GONE) == [("left-1", at[-1]), ("left-5", at[-5])]
    assert due(book, DuePeriod.WEEK, "left7") == [("left7", at[7])]


def test_a_day_that_a_company_names_is_the_day_on_which_it_runs_out(
    ledger: SqliteLedger, book: SqliteCustomers
) -> None:
    """Some companies name a day and count no days; where both are told, the day is what runs."""
    looked_up(ledger, "named", expires_on=TODAY + 2 * DAY)
    looked_up(ledger, "both", days_left=5, expires_on=TODAY + 6 * DAY)
    looked_up(ledger, "gone", expires_on=TODAY - 4 * DAY)
    looked_up(ledger, "of no sense", days_left=1, expires_on=date(9999, 12, 31))
    looked_up(ledger, "of no sense alone", expires_on=date(1, 1, 1))
    at = {n: TODAY + n * DAY for n in range(-9, 9)}
    week = [("of no sense", at[1]), ("named", at[2]), ("both", at[6])]
    assert due(book, DuePeriod.WEEK) == week
    assert due(book, DuePeriod.GONE) == [("gone", at[-4])]
    left = {one.account_id: days_left(one, NOON + DAY) for one in ledger.accounts.known(LIVE)}
    assert left == {
        "named": 1, "both": 4, "gone": 0, "of no sense": 0, "of no sense alone": None,
    }  # fmt: skip


def test_the_day_is_that_of_nepal() -> None:
    evening = datetime.fromisoformat("2026-11-22T18:14:59+00:00")
    assert expires_on(2, evening) == date(2026, 11, 24)
    assert expires_on(2, evening + timedelta(seconds=1)) == date(2026, 11, 25)
    assert expires_on(None, evening) is None


@pytest.mark.parametrize("state", list(PaymentState))
def test_whoever_paid_since_is_not_reminded(
    ledger: SqliteLedger, book: SqliteCustomers, state: PaymentState
) -> None:
    if state is PaymentState.WRITTEN_BY_NEWER:
        pytest.skip("is never written")
    looked_up(ledger, "asha_home", NOON, days_left=1)
    add_in(ledger, state, provider="plain", account_id="asha_home", at=NOON)
    is_left = state in (PaymentState.RECORDED, PaymentState.NOT_PAID)
    assert bool(due(book, DuePeriod.WEEK)) is is_left
    # The next look-up tells anew.
    looked_up(ledger, "asha_home", NOON + 5 * MINUTE, days_left=2)
    assert due(book, DuePeriod.WEEK) == [("asha_home", TODAY + 2 * DAY)]


def test_days_left_are_not_known_after_a_payment_until_the_next_look_up(
    ledger: SqliteLedger, book: SqliteCustomers
) -> None:
    looked_up(ledger, "asha_home", NOON, days_left=1)

    def told() -> tuple[int | None, date | None]:
        (line,) = book.lines(every()).lines
        assert line.account is not None
        return days_left(line.account, NOON), line.expires_on

    assert told() == (1, TODAY + DAY)
    paid = add_in(ledger, PaymentState.PAID, provider="plain", account_id="asha_home", at=NOON)
    assert told() == (None, None)
    assert [days_left(one, NOON) for one in ledger.accounts.known(LIVE)] == [None]
    ledger.append(paid.number, Event(EventKind.REVERSED, NOON + MINUTE))
    assert told() == (1, TODAY + DAY), "it came back: the account runs out as before"
    add_in(ledger, PaymentState.PAID, "8", provider="plain", account_id="asha_home", at=NOON)
    assert told() == (None, None)
    looked_up(ledger, "asha_home", NOON + 5 * MINUTE, days_left=31)
    assert told() == (31, TODAY + 31 * DAY)


def test_when_a_customer_was_told_is_kept(ledger: SqliteLedger, book: SqliteCustomers) -> None:
    key = looked_up(ledger, "asha_home", days_left=1)
    book.set_reminded(key, NOON + MINUTE)
    assert book.lines(every()).lines[0].reminded_at == NOON + MINUTE
    looked_up(ledger, "asha_home", NOON + 5 * MINUTE, days_left=1)
    assert book.lines(every()).lines[0].reminded_at == NOON + MINUTE
    book.set_reminded(key, None)
    assert book.lines(every()).lines[0].reminded_at is None
    with pytest.raises(LedgerError):
        book.set_reminded(PROVIDER.account_key(LIVE, "nobody"), NOON)


# --- older records ----------------------------------------------------------------------------


def test_a_record_of_the_first_version_tells_what_runs_out(tmp_path: Path) -> None:
    path = Path(shutil.copy(RECORD, tmp_path))
    with raw(path) as connection:
        before = connection.execute("SELECT account_id, days_left FROM accounts").fetchall()
    ledger = open_ledger(path)
    known = ledger.accounts.known(Environment.TEST)
    with raw(path) as connection:
        days = dict(connection.execute("SELECT account_id, expires_on FROM accounts").fetchall())
    ledger.close()
    assert len(known) == len(before) > 3
    assert any(days_left is not None for _, days_left in before)
    for one in known:
        day = expires_on(one.days_left, one.looked_up_at)
        assert days[one.account_id] == (day and day.isoformat())


NEPALI = st.text(st.sampled_from("कखगङञनमसुूिी्ँंशष़ क़\u200d\u200c 12९-+éÉß"), max_size=12)


@given(NEPALI, NEPALI)
@settings(database=None, deadline=None)
def test_customers_of_older_records_are_found_as_new_ones_are(name: str, phone: str) -> None:
    card = CustomerCard(name, phone).tidied()
    assert MIGRATION.found_by(card.name, card.phone) == card.found_by


@given(st.data(), NEPALI, NEPALI)
@settings(
    database=None,
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_card_is_found_by_each_of_its_words_in_any_normal_form(
    book: SqliteCustomers, data: st.DataObject, name: str, note: str
) -> None:
    card = CustomerCard(f"x{name}", "", note)
    kept = book.save(card, NOON)
    words = [word for word in f"x{name} {note}".split() if any(map(str.isalnum, word))]
    word = data.draw(st.sampled_from(words))
    forms = [unicodedata.normalize(form, word) for form in ("NFC", "NFD", "NFKC", "NFKD")]
    typed = data.draw(st.sampled_from(forms))
    assert kept in book.like(typed, -1)


def test_never_is_older_than_any_look_up() -> None:
    assert min(NEVER, NOON - 365_000 * DAY) == NEVER
