"""Each offer's figures stand under their own titles, whatever kinds a list mixes.

Without a translation, plurals stand as in the source.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.core.billing.accounts import (
    Account,
    AmountLimits,
    LineKind,
    Offer,
    OfferKind,
    Quote,
    QuoteLine,
)
from desktop_app.core.money import Money
from desktop_app.core.settings import Language
from desktop_app.ui.wizard.customer_header import CustomerHeader
from desktop_app.ui.wizard.offers import columns, is_bills, offer_text, rows


def package(name: str, rupees: int, due: int = 0, **more: object) -> Offer:
    lines = [QuoteLine(LineKind.PACKAGE, Money.rupees(rupees))]
    if due:
        lines.append(QuoteLine(LineKind.DUE, Money.rupees(due)))
    quote = Quote(Money.rupees(rupees + due), tuple(lines))
    return replace(Offer(name, OfferKind.PACKAGE, name, quote), **more)  # type: ignore[arg-type]


DUE = Offer(
    "due",
    OfferKind.AMOUNT,
    "",
    Quote(Money.rupees(50), (QuoteLine(LineKind.DUE, Money.rupees(50)),)),
)
BILL = replace(DUE, id="bill", kind=OfferKind.BILL, label="May", service_name="Home")
BOX = Offer("box", OfferKind.CONNECTION, "Box 1", None)
OPEN = Offer("any", OfferKind.AMOUNT, "", None, open_amount=AmountLimits(Money.rupees(10)))
MONTHS = package("25 Mbps", 900, duration_months=3)
DAYS = package("30 Mbps", 950, duration_days=30)


def account(*offers: Offer, due: int | None = None) -> Account:
    owed = None if due is None else Money.rupees(due)
    return Account("plain", "ram", "Ram", offers, session_id=1, due=owed)


def table(shown: Account) -> list[dict[str, str]]:
    """The rows, each cell by the title that it stands under."""
    titles = [column.title for column in columns(shown)]
    found = []
    for row in rows(shown, Language.ENGLISH):
        assert len(row.cells) == len(titles)
        found.append({title: row.cell(n).text for n, title in enumerate(titles)})
    return found


@pytest.mark.parametrize("offers", [(DUE, MONTHS), (MONTHS, DUE), (BILL, MONTHS)])
def test_a_list_of_several_kinds_has_the_columns_of_all(offers: tuple[Offer, ...]) -> None:
    found = {row["To pay"]: row for row in table(account(*offers))}
    assert found["25 Mbps"] == {
        "To pay": "25 Mbps",
        "Duration": "3 month(s)",
        "Total (Rs.)": "900.00",
    }
    (other,) = (row for name, row in found.items() if name != "25 Mbps")
    assert (other["Duration"], other["Total (Rs.)"]) == ("—", "50.00")
    assert not is_bills(account(*offers))


def test_a_due_that_is_only_shown_is_in_no_column(qapp: object) -> None:
    shown = account(MONTHS, DAYS, due=500)
    assert [column.title for column in columns(shown)] == ["Package", "Duration", "Total (Rs.)"]
    assert CustomerHeader._due_title(shown) == "Due, not part of this payment"


def test_a_due_that_is_collected_stands_beside_the_price(qapp: object) -> None:
    shown = account(package("old", 900), package("new", 1000, due=301), due=301)
    assert [row["+ Due"] for row in table(shown)] == ["—", "301.00"]
    assert [row["Total (Rs.)"] for row in table(shown)] == ["900.00", "1,301.00"]
    assert CustomerHeader._due_title(shown) == "Due so far"


def test_what_has_no_price_reads_no_figure() -> None:
    assert table(account(BOX)) == [{"Connection or set-top box": "Box 1"}]
    mixed = table(account(BOX, MONTHS, OPEN))
    assert [row["Total (Rs.)"] for row in mixed] == ["—", "900.00", "enter it"]
    assert all(text != "0.00" for row in mixed for text in row.values())


def test_durations_are_told_as_the_company_counts_them() -> None:
    assert [offer_text(one) for one in (MONTHS, DAYS)] == [
        "25 Mbps, 3 month(s)",
        "30 Mbps, 30 day(s)",
    ]


def test_a_charge_is_part_of_what_is_shown_to_pay() -> None:
    lines = (*DAYS.lines, QuoteLine(LineKind.CHARGE, Money.rupees(10)))
    charged = replace(DAYS, quote=Quote(DAYS.total, lines))
    assert table(account(charged))[0]["Total (Rs.)"] == "960.00"


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", ["25 Mbps", "30 Mbps"]),
        ("mbps 25", ["25 Mbps"]),
        ("3 month", ["25 Mbps"]),
        ("950", ["30 Mbps"]),
        ("५०", ["30 Mbps"]),
        ("९५०", ["30 Mbps"]),
        ("zzz", []),
    ],
)
def test_a_filter_finds_names_durations_and_prices(words: str, ids: list[str]) -> None:
    found = rows(account(MONTHS, DAYS), Language.ENGLISH, words)
    assert [row.id for row in found] == ids
    assert [row.digit for row in found] == [str(n) for n in range(1, len(ids) + 1)]
