"""Older lists: each row is taken, known already, or comes back with a reason, whatever it is."""

from __future__ import annotations

import csv
import io
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.application.old_lists import OldLists, RejectedFile
from desktop_app.core.billing.accounts import Account
from desktop_app.core.cancellation import cancellable
from desktop_app.core.customer_book import CustomerCard, LineFilter
from desktop_app.core.customers import NEVER
from desktop_app.core.environment import Environment
from desktop_app.core.old_lists.columns import Part, guess
from desktop_app.core.old_lists.taking import (
    Book,
    Choice,
    Plan,
    Reason,
    Rejected,
    Taking,
    read_rows,
)
from desktop_app.core.old_lists.text import ListError, ListTrouble, OldList, read_list
from desktop_app.exports.rejected_rows import write_rejected
from tests.fakes import HandClock
from tests.tables import each
from tests.unit.old_lists_kit import ALL, INFOS, PROVIDERS, WL, P, rows_of
from tests.unit.test_ledger_kit import NOON, add

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.old_lists.taking import Read
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.ledger.sqlite.old_lists import SqliteOldLists

LIVE = Environment.LIVE
AS_IT_IS = Choice(ALL, has_header=False)


def nothing(_: object) -> None:
    return None


def take(ledger: SqliteLedger, text: str, choice: Choice = AS_IT_IS) -> Plan:
    read = list(read_rows(rows_of(text), choice, PROVIDERS, LIVE))
    tried = ledger.old_lists().plan(read)
    taken = ledger.old_lists().take(read, NOON, nothing)
    assert tried == taken, "what was shown before is what came"
    return taken


def reasons(plan: Plan) -> list[tuple[Reason, str]]:
    return [(one.reason, one.detail) for one in plan.rejected]


# --- what is taken ------------------------------------------------------------------------------


def test_an_account_that_gets_another_name_is_named_with_both(ledger: SqliteLedger) -> None:
    for account, name in (("ram_home", "RAM THAPA"), ("sita_home", "SITA"), ("no_name", "")):
        known = Account(WL, account, name, ())
        ledger.accounts.remember(known, PROVIDERS[WL].account_key(LIVE, account), NOON)
    text = (
        "Ram Thapa,9841,ram_home,WorldLink,\n"
        "Sita Rai,9842,SITA_HOME,WorldLink,\n"
        "Hari Oli,9843,no_name,WorldLink,\n"
        "Sita Rai,9842,sita_home,WorldLink,\n"
    )
    plan = take(ledger, text)
    assert [(one.account_id, one.before, one.after) for one in plan.renamed] == [
        ("SITA_HOME", "SITA", "Sita Rai")
    ]
    assert (plan.taken, plan.known) == (3, 1)
    assert take(ledger, text).renamed == []


def test_a_phone_without_a_name_leaves_the_name_of_the_company(ledger: SqliteLedger) -> None:
    known = Account(WL, "sita_home", "SITA RAI", ())
    ledger.accounts.remember(known, PROVIDERS[WL].account_key(LIVE, "sita_home"), NOON)
    plan = take(ledger, ",9842,sita_home,WorldLink,\n,9843,new_home,WorldLink,\n")
    assert [card.name for card in plan.new_cards.values()] == ["SITA RAI", "new_home"]
    assert plan.renamed == []


def test_customers_are_taken_with_their_accounts(ledger: SqliteLedger) -> None:
    text = (
        "Ram Thapa,9841,ram_home,WorldLink,blue gate\n"
        "Ram Thapa,9841,110871,Vianet,\n"
        "Sita Rai,9842,,,\n"
        ",,gita_home,WorldLink,\n"
        "Ram Thapa,9841,ram_home,worldlink,blue gate\n"
    )
    plan = take(ledger, text)
    assert (plan.taken, plan.known, plan.rejected) == (4, 1, [])
    book = ledger.customers_of(LIVE)
    companies = {one.company: frozenset[str]() for one in INFOS}
    lines = book.lines(LineFilter(companies)).lines
    found = {(n.name, n.account.account_id if n.account else "") for n in lines}
    assert found == {
        ("Ram Thapa", "ram_home"), ("Ram Thapa", "110871"), ("Sita Rai", ""),
        ("gita_home", "gita_home"),
    }  # fmt: skip
    (ram,) = {line.card for line in lines if line.card and line.name == "Ram Thapa"}
    assert (ram.phone, ram.note) == ("9841", "blue gate")
    assert len(book.accounts_of(ram.id)) == 2
    assert {line.account.looked_up_at for line in lines if line.account} == {NEVER}
    again = take(ledger, text)
    assert (again.taken, again.known, again.rejected) == (0, 5, [])


