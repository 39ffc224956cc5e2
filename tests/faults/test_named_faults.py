"""Every named fault ends in its one correct state; nothing is lost, nothing paid twice.

``pytest -s tests/faults/test_named_faults.py`` prints what came of each. With ``BHUKTANI_LONG=1``
all faults are run, in several ways.
"""

from __future__ import annotations

import copy
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.payments.payment import PaymentState
from desktop_app.providers.vianet import PROVIDER as VIANET
from desktop_app.sandbox.customers import load_services
from desktop_app.service.status_lookup import LookupForm
from tests.faults.conftest import FIGURES
from tests.faults.fault_trial import run_fault
from tests.faults.fault_ways import WORLDLINK_WAY, Ran, Way
from tests.faults.named_faults import CUSTOMER, NEIGHBOUR, Fault, Line, all_faults
from tests.sample_providers import cases, form_cases
from tests.sampling import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.core.billing.provider import Provider

_AT_ONCE = 12
METROLINK = form_cases.METROLINK.provider
_BILL = {
    CUSTOMER: "84310", NEIGHBOUR: "92117",
    "practice_waiting": "500003", "practice_waiting_long": "500004",
    "practice_waiting_not_paid": "500005", "practice_ask_support": "500006",
    "practice_refunded": "500007", "practice_no_answer": "500008", "practice_lost": "500009",
    "practice_server_error": "500011", "practice_broken_answer": "500012",
    "practice_not_paid": "500013", "practice_already_made": "500014",
    "practice_provider_error": "500015", "practice_no_credit": "500016",
}  # fmt: skip


def _refusing(provider: Provider) -> Provider:
    """A company whose service refuses a reference that its page does not list."""
    refusing = copy.copy(provider)
    refusing.info = replace(provider.info, sends_unlisted_reference=False)
    return refusing


def _unlisted(filed: str, provider: Provider) -> Way:
    """A company whose page lists no reference for the payment."""
    return Way(
        f"commit without a listed reference: {filed}",
        provider,
        customers={CUSTOMER: "practice_at_once", NEIGHBOUR: "practice_also_at_once"},
        booked_under="own" if filed == "own" else "last",
        share=16,
    )


RAPID = cases.RAPID.provider
UNLISTED = (_unlisted("last", RAPID), _unlisted("own", RAPID))
WAYS = (
    WORLDLINK_WAY,
    Way("path form withdrawn", withdrawn=LookupForm.PATH),
    Way("restarted", restarts=True),
    Way("Vianet", VIANET, "customer_id", _BILL),
    Way(
        "one call",
        METROLINK,
        customers={CUSTOMER: "practice_at_once", NEIGHBOUR: "practice_also_at_once"},
        values={"number": "9800000103", "address": "Banepa", "amount": "1356"},
    ),
    *UNLISTED,
    _unlisted("none is sent", _refusing(RAPID)),
)
SHORT_WAYS = (WORLDLINK_WAY, *UNLISTED)


def is_tried(number: int, fault: Fault, way: Way) -> bool:
    """The long run tries all; else of the first way one fault of three, of another one of many."""
    if LONG:
        return True
    return not fault.long and (not number % (3 if way is WORLDLINK_WAY else way.share))


CASES = [
    (fault, way)
    for way in (WAYS if LONG else SHORT_WAYS)
    for number, fault in enumerate(all_faults())
    if is_tried(number, fault, way)
    and not (fault.details and way.provider is not WORLDLINK_WAY.provider)
]


def name_of(case: tuple[Fault, Way]) -> str:
    fault, way = case
    return f"{fault.name} ({way.name})" if way.name else fault.name


PARAMETERS = [
    pytest.param(
        case,
        id=name_of(case),
        marks=[pytest.mark.xfail(reason=case[0].known_bug, strict=True)]
        if case[0].known_bug
        else [],
    )
    for case in CASES
]


class Runs:
    """All faults that are asked for, several at once: most of their time is waiting."""

    def __init__(self, cases: list[tuple[Fault, Way]], empty: Path, folder: Path) -> None:
        load_services()  # once, before all of them at once
        self._pool = ThreadPoolExecutor(_AT_ONCE)
        self._futures: dict[str, Future[Ran]] = {
            name_of(case): self._pool.submit(run_fault, case[0], empty, folder / str(n), case[1])
            for n, case in enumerate(cases)
        }

    def of(self, case: tuple[Fault, Way]) -> Ran:
        return self._futures[name_of(case)].result()

    def all(self) -> dict[str, Ran]:
        return {name: future.result() for name, future in self._futures.items()}

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)


@pytest.fixture(scope="module")
def runs(
    request: pytest.FixtureRequest, empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Runs]:
    chosen = {
        item.callspec.id
        for item in request.session.items
        if item.path == request.path and hasattr(item, "callspec")
    }
    cases = [case for case in CASES if name_of(case) in chosen]
    running = Runs(cases, empty_ledger, tmp_path_factory.mktemp("faults"))
    yield running
    running.close()


def test_the_table_is_large_and_its_names_are_unique() -> None:
    names = [fault.name for fault in all_faults()]
    assert len(names) == len(set(names))
    assert len(names) >= 600
    assert len(CASES) >= (600 if LONG else 230)


def test_the_table_never_expects_a_wrong_end() -> None:
    """A slip in the table must not excuse one in the program."""
    for fault in all_faults():
        assert fault.at_once is not PaymentState.PAID or fault.paid
        assert fault.end is not PaymentState.PAID or fault.paid
        assert fault.end is not PaymentState.NOT_PAID or not fault.paid
        assert fault.end is fault.at_once or fault.at_once in (PaymentState.WAITING, None)


@pytest.mark.parametrize("case", PARAMETERS)
def test_a_fault_ends_in_its_one_correct_state(case: tuple[Fault, Way], runs: Runs) -> None:
    fault, ran = case[0], runs.of(case)
    payments = len(ran.end)
    assert ran.broken == ()
    assert len(ran.commits) == (0 if fault.line is not Line.OPEN else payments)
    assert len(ran.commits) == len(set(ran.commits)), "a commit came twice"
    assert (ran.lost, ran.doubled) == (0, 0)
    assert ran.truly_paid == (fault.paid,) * payments
    allowed = {fault.at_once, fault.end} if fault.races else {fault.at_once}
    assert len(ran.at_once) == payments
    assert set(ran.at_once) <= allowed
    assert ran.end == (fault.end,) * payments


def test_figures(runs: Runs, record_property: Callable[[str, object], None]) -> None:
    """What came of all faults; ``-s`` shows each, the end of the run their sums."""
    known = {name_of(case) for case in CASES if case[0].known_bug}
    ran = {name: one for name, one in runs.all().items() if name not in known}
    for name, one in ran.items():
        at_once = one.at_once[0] or "no payment"
        sys.stdout.write(f"{name:60} {at_once:>10} {one.end[0]:>10} {one.seconds:6.2f} s\n")
    ends = [end for one in ran.values() for end in one.end]
    counts = ", ".join(f"{state} {ends.count(state)}" for state in PaymentState if state in ends)
    wrong = {
        "lost": sum(one.lost for one in ran.values()),
        "doubled": sum(one.doubled for one in ran.values()),
        "wrongly paid": sum(one.wrongly_paid for one in ran.values()),
        "wrongly returned": sum(one.wrongly_returned for one in ran.values()),
    }
    sums = ", ".join(f"{name} {count}" for name, count in wrong.items())
    payments = f"{len(ends)} payments ({counts})"
    record_property(FIGURES, f"{len(ran)} faults, {payments}: {sums}; known bugs {len(known)}")
    assert not any(wrong.values()), sums
