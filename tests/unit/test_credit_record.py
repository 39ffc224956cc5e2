"""The shop's credit over real HTTP and in a real file: readings, days, notes, the request."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.settings import Settings
from desktop_app.core.shifts.credit import CreditNote, CreditNoteKind, GapCause
from desktop_app.core.shifts.credit_day import RequestOutcome
from desktop_app.core.shop import Till
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.providers.worldlink import WorldLink
from desktop_app.redaction.tokens import Redactor
from desktop_app.sandbox.practice import PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.replies import Failure, Reply
from desktop_app.sandbox.server import SandboxServer
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.vault.keyring_vault import MemoryVault
from tests.blank_ledger import put_blank_ledger
from tests.dialogues import choose, look_up, request_of
from tests.fakes import HandClock, counter
from tests.unit.test_ledger_kit import add, raw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEST = Environment.TEST
TILL = Till(operator="Sita", operator_id="a" * 32)
TODAY = date(2026, 11, 22)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Account:
    """A shop with its account at a practice service, at a time that the test moves on."""

    def __init__(self, folder: Path, server: SandboxServer, clock: HandClock) -> None:
        self.folder = folder
        self.service = server.service
        self.clock = clock
        vault = MemoryVault()
        vault.save(TEST, PRACTICE_TOKEN)
        put_blank_ledger(ledger_path(folder, TEST))
        given = Dependencies(
            folder,
            clock,
            SettingsFile(settings_path(folder)),
            Connection(TEST, server.url),
            vault,
        )
        self.parts: UseCases = UseCases(given, Settings(environment=TEST), Redactor())
        self.credit = self.parts.credit
        self.ledger = self.parts.environments.credit(TEST)

    def told(self) -> CreditNote:
        """The balance as the service tells it now."""
        amount = self.parts.environments.desk(TEST).balance()
        return CreditNote(CreditNoteKind.READING, self.clock.now(), amount)

    def read(self, *, first_of_day: bool = False) -> CreditNote | None:
        return self.credit.keep_reading(TEST, TILL, self.told(), first_of_day=first_of_day)

    def pay(self, user: str = "online_renew") -> Payment:
        self.clock.move(timedelta(minutes=1))
        desk, provider = self.parts.environments.desk(TEST), WorldLink()
        inquiry = choose(desk, provider, look_up(desk, provider, {"username": user}))
        paid = desk.pay(request_of(provider, inquiry, counter(), agrees=True)).payment
        self.clock.move(timedelta(minutes=1))
        return paid

    def paths(self) -> list[str]:
        return [heard.path for heard in self.service.heard]


@pytest.fixture
def account(tmp_path: Path, clock: HandClock) -> Iterator[Account]:
    with SandboxServer(PracticeService(now=clock.now)) as server:
        made = Account(tmp_path, server, clock)
        yield made
        made.parts.environments.close()


def moves(account: Account, rupees: int) -> None:
    """The service's credit changes, and nobody here knows why."""
    records = account.service._records
    records.refill(records.credit + rupees)


def test_a_day_without_a_gap_is_told_as_such(account: Account) -> None:
    account.read()
    paid = account.pay()
    day = account.credit.check(TEST, TODAY, account.told())
    assert day.check is not None
    assert (day.check.paid, day.check.gap) == (paid.order.amount, ZERO)
    assert day.check.explanations == ()


def test_the_service_is_asked_for_the_day_before_where_there_is_no_reading(
    account: Account, clock: HandClock
) -> None:
    clock.move(-DAY)
    account.told()
    clock.move(DAY)
    paid = account.pay()
    day = account.credit.check(TEST, TODAY, account.told())
    assert day.is_asked
    assert day.check is not None
    assert (day.check.opening, day.check.gap) == (Money.rupees(100_000), ZERO)
    assert day.check.paid == paid.order.amount
    asked = next(h for h in account.service.heard if h.path == "/api/credits/bydate/")
    assert asked.fields == {"date": "26-11-21"}


def test_without_any_reading_nothing_is_compared(account: Account) -> None:
    account.service.interpose = refuses("/api/credits/bydate/")
    account.pay()
    latest = account.told()
    day = account.credit.check(TEST, TODAY, latest)
    assert (day.opening, day.check) == (None, None)
    assert day.closing == latest


