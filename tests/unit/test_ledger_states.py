"""Whatever is appended in whatever order: the stored state is the one of the events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    PaymentState,
    PaymentUpdate,
    derive_state,
    new_reference,
)
from tests.engines import ENGINES, new_record
from tests.unit.test_ledger_kit import MINUTE, NOON, PATHS, add_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.ledger.sqlite.ledger import SqliteLedger

EVENTS = st.builds(
    Event,
    st.sampled_from(EventKind),
    st.integers(-5, 5).map(lambda minutes: NOON + minutes * MINUTE),
    st.none() | st.sampled_from(PaymentState),
)
NOTES = st.none() | st.builds(
    PaymentUpdate,
    reason=st.none() | st.text(max_size=3),
    printed=st.booleans(),
    cash_returned_at=st.none() | st.just(NOON),
)


@pytest.fixture(scope="module", params=ENGINES)
def shared(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SqliteLedger]:
    record = new_record(request.param, tmp_path_factory.mktemp("shared"))
    yield record.open()
    record.close()


@given(
    start=st.sampled_from(sorted(PATHS)),
    sequence=st.lists(st.tuples(EVENTS, NOTES), max_size=8),
)
@settings(database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_state_is_always_the_one_that_the_events_lead_to(
    shared: SqliteLedger, start: PaymentState, sequence: list[tuple[Event, PaymentUpdate | None]]
) -> None:
    payment = add_in(shared, start, new_reference(), environment=Environment.PRACTICE)
    returned = 0
    for event_, update in sequence:
        before = shared.events(payment.number)
        try:
            after = shared.append(payment.number, event_, update=update)
        except LedgerError as error:
            assert error.problem is Problem.ILLEGAL_STEP
            assert shared.events(payment.number) == before
            assert shared.payment(payment.number) == payment
            continue
        assert shared.payment(payment.number) == after
        assert shared.events(payment.number) == (*before, event_)
        returned += event_.kind is EventKind.CASH_RETURNED
        assert derive_state(shared.events(payment.number)) is after.state
        assert (after.receipt is not None) is (after.state is PaymentState.PAID)
        assert (after.cash_returned_at is not None) is (returned == 1)
        assert after.order == payment.order
        payment = after
    assert returned <= 1
