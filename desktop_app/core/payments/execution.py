"""Carries out one payment: records it, sends it once, settles what is answered (rules 2 to 4)."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.core.amounts import AmountMatch, match_amount
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.cancellation import GivenUp
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.payments.progress import Progress, notify
from desktop_app.core.payments.reference_lookup import look_up_all
from desktop_app.core.payments.settlement import append_answer, event_for, facts_of, update_for
from desktop_app.core.payments.verdict import Judgement, Verdict, judge_commit
from desktop_app.core.shop import Till

if TYPE_CHECKING:
    from desktop_app.core.clock import Clock
    from desktop_app.core.payments.order import PaymentRequest
    from desktop_app.core.payments.ports import Ledger, Service
    from desktop_app.core.payments.reconciler import Reconciler
    from desktop_app.core.payments.response import ServiceResponse
    from desktop_app.core.payments.unwritten import Unwritten

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A payment after sending. ``problem`` is set where the ledger could not take the answer:
    the payment then counts as waiting, whatever the service said.
    """

    payment: Payment
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class PaymentExecution:
    """The sending of one payment whose order was checked.

    Attributes:
        ledger: the record.
        clock: dates the events.
        unwritten: shared with the desk and with the desks after it: what the ledger does not take.
        reconciler: looks the payment up later, and leaves it alone while it is sent.
        service: the connection that the order was built for.
        request: what the clerk confirmed.
        order: what is recorded and sent.
        progress: hears of the steps.
    """

    ledger: Ledger
    clock: Clock
    unwritten: Unwritten
    reconciler: Reconciler
    service: Service
    request: PaymentRequest
    order: PaymentOrder
    progress: Progress | None = None

    def run(self) -> Outcome:
        """Record, send once, and settle.

        Raises:
            BhuktaniError: before anything was sent; the customer keeps or gets back the cash.
        """
        payment = self._begin()
        # Made before the call leaves: nothing that may break then is needed to tell the truth.
        lost = Outcome(replace(payment, state=PaymentState.WAITING), Problem.UNEXPECTED)
        known = lost
        try:
            self.unwritten.spent.add(self.request.inquiry.id)
            with self.reconciler.sending(payment):
                notify(self.progress, payment)
                order = self.order
                call = Call(order.path, order.fields, order.sends_reference)
                answer = self.service.commit(call, order.reference)
                judgement = judge_commit(answer, references=order.sent_references)
                known = self._settle(payment, judgement, answer)
                if known.problem is None:
                    known = self._follow(known.payment, judgement, answer)
            return known
        except BaseException as error:
            # The call may have left: whatever broke behind it, be it a library that wants to end
            # the program, the clerk must hold the cash. What was recorded of its answer stands.
            if known is lost:
                self._keep_answer_lost(payment, error)
            else:
                _log_broken(payment, error)
            return known

    @property
    def _here(self) -> Till:
        """The counter at which it is paid; nobody is named for what the service answers."""
        return Till(self.order.counter)

    # --- before sending -------------------------------------------------------------------

    def _begin(self) -> Payment:
        """Record the payment, and that it is being sent now.

        Whatever breaks here, nothing was sent and the clerk is told so: the payment is given up.
        """
        was_recorded = False
        try:
            payment = self._record()
            was_recorded = True
            notify(self.progress, payment)
            return self._mark_sending(payment)
        except BaseException:
            self.unwritten.unsent.abandon(
                self.order.reference, self.ledger, self.clock, was_recorded=was_recorded
            )
            raise

    def _record(self) -> Payment:
        event = Event(EventKind.RECORDED, self.clock.now(), PaymentState.RECORDED)
        return self.ledger.add(self.order, event.by(self.order.till))

    def _mark_sending(self, payment: Payment) -> Payment:
        now = self.clock.now()
        event = Event(EventKind.SENT, now, PaymentState.SENDING).by(self.order.till)
        return self.ledger.append(payment.number, event, update=PaymentUpdate(sent_at=now))

    # --- after sending --------------------------------------------------------------------

    def _keep_answer_lost(self, payment: Payment, error: BaseException) -> None:
        """Log what broke after sending and keep it for the record. Never raises."""
        # Where even this breaks, the record says "sending", which becomes waiting at the next
        # start (rule 5).
        _log_broken(payment, error)
        with suppress(BaseException):
            step = Event(EventKind.ANSWER_LOST, self.clock.now(), PaymentState.WAITING)
            self.unwritten.answers.keep(payment, step.by(self._here), PaymentUpdate())

    def _settle(self, payment: Payment, judgement: Judgement, answer: ServiceResponse) -> Outcome:
        """Record the answer, or keep it until it can be recorded."""
        facts = facts_of(self.request.provider, answer)
        kind = EventKind.ANSWERED
        now = self.clock.now()
        event = event_for(kind, now, payment.state, judgement, answer, facts).by(self._here)
        update = update_for(kind, judgement)
        try:
            return Outcome(append_answer(self.ledger, payment.number, event, update))
        except BaseException as error:
            self.unwritten.answers.keep(payment, event, update)
            log.error("payment %s: the answer could not be recorded: %s", payment.number, error)
            problem = error.problem if isinstance(error, LedgerError) else Problem.UNEXPECTED
            return Outcome(replace(payment, state=PaymentState.WAITING), problem)

    def _follow(self, payment: Payment, judgement: Judgement, answer: ServiceResponse) -> Outcome:
        """What is done once the answer is recorded: it may tell more, and takes nothing back."""
        if judgement.verdict is Verdict.PAID:
            _log_other_credits(payment, answer)
        if not judgement.needs_lookup:
            return Outcome(payment)
        # It is on its way no longer: the window may be closed now.
        notify(self.progress, payment)
        try:
            return Outcome(self._check(payment, judgement))
        except GivenUp:
            # The program ends. The payment waits, and is looked up at the next start.
            return Outcome(payment)
        except LedgerError as error:
            log.error("payment %s: a look-up could not be recorded: %s", payment.number, error)
            return Outcome(payment, error.problem)

    def _check(self, payment: Payment, before: Judgement) -> Payment:
        """Look the payment up right after an answered refusal (rule 6)."""
        judgement, answer = look_up_all(
            self.service, payment.order, acknowledged=before.acknowledged, may_be_final=True
        )
        if judgement.verdict is Verdict.REFUSED and before.code:
            # The refusal itself says why; the look-up only that it stands.
            judgement = replace(judgement, code=before.code, reason=before.reason)
        kind = EventKind.LOOKED_UP
        now = self.clock.now()
        event = event_for(kind, now, payment.state, judgement, answer).by(self._here)
        return append_answer(self.ledger, payment.number, event, update_for(kind, judgement))


def _log_broken(payment: Payment, error: BaseException) -> None:
    """Log what broke after sending. Never raises."""
    with suppress(BaseException):
        log.error("payment %s: something broke after sending", payment.number, exc_info=error)


def _log_other_credits(payment: Payment, answer: ServiceResponse) -> None:
    """Log where the balance was charged another amount: it decides nothing (contract, A23).

    Some calls name no amount: the service then takes what it says that the package costs.
    """
    amount = payment.order.amount
    if match_amount(answer.body.get("credits_consumed"), amount) is AmountMatch.OTHER:
        log.warning("payment %s: the balance was charged another amount", payment.number)