def refuses(path: str) -> Callable[[str, str, bytes, Callable[[], Reply]], Reply]:
    body = json.dumps({"detail": "Something Went Wrong", "status": False}).encode()
    return lambda _method, at, _body, answer: Reply(400, body) if at == path else answer()


def test_what_waits_explains_the_gap_by_its_number(account: Account) -> None:
    account.read()
    account.pay()
    waits = account.pay("practice_waiting")
    assert waits.state is PaymentState.WAITING
    day = account.credit.check(TEST, TODAY, account.told())
    assert day.check is not None
    assert day.check.gap == -waits.order.amount
    [part] = day.check.explanations[0]
    assert part.cause is GapCause.TAKEN_UNKNOWN_HERE
    assert part.payment is not None
    assert part.payment.number == waits.number


def test_a_top_up_that_is_noted_closes_the_gap_and_a_counter_note_opens_it(
    account: Account, clock: HandClock
) -> None:
    account.read()
    clock.move(HOUR)
    moves(account, 25_000)
    gap = account.credit.check(TEST, TODAY, account.told()).check
    assert gap is not None
    assert gap.explanations[-1][0].cause is GapCause.TOP_UP
    kind = CreditNoteKind.TOP_UP
    noted = account.credit.note(TEST, TILL, kind, Money.rupees(25_000), " wallet ")
    clock.move(HOUR)
    after = account.credit.check(TEST, TODAY, account.told())
    assert after.check is not None
    assert after.check.gap == ZERO
    assert noted in after.notes
    assert (noted.note, noted.operator) == ("wallet", "Sita")
    account.credit.take_back(TEST, TILL, noted)
    clock.move(HOUR)
    again = account.credit.check(TEST, TODAY, account.told()).check
    assert again is not None
    assert again.gap == Money.rupees(25_000)
    with pytest.raises(LedgerError):
        account.credit.take_back(TEST, TILL, noted)


@pytest.mark.parametrize(
    ("kind", "rupees"),
    [(CreditNoteKind.TOP_UP, 0), (CreditNoteKind.CHARGE, -5), (CreditNoteKind.READING, 5)],
)
def test_nobody_notes_nothing_or_a_reading_by_hand(
    account: Account, kind: CreditNoteKind, rupees: int
) -> None:
    with pytest.raises(LedgerError) as caught:
        account.credit.note(TEST, TILL, kind, Money.rupees(rupees), "")
    assert caught.value.problem is Problem.ILLEGAL_STEP
    assert account.ledger.notes(account.clock.now() - DAY, account.clock.now() + DAY) == ()


def test_days_leave_nothing_out_between_them(account: Account, clock: HandClock) -> None:
    account.read()
    first = account.pay()
    clock.move(8 * HOUR)
    late = account.pay()
    clock.move(10 * HOUR)
    account.read(first_of_day=True)
    second = account.pay()
    before = account.credit.check(TEST, TODAY).check
    after = account.credit.check(TEST, TODAY + DAY, account.told()).check
    assert before is not None
    assert after is not None
    assert (before.paid, before.gap) == (first.order.amount + late.order.amount, ZERO)
    assert (after.paid, after.gap) == (second.order.amount, ZERO)


def test_one_reading_a_day_is_kept_unless_another_is_wanted(
    account: Account, clock: HandClock
) -> None:
    first = account.read(first_of_day=True)
    clock.move(HOUR)
    assert account.read(first_of_day=True) == first
    second = account.read()
    clock.move(DAY)
    third = account.read(first_of_day=True)
    kept = account.ledger.notes(clock.now() - 2 * DAY, clock.now() + DAY)
    assert list(kept) == [first, second, third]


def test_no_reading_is_kept_while_a_payment_is_being_sent(account: Account) -> None:
    ledger = account.parts.environments.ledger(TEST)
    now = account.clock.now()
    made = add(ledger, at=now, environment=TEST)
    event = Event(EventKind.SENT, now, PaymentState.SENDING)
    ledger.append(made.number, event, update=PaymentUpdate(sent_at=now))
    reading = CreditNote(CreditNoteKind.READING, now + HOUR / 100, ZERO)
    account.clock.move(HOUR)
    assert account.credit.keep_reading(TEST, TILL, reading, first_of_day=False) is None


