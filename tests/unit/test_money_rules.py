"""Rules that no other test would have missed: each fails under a mutant of ``tests/mutants``."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.environment import TEST, Connection, Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.money import Money
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.check_schedule import summarize
from desktop_app.core.payments.payment import Payment, PaymentState, new_reference
from desktop_app.core.payments.reconciler import CheckBlocker
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.settings import Settings
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.redaction.tokens import Redactor
from desktop_app.service.registry import HttpServiceRegistry
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.shell.enter_key_filter import EnterKeyFilter
from desktop_app.vault.keyring_vault import connection_id
from tests.blank_ledger import blank_ledger
from tests.fakes import (
    PLAIN,
    HandClock,
    ScriptedService,
    counter,
    desk_with,
    looked_up,
    offer,
    paid_payment,
    pay_request,
)
from tests.unit.test_ledger_kit import add_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.ledger.sqlite.ledger import SqliteLedger

NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)
NOT_KNOWN = ServiceResponse(
    404, {"status": False, "state": "Error", "error_code": "002", "error": "invalid_reference"}
)
REFUSED = ServiceResponse(400, {"error_code": "1002", "message": "Invalid token"})
FIVE_MINUTES = timedelta(minutes=5)


def known_as(state: str, **extra: object) -> Callable[[str], ServiceResponse]:
    """A look-up that knows the reference."""

    def answer(reference: str) -> ServiceResponse:
        body = {"status": True, "state": state, "reference": reference, "amount": "277.98"}
        return ServiceResponse(200, {**body, **extra})

    return answer


class BulkService(ScriptedService):
    """Says of every payment in a bulk look-up that it is paid."""

    bulk_calls = 0

    def lookup_many(self, references: Sequence[str]) -> ServiceResponse:
        self.bulk_calls += 1
        found = [{"status": True, "state": "Success", "reference": one} for one in references]
        return ServiceResponse(200, {"status": True, "detail": found})


def state(ledger: SqliteLedger, payment: Payment) -> PaymentState | None:
    found = ledger.payment(payment.number)
    return found.state if found else None


# --- one attempt, one sending, one reference (rules 1, 3 and 7) -----------------------------------


def test_a_look_up_without_a_reference_is_good_for_one_attempt_too(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    """The ledger knows a look-up by its reference alone; here only the desk can tell."""
    service = ScriptedService(commits=[REFUSED, REFUSED])
    desk = desk_with(ledger, clock, service)
    request = pay_request(clock)
    request = replace(request, inquiry=replace(request.inquiry, references=()))
    desk.pay(request)
    with pytest.raises(BhuktaniError) as refused:
        desk.pay(replace(request, reference=new_reference()))
    assert refused.value.problem is Problem.STALE
    assert len(service.commit_calls) == 1


@pytest.mark.parametrize("named", ["0" * 32, 7])
def test_an_answer_about_another_payment_pays_nothing(
    ledger: SqliteLedger, clock: HandClock, named: object
) -> None:
    answer = ServiceResponse(200, {"status": True, "state": "Success", "id": 1, "reference": named})
    outcome = desk_with(ledger, clock, ScriptedService(commits=[answer])).pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.WAITING


def at_confirm(clock: HandClock) -> Flow:
    """A flow with enough cash, ready to pay."""
    flow = Flow()
    flow.choose_provider(PLAIN)
    flow.type("110871")
    assert flow.looked_up(flow.start_lookup(), looked_up(clock))
    assert flow.go_on()
    flow.taken.cash = Money.rupees(1000)
    return flow


def test_what_is_being_sent_is_not_sent_again(clock: HandClock) -> None:
    flow = at_confirm(clock)
    assert flow.start_sending(counter()) is not None
    assert flow.start_sending(counter()) is None


def test_each_attempt_has_a_reference_of_its_own(clock: HandClock) -> None:
    flow = at_confirm(clock)
    first = flow.start_sending(counter())
    flow.not_sent(BhuktaniError(Problem.DISK_FULL))
    second = flow.start_sending(counter())
    assert first is not None
    assert second is not None
    assert first.reference != second.reference


# --- waiting ends only by what the service says of this very payment (rule 6) ---------------------


def test_a_success_in_bulk_is_asked_for_singly(ledger: SqliteLedger, clock: HandClock) -> None:
    still = known_as("Processing")
    service = BulkService(commits=[NO_ANSWER, NO_ANSWER], lookups=[still, still])
    desk = desk_with(ledger, clock, service)
    for bill in ("one", "two"):
        desk.pay(pay_request(clock, chosen=offer(bill), another_bill=True))
    clock.move(FIVE_MINUTES)
    checked = desk.check_next()
    assert [payment.state for payment in checked] == [PaymentState.WAITING] * 2
    assert (service.bulk_calls, len(service.lookup_calls)) == (1, 0), "one call to the service"
    for singly in (1, 2):
        (one,) = desk.check_next()
        assert one.state is PaymentState.WAITING
        assert (service.bulk_calls, len(service.lookup_calls)) == (1, singly)
    assert desk.check_next() == ()


def test_waiting_is_never_given_up(ledger: SqliteLedger, clock: HandClock) -> None:
    lookups: list[ServiceResponse | Callable[[str], ServiceResponse]] = [NO_ANSWER] * 20
    service = ScriptedService(commits=[NO_ANSWER], lookups=lookups)
    desk = desk_with(ledger, clock, service)
    payment = desk.pay(pay_request(clock)).payment
    for _ in range(20):
        clock.move(timedelta(days=1))
        (checked,) = desk.check_next()
        assert checked.state is PaymentState.WAITING
    assert state(ledger, payment) is PaymentState.WAITING


def test_what_the_service_once_knew_is_for_a_person_whatever_came_between(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(
        commits=[NO_ANSWER], lookups=[known_as("Processing"), NO_ANSWER, NOT_KNOWN]
    )
    desk = desk_with(ledger, clock, service)
    payment = desk.pay(pay_request(clock)).payment
    for _ in range(3):
        clock.move(timedelta(hours=1))
        desk.check_next()
        # An event that says nothing of the service is the last one now.
        desk.note_phone(payment.number, "9841000000")
        # The history tells it too, where the payment itself does not.
        assert summarize(ledger.events(payment.number)).acknowledged
    assert state(ledger, payment) is PaymentState.REVIEW


def test_not_known_counts_only_after_five_minutes_of_this_run(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[NO_ANSWER], lookups=[NOT_KNOWN, NOT_KNOWN])
    payment = desk_with(ledger, clock, service).pay(pay_request(clock)).payment
    clock.time += timedelta(days=1)  # by the clock on the wall alone, which anyone can set
    desk = desk_with(ledger, clock, service)
    assert [one.state for one in desk.check_next()] == [PaymentState.WAITING]
    clock.move(timedelta(hours=1))
    desk.check_next()
    assert state(ledger, payment) is PaymentState.NOT_PAID


@pytest.mark.parametrize("back", [timedelta(minutes=7), timedelta(days=400)])
def test_a_clock_that_was_set_back_makes_no_look_up_early_or_never(
    ledger: SqliteLedger, clock: HandClock, back: timedelta
) -> None:
    service = ScriptedService(commits=[NO_ANSWER], lookups=[NO_ANSWER])
    desk_with(ledger, clock, service).pay(pay_request(clock))
    clock.time -= back
    desk = desk_with(ledger, clock, service)
    (one,) = desk.waiting()
    assert one.seconds_left == FIVE_MINUTES.total_seconds()
    assert one.blocker is CheckBlocker.TOO_EARLY
    assert desk.check_next() == ()
    clock.move(FIVE_MINUTES)
    assert len(desk.check_next()) == 1


def test_an_unanswered_call_is_not_asked_after_before_five_minutes(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[NO_ANSWER], lookups=[known_as("Success")])
    desk = desk_with(ledger, clock, service)
    payment = desk.pay(pay_request(clock)).payment
    clock.move(FIVE_MINUTES - timedelta(seconds=1))
    with pytest.raises(BhuktaniError) as refused:
        desk.check(payment.number)
    assert refused.value.problem is Problem.TOO_EARLY
    assert service.lookup_calls == []
    clock.move(timedelta(seconds=1))
    assert desk.check(payment.number).state is PaymentState.PAID


def test_the_owner_decides_with_a_reason(ledger: SqliteLedger, clock: HandClock) -> None:
    service = ScriptedService(commits=[NO_ANSWER], lookups=[known_as("Success", refunded=True)])
    desk = desk_with(ledger, clock, service)
    payment = desk.pay(pay_request(clock)).payment
    clock.move(FIVE_MINUTES)
    desk.check_next()
    for reason in ("", "  \n"):
        with pytest.raises(BhuktaniError) as refused:
            desk.decide(payment.number, was_paid=True, reason=reason, by="Owner")
        assert refused.value.problem is Problem.NO_REASON
    assert state(ledger, payment) is PaymentState.REVIEW
    decided = desk.decide(payment.number, was_paid=True, reason="Support said so", by="Owner")
    assert decided.state is PaymentState.PAID


# --- a start, and another token (rules 5 and 10) -------------------------------------------------


def test_what_the_last_run_left_unfinished_is_ended_before_anything_else(
    tmp_path: Path, clock: HandClock
) -> None:
    path = ledger_path(tmp_path, Environment.PRACTICE)
    ledger = blank_ledger(path)
    payment = add_in(ledger, PaymentState.SENDING)
    ledger.close()
    store = SettingsFile(settings_path(tmp_path))
    given = Dependencies(tmp_path, clock, store)
    environments = UseCases(given, Settings(), Redactor()).environments
    found = environments.ledger(Environment.PRACTICE).payment(payment.number)
    environments.close()
    assert found is not None
    assert found.state is PaymentState.WAITING


def test_a_payment_is_looked_up_with_its_own_token_and_address_alone() -> None:
    payment = paid_payment(PaymentState.WAITING)
    connections = HttpServiceRegistry(TEST, lambda _: "TEST:AbCdEfGhIjKlMnOpQrSt", "salt")
    assert connections.for_payment(payment) is None, "it was sent with another token"
    name = connection_id("TEST:AbCdEfGhIjKlMnOpQrSt", "salt")
    ours = replace(payment, order=replace(payment.order, connection_id=name))
    service = connections.for_payment(ours)
    connections.close()
    assert service is not None
    assert service.connection == Connection(Environment.TEST, ours.order.base_url) != TEST


# --- an Enter that was meant for another page pays nothing (rule 3) ------------------------------


def enter(*, held: bool) -> QKeyEvent:
    key, none = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, key, none, "\r", held)


def test_a_held_or_hasty_enter_reaches_no_page(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    guard = EnterKeyFilter(window)
    assert not guard.eventFilter(window, enter(held=False))
    assert guard.eventFilter(window, enter(held=True))
    guard.pause(60_000)
    assert guard.eventFilter(window, enter(held=False))
    guard.pause(0)
    assert not guard.eventFilter(window, enter(held=False))
