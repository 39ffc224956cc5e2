"""What add() returned is there, whatever ends the program, and whoever else writes."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from desktop_app.core.errors import AlreadyOpen, LedgerError
from desktop_app.core.payments.payment import Event, EventKind, Payment, PaymentState
from desktop_app.ledger.sqlite.connections import Store
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from tests.blank_ledger import blank_ledger, put_blank_ledger
from tests.sampling import LONG
from tests.unit.test_ledger_kit import NOON, add, add_in

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys, time
from pathlib import Path
from desktop_app.ledger.sqlite.ledger import open_ledger
from tests.unit.test_ledger_kit import add
ledger = open_ledger(Path(sys.argv[1]))
for offer in range(5):
    print(add(ledger, str(offer)).number, flush=True)
time.sleep(60)
"""


def start(program: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("numbers", [1, 5])
def test_a_payment_survives_a_kill_right_after_it_was_added(tmp_path: Path, numbers: int) -> None:
    path = tmp_path / "payments.db"
    put_blank_ledger(path)
    with start(PROGRAM, path) as process:
        assert process.stdout is not None
        seen = [int(process.stdout.readline()) for _ in range(numbers)]
        process.send_signal(signal.SIGKILL)
        process.wait()
    ledger = open_ledger(path)
    assert seen == list(range(1, numbers + 1))
    for number in seen:
        payment = ledger.payment(number)
        assert payment is not None
        assert payment.state is PaymentState.RECORDED
        assert len(ledger.events(number)) == 1
    ledger.close()


def test_programs_that_start_at_once_agree_on_one_file(tmp_path: Path) -> None:
    path = tmp_path / "payments.db"
    program = (
        "import sys; from pathlib import Path\n"
        "from desktop_app.ledger.sqlite.ledger import open_ledger\n"
        "from tests.unit.test_ledger_kit import add\n"
        "ledger = open_ledger(Path(sys.argv[1]), busy_seconds=60)\n"
        "for _ in range(10): add(ledger, _ := __import__('uuid').uuid4().hex)\n"
        "ledger.close()"
    )
    programs = 4 if LONG else 3
    started = [start(program, path) for _ in range(programs)]
    for process in started:
        with process:
            assert process.wait() == 0
    ledger = open_ledger(path)
    numbers = [payment.number for payment in ledger.open_payments()]
    assert numbers == list(range(1, 10 * programs + 1))
    ledger.close()


def test_every_connection_keeps_the_promises(tmp_path: Path) -> None:
    path = tmp_path / "payments.db"
    put_blank_ledger(path)
    store = Store(path)
    with store.reading() as one, store.reading() as two, store.writing() as three:
        for connection in (one, two, three):
            told = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in (
                    "journal_mode",
                    "synchronous",
                    "foreign_keys",
                    "recursive_triggers",
                    "trusted_schema",
                    "busy_timeout",
                )
            }
            assert told == {
                "journal_mode": "wal",
                "synchronous": 2,
                "foreign_keys": 1,
                "recursive_triggers": 1,
                "trusted_schema": 0,
                "busy_timeout": 5000,
            }
    store.close()


def test_writers_begin_as_writers(tmp_path: Path) -> None:
    path = tmp_path / "payments.db"
    put_blank_ledger(path)
    store, other = Store(path), Store(path, busy_seconds=0.01)
    with store.writing(), pytest.raises(LedgerError), other.writing():
        raise AssertionError("two writers at once")
    with store.reading(), store.writing():
        pass
    store.close()
    other.close()


def test_what_a_reader_sees_stands_still(tmp_path: Path) -> None:
    path = tmp_path / "payments.db"
    ledger = blank_ledger(path)
    with ledger._store.reading() as connection:
        count = "SELECT count(*) FROM payments"
        assert connection.exec_driver_sql(count).scalar_one() == 0
        add(ledger)
        assert connection.exec_driver_sql(count).scalar_one() == 0
    assert ledger.payment(1) is not None
    ledger.close()


def used_by_two(store: Store, seconds: float) -> int:
    """Begin to read while another thread reads for so long; how many connections that took."""
    used: set[int] = set()
    reads = threading.Event()

    def read() -> None:
        with store.reading() as connection:
            used.add(id(connection.connection.driver_connection))
            reads.set()
            time.sleep(seconds)

    other = threading.Thread(target=read)
    other.start()
    assert reads.wait(10)
    with store.reading() as connection:
        used.add(id(connection.connection.driver_connection))
    other.join()
    store.close()
    return len(used)


def test_a_short_read_is_waited_for_and_a_long_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "payments.db"
    put_blank_ledger(path)
    # Once is enough: a busy computer may keep a short read from its end for longer.
    assert 1 in (used_by_two(Store(path), 0.008) for _ in range(9))
    assert used_by_two(Store(path), 0.5) == 2


def test_an_error_undoes_the_whole_block(tmp_path: Path) -> None:
    ledger = blank_ledger(tmp_path / "payments.db")
    number = add(ledger).number
    with pytest.raises(AlreadyOpen):
        add(ledger)
    with pytest.raises(ZeroDivisionError), ledger._store.writing() as connection:
        connection.exec_driver_sql("UPDATE payments SET phone = '98'")
        raise ZeroDivisionError
    payment = ledger.payment(number)
    assert payment is not None
    assert payment.phone == ""
    assert add(ledger, "8").number == 2
    ledger.close()


def test_threads_share_a_ledger(tmp_path: Path) -> None:
    ledger = blank_ledger(tmp_path / "payments.db")
    made: list[Payment] = []
    failed: list[BaseException] = []

    def work(name: int) -> None:
        try:
            for i in range(15):
                payment = add_in(ledger, PaymentState.PAID, f"{name} {i}")
                made.append(payment)
                ledger.append(payment.number, Event(EventKind.PRINTED, NOON))
                ledger.open_payments()
                ledger.events(payment.number)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(payment.receipt or 0 for payment in made) == list(range(1, 91))
    ledger.close()


def test_threads_that_pay_the_same_bill_make_one_payment(tmp_path: Path) -> None:
    ledger = blank_ledger(tmp_path / "payments.db")
    together = threading.Barrier(8)
    outcomes: list[str] = []

    def pay(ledger: SqliteLedger) -> None:
        together.wait()
        try:
            outcomes.append(f"recorded {add(ledger).number}")
        except AlreadyOpen as error:
            outcomes.append(f"refused {error.number}")

    threads = [threading.Thread(target=pay, args=(ledger,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["recorded 1"] + ["refused 1"] * 7
    ledger.close()
