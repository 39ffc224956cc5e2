"""Exports are read back by another program: as many rows, the same sums, and no formulas."""

from __future__ import annotations

import csv
import threading
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.cancellation import GivenUp, cancellable
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.exports.table import AMOUNTS, Column, DayColumn, ExportKind, ExportWords
from desktop_app.exports.write import write_export
from tests.exported_kit import exported_of, workbook
from tests.fakes import NOON, paid_payment
from tests.sampling import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.core.payments.exported import ExportedPayment

EXAMPLES = 200 if LONG else 25
WORDS = ExportWords(
    columns={column: column.value for column in Column},
    day_columns={column: column.value for column in DayColumn},
    states={state: state.name for state in PaymentState},
    payments="Payments",
    days="Days",
    total_paid="Total PAID",
    total_all="Total",
    description="Everything",
)


def payment_of(number: int, state: PaymentState, paisa: int, wallet: int, days: int) -> Payment:
    payment = paid_payment(state)
    other = (Tender(TenderKind.WALLET, Money(wallet), "W1"),) if wallet else ()
    order = replace(
        payment.order,
        reference=f"{number:032x}",
        amount=Money(paisa),
        lines=(),
        cash_due=Money(paisa),
        cash_received=Money(paisa - wallet),
        other_tenders=other,
    )
    at = NOON + timedelta(days=days)
    receipt = number if state is PaymentState.PAID else None
    return replace(payment, number=number, order=order, recorded_at=at, receipt=receipt)


