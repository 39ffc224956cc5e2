"""What a newer program has written into the record takes no list down, and decides nothing."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.errors import AlreadyOpen, BhuktaniError, Problem
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.verdict import ReviewReason
from desktop_app.core.settings import Settings
from desktop_app.data_folder import ledger_path
from desktop_app.ledger.sqlite.support_extract import last_payments
from desktop_app.printing.output import SystemPrinter
from desktop_app.ui.payment_kit.documents import DocumentMaker
from tests.clerk import Clerk, desk_of, ledger_of
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import MINUTE, known, ledger_in, payment, words_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.core.payments.payment import Payment
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop


def write_as_newer(folder: Path, number: int) -> None:
    """An event, a reason and a line of the price that this program does not know."""
    file = ledger_path(folder, Environment.TEST)
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        at = raw.execute("SELECT max(at) FROM events WHERE payment = ?", (number,)).fetchone()[0]
        for kind, content in (
            ("looked_up", {"doubt": "paid_in_another_currency", "facts": 7, "state": ["new"]}),
            ("moved_to_another_branch", {"to": "Ram Bahadur", "doubt": 5}),
        ):
            raw.execute(
                "INSERT INTO events (payment, kind, at, state, content) VALUES (?, ?, ?, NULL, ?)",
                (number, kind, at, json.dumps(content)),
            )
        triggers = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'payments'"
        ).fetchall()
        for name, _ in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        if number == 3:
            raw.execute("PRAGMA ignore_check_constraints = ON")
            raw.execute("UPDATE payments SET state = 'in_dispute' WHERE number = 3")
        lines = [{"kind": "loyalty_points", "paisa": 135600}]
        raw.execute("UPDATE payments SET lines = ? WHERE number = ?", (json.dumps(lines), number))
        for _, statement in triggers:
            raw.execute(statement)


def decide(clerk: Clerk) -> Callable[[int], Payment]:
    """The owner's decision about a payment."""
    return lambda number: desk_of(clerk.app).decide(number, was_paid=True, reason="x", by="Owner")


def page_of(clerk: Clerk) -> QWidget:
    """The section that is shown."""
    assert clerk.app.window.main_view is not None
    return clerk.app.window.main_view.current_page


def show(clerk: Clerk, number: str) -> None:
    """Choose a payment of the day's list with the keyboard."""
    rows = [row.id for row in clerk.find("payments.list").rows]
    clerk.press(Qt.Key.Key_Home, *[Qt.Key.Key_Down] * rows.index(number))
    clerk.until_idle()


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop with a payment in review, one that waits, one in a state that is not
    known here, and a paid one, all continued by a newer program.
    """
    folder = tmp_path_factory.mktemp("newer") / "shop"
    with ledger_in(folder) as ledger:
        payment(ledger, PaymentState.REVIEW, NOON - 20 * MINUTE)
        payment(ledger, PaymentState.WAITING, NOON - 10 * MINUTE, account="sita_home")
        payment(ledger, PaymentState.WAITING, NOON - 8 * MINUTE, account="hari_oli")
        payment(ledger, PaymentState.PAID, NOON - 5 * MINUTE, account="gita_rai")
        known(ledger, "sita_home", "Sita Karki", NOON)
    for number in (1, 2, 3, 4):
        write_as_newer(folder, number)
    return folder


@pytest.fixture
def clerk(tmp_path: Path, newer: Path, shops: OpenShop, server: SandboxServer) -> Clerk:
    """Back in such a shop with this program."""
    shutil.copytree(newer, tmp_path / "shop")
    return shops(url=server.url, clock=HandClock())


def test_every_list_is_shown_and_what_waits_says_that_a_newer_version_wrote_there(
    clerk: Clerk,
) -> None:
    for place in ("F3", "F4", "F6", "F7"):
        clerk.press(getattr(Qt.Key, f"Key_{place}"))
        clerk.until_idle()
        window = clerk.app.window
        trouble = [at for at in window.findChildren(QWidget) if at.objectName().endswith("trouble")]
        assert [at.objectName() for at in trouble if at.isVisible()] == [], place
        assert len(words_in(page_of(clerk))) > 20, place
    clerk.press(Qt.Key.Key_F4)
    clerk.wait(lambda: clerk.app.window.findChild(QWidget, "waiting.card.1") is not None)
    clerk.until_idle()
    clerk.wait(lambda: "newer version" in words_in(page_of(clerk)))


def test_what_is_not_understood_settles_nothing_and_blocks_a_second_payment(
    clerk: Clerk, tmp_path: Path
) -> None:
    found = {one.payment.number: one for one in desk_of(clerk.app).waiting()}
    assert found[1].history.doubt is ReviewReason.WRITTEN_BY_NEWER
    states = [one.payment.state for one in found.values()]
    newer = PaymentState.WRITTEN_BY_NEWER
    assert states == [PaymentState.REVIEW, PaymentState.WAITING, newer]
    for number, asked in ((3, desk_of(clerk.app).check), (3, decide(clerk))):
        with pytest.raises(BhuktaniError) as refused:
            asked(number)
        assert refused.value.problem is Problem.ILLEGAL_STEP
    ledger = ledger_of(clerk.app)
    assert ledger.cash_to_return() == ()
    waiting = found[2].payment
    offer = waiting.order.offer_id
    with ledger_in(tmp_path / "shop") as other, pytest.raises(AlreadyOpen):
        payment(other, PaymentState.PAID, NOON, account="sita_home", offer_id=offer)
    assert ledger.payment(2) == waiting


def test_an_unknown_state_holds_the_cash_and_is_decided_by_nobody_here(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F4)
    clerk.wait(lambda: clerk.app.window.findChild(QWidget, "waiting.card.3") is not None)
    clerk.until_idle()
    assert clerk.says("waiting.state.3") == "ASK SUPPORT"
    clerk.click("waiting.card.3")
    clerk.until_idle()
    assert not clerk.find("waiting.check.3").isVisible()
    decide_it = clerk.app.window.findChild(QWidget, "waiting.decide.3")
    assert decide_it is None or not decide_it.isVisible()
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    show(clerk, "3")
    assert "Keep the cash. Do not pay again." in words_in(page_of(clerk))


def test_each_has_its_paper_and_a_history_that_says_that_a_newer_version_wrote(
    clerk: Clerk, tmp_path: Path
) -> None:
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    for number in (1, 2, 3, 4):
        show(clerk, str(number))
        assert "what it wrote is not known to this version" in words_in(page_of(clerk)), number
        assert "Ram Bahadur" not in words_in(clerk.find("payments.events")), number
        found = ledger_of(clerk.app).payment(number)
        assert found is not None
        maker = DocumentMaker(Settings(), SystemPrinter(), HandClock(), tmp_path)
        said = " ".join(maker.document(found, None).texts())
        assert "1,356.00" in said, number
        assert ("NOT A RECEIPT" in said) is (number != 4), number
    kinds = [event.kind.value for event in ledger_of(clerk.app).events(1)]
    assert kinds[-1] == "written_by_newer"


def test_a_support_bundle_holds_them_without_what_is_not_known(
    clerk: Clerk, tmp_path: Path
) -> None:
    found = last_payments(ledger_path(tmp_path / "shop", Environment.TEST), 10).payments
    assert [one["state"] for one in found] == ["paid", "in_dispute", "waiting", "review"]
    written = json.dumps(found, default=str)
    assert "moved_to_another_branch" in written
    assert "Ram Bahadur" not in written