def test_what_the_record_has_is_never_replaced(ledger: SqliteLedger) -> None:
    take(ledger, "Ram Thapa,9841,ram_home,WorldLink,blue gate\nSita,985,,,\n")
    before = ledger.customers_of(LIVE).like("ram", 9)
    plan = take(
        ledger,
        "Ram Thapa,9999,ram_home,WorldLink,\n"
        "Hari,9841,ram_home,WorldLink,\n"
        "Ram Thapa,9841,ram_home,WorldLink,red gate\n"
        "RAM  THAPA,9841,RAM_HOME,worldlink,Blue\n"
        "Sita,985,,,pays late\n",
    )
    assert plan.known == 1
    assert reasons(plan) == [
        (Reason.OTHER_PHONE, "9841"),
        (Reason.OTHERS_ACCOUNT, "Ram Thapa"),
        (Reason.OTHER_NOTE, "blue gate"),
        (Reason.OTHER_NOTE, ""),
    ]
    assert ledger.customers_of(LIVE).like("ram", 9) == before


def test_an_account_that_was_looked_up_gets_its_customer(ledger: SqliteLedger) -> None:
    provider = PROVIDERS[WL]
    key = provider.account_key(LIVE, "ram_home")
    ledger.accounts.remember(Account(WL, "ram_home", "RAM B", (), days_left=3), key, NOON)
    assert take(ledger, "Ram,9841,ram_home,WorldLink,\n").taken == 1
    book = ledger.customers_of(LIVE)
    (card,) = book.like("9841", 5)
    (line,) = book.accounts_of(card.id)
    assert line.account is not None
    assert (line.account.looked_up_at, line.account.days_left) == (NOON, 3)


@each(
    ("row", "reason"),
    [
        (",9841,,,", Reason.NO_NAME),
        ("Ram,n/a,,,", Reason.NO_PHONE),
        ("Ram,,ram,,", Reason.NO_COMPANY),
        ("Ram,,ram,Nowhere Net,", Reason.UNKNOWN_COMPANY),
        (f"Ram,,{'9' * 70},Vianet,", Reason.BAD_ACCOUNT),
        (f"{'R' * 81},,,,", Reason.TOO_LONG),
        (f"Ram,,,,{'n' * 501}", Reason.TOO_LONG),
        ("Thapa,Ram,9841,ram,WorldLink,note", Reason.TOO_MANY_CELLS),
    ],
)
def test_a_row_that_is_not_taken_says_why(row: str, reason: Reason) -> None:
    choice = Choice(ALL, has_header=True)
    (read,) = read_rows(rows_of(f"a,b,c,d,e\n{row}\n"), choice, PROVIDERS, LIVE)
    assert isinstance(read, Rejected)
    assert read.reason is reason


def test_one_company_may_be_that_of_all(ledger: SqliteLedger) -> None:
    choice = Choice({P.NAME: 0, P.ACCOUNT: 1}, has_header=False, company=WL)
    assert take(ledger, "Ram,ram_home\nSita,sita_1\n", choice).taken == 2


def test_a_company_without_an_account_becomes_a_note(ledger: SqliteLedger) -> None:
    assert take(ledger, "Ram,9841,,Nowhere Net,x\n").taken == 1
    (card,) = ledger.customers_of(LIVE).like("nowhere", 5)
    assert card.note == "x · Nowhere Net"


# --- whatever the file is -----------------------------------------------------------------------

