"""What an X or a Z report says of a shift: one value, stored and read here alone.

The stored form is a JSON object whose keys never change, as a report is never edited. What a newer
program wrote otherwise is read as far as it is understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import OPEN_STATES, Payment, PaymentState
from desktop_app.core.pin_reset import PinSetAnew
from desktop_app.core.shifts.movement import Movement, MovementKind, expected_cash
from desktop_app.core.shifts.shift import CashCount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop_app.core.billing.accounts import Body
    from desktop_app.core.shifts.shift import Closing, Shift


@dataclass(frozen=True, slots=True)
class Line:
    """A count with its sum; ``key`` and ``name`` say of what."""

    key: str
    count: int
    total: Money
    name: str = ""


NO_DUES = Line("dues_by_wallet", 0, ZERO)


@dataclass(frozen=True, slots=True)
class HeldCash:
    """An open payment, or one that owes cash: its number and its cash."""

    number: int
    cash: Money


@dataclass(frozen=True, slots=True)
class ReceiptRange:
    """The receipts of a shift in one series."""

    series: str
    first: int
    last: int
    count: int


@dataclass(frozen=True, slots=True)
class ShiftReport:
    """An X report, or a Z report where ``z_number`` is set.

    Attributes:
        shift: its number.
        counter, drawer: where.
        opened_at, opened_by: when it was opened, and who did it.
        at, operator: when the report was made, and who made it.
        movements: counts and sums of the movements, by kind; their sum is ``expected``.
        paid: bills that became PAID in the shift, whenever their cash was taken.
        charges, rounding: of these.
        receipts: their numbers.
        providers, operators: their shares.
        tenders: what the bills of the shift were paid with.
        waiting, owed: open payments, and those that owe cash, of all shifts: they are carried over.
        came_back: PAID bills that the service took back in the shift, whenever they were paid. They
            stay among the paid ones of their day.
        to_settle: those of all shifts that the customer has not got what is due for yet.
        pins_set_anew: when an owner's PIN was set anew since the report before.
        dues_by_wallet: what customers owed and settled by wallet; no drawer has part in it.
        expected: what must lie in the drawer.
        counted: what was counted; None on an X report.
        reason, note: of the close.
    """

    shift: int
    counter: str
    drawer: str
    opened_at: datetime
    opened_by: str
    at: datetime
    operator: str
    movements: tuple[Line, ...]
    paid: Line
    charges: Money
    rounding: Money
    receipts: tuple[ReceiptRange, ...]
    providers: tuple[Line, ...]
    operators: tuple[Line, ...]
    tenders: tuple[Line, ...]
    waiting: tuple[HeldCash, ...]
    owed: tuple[HeldCash, ...]
    expected: Money
    counted: CashCount | None = None
    reason: str = ""
    note: str = ""
    z_number: int | None = None
    came_back: tuple[HeldCash, ...] = ()
    to_settle: tuple[HeldCash, ...] = ()
    pins_set_anew: tuple[PinSetAnew, ...] = ()
    dues_by_wallet: Line = NO_DUES

    @property
    def difference(self) -> Money | None:
        """What was counted too much, or too little if it is below zero; None if nobody counted."""
        return None if self.counted is None else self.counted.total - self.expected

    def write(self) -> Body:
        """The stored form."""
        return {
            "shift": self.shift,
            "counter": self.counter,
            "drawer": self.drawer,
            "opened_at": self.opened_at,
            "opened_by": self.opened_by,
            "at": self.at,
            "operator": self.operator,
            "movements": [_written(line) for line in self.movements],
            "paid": _written(self.paid),
            "charges": self.charges.paisa,
            "rounding": self.rounding.paisa,
            "receipts": [
                {"series": r.series, "first": r.first, "last": r.last, "count": r.count}
                for r in self.receipts
            ],
            "providers": [_written(line) for line in self.providers],
            "operators": [_written(line) for line in self.operators],
            "tenders": [_written(line) for line in self.tenders],
            "waiting": [{"number": p.number, "cash": p.cash.paisa} for p in self.waiting],
            "owed": [{"number": p.number, "cash": p.cash.paisa} for p in self.owed],
            "came_back": [{"number": p.number, "cash": p.cash.paisa} for p in self.came_back],
            "to_settle": [{"number": p.number, "cash": p.cash.paisa} for p in self.to_settle],
            "pins_set_anew": [{"at": one.at, "way": one.way} for one in self.pins_set_anew],
            "dues_by_wallet": _written(self.dues_by_wallet),
            "expected": self.expected.paisa,
            "counted": None if self.counted is None else self.counted.write(),
            "reason": self.reason,
            "note": self.note,
            "z_number": self.z_number,
        }


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """What a report is made of.

    Attributes:
        movements: all movements of the shift.
        taken: the payments whose cash was taken in it.
        paid: those that became PAID in it.
        held: the open payments of the drawer, those that owe cash, and those that came back and
            are not settled.
        came_back: PAID ones that the service took back in the shift.
        dues_by_wallet: what customers gave by wallet in it for what they owed.
    """

    movements: Sequence[Movement]
    taken: Sequence[Payment]
    paid: Sequence[Payment]
    held: Sequence[Payment]
    came_back: Sequence[Payment] = ()
    dues_by_wallet: Sequence[Money] = ()


def report_of(
    shift: Shift,
    facts: ShiftFacts,
    at: datetime,
    operator: str,
    closing: Closing | None = None,
    z_number: int | None = None,
) -> ShiftReport:
    """The report of a shift, made by ``operator``; with what was counted, for a Z report."""
    paid = facts.paid
    return ShiftReport(
        shift=shift.number,
        counter=shift.counter,
        drawer=shift.drawer,
        opened_at=shift.opened_at,
        opened_by=shift.opened_by,
        at=at,
        operator=operator,
        movements=_by_kind(facts.movements),
        paid=Line("paid", len(paid), _total(p.order.amount for p in paid)),
        charges=_total(p.order.charge for p in paid),
        rounding=_total(p.order.rounding for p in paid),
        receipts=_receipts(paid),
        providers=_shares(paid, lambda p: (p.order.provider, p.order.provider_name)),
        operators=_shares(paid, lambda p: (p.order.operator_id, p.order.operator)),
        tenders=_tenders(facts.taken),
        waiting=tuple(_held(p) for p in facts.held if p.state in OPEN_STATES),
        owed=tuple(_held(p) for p in facts.held if p.owes_cash),
        expected=expected_cash(facts.movements),
        counted=None if closing is None else closing.counted,
        reason="" if closing is None else closing.reason.strip(),
        note="" if closing is None else closing.note.strip(),
        z_number=z_number,
        came_back=tuple(_held(p) for p in facts.came_back),
        to_settle=tuple(_held(p) for p in facts.held if p.owes_reversal),
        pins_set_anew=() if closing is None else closing.pins_set_anew,
        dues_by_wallet=replace(
            NO_DUES, count=len(facts.dues_by_wallet), total=_total(facts.dues_by_wallet)
        ),
    )


def read_report(body: Body) -> ShiftReport:
    """The report of a stored form."""
    return ShiftReport(
        shift=_whole(body, "shift"),
        counter=_text(body, "counter"),
        drawer=_text(body, "drawer"),
        opened_at=_moment(body, "opened_at"),
        opened_by=_text(body, "opened_by"),
        at=_moment(body, "at"),
        operator=_text(body, "operator"),
        movements=_lines(body, "movements"),
        paid=_line(body.get("paid")),
        charges=Money(_whole(body, "charges")),
        rounding=Money(_whole(body, "rounding")),
        receipts=tuple(
            ReceiptRange(
                _text(one, "series"),
                _whole(one, "first"),
                _whole(one, "last"),
                _whole(one, "count"),
            )
            for one in _objects(body, "receipts")
        ),
        providers=_lines(body, "providers"),
        operators=_lines(body, "operators"),
        tenders=_lines(body, "tenders"),
        waiting=_held_in(body, "waiting"),
        owed=_held_in(body, "owed"),
        expected=Money(_whole(body, "expected")),
        counted=CashCount.read(body.get("counted")),
        reason=_text(body, "reason"),
        note=_text(body, "note"),
        z_number=_whole(body, "z_number") or None,
        came_back=_held_in(body, "came_back"),
        to_settle=_held_in(body, "to_settle"),
        pins_set_anew=tuple(
            PinSetAnew(_moment(one, "at"), _text(one, "way"))
            for one in _objects(body, "pins_set_anew")
        ),
        dues_by_wallet=_line(body.get("dues_by_wallet")),
    )


# --- making -------------------------------------------------------------------------------


def _total(amounts: Iterable[Money]) -> Money:
    return sum(amounts, start=ZERO)


def _by_kind(movements: Sequence[Movement]) -> tuple[Line, ...]:
    """One line for each kind that occurs, in the order of the kinds."""
    lines = []
    for kind in MovementKind:
        amounts = [one.amount for one in movements if one.kind is kind]
        if amounts:
            lines.append(Line(kind.value, len(amounts), _total(amounts)))
    return tuple(lines)


def _shares(paid: Sequence[Payment], key: Callable[[Payment], tuple[str, str]]) -> tuple[Line, ...]:
    """The payments by provider or operator, the largest total first."""
    groups: dict[tuple[str, str], list[Money]] = {}
    for payment in paid:
        groups.setdefault(key(payment), []).append(payment.order.amount)
    lines = [Line(k, len(found), _total(found), name) for (k, name), found in groups.items()]
    return tuple(sorted(lines, key=lambda line: (-line.total.paisa, line.name)))


def _tenders(taken: Sequence[Payment]) -> tuple[Line, ...]:
    groups: dict[str, list[Money]] = {}
    for payment in taken:
        for tender in payment.order.tenders:
            groups.setdefault(tender.kind.value, []).append(tender.amount)
    return tuple(Line(kind, len(found), _total(found)) for kind, found in sorted(groups.items()))


def _receipts(paid: Sequence[Payment]) -> tuple[ReceiptRange, ...]:
    groups: dict[str, list[int]] = {}
    for payment in paid:
        if payment.state is PaymentState.PAID and payment.receipt is not None:
            groups.setdefault(payment.receipt_series, []).append(payment.receipt)
    return tuple(
        ReceiptRange(series, min(numbers), max(numbers), len(numbers))
        for series, numbers in sorted(groups.items())
    )


def _held(payment: Payment) -> HeldCash:
    return HeldCash(payment.number, payment.order.cash_tender)


# --- the stored form ----------------------------------------------------------------------


def _written(line: Line) -> Body:
    name = {"name": line.name} if line.name else {}
    return {"key": line.key, "count": line.count, "total": line.total.paisa, **name}


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""


def _whole(body: Body, name: str) -> int:
    value = body.get(name)
    return value if isinstance(value, int) else 0


def _moment(body: Body, name: str) -> datetime:
    return datetime.fromisoformat(_text(body, name))


def _objects(body: Body, name: str) -> list[Body]:
    listed = body.get(name)
    return [one for one in listed if isinstance(one, Mapping)] if isinstance(listed, list) else []


def _line(body: object) -> Line:
    told: Body = body if isinstance(body, Mapping) else {}
    return Line(
        _text(told, "key"), _whole(told, "count"), Money(_whole(told, "total")), _text(told, "name")
    )


def _lines(body: Body, name: str) -> tuple[Line, ...]:
    return tuple(_line(one) for one in _objects(body, name))


def _held_in(body: Body, name: str) -> tuple[HeldCash, ...]:
    return tuple(
        HeldCash(_whole(one, "number"), Money(_whole(one, "cash"))) for one in _objects(body, name)
    )