@st.composite
def some_payments(draw: st.DrawFn) -> list[Payment]:
    payments = []
    for number in range(1, draw(st.integers(0, 12)) + 1):
        paisa = draw(st.integers(100, 99_999_999))
        wallet = draw(st.sampled_from((0, paisa // 3, paisa)))
        state = draw(st.sampled_from(PaymentState))
        payments.append(payment_of(number, state, paisa, wallet, draw(st.integers(0, 3))))
    return payments


def exported(folder: Path, kind: ExportKind, payments: list[Payment]) -> Path:
    path = folder / f"payments.{kind.value}"
    found = map(exported_of, payments)
    write_export(path, kind, found, WORDS, lambda _rows: None)
    assert [one.name for one in folder.iterdir()] == [path.name]
    return path


def rows_of(path: Path, sheet: str) -> list[tuple[Any, ...]]:
    book = workbook(path)
    return list(book[sheet].iter_rows(min_row=3, values_only=True))


@settings(max_examples=EXAMPLES, deadline=None)
@given(some_payments())
def test_a_workbook_has_each_payment_once_and_the_sums_of_the_record(
    tmp_path_factory: pytest.TempPathFactory, payments: list[Payment]
) -> None:
    path = exported(tmp_path_factory.mktemp("export"), ExportKind.EXCEL, payments)
    rows = rows_of(path, "Payments")
    body, sums = rows[: len(payments)], rows[len(payments) :]
    place = list(Column).index
    assert [row[place(Column.REFERENCE)] for row in body] == [p.order.reference for p in payments]
    assert [row[0].date() for row in body] == [_nepal(p.recorded_at).date() for p in payments]
    assert [row[1] for row in body] == [_nepal(p.recorded_at).time() for p in payments]
    for paid, total in zip((True, False), sums, strict=bool(payments)):
        counted = [row for row in body if not paid or row[place(Column.STATE)] == "PAID"]
        for column in AMOUNTS:
            cells = [_paisa(row[place(column)]) for row in counted]
            assert _paisa(total[place(column)]) == sum(cells)
    amount = sum(p.order.amount.paisa for p in payments if p.state is PaymentState.PAID)
    assert not payments or _paisa(sums[0][place(Column.AMOUNT)]) == amount
    for row, payment in zip(body, payments, strict=True):
        parts = (Column.CASH, Column.WALLET, Column.ON_ACCOUNT)
        assert sum(_paisa(row[place(one)]) for one in parts) == payment.order.cash_due.paisa


@settings(max_examples=EXAMPLES, deadline=None)
@given(some_payments())
def test_the_days_of_a_workbook_are_those_of_its_payments(
    tmp_path_factory: pytest.TempPathFactory, payments: list[Payment]
) -> None:
    path = exported(tmp_path_factory.mktemp("export"), ExportKind.EXCEL, payments)
    paid: Counter[date] = Counter()
    for payment in payments:
        is_paid = payment.state is PaymentState.PAID
        paid[_nepal(payment.recorded_at).date()] += payment.order.amount.paisa if is_paid else 0
    place = list(DayColumn).index
    days = rows_of(path, "Days")
    assert [row[0].date() for row in days] == sorted(paid)
    assert {row[0].date(): _paisa(row[place(DayColumn.PAID_AMOUNT)]) for row in days} == paid
    counts = (DayColumn.PAID, DayColumn.WAITING, DayColumn.NOT_PAID)
    assert sum(row[place(one)] for row in days for one in counts) == len(payments)


@settings(max_examples=EXAMPLES, deadline=None)
@given(some_payments())
def test_csv_has_each_payment_once(
    tmp_path_factory: pytest.TempPathFactory, payments: list[Payment]
) -> None:
    path = exported(tmp_path_factory.mktemp("export"), ExportKind.CSV, payments)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["reference"] for row in rows] == [p.order.reference for p in payments]
    amounts = [Decimal(row["amount"]) * 100 for row in rows]
    assert amounts == [p.order.amount.paisa for p in payments]


@pytest.mark.parametrize("name", ["=1+1", "+977", "-5", "@SUM(A1)", "\t=1", "http://x.example"])
def test_a_name_never_becomes_a_formula_or_a_link(tmp_path: Path, name: str) -> None:
    payment = payment_of(1, PaymentState.PAID, 100, 0, 0)
    payment = replace(payment, order=replace(payment.order, customer_name=name))
    excel = exported(_folder(tmp_path, "excel"), ExportKind.EXCEL, [payment])
    cell = workbook(excel)["Payments"].cell(3, list(Column).index(Column.CUSTOMER) + 1)
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", name, None)
    with exported(_folder(tmp_path, "csv"), ExportKind.CSV, [payment]).open(
        encoding="utf-8-sig", newline=""
    ) as file:
        written = next(csv.DictReader(file))["customer"]
    assert written == (name if name.startswith("http") else f"'{name}")


def test_the_head_stays_where_it_is_while_rows_scroll(tmp_path: Path) -> None:
    path = exported(tmp_path, ExportKind.EXCEL, [payment_of(1, PaymentState.PAID, 100, 0, 0)])
    for sheet in workbook(path).worksheets:
        assert sheet.freeze_panes == "A3"
        assert sheet["A1"].value == "Everything"


@pytest.mark.parametrize("kind", ExportKind)
def test_a_given_up_export_leaves_the_file_of_before(tmp_path: Path, kind: ExportKind) -> None:
    path = tmp_path / "payments"
    path.write_bytes(b"before")
    cancelled = threading.Event()

    def until_given_up() -> Iterator[ExportedPayment]:
        for number in range(1, 5000):
            if number == 700:
                cancelled.set()
            yield exported_of(payment_of(number, PaymentState.PAID, 100, 0, 0))

    told: list[int] = []
    with cancellable(cancelled), pytest.raises(GivenUp):
        write_export(path, kind, until_given_up(), WORDS, told.append)
    assert told == [500]
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", list(ExportKind))
def test_an_export_that_is_given_up_after_its_last_row_leaves_the_file_of_before(
    tmp_path: Path, kind: ExportKind
) -> None:
    """A long workbook is put together after that, which takes seconds."""
    path = tmp_path / "payments"
    path.write_bytes(b"before")
    cancelled = threading.Event()
    rows = [exported_of(payment_of(1, PaymentState.PAID, 100, 0, 0))]
    with cancellable(cancelled), pytest.raises(GivenUp):
        write_export(path, kind, rows, WORDS, lambda _rows: cancelled.set())
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", ExportKind)
def test_a_folder_that_is_gone_is_an_error_of_the_system(tmp_path: Path, kind: ExportKind) -> None:
    with pytest.raises(OSError):
        write_export(tmp_path / "gone" / "payments", kind, [], WORDS, lambda _rows: None)


def _folder(parent: Path, name: str) -> Path:
    folder = parent / name
    folder.mkdir()
    return folder


def _nepal(at: datetime) -> datetime:
    return (at.astimezone(UTC) + timedelta(hours=5, minutes=45)).replace(tzinfo=None)


def _paisa(value: float | None) -> int:
    return round(Decimal(str(value or 0)) * 100)


@pytest.mark.parametrize("kind", ExportKind)
def test_rows_are_written_by_the_megabyte(tmp_path: Path, kind: ExportKind) -> None:
    """Each small write would keep the window's thread from its turn."""
    payment = exported_of(payment_of(1, PaymentState.PAID, 1000_00, 0, 0))
    found: list[int] = []

    def look(rows: int) -> None:
        files = [one for one in tmp_path.rglob("*") if one.is_file()]
        found.append(sum(one.stat().st_size for one in files))
        assert files

    write_export(tmp_path / f"x.{kind.value}", kind, [payment] * 500, WORDS, look)
    assert found[0] == 0, "after five hundred rows"
    assert found[-1] > 0
