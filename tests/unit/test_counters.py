"""What happens at one of several counters is told by that counter, in its own chain."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.application.operators import Operators
from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.environment import Environment
from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.money import Money
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import EventKind, Payment
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.settings import Settings
from desktop_app.core.shop import Till
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.redaction.tokens import Redactor
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.vault.keyring_vault import MemoryVault
from tests.fakes import HandClock, OneService, ScriptedService, offer, pay_request
from tests.people_kit import CHEAP, RAMS, SITAS, people_in
from tests.unit.sweep_kit import NOT_KNOWN, PAID_NOW, S, TakesBack, known, swept
from tests.unit.test_ledger_kit import raw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.engines import Record

TEST = Environment.TEST
QUEUED = ServiceResponse(200, {"status": True, "state": "Queued"})
REFUSED = ServiceResponse(400, {"status": False, "error_code": "004", "error": "no"})


def desk_at(counter: str, ledger: SqliteLedger, clock: HandClock, service: object) -> PaymentDesk:
    return PaymentDesk(OneService(service), ledger, clock, counter=counter)  # type: ignore[arg-type]


def pay_at(counter: str, desk: PaymentDesk, clock: HandClock, bill: str = "b1") -> Payment:
    request = pay_request(clock, chosen=offer(bill), another_bill=True)
    return desk.pay(replace(request, counter=replace(request.counter, counter=counter))).payment


def links(record: Record) -> dict[str, list[tuple[str, str]]]:
    """The chain of each counter: of what each link is, and the counter of that row itself."""
    with record.stranger() as connection:
        rows = {
            source: dict(connection.execute(f"SELECT id, counter FROM {table}").fetchall())
            for source, table in (("event", "events"), ("journal", "journal"))
        }
        found: dict[str, list[tuple[str, str]]] = {}
        query = 'SELECT counter, source, "row" FROM links ORDER BY counter, position'
        for counter, source, row in connection.execute(query).fetchall():
            if source in rows:
                found.setdefault(counter, []).append((source, rows[source][row]))
    return found


def test_a_sweep_tells_what_came_back_at_the_counter_that_asked(
    ledger: SqliteLedger, record: Record, clock: HandClock, service: TakesBack
) -> None:
    one, two = (desk_at(name, ledger, clock, service) for name in ("1", "2"))
    back, doubted = pay_at("1", one, clock), pay_at("1", one, clock, "b2")
    service.takes_back(back)
    service.takes_back(doubted, NOT_KNOWN)
    before = links(record)
    result = swept(two, clock)
    two.sweeps.note_end(TEST, result)
    assert [one.number for one in result.found] == [back.number, doubted.number]
    for payment, kind in ((back, EventKind.REVERSED), (doubted, EventKind.LOOKED_UP)):
        event = ledger.events(payment.number)[-1]
        assert (event.kind, event.counter, event.operator) == (kind, "2", "")
    after = links(record)
    assert after["1"] == before["1"], "the chain of the other counter is as it was"
    assert after["2"] == [("event", "2"), ("event", "2"), ("journal", "2")]
    assert ledger.check_chain() is None


def test_one_payment_that_a_person_has_asked_for_is_told_there_as_well(
    ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    one, two = (desk_at(name, ledger, clock, service) for name in ("1", "2"))
    made = pay_at("1", one, clock)
    service.takes_back(made)
    two.sweeps.of_one(made.number).step()
    assert ledger.events(made.number)[-1].counter == "2"


ANSWERS: dict[str, tuple[list[ServiceResponse], list[ServiceResponse]]] = {
    "paid": ([PAID_NOW], []),
    "waits": ([QUEUED], []),
    "refused and looked up": ([REFUSED], [NOT_KNOWN]),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_payment_is_told_at_its_counter_from_beginning_to_end(
    ledger: SqliteLedger, record: Record, clock: HandClock, answer: str
) -> None:
    commits, lookups = ANSWERS[answer]
    desk = desk_at("2", ledger, clock, ScriptedService(commits=commits, lookups=lookups))
    made = pay_at("2", desk, clock)
    assert {one.counter for one in ledger.events(made.number)} == {"2"}
    assert set(links(record)) == {"2"}
    assert ledger.check_chain() is None


def test_a_lost_answer_is_told_at_the_counter_that_sent(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    def breaks(_reference: str) -> None:
        raise RuntimeError("the line")

    desk = desk_at("2", ledger, clock, ScriptedService(commits=[PAID_NOW], at_commit=breaks))
    made = pay_at("2", desk, clock)
    desk.write_left()
    event = ledger.events(made.number)[-1]
    assert (event.kind, event.counter) == (EventKind.ANSWER_LOST, "2")


def _notes(desk: PaymentDesk, made: Payment) -> object:
    desk.note_phone(made.number, "9800000001")
    return desk.note_ticket(made.number, "T-1")


def _checks(desk: PaymentDesk, made: Payment) -> object:
    return desk.check(made.number)


def _checks_what_is_due(desk: PaymentDesk, _made: Payment) -> object:
    return desk.check_next()


def _prints(desk: PaymentDesk, made: Payment) -> object:
    return desk.prints.count(made, "slip", is_receipt=False)


@pytest.mark.parametrize("act", [_notes, _checks, _checks_what_is_due, _prints])
def test_what_a_desk_does_without_a_till_it_does_at_its_counter(
    ledger: SqliteLedger,
    clock: HandClock,
    act: Callable[[PaymentDesk, Payment], object],
) -> None:
    service = ScriptedService(
        commits=[QUEUED], lookups=[lambda reference: known("Queued", reference)]
    )
    made = pay_at("1", desk_at("1", ledger, clock, service), clock)
    assert made.state is S.WAITING
    before = len(ledger.events(made.number))
    clock.move(timedelta(hours=2))
    act(desk_at("2", ledger, clock, service), made)
    told = ledger.events(made.number)[before:]
    assert told
    assert {one.counter for one in told} == {"2"}


def test_an_entry_of_the_journal_is_in_the_chain_of_its_counter(
    ledger: SqliteLedger, record: Record, clock: HandClock
) -> None:
    entry = JournalEntry(JournalKind.LOCKED, clock.now(), "Hari", counter="2")
    ledger.journal_of(TEST).note(entry)
    ledger.people.note(replace(entry, counter="3"))
    accounts = ledger.on_account_of(TEST)
    ram = accounts.add_customer("Ram", "", clock.now())
    accounts.set_limit(ram.id, Money.rupees(5), replace(entry, kind=JournalKind.LIMIT_SET))
    shifts, till = ledger.shifts_of(TEST), Till("4")
    shifts.open(till, clock.now(), None)
    assert links(record) == {
        "2": [("journal", "2"), ("journal", "2")],
        "3": [("journal", "3")],
        "4": [("journal", "4")],
    }
    assert ledger.check_chain() is None


@pytest.fixture
def use_cases(tmp_path: Path, clock: HandClock) -> UseCases:
    """A shop on LIVE with people at its counters."""
    people_in(tmp_path)
    store = SettingsFile(settings_path(tmp_path))
    given = Dependencies(tmp_path, clock, store, vault=MemoryVault(), pin_cost=CHEAP)
    return UseCases(given, Settings(environment=Environment.LIVE), Redactor())


def told_in(folder: Path) -> list[tuple[str, str, str]]:
    """Each entry of the journal of LIVE: its kind, its counter, and who did it."""
    with raw(ledger_path(folder, Environment.LIVE)) as file:
        return file.execute("SELECT kind, counter, operator FROM journal ORDER BY id").fetchall()


def test_what_people_do_at_a_counter_is_told_there(
    use_cases: UseCases, clock: HandClock, tmp_path: Path
) -> None:
    operators = Operators(use_cases.environments, clock, CHEAP, "2")
    ram = operators.people().named("Ram")
    assert ram is not None
    operators.come(ram.id, RAMS, before="Sita")
    operators.note_locked("Ram", ram.id, by_itself=False)
    use_cases.environments.close()
    told = told_in(tmp_path)
    assert told[-2:] == [("operator_switched", "2", "Ram"), ("locked", "2", "Ram")]
    assert {counter for _, counter, _ in told[:-2]} == {"1"}


def test_what_is_done_at_a_till_is_told_at_its_counter(use_cases: UseCases, tmp_path: Path) -> None:
    live, hari = Environment.LIVE, Till("2", operator="Hari")
    use_cases.environments.note(JournalKind.TOKEN_SAVED, hari, {})
    use_cases.records.back_up(live, replace(hari, counter="3"))
    sita = use_cases.operators.people().named("Sita")
    assert sita is not None
    proof = use_cases.operators.prove(sita.id, SITAS).proof
    asha = use_cases.on_account.add(live, "Asha", "")
    use_cases.on_account.set_limit(live, replace(hari, counter="4"), asha.id, None, proof)
    use_cases.environments.close()
    told = told_in(tmp_path)
    assert ("token_saved", "2", "Hari") in told
    assert ("backed_up", "3", "Hari") in told
    assert ("limit_set", "4", "Sita") in told