CELLS = st.one_of(
    st.sampled_from(["", "Ram", "RAM", "Sita", "9841", "984 1", "ram_home", "WorldLink", "Vianet",
                     "110871", "Nowhere", "-", "n/a", "=1+1", '"', "blue", "x" * 90, "नाम",
                     "\u200d"]),
    st.text(max_size=6),
)  # fmt: skip
SETTINGS = settings(
    database=None,
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@given(
    lines=st.lists(st.lists(CELLS, max_size=7), max_size=12),
    at=st.permutations(range(6)),
    header=st.booleans(),
    company=st.sampled_from(["", WL]),
    first=st.integers(0, 12),
)
@SETTINGS
def test_each_row_is_counted_once_and_comes_to_the_record_or_back(
    ledger: SqliteLedger,
    tmp_path: Path,
    lines: list[list[str]],
    at: list[int],
    header: bool,
    company: str,
    first: int,
) -> None:
    rows = tuple(tuple(line) for line in lines if any(line))
    choice = Choice(dict(zip(Part, at, strict=False)), header, company)
    read = list(read_rows(rows, choice, PROVIDERS, LIVE))
    count = len(rows[1:] if header else rows)
    assert len(read) == count
    # Some first, then all: whatever was taken is known then, and nothing more comes of it.
    ledger.old_lists().take(read[:first], NOON, nothing)
    taken = ledger.old_lists().take(read, NOON, nothing)
    assert taken.rows == count
    again = ledger.old_lists().plan(read)
    assert again.taken == 0
    assert again.rows == count
    path = tmp_path / "not taken.csv"
    write_rejected(path, (), taken.rejected, "Why", lambda one: one.reason.value)
    with path.open(encoding="utf-8-sig", newline="") as file:
        back = list(csv.reader(file))
    assert [row[-1] for row in back] == [one.reason.value for one in taken.rejected]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in back for cell in row)


@given(st.binary(max_size=200), st.booleans())
@settings(database=None, deadline=None, max_examples=300)
def test_any_file_is_read_or_refused(data: bytes, header: bool) -> None:
    try:
        rows = read_list(data).rows
    except ListError:
        return
    columns = guess(rows, INFOS, header=header)
    read = list(read_rows(rows, Choice(columns, header, WL), PROVIDERS, LIVE))
    decided = Taking(Book()).decide(read)
    assert decided.rows == len(rows) - header


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=9))
@settings(database=None, deadline=None)
def test_what_comes_back_can_be_read_again(lines: list[list[str]]) -> None:
    """No cell is lost between a list and its file of rejected rows."""
    file = io.StringIO()
    csv.writer(file).writerows(lines)
    try:
        rows = read_list(f"sep=,\n{file.getvalue()}".encode()).rows
    except ListError:
        return
    again = io.StringIO()
    csv.writer(again).writerows(rows)
    assert read_list(f"sep=,\n{again.getvalue()}".encode()).rows == rows


# --- in parts -----------------------------------------------------------------------------------


def many(count: int) -> list[Read]:
    text = "".join(f"Name {n},98{n:05},,,\n" for n in range(count))
    return list(read_rows(rows_of(text), AS_IT_IS, PROVIDERS, LIVE))


def test_given_up_halfway_what_is_written_stays_and_the_rest_comes_the_next_time(
    ledger: SqliteLedger,
) -> None:
    read = many(1200)
    cancelled = threading.Event()
    with cancellable(cancelled):
        part = ledger.old_lists().take(read, NOON, lambda _: cancelled.set())
    assert 0 < part.taken == part.rows < 1200
    rest = ledger.old_lists().take(read, NOON, nothing)
    assert (rest.taken, rest.known) == (1200 - part.taken, part.taken)


def test_a_payment_comes_between_two_parts(ledger: SqliteLedger) -> None:
    """It waits for one part, not for the list."""
    recorded: list[int] = []
    wanted, is_recorded = threading.Event(), threading.Event()

    def pay() -> None:
        wanted.wait()
        add(ledger, "between")
        is_recorded.set()

    def after_a_part(done: int) -> None:
        wanted.set()
        if is_recorded.is_set():
            recorded.append(done)

    paying = threading.Thread(target=pay)
    paying.start()
    taken = ledger.old_lists().take(many(4000), NOON, after_a_part)
    paying.join()
    assert taken.taken == 4000
    assert recorded, "the payment waited until the list was written"


