"""The wizard's steps in any order: whatever is pressed, no payment is sent twice."""

from __future__ import annotations

from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.execution import Outcome
from tests.fakes import PLAIN, HandClock, counter, looked_up, paid_payment
from tests.unit.flow_kit import NO_ROOM, TWO_BILLS


class AnyOrder(RuleBasedStateMachine):
    """A clerk who presses anything at any time, and answers that come when they like."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = Flow()
        self.clock = HandClock()
        self.tickets: list[int] = []
        self.sent: list[str] = []

    @rule()
    def choose_provider(self) -> None:
        if not self.flow.sending:
            self.flow.choose_provider(PLAIN)

    @rule(text=st.sampled_from(["1", "2", "", "x" * 60]))
    def type(self, text: str) -> None:
        if not self.flow.sending:
            self.flow.type(text)

    @precondition(lambda self: self.flow.can_look_up and self.flow.step is Step.CUSTOMER)
    @rule()
    def look_up(self) -> None:
        self.tickets.append(self.flow.start_lookup())

    @precondition(lambda self: self.tickets)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        ticket = data.draw(st.sampled_from(self.tickets))
        before = self.flow.step
        if not self.flow.looked_up(ticket, looked_up(self.clock, TWO_BILLS)):
            assert self.flow.step is before

    @precondition(lambda self: self.flow.step is Step.CHOICE)
    @rule(number=st.integers(0, 1))
    def choose(self, number: int) -> None:
        self.flow.choose(TWO_BILLS.offers[number])

    @precondition(lambda self: self.flow.step is Step.CHOICE)
    @rule()
    def confirm(self) -> None:
        self.flow.go_on()

    @rule(cash=st.one_of(st.none(), st.integers(0, 40000)))
    def receive(self, cash: int | None) -> None:
        if not self.flow.sending:
            self.flow.taken.cash = None if cash is None else Money(cash)

    @rule()
    def pay(self) -> None:
        request = self.flow.start_sending(counter())
        if request is not None:
            assert request.cash_received >= request.cash_due
            self.sent.append(request.reference)

    @rule()
    def back(self) -> None:
        before = self.flow.step
        if self.flow.back():
            assert self.flow.step == before - 1

    @precondition(lambda self: self.flow.sending)
    @rule(paid=st.booleans())
    def settle(self, paid: bool) -> None:
        if paid:
            self.flow.settled(Outcome(paid_payment()))
        else:
            self.flow.not_sent(NO_ROOM)

    @precondition(lambda self: not self.flow.sending)
    @rule(same=st.booleans())
    def restart(self, same: bool) -> None:
        self.flow.restart(same_customer=same)

    @invariant()
    def no_reference_is_sent_twice(self) -> None:
        assert len(self.sent) == len(set(self.sent))

    @invariant()
    def what_a_step_needs_is_there(self) -> None:
        flow = self.flow
        if flow.step >= Step.CUSTOMER:
            assert flow.provider is not None
        if flow.step in (Step.CHOICE, Step.CONFIRM):
            assert flow.account is not None
        if flow.step is Step.CONFIRM:
            assert flow.offer is not None
            assert flow.reference
        if flow.sending:
            assert flow.step is Step.CONFIRM
        if flow.step is Step.RESULT:
            assert flow.payment is not None


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = hypothesis_settings(max_examples=60, stateful_step_count=40, deadline=None)
