"""Receipt numbers of a fiscal year: on paper, in file names, in figures and in the search."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.core.payments.print_counter import CountedPaper
from desktop_app.core.payments.search import meant, terms_of, words_of
from desktop_app.core.settings import Language, Paper, Settings
from desktop_app.core.shifts.figures import figures_of
from desktop_app.formatting.numbers import receipt_number
from desktop_app.printing.content import code_text, receipt
from desktop_app.printing.output import SystemPrinter
from desktop_app.ui.payment_kit.documents import DocumentMaker
from tests.clerk import ledger_of
from tests.fakes import HandClock
from tests.paper import ENGLISH, NEPALI_DIGITS, PAID_AT, SHOP, payment, rows
from tests.paper import holds as says

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop_app.core.payments.payment import Payment
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

DAY = timedelta(days=1)


def numbered(series: str, number: int, *, prefix: str = "", practice: bool = False) -> Payment:
    """A paid payment with this receipt number."""
    environment = Environment.PRACTICE if practice else Environment.LIVE
    paid = payment(
        environment=environment,
        account_id="ramesh_k",
        customer_name="Ramesh",
        shop=replace(SHOP, receipt_prefix=prefix),
    )
    return replace(paid, receipt_series=series, receipt=number)


THIS_YEAR = numbered("2083/84", 123)
PREFIXED = numbered("2083/84", 124, prefix="KTM1")
OLD = numbered("", 131)
AD = numbered("AD 2031", 123)
PRACTICE = numbered("2083/84", 123, practice=True)


@pytest.mark.parametrize("paper", Paper)
def test_a_receipt_has_its_whole_number_and_so_has_its_code(paper: Paper) -> None:
    document = receipt(PREFIXED, ENGLISH, paper=paper)
    assert rows(document)["Receipt no."] == "KTM1-2083/84-000124"
    assert document.title == "Receipt KTM1-2083/84-000124"
    nepali = receipt(PREFIXED, NEPALI_DIGITS, paper=paper)
    assert rows(nepali)["रसिद नं."] == "KTM1-2083/84-000124"
    assert "Receipt KTM1-2083/84-000124" in code_text(PREFIXED, receipt_number(PREFIXED).text)


def test_a_receipt_of_version_0_1_0_is_printed_as_it_was() -> None:
    before = replace(OLD, order=replace(OLD.order, shop=SHOP))
    assert receipt(OLD, ENGLISH, paper=Paper.ROLL_80) == receipt(
        before, ENGLISH, paper=Paper.ROLL_80
    )
    assert rows(receipt(OLD, ENGLISH, paper=Paper.ROLL_80))["Receipt no."] == "000131"


class CountsEach:
    """Stands in for the record, which counts each paper."""

    def count(self, paid: Payment, title: str, **told: bool) -> CountedPaper:
        return CountedPaper(paid, 0)


@pytest.mark.parametrize(
    ("paid", "language", "name"),
    [
        (THIS_YEAR, Language.ENGLISH, "Receipt-2083-84-000123.pdf"),
        (PREFIXED, Language.NEPALI, "रसिद-KTM1-2083-84-000124.pdf"),
        (AD, Language.ENGLISH, "Receipt-AD-2031-000123.pdf"),
        (PRACTICE, Language.ENGLISH, "Receipt-P-2083-84-000123.pdf"),
        (OLD, Language.ENGLISH, "Receipt-000131.pdf"),
    ],
)
def test_the_pdf_of_a_receipt_lies_in_the_folder_for_papers(
    qapp: QApplication, tmp_path: Path, paid: Payment, language: Language, name: str
) -> None:
    settings = Settings(receipt_language=language)
    maker = DocumentMaker(settings, SystemPrinter(), HandClock(), tmp_path / "papers")
    _, path = maker.save_pdf(CountsEach(), paid, None)  # type: ignore[arg-type]
    assert path == tmp_path / "papers" / name
    assert path.read_bytes().startswith(b"%PDF-")


def holds(payment: Payment, text: str) -> bool:
    """Each beginning that is looked for begins a word of the payment, as in the record's index."""
    words = words_of(payment)
    return all(any(word.startswith(term) for word in words) for term in terms_of(meant(text)))


@pytest.mark.parametrize(
    "text",
    [
        "2083/84-000123",
        "2083/84-123",
        "83/84-123",
        "२०८३/८४-०००१२३",
        "2083/84 - 000123",
        "2083/84–000123",
        "2083/84-0001",
        "2083/84",
        "receipt 2083/84-000123",
        "000123",
        "123",
        "१२३",
    ],
)
def test_the_search_finds_a_receipt_by_its_number(text: str) -> None:
    assert holds(THIS_YEAR, text)
    assert holds(PRACTICE, text)


@pytest.mark.parametrize(
    "text",
    ["2082/83-000123", "AD 2031-123", "KTM1-123", "2083/84-000124", "83", "82/83-123"],
)
def test_the_search_finds_no_receipt_of_another_number(text: str) -> None:
    plain = replace(THIS_YEAR, order=replace(THIS_YEAR.order, reference="f" * 32))
    assert not holds(plain, text)


def test_the_search_knows_prefix_and_environment() -> None:
    assert holds(PREFIXED, "ktm1-2083/84-000124")
    assert holds(PREFIXED, "2083/84-124")
    assert holds(PRACTICE, "p-2083/84-000123")
    assert holds(AD, "ad 2031-000123")
    assert holds(OLD, "000131")
    assert not holds(PREFIXED, "KTM2-2083/84-000124")


def test_the_receipts_of_a_day_are_in_the_order_in_which_they_were_given() -> None:
    """On the day of the update old numbers come before the first of the fiscal year."""
    day = [numbered("2083/84", 2), OLD, numbered("2083/84", 1), numbered("", 130)]
    found = figures_of(day, (), PAID_AT - DAY, PAID_AT + DAY).receipts
    assert found is not None
    assert [receipt_number(paid).text for paid in found] == ["000130", "2083/84-000002"]


# --- numbers that the record gives ----------------------------------------------------------------

MIDNIGHT = datetime(2026, 7, 16, 18, 15, tzinfo=UTC)
"""The first moment of 1 Shrawan 2083 in Nepal."""


def test_the_numbers_begin_anew_at_midnight_before_shrawan(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock(MIDNIGHT - timedelta(minutes=10))
    clerk = shops(url=server.url, clock=clock)
    for account in ("online_renew", "ram.kc77", "rambdr_thapa"):
        clerk.has_paid(account)
        clock.move(timedelta(minutes=6))
    ledger = ledger_of(clerk.app)
    paid = [ledger.payment(number) for number in (1, 2, 3)]
    assert [receipt_number(one).text for one in paid if one is not None] == [
        "T-2082/83-000001",
        "T-2082/83-000002",
        "T-2083/84-000001",
    ]


def test_a_day_that_is_not_certain_has_no_fiscal_year_on_paper(
    shops: OpenShop, server: SandboxServer
) -> None:
    clerk = shops(url=server.url, clock=HandClock(datetime(2027, 6, 20, 6, 0, tzinfo=UTC)))
    clerk.pay(Qt.Key.Key_1, "online_renew", Qt.Key.Key_1, "5000")
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    (paper,) = clerk.tray.printed
    assert says(paper, "T-AD 2027-000001", "not certain, see AD", "20 Jun 2027")