def test_what_somebody_writes_between_two_parts_is_known_to_the_next(ledger: SqliteLedger) -> None:
    read = many(600)
    book = ledger.customers_of(LIVE)

    def write_the_last(_: int) -> None:
        if not book.like("98" + f"{599:05}", 5):
            book.save(CustomerCard("Name 599", "98" + f"{599:05}", "by hand"), NOON)

    taken = ledger.old_lists().take(read, NOON, write_the_last)
    assert (taken.taken, taken.known) == (599, 1)
    assert [card.note for card in book.like("98" + f"{599:05}", 5)] == ["by hand"]


class OneRecord:
    """Gives the test's record for every environment."""

    def __init__(self, ledger: SqliteLedger) -> None:
        self._ledger = ledger

    def old_lists(self, _: Environment) -> SqliteOldLists:
        return self._ledger.old_lists()


class AllCompanies:
    """The catalog of all companies."""

    def providers(self) -> tuple[Provider, ...]:
        return tuple(PROVIDERS.values())


@pytest.mark.parametrize("is_lost", [False, True])
def test_the_file_of_what_is_not_taken_tells_of_what_changed_meanwhile(
    ledger: SqliteLedger, tmp_path: Path, is_lost: bool
) -> None:
    """Or it is said that it does not."""
    lists = OldLists(OneRecord(ledger), AllCompanies(), HandClock())  # type: ignore[arg-type]
    rows = read_list("".join(f"Name {n},98{n:05},,,\n" for n in range(400)).encode())
    book = ledger.customers_of(LIVE)
    file = RejectedFile(tmp_path / "papers" / "rest.csv", "Why", lambda one: one.reason.value)

    def change(done: int) -> None:
        if done < 400:
            book.save(CustomerCard("Name 399", "9800399", "by hand"), NOON)
            if is_lost:
                file.path.parent.write_text("a file where the folder should be")

    other = OldList((*rows.rows[:-1], ("Name 399", "9800399", "", "", "x")), "", "")
    if is_lost:
        with pytest.raises(ListError) as error:
            lists.take(LIVE, other, AS_IT_IS, file, change)
        assert error.value.trouble is ListTrouble.NOT_REWRITTEN
    else:
        lists.take(LIVE, other, AS_IT_IS, file, change)
        assert file.path.read_text(encoding="utf-8-sig").splitlines() == [
            "Name 399,9800399,,,x,other_note"
        ]
    assert len(book.like("9800", 500)) == 400


def test_nothing_is_taken_where_the_rejected_rows_cannot_be_written(
    ledger: SqliteLedger, tmp_path: Path
) -> None:
    lists = OldLists(OneRecord(ledger), AllCompanies(), HandClock())  # type: ignore[arg-type]
    (tmp_path / "papers").write_text("a file where the folder should be")
    file = RejectedFile(tmp_path / "papers" / "rest.csv", "Why", lambda one: one.reason.value)
    rows = OldList((("Ram", "9841"), ("", "")), "", "")
    with pytest.raises(ListError) as error:
        lists.take(LIVE, rows, AS_IT_IS, file, nothing)
    assert error.value.trouble is ListTrouble.NOT_WRITTEN
    assert ledger.customers_of(LIVE).like("ram", 5) == ()


def test_a_card_that_was_written_by_hand_gets_the_account_and_the_note(
    ledger: SqliteLedger,
) -> None:
    book = ledger.customers_of(LIVE)
    kept = book.save(CustomerCard("Ram Thapa", "9841", "blue gate", is_favourite=True), NOON)
    assert take(ledger, "ram thapa,9841,ram_home,WorldLink,pays late\n").taken == 1
    assert book.like("9841", 5) == (replace(kept, note="blue gate · pays late"),)
    assert len(book.accounts_of(kept.id)) == 1
