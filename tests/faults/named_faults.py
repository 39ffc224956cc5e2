"""Everything that can go wrong with one payment, by name, and what must come of it.

Each fault has the one correct state of the payment at once and at the end, after time has passed
and the service answers honestly again, and whether the service was really paid. The states follow
from the service's contract (sections 6 to 9) and the payment rules, not from the program.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.core.payments.payment import PaymentState
from desktop_app.service.status_lookup import LookupForm
from tests.faults.fault_answers import (
    CONTRADICTIONS,
    CUT_OFF,
    MANGLED,
    RACING,
    SILENCE,
    STILL_GOOD,
    SUCCESS,
    refusal,
    said,
)
from tests.faults.fault_lookups import (
    BULK_TROUBLES,
    CERTAIN,
    DETAILS_TROUBLES,
    DOUBTFUL,
    FAILED,
    LOOKUP_TROUBLES,
    WITHDRAWN,
    gone,
    listing,
    not_known,
)
from tests.faults.server import (
    CLOSED,
    HANG,
    RESET,
    Act,
    booked,
    changed,
    echoing,
    honest,
    lost,
)
from tests.servers import json_reply

if TYPE_CHECKING:
    from collections.abc import Iterator

PAID, NOT_PAID = PaymentState.PAID, PaymentState.NOT_PAID
WAITING, REVIEW = PaymentState.WAITING, PaymentState.REVIEW
CUSTOMER, NEIGHBOUR = "rambdr_thapa", "gita_rai.home"
PRICE = 1356


class Line(StrEnum):
    """What the commit's connection meets before anything is read from it."""

    OPEN = "open"
    REFUSED = "refused"
    RESET = "reset"
    CLOSED = "closed"
    DEAF = "deaf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong.

    Attributes:
        at_once: the payment's state when the desk is done with it; None: nothing was paid.
        end: its state when nothing changes any more.
        races: it may be the state at once already: the computer and the line decide.
        paid: the service's own truth at the end.
        details, commit, lookups, bulk: what happens to the calls; later ones are answered honestly.
        for_ever: the last act of the look-ups goes on for ever.
        late: a commit that was lost arrives all the same, that long after it was sent.
        restart: the program is closed and opened again after paying.
        jump: somebody sets the clock on the wall while it is closed.
        long: only in the long run: the same fault of a payment that ended in another way, paid
            where this is not or the other way round, is in the short one.
        known_bug: why the program does not do this yet.
    """

    name: str
    at_once: PaymentState | None
    end: PaymentState
    paid: bool
    races: bool = False
    commit: Act = honest
    lookups: tuple[Act, ...] = ()
    details: tuple[Act, ...] = ()
    bulk: tuple[Act, ...] = ()
    account: str = CUSTOMER
    for_ever: bool = False
    line: Line = Line.OPEN
    late: timedelta | None = None
    restart: bool = False
    jump: timedelta = timedelta()
    long: bool = False
    known_bug: str = ""


def duplicates(paid: Fault, not_paid: Fault, place: int) -> tuple[Fault, Fault]:
    """The same fault of a payment that was carried out and of one that was not.

    The short run has one of the two, by turns.
    """
    if place % 2:
        return replace(paid, long=True), not_paid
    return paid, replace(not_paid, long=True)


def turns(place: int, *faults: Fault) -> Iterator[Fault]:
    """The same fault of payments that ended in several ways; the short run has one by turns."""
    for number, fault in enumerate(faults):
        yield replace(fault, long=number != place % len(faults))


# --- the answer to the payment itself --------------------------------------------------------


def unreadable() -> Iterator[Fault]:
    """Whatever says nothing: wait; the look-up after 5 minutes tells."""
    for place, (name, reply) in enumerate(SILENCE.items()):
        yield from duplicates(
            Fault(name=f"{name}, paid", commit=booked(reply), at_once=WAITING, end=PAID, paid=True,
                  races=name in RACING),
            Fault(name=f"{name}, not paid", commit=lost(reply), at_once=WAITING, end=NOT_PAID,
                  paid=False, races=name in RACING),
            place)  # fmt: skip
    for name, act in MANGLED.items():
        yield Fault(name=f"Success, but {name}", commit=act, at_once=WAITING, end=PAID, paid=True)
    for name, act in STILL_GOOD.items():
        yield Fault(name=f"Success with {name}", commit=act, at_once=PAID, end=PAID, paid=True)


OUTRIGHT = ("1001", "1002", "1003", "1004", "1005", "1006", "1007")
CODES = ("1008", "1009", "1010", "1011", "1012", "1014", "1015", "1016", "1017", "1018", "1019",
         "1020", "1021", "4000", "4001", "4002", "7000", "001", "002", "9999", "", "words", 1016,
         1021.5)  # fmt: skip


def refusals() -> Iterator[Fault]:
    """Answered refusals: a look-up at once tells, also where the service was paid all the same."""
    answers = {f"code {code!r}": refusal(code) for code in CODES}
    answers |= {f"code {code} in HTTP 200": refusal(code, 200) for code in ("4000", "1017")}
    answers |= {f"code {code} in HTTP 404": refusal(code, 404) for code in ("1008", "1002")}
    answers |= {f"code {code}, no state": refusal(code, state=..., error=...) for code in CODES[:3]}
    answers["code 4000 with status true"] = refusal("4000", status=True)
    answers |= CONTRADICTIONS | CUT_OFF
    for state in ("Failed", "Expired", "Error"):
        answers[f"state {state}"] = said(state=state)
        answers[f"state {state}, status false"] = said(state=state, status=False)
    for place, (name, reply) in enumerate(answers.items()):
        yield from duplicates(
            Fault(name=f"{name}, paid", commit=booked(reply), at_once=PAID, end=PAID, paid=True),
            Fault(name=f"{name}, not paid", commit=lost(reply), at_once=NOT_PAID, end=NOT_PAID,
                  paid=False),
            place)  # fmt: skip
    for name, reply in (CUT_OFF | CONTRADICTIONS).items():
        yield Fault(name=f"{name}, look-up fails", commit=booked(reply), at_once=WAITING,
                    lookups=(lost(refusal("1019")),), end=PAID, paid=True)  # fmt: skip
    for code in OUTRIGHT:
        for status in (200, 400):
            yield Fault(name=f"code {code} in HTTP {status}", commit=lost(refusal(code, status)),
                        at_once=NOT_PAID, end=NOT_PAID, paid=False)  # fmt: skip
    for state in ("Queued", "Processing"):
        yield Fault(name=f"{state}, paid", commit=booked(said(state=state)),
                    at_once=WAITING, end=PAID, paid=True)  # fmt: skip
        yield Fault(name=f"{state}, then not known", commit=lost(said(state=state)),
                    at_once=WAITING, end=REVIEW, paid=False)  # fmt: skip
    yield Fault(name="Success of another payment", at_once=WAITING, end=NOT_PAID, paid=False,
                commit=lost(json_reply({**SUCCESS, "reference": "f" * 32})))  # fmt: skip


# --- the line ---------------------------------------------------------------------------------


def lines() -> Iterator[Fault]:
    """The connection of the payment is not even served."""
    yield Fault(name="connection refused", line=Line.REFUSED,
                at_once=NOT_PAID, end=NOT_PAID, paid=False)  # fmt: skip
    for line in (Line.RESET, Line.CLOSED, Line.DEAF):
        yield Fault(name=f"connection {line.value} before the request is read", line=line,
                    at_once=WAITING, end=NOT_PAID, paid=False)  # fmt: skip


# --- looking the payment up ---------------------------------------------------------------------

REFUSED = lost(refusal("4000"))
WORDLESS = ("reset after the request", "closed without a word")


def lookups() -> Iterator[Fault]:
    """A look-up that fails says nothing; one that is sure ends the waiting."""
    for place, (name, act) in enumerate(LOOKUP_TROUBLES.items()):
        # A read whose kept connection ended without a word is made once more.
        acts = (act, act) if name in WORDLESS else (act,)
        yield from duplicates(
            Fault(name=f"look-up: {name}, paid", commit=booked(CLOSED), lookups=acts,
                  at_once=WAITING, end=PAID, paid=True),
            Fault(name=f"look-up: {name}, refused", commit=REFUSED, lookups=acts,
                  at_once=WAITING, end=NOT_PAID, paid=False),
            place)  # fmt: skip
    for name in ("HTTP 500 with a page", "error 1002", "closed without a word", "error 1019"):
        yield Fault(name=f"look-up: {name} for ever", commit=booked(RESET), for_ever=True,
                    lookups=(LOOKUP_TROUBLES[name],), at_once=WAITING, end=WAITING,
                    paid=True)  # fmt: skip
    for state in ("Status Error", "Timeout", "Processing", "success"):
        # "Status Error" again and again is for a person (contract, A11).
        end = REVIEW if state == "Status Error" else WAITING
        yield Fault(name=f"look-up: {state} for ever", commit=lost(RESET), for_ever=True,
                    lookups=(echoing(status=True, state=state),), at_once=WAITING, end=end,
                    paid=False)  # fmt: skip
        yield Fault(name=f"look-up: {state}, then Success", commit=booked(RESET),
                    lookups=(changed(state=state),), at_once=WAITING, end=PAID,
                    paid=True)  # fmt: skip
        yield Fault(name=f"look-up: {state}, then not known", commit=lost(RESET),
                    lookups=(echoing(status=True, state=state),), at_once=WAITING, end=REVIEW,
                    paid=False)  # fmt: skip
    for name, act in DOUBTFUL.items():
        yield Fault(name=f"look-up: Success with {name}", commit=booked(CLOSED), lookups=(act,),
                    at_once=WAITING, end=REVIEW, paid=True)  # fmt: skip
        yield Fault(name=f"refused, then at once Success with {name}", lookups=(act,),
                    commit=booked(refusal("1021")), at_once=REVIEW, end=REVIEW,
                    paid=True)  # fmt: skip
    for name, act in CERTAIN.items():
        yield Fault(name=f"look-up: Success with {name}", commit=booked(CLOSED), lookups=(act,),
                    at_once=WAITING, end=PAID, paid=True)  # fmt: skip
    for status in (200, 400, 404, 422, 500):
        yield Fault(name=f"look-up: 002 in HTTP {status}", commit=lost(CLOSED),
                    lookups=(lost(not_known(status)),), at_once=WAITING, end=NOT_PAID,
                    paid=False)  # fmt: skip
    for name, act in FAILED.items():
        yield Fault(name=f"look-up: {name}", commit=lost(CLOSED), lookups=(act,),
                    at_once=WAITING, end=NOT_PAID, paid=False)  # fmt: skip
        yield Fault(name=f"refused, then at once {name}", commit=REFUSED, lookups=(act,),
                    at_once=NOT_PAID, end=NOT_PAID, paid=False)  # fmt: skip
    yield Fault(name="look-up: Failed with another amount", commit=lost(CLOSED), at_once=WAITING,
                lookups=(echoing(status=True, state="Failed", amount=1),), end=REVIEW,
                paid=False)  # fmt: skip
    yield Fault(name="look-up: six troubles in a row", commit=booked(CLOSED), at_once=WAITING,
                lookups=tuple(LOOKUP_TROUBLES.values())[-6:], end=PAID, paid=True)  # fmt: skip


# --- a form of the look-up that is gone ---------------------------------------------------------


def forms() -> Iterator[Fault]:
    """One of the two forms is withdrawn: what the other knows counts, and "not known" in the path
    form alone never ends a payment.
    """
    for place, (name, reply) in enumerate(WITHDRAWN.items()):
        body, path = (gone(form, reply) for form in (LookupForm.BODY, LookupForm.PATH))
        yield from turns(
            place,
            Fault(name=f"no body form: {name}, paid", commit=booked(CLOSED), lookups=(body,),
                  for_ever=True, at_once=WAITING, end=PAID, paid=True),
            Fault(name=f"no body form: {name}, never arrives", commit=lost(CLOSED),
                  lookups=(body,), for_ever=True, at_once=WAITING, end=WAITING, paid=False),
            Fault(name=f"no body form: {name}, refused", commit=REFUSED, lookups=(body,),
                  for_ever=True, at_once=WAITING, end=WAITING, paid=False))  # fmt: skip
        yield from turns(
            place,
            Fault(name=f"no path form: {name}, paid", commit=booked(CLOSED), lookups=(path,),
                  for_ever=True, at_once=WAITING, end=PAID, paid=True),
            Fault(name=f"no path form: {name}, not paid", commit=lost(CLOSED), lookups=(path,),
                  for_ever=True, at_once=WAITING, end=NOT_PAID, paid=False))  # fmt: skip


# --- several at once ----------------------------------------------------------------------------


# Once known, a payment is never ended by "not known": a person decides.
KNOWN_IN_BULK = ("everything Success", "everything Failed", "everything Expired")


def several() -> Iterator[Fault]:
    """Two payments are due together and asked for in bulk; both must end the same."""
    for place, (name, act) in enumerate({"honest": honest, **BULK_TROUBLES}.items()):
        yield from duplicates(
            Fault(name=f"bulk: {name}, paid", commit=booked(CLOSED), bulk=(act,),
                  at_once=WAITING, end=PAID, paid=True),
            Fault(name=f"bulk: {name}, not paid", commit=lost(CLOSED), bulk=(act,),
                  at_once=WAITING, end=REVIEW if name in KNOWN_IN_BULK else NOT_PAID, paid=False),
            place)  # fmt: skip
    for state in ("Queued", "Processing"):
        yield Fault(name=f"bulk: {state}, paid", commit=booked(CLOSED), at_once=WAITING,
                    bulk=(listing(state=state),), end=PAID, paid=True)  # fmt: skip
        yield Fault(name=f"bulk: {state}, then not known", commit=lost(CLOSED), at_once=WAITING,
                    bulk=(listing(state=state),), end=REVIEW, paid=False)  # fmt: skip


# --- before anything is paid ----------------------------------------------------------------------


def details() -> Iterator[Fault]:
    """The account cannot be looked up: nothing is sent; the next try pays as always."""
    for name, act in DETAILS_TROUBLES.items():
        yield Fault(name=f"details: {name}", details=(act,), at_once=None, end=PAID,
                    paid=True)  # fmt: skip


# --- whole stories -----------------------------------------------------------------------------


def stories() -> Iterator[Fault]:
    """The practice service's own customers, late arrivals and clocks that were set."""
    ends = {
        "waiting": (WAITING, PAID, True),
        "waiting_long": (WAITING, PAID, True),
        "waiting_not_paid": (WAITING, NOT_PAID, False),
        "ask_support": (WAITING, REVIEW, False),
        "refunded": (WAITING, REVIEW, True),
        "no_answer": (WAITING, PAID, True),
        "lost": (WAITING, NOT_PAID, False),
        "server_error": (WAITING, PAID, True),
        "broken_answer": (PAID, PAID, True),
        "not_paid": (NOT_PAID, NOT_PAID, False),
        "already_made": (NOT_PAID, NOT_PAID, False),
        "provider_error": (NOT_PAID, NOT_PAID, False),
        "no_credit": (NOT_PAID, NOT_PAID, False),
    }
    for customer, (at_once, end, paid) in ends.items():
        yield Fault(name=f"practice_{customer}", account=f"practice_{customer}",
                    at_once=at_once, end=end, paid=paid)  # fmt: skip
    arrives = timedelta(minutes=4)
    for name, hours in {"": 0, ", clock set forward": 3, ", clock set back": -50}.items():
        missing = Fault(name=f"never arrives{name}", commit=lost(HANG), restart=bool(hours),
                        jump=timedelta(hours=hours), at_once=WAITING, end=NOT_PAID,
                        paid=False)  # fmt: skip
        yield missing
        yield replace(missing, name=f"arrives after 4 minutes{name}", late=arrives, end=PAID,
                      paid=True)  # fmt: skip
    for state in ("Queued", "Processing"):
        yield Fault(name=f"{state}, restart, then not known", commit=lost(said(state=state)),
                    restart=True, at_once=WAITING, end=REVIEW, paid=False)  # fmt: skip
    yield Fault(name="refused, look-up fails, restart", commit=booked(refusal("1018")),
                lookups=(lost(refusal("1019")),), restart=True, at_once=WAITING, end=PAID,
                paid=True)  # fmt: skip


def all_faults() -> tuple[Fault, ...]:
    """The table."""
    parts = (unreadable(), refusals(), lines(), lookups(), forms(), several(), details(), stories())
    return tuple(fault for part in parts for fault in part)
