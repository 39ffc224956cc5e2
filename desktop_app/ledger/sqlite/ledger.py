"""The record of payments in one SQLite file (rules 1, 2, 5, 7, 8 and 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy import Connection

from desktop_app.core.errors import AlreadyOpen, LedgerError, Problem
from desktop_app.core.payments.event_content import SettlementContent
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.shop import Till
from desktop_app.ledger import queries
from desktop_app.ledger.chain import Chain
from desktop_app.ledger.chain_check import check_chain
from desktop_app.ledger.drawer import give_back_cash, shift_for, take_cash
from desktop_app.ledger.on_account import check_tenders, owe, owe_no_more
from desktop_app.ledger.read_payments import read_payment, read_payments
from desktop_app.ledger.rows import (
    event_of,
    event_values,
    payment_values,
    stored_payment,
    with_changes,
)
from desktop_app.ledger.schema import accounts, payments, token_salt
from desktop_app.ledger.schema.dialect import number_of, update_text
from desktop_app.ledger.sqlite import search, upgrade
from desktop_app.ledger.sqlite.accounts import SqliteAccounts
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, Store
from desktop_app.ledger.sqlite.credit import SqliteCredit
from desktop_app.ledger.sqlite.history import SqliteHistory
from desktop_app.ledger.sqlite.journal import SqliteJournal
from desktop_app.ledger.sqlite.on_account import SqliteOnAccount
from desktop_app.ledger.sqlite.people import SqlitePeople
from desktop_app.ledger.sqlite.sweeps import SqliteSweeps
from desktop_app.ledger.steps import changes_of, check_event, gives_cash_back, takes_over
from desktop_app.ledger.stored_rows import stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop_app.core.audit import BrokenLink
    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.environment import Environment
    from desktop_app.core.receipts import SeriesOf
    from desktop_app.ledger.chain_form import Plain
    from desktop_app.ledger.sqlite.customers import SqliteCustomers
    from desktop_app.ledger.sqlite.old_lists import SqliteOldLists
    from desktop_app.ledger.sqlite.shifts import SqliteShifts

_NO_UPDATE = PaymentUpdate()


def old_numbers(_moment: datetime) -> str:
    """The series of the receipts of version 0.1.0: numbers that run on."""
    return ""


def open_ledger(
    path: Path, *, busy_seconds: float = BUSY_SECONDS, series_of: SeriesOf = old_numbers
) -> SqliteLedger:
    """Open the ledger at ``path``; make its folder and the file where there are none.

    Args:
        path: the file.
        busy_seconds: how long to wait for another program that holds it.
        series_of: the series in which receipts of a moment are numbered.

    Raises:
        LedgerError: it is newer than this program (the file is left as it is), damaged, not a
            ledger, locked by another program, or cannot be written.
    """
    return SqliteLedger(path, busy_seconds=busy_seconds, series_of=series_of)


class SqliteLedger:
    """Implements ``core.payments.ports.Ledger`` on one SQLite file.

    Any thread may call it; writers wait for each other.

    The program opens one file for each environment (rule 10; ``data_folder.ledger_path``). Each
    payment names its environment all the same.

    Attributes:
        accounts: the accounts that were looked up.
        history: the payments of days and years.
        sweeps: the evenings on which the paid payments were asked for.
    """

    def __init__(
        self,
        path: Path,
        *,
        busy_seconds: float = BUSY_SECONDS,
        series_of: SeriesOf = old_numbers,
    ) -> None:
        self._series_of = series_of
        upgrade.make_file(path)
        schema = upgrade.look_at(path, busy_seconds)
        self._store = Store(path, busy_seconds)
        try:
            if schema is not upgrade.SchemaState.CURRENT:
                upgrade.upgrade(self._store)
            self._check_access()
            search.fill_if_needed(self._store)
        except BaseException:
            self._store.close()
            raise
        self.accounts = SqliteAccounts(self._store)
        self.history = SqliteHistory(self._store)
        self.sweeps = SqliteSweeps(self._store)

    @property
    def people(self) -> SqlitePeople:
        """The people at the counter, who lie in the same file."""
        return SqlitePeople(self._store)

    def close(self) -> None:
        """Let go of the file, after what other threads have begun. Later calls are refused."""
        self._store.close()

    def add(self, order: PaymentOrder, event: Event) -> Payment:
        """Write a new payment with its first event, on disk before this returns.

        On disk: with ``synchronous=FULL`` SQLite flushes the write-ahead log within COMMIT. A
        checkpoint (log into file) is not needed for that: the log is read again after a crash.

        Raises:
            AlreadyOpen: another one is open for the same offer (rule 7).
            LedgerError: ``STALE`` for a reference that the ledger has in either role (rule 1;
                contract, A7 and A18: a new look-up for each payment); ``ILLEGAL_STEP`` for
                another event than RECORDED; ``TENDERS_DIFFER`` and ``OVER_LIMIT`` for what it is
                paid with.
        """
        if event.kind is not EventKind.RECORDED or event.state is not PaymentState.RECORDED:
            raise LedgerError(Problem.ILLEGAL_STEP, before=None, after=event.state)
        with self._store.writing() as connection:
            other = _open_for(connection, order)
            if other is not None:
                raise AlreadyOpen(other.number)
            check_tenders(connection, order)
            chain = Chain(connection, order.counter)
            shift = shift_for(chain, order.environment, order.till, event.at)
            values = payment_values(order, event, shift.number)
            row = stored(payments, queries.NEW_PAYMENT_COLUMNS, values)
            number = number_of(connection.exec_driver_sql(queries.NEW_PAYMENT, tuple(row)))
            plain = dict(zip(queries.NEW_PAYMENT_COLUMNS, row, strict=True)) | {"number": number}
            chain.insert_event(event_values(number, event), plain)
            take_cash(chain, shift, number, order, event.at)
            owe(chain, shift, number, order, event.at)
            chain.write()
            # The tenders beside cash have rows of their own.
            payment = _find(connection, number) if order.other_tenders else stored_payment(plain)
            search.index_words(connection, None, payment)
            return payment

    def append(self, number: int, event: Event, *, update: PaymentUpdate | None = None) -> Payment:
        """Add one event, and move the state if the event says so, in one transaction.

        A payment that becomes PAID gets its receipt number in the same transaction: the next one
        of its counter in the series of that moment.
        ``changed_at`` is the time of the last change of state. CASH_RETURNED closes the duty of
        rule 8 at ``update.cash_returned_at``, or else at the time of the event. ABANDONED is for
        what was not answered yet, and opens no such duty. The cash of both leaves the drawer in the
        shift that is open then, as that of a reversal does which is settled in cash. The first
        answer of a payment that was made instead of another settles that one's reversal. What was
        on account is owed no more as soon as the payment is NOT PAID.

        Raises:
            LedgerError: ``ILLEGAL_STEP`` for a step that rule 5 or rule 8 does not allow from
                the state that the payment has in the file. Nothing is written.
        """
        update = update or _NO_UPDATE
        with self._store.writing() as connection:
            before = _find(connection, number)
            check_event(before, event, update)
            changes = changes_of(before, event, update)
            if event.state is PaymentState.PAID:
                changes |= self._next_receipt(connection, before, event)
            plain = _stored_changes(changes)
            chain = Chain(connection, event.counter)
            chain.insert_event(event_values(number, event), plain)
            if gives_cash_back(event, update):
                give_back_cash(chain, before, _till_of(before, event, update), event.at)
            if before.order.instead_of is not None and takes_over(before, event):
                _settle_other(chain, before, event)
            if event.state is PaymentState.NOT_PAID or update.cash:
                owe_no_more(chain, before, event)
            chain.write()
            if not changes:
                return before
            _change(connection, number, plain)
            after = with_changes(before, plain)
            search.index_words(connection, before, after)
            return after

    def payment(self, number: int) -> Payment | None:
        """Return the payment with this number, or None."""
        with self._store.reading() as connection:
            return read_payment(connection, number)

    def events(self, number: int) -> tuple[Event, ...]:
        """Its history, oldest first; empty for a number that there is not."""
        with self._store.reading() as connection:
            return tuple(event_of(row) for row in connection.execute(queries.history(number)))

    def events_of_open(self) -> dict[int, tuple[Event, ...]]:
        """The history of each open payment, by number, oldest first."""
        found: dict[int, list[Event]] = {}
        with self._store.reading() as connection:
            for row in connection.execute(queries.HISTORY_OF_OPEN):
                found.setdefault(row.payment, []).append(event_of(row))
        return {number: tuple(history) for number, history in found.items()}

    def open_payments(self, *, counter: str | None = None) -> tuple[Payment, ...]:
        """Recorded, sending, waiting and review, oldest first; of one counter or of all."""
        return self._payments(queries.open_payments(counter))

    def cash_to_return(self) -> tuple[Payment, ...]:
        """Not paid, with cash not given back yet, oldest first."""
        return self._payments(queries.cash_to_return())

    def came_back(self) -> tuple[Payment, ...]:
        """PAID ones that the service took back and that leave a duty, and those in doubt; oldest
        first.
        """
        return self._payments(queries.came_back())

    def open_for(self, order: PaymentOrder) -> Payment | None:
        """The open payment for the same customer and offer."""
        with self._store.reading() as connection:
            return _open_for(connection, order)

    def paid_since(self, customer: AccountKey, since: datetime) -> tuple[Payment, ...]:
        """Return the customer's payments that became PAID since then, newest first."""
        of = {"company": customer.company, "environment": customer.environment}
        with self._store.reading() as connection:
            query = queries.paid_since()
            return read_payments(connection, query, names=customer.names, since=since, **of)

    def token_salt(self, make: Callable[[], str]) -> str:
        """Return the salt of the token names in this record; create and store it on the first call.

        It is kept beside the names, so that a lost settings file loses no waiting payment and a
        backup is whole. That gives no token away: a name is 64 bits of a keyed hash of 20 random
        letters and digits, more than can ever be tried, with the salt known or not.

        Args:
            make: gives the salt where the record has none yet.
        """
        with self._store.reading() as connection:
            kept = connection.scalar(sa.select(token_salt.c.salt))
        if kept:
            return str(kept)
        salt = make()
        with self._store.writing() as connection:
            connection.execute(sa.insert(token_salt).values(salt=salt))
        return salt

    def shifts_of(self, environment: Environment) -> SqliteShifts:
        """The shifts of an environment, which lie in the same file."""
        from desktop_app.ledger.sqlite.shifts import SqliteShifts

        return SqliteShifts(self._store, environment)

    def credit_of(self, environment: Environment) -> SqliteCredit:
        """The notes on an environment's credit, which lie in the same file."""
        return SqliteCredit(self._store, environment)

    def journal_of(self, environment: Environment) -> SqliteJournal:
        """The journal of an environment, which lies in the same file."""
        return SqliteJournal(self._store, environment)

    def on_account_of(self, environment: Environment) -> SqliteOnAccount:
        """The customers who owe, who lie in the same file."""
        return SqliteOnAccount(self._store, environment)

    def customers_of(self, environment: Environment) -> SqliteCustomers:
        """The shop's book of customers, which lies in the same file."""
        from desktop_app.ledger.sqlite.customers import SqliteCustomers

        return SqliteCustomers(self._store, environment)

    def old_lists(self) -> SqliteOldLists:
        """What takes customers of older lists into the file."""
        from desktop_app.ledger.sqlite.old_lists import SqliteOldLists

        return SqliteOldLists(self._store)

    def check_chain(self, *, pause: float = 0) -> BrokenLink | None:
        """Compare the audit chain with the rows; the first that is not what was written.

        Reads all of the record: others may write meanwhile. With `pause` it rests for so many
        seconds again and again.
        """
        with self._store.reading() as connection:
            return check_chain(connection, pause)

    def _next_receipt(
        self, connection: Connection, payment: Payment, event: Event
    ) -> dict[str, object]:
        order, series = payment.order, self._series_of(event.at)
        of = {"environment": order.environment, "counter": order.counter, "series": series}
        number = connection.scalar(queries.NEXT_RECEIPT, of)
        return {"receipt_series": series, "receipt": number}

    def _payments(self, query: sa.Executable) -> tuple[Payment, ...]:
        with self._store.reading() as connection:
            return read_payments(connection, query)

    def _check_access(self) -> None:
        """Fail now, not at the first payment, where the file cannot be written.

        BEGIN IMMEDIATE does not fail on a file that may only be read, a writing statement does.
        """
        with self._store.writing() as connection:
            connection.execute(sa.update(accounts).values(bills=None).where(sa.false()))