def test_a_payment_that_is_known_to_be_reversed_is_no_gap(
    account: Account, clock: HandClock
) -> None:
    account.read()
    paid = account.pay()
    moves(account, int(paid.order.amount.decimal))
    ledger = account.parts.environments.ledger(TEST)
    unknown = account.credit.check(TEST, TODAY, account.told()).check
    assert unknown is not None
    assert (GapCause.REVERSED, paid.number) in [
        (part.cause, part.payment.number) for (part, *_) in unknown.explanations if part.payment
    ]
    ledger.append(paid.number, Event(EventKind.REVERSED, clock.now()))
    clock.move(HOUR)
    known = account.credit.check(TEST, TODAY, account.told()).check
    assert known is not None
    assert (known.given_back, known.gap) == (paid.order.amount, ZERO)


# --- the request --------------------------------------------------------------------------


def requests(account: Account) -> list[object]:
    path = "/api/public/creditrequest/"
    return [h.fields["credit"] for h in account.service.heard if h.path == path]


def noted_requests(account: Account) -> list[tuple[int, str]]:
    now = account.clock.now()
    notes = account.ledger.notes(now - DAY, now + DAY)
    return [
        (note.amount.paisa, note.note) for note in notes if note.kind is CreditNoteKind.REQUESTED
    ]


def test_more_credit_is_only_asked_for_and_noted(account: Account) -> None:
    before = account.told().amount
    done = account.credit.request(TEST, TILL, Money.rupees(50_000))
    assert done.outcome is RequestOutcome.RECEIVED
    assert requests(account) == [50_000]
    assert noted_requests(account) == [(5_000_000, ""), (0, "received")]
    assert account.told().amount == before
    check = account.credit.check(TEST, TODAY, account.told()).check
    assert check is None or check.top_ups == ZERO


def test_the_same_is_not_asked_for_twice_by_a_double_press(
    account: Account, clock: HandClock
) -> None:
    account.credit.request(TEST, TILL, Money.rupees(50_000))
    again = account.credit.request(TEST, TILL, Money.rupees(50_000))
    assert again.outcome is RequestOutcome.REPEATED
    assert len(requests(account)) == 1
    clock.move(HOUR)
    account.credit.request(TEST, TILL, Money.rupees(50_000))
    assert len(requests(account)) == 2


def test_a_request_that_is_not_answered_is_never_sent_again(account: Account) -> None:
    account.told()  # a connection that is kept from now on

    def dropped(_method: str, path: str, _body: bytes, answer: Callable[[], Reply]) -> Reply:
        reply = answer()
        if path == "/api/public/creditrequest/":
            return Reply(0, failure=Failure.DROPPED)
        return reply

    account.service.interpose = dropped
    done = account.credit.request(TEST, TILL, Money.rupees(50_000))
    assert done.outcome is RequestOutcome.UNANSWERED
    assert len(requests(account)) == 1
    assert noted_requests(account) == [(5_000_000, ""), (0, "unanswered")]


def test_a_refused_request_tells_the_services_words(account: Account) -> None:
    done = account.credit.request(TEST, TILL, Money.rupees(50_000_000))
    assert (done.outcome, done.reason) == (RequestOutcome.REFUSED, "Invalid Credit")


# --- the record ---------------------------------------------------------------------------


def test_a_kind_of_a_newer_program_is_shown_and_moves_nothing(account: Account) -> None:
    account.read()
    account.clock.move(HOUR)
    note = account.credit.note(TEST, TILL, CreditNoteKind.CHARGE, Money.rupees(25), "SMS")
    with raw(ledger_path(account.folder, TEST)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(
            "INSERT INTO credit_notes (environment, counter, at, kind, amount, note, operator,"
            " operator_id) SELECT environment, counter, at, 'loan', 900, '', '', ''"
            " FROM credit_notes WHERE id = ?",
            (note.number,),
        )
    account.clock.move(HOUR)
    day = account.credit.check(TEST, TODAY, account.told())
    assert [n.kind for n in day.notes][-1] is CreditNoteKind.WRITTEN_BY_NEWER
    assert day.check is not None
    assert day.check.charges == Money.rupees(25)
