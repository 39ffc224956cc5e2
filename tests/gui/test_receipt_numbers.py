"""Receipt numbers of a fiscal year: on paper, in file names, in figures and in the search."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.payments.print_counter import CountedPaper
from desktop_app.core.settings import Language, Paper, Settings
from desktop_app.core.shifts.figures import figures_of
from desktop_app.formatting.numbers import receipt_number
from desktop_app.printing.content import code_text, receipt
from desktop_app.printing.output import SystemPrinter
from desktop_app.ui.payment_kit.documents import DocumentMaker
from desktop_app.ui.payments.search import holds
from tests.fakes import HandClock
from tests.paper import ENGLISH, NEPALI_DIGITS, PAID_AT, SHOP, payment, rows

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop_app.core.payments.payment import Payment

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
    ["2082/83-000123", "AD 2031-123", "P-000123", "KTM1-123", "2083/84-000124", "83", "2083"],
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