def _find(connection: Connection, number: int) -> Payment:
    found = read_payment(connection, number)
    if found is None:
        raise LedgerError(Problem.LEDGER_FAILED, cause="no such payment", number=number)
    return found


def _open_for(connection: Connection, order: PaymentOrder) -> Payment | None:
    """The open payment for the same offer of this customer, under whichever name it stands there.

    The unique index knows one name only.
    """
    of = {name: getattr(order, name) for name in ("environment", "company", "offer_id")}
    found = read_payments(connection, queries.OPEN_FOR, **of)
    return next((one for one in found if one.order.customer.is_same(order.customer)), None)


def _settle_other(chain: Chain, payment: Payment, event: Event) -> None:
    """Settle the reversal of the payment that this one was made instead of.

    Its cash is what the customer pays this one with: it leaves the drawer as that of the one and
    has come in as that of the other.
    """
    order = payment.order
    other = _find(chain.connection, order.instead_of or 0)
    if not (other.owes_reversal and other.order.customer.is_same(order.customer)):
        return
    content = SettlementContent(paid_again=payment.number).write()
    settled = Event(EventKind.REVERSAL_SETTLED, event.at, content=content).by(order.till)
    plain = _stored_changes(changes_of(other, settled, _NO_UPDATE))
    chain.insert_event(event_values(other.number, settled), plain)
    give_back_cash(chain, other, order.till, event.at)
    owe_no_more(chain, other, settled)
    _change(chain.connection, other.number, plain)


def _stored_changes(changes: dict[str, object]) -> dict[str, Plain]:
    """The changed columns of a payment, as they are stored."""
    return dict(zip(changes, stored(payments, tuple(changes), changes), strict=True))


def _change(connection: Connection, number: int, plain: dict[str, Plain]) -> None:
    text = update_text(payments, tuple(plain), "number")
    connection.exec_driver_sql(text, (*plain.values(), number))


def _till_of(payment: Payment, event: Event, update: PaymentUpdate) -> Till:
    """The drawer that cash leaves. What was given up never left the one that it was meant for."""
    order = payment.order
    if event.kind is EventKind.ABANDONED:
        return Till(order.counter, order.drawer, event.operator, event.operator_id)
    drawer = update.drawer or order.drawer
    return Till(event.counter, drawer, event.operator, event.operator_id)
