"""The shifts of one environment in the ledger's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.money import ZERO
from desktop_app.core.shifts.movement import (
    Movement,
    MovementKind,
    expected_cash,
    may_be_entered,
    signed,
)
from desktop_app.core.shifts.shift import Opening
from desktop_app.core.shifts.z_report import read_report
from desktop_app.ledger import shift_queries
from desktop_app.ledger.chain import Chain
from desktop_app.ledger.chain_form import Source
from desktop_app.ledger.drawer import begin_shift, open_shift, write_movements
from desktop_app.ledger.rows_of_shifts import shift_of
from desktop_app.ledger.schema import shifts
from desktop_app.ledger.schema.column_types import read_body, write_json

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.money import Money
    from desktop_app.core.shifts.shift import CashCount, Closing, Shift
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.core.shop import Till
    from desktop_app.ledger.sqlite.connections import Store


class SqliteShifts:
    """Implements ``core.shifts.ports.ShiftLedger`` on one SQLite file. Any thread may call it."""

    def __init__(self, store: Store, environment: Environment) -> None:
        self._store = store
        self._environment = environment

    # --- reading --------------------------------------------------------------------------

    def current(self, till: Till) -> Shift | None:
        """The open shift of a till's drawer."""
        with self._store.reading() as connection:
            return open_shift(connection, self._environment, till)

    def shift(self, number: int) -> Shift | None:
        """The shift with that number."""
        with self._store.reading() as connection:
            row = connection.execute(shift_queries.shift(self._environment, number)).first()
            return None if row is None else shift_of(row)

    def movements(self, shift: int) -> tuple[Movement, ...]:
        """What moved in a shift, oldest first."""
        with self._store.reading() as connection:
            return shift_queries.read_movements(connection, shift)

    def x_report(self, till: Till, at: datetime) -> ShiftReport:
        """The figures of the open shift so far. Nothing is written."""
        with self._store.reading() as connection:
            shift = self._open(connection, till)
            return shift_queries.read_figures(connection, shift, at, till.operator)

    def z_report(self, counter: str, z_number: int) -> ShiftReport | None:
        """A Z report as it was printed first."""
        with self._store.reading() as connection:
            query = shift_queries.report(self._environment, counter, z_number)
            row = connection.execute(query).first()
            return None if row is None else read_report(read_body(row.content))

    def reports(self, till: Till, most: int) -> tuple[ShiftReport, ...]:
        """The last Z reports of a till's drawer, newest first."""
        query = shift_queries.last_reports(self._environment, till, most)
        with self._store.reading() as connection:
            return tuple(read_report(read_body(row.content)) for row in connection.execute(query))

    # --- writing --------------------------------------------------------------------------

    def open(self, till: Till, at: datetime, counted: CashCount | None) -> Shift:
        """Open a shift with what was counted in the drawer; None for nothing counted."""
        with self._store.writing() as connection:
            if open_shift(connection, self._environment, till) is not None:
                raise LedgerError(Problem.ILLEGAL_STEP, cause="shift is open")
            chain = Chain(connection, till.counter)
            opening = Opening.BY_PAYMENT if counted is None else Opening.COUNTED
            shift = begin_shift(chain, self._environment, till, at, opening)
            if counted is not None:
                _write_float(chain, shift, till, at, counted)
            chain.write()
            return shift

    def note_float(self, till: Till, at: datetime, counted: CashCount) -> Shift:
        """Note what lay in the drawer when its open shift began; once."""
        with self._store.writing() as connection:
            shift = self._open(connection, till)
            chain = Chain(connection, till.counter)
            _write_float(chain, shift, till, at, counted)
            chain.write()
            return shift

    def move(
        self, till: Till, at: datetime, kind: MovementKind, amount: Money, reason: str
    ) -> Movement:
        """Write what a clerk put in, took out, or opened the drawer for without a sale."""
        if not may_be_entered(kind, amount, reason):
            raise LedgerError(Problem.ILLEGAL_STEP, step=kind)
        moved = Movement(
            kind,
            at,
            signed(kind, amount),
            operator=till.operator,
            operator_id=till.operator_id,
            reason=reason.strip(),
        )
        with self._store.writing() as connection:
            chain = Chain(connection, till.counter)
            write_movements(chain, self._open(connection, till), (moved,))
            chain.write()
        return moved

    def close(self, till: Till, closing: Closing) -> ShiftReport:
        """Close the open shift: number, report and links in one transaction."""
        if closing.needs_reason:
            raise LedgerError(Problem.NO_REASON)
        with self._store.writing() as connection:
            shift = self._open(connection, till)
            moved = shift_queries.read_movements(connection, shift.number)
            if expected_cash(moved) != closing.expected:
                raise LedgerError(Problem.STALE, cause="cash moved")
            z_number = connection.scalar(shift_queries.next_z(self._environment, till.counter))
            report = shift_queries.read_figures(
                connection, shift, closing.at, till.operator, closing, z_number
            )
            closed = {
                "closed_at": closing.at,
                "closed_by": till.operator,
                "closed_by_id": till.operator_id,
                "z_number": z_number,
                "note": report.note,
            }
            change = sa.update(shifts).where(shifts.c.number == shift.number).values(closed)
            connection.execute(change)
            chain = Chain(connection, till.counter)
            entry = JournalEntry(JournalKind.SHIFT_CLOSED, closing.at).by(till)
            chain.insert_shift(self._environment, entry, shift_queries.opened(shift) | closed)
            head = chain.write()
            chain.insert(
                Source.REPORT,
                [
                    {
                        "environment": self._environment,
                        "counter": till.counter,
                        "shift": shift.number,
                        "z_number": z_number,
                        "at": closing.at,
                        "operator": till.operator,
                        "operator_id": till.operator_id,
                        "content": write_json(report.write()),
                        "chain_position": head.position,
                        "chain_hash": head.hash,
                    }
                ],
            )
            chain.write()
            return report

    def _open(self, connection: sa.Connection, till: Till) -> Shift:
        found = open_shift(connection, self._environment, till)
        if found is None:
            raise LedgerError(Problem.ILLEGAL_STEP, cause="no shift is open")
        return found


def _write_float(chain: Chain, shift: Shift, till: Till, at: datetime, counted: CashCount) -> None:
    """Write the float: what was counted but what was carried in, which lies in the drawer too."""
    moved = shift_queries.read_movements(chain.connection, shift.number)
    carried = sum((m.amount for m in moved if m.kind is MovementKind.CARRIED), start=ZERO)
    float_ = Movement(
        MovementKind.FLOAT,
        at,
        counted.total - carried,
        operator=till.operator,
        operator_id=till.operator_id,
        content=counted.write(),
    )
    write_movements(chain, shift, (float_,))
