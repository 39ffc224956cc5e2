"""What receipts and slips say, on each paper, in each state and environment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop_app.core.billing.accounts import LineKind, OfferKind, QuoteLine
from desktop_app.core.billing.forms import FieldLabel
from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Paper
from desktop_app.core.shop import Shop
from desktop_app.formatting.numbers import receipt_number, slip_number, spaced_id
from desktop_app.printing.blocks import Bar, Box, Code
from desktop_app.printing.content import Copy, code_text, receipt
from tests.paper import (
    ENGLISH,
    KATHMANDU,
    NEPALI,
    NEPALI_DIGITS,
    PAID_AT,
    REFERENCE,
    REPRINTED_AT,
    SHOP,
    bill_payment,
    holds,
    payment,
    rows,
)
from tests.tables import each

ALL_PAPERS = pytest.mark.parametrize("paper", Paper)
NOT_LIVE = pytest.mark.parametrize(
    ("environment", "bar", "letter"),
    [
        (Environment.PRACTICE, "PRACTICE — NOT A PAYMENT", "P"),
        (Environment.TEST, "TEST — NOT A PAYMENT", "T"),
    ],
)


@ALL_PAPERS
def test_a_receipt_says_everything_of_the_payment(paper: Paper) -> None:
    document = receipt(payment(), ENGLISH, paper=paper, account_label=FieldLabel.USERNAME)
    assert holds(
        document,
        "Ganesh Kirana & Recharge",
        "Old Baneshwor-10, Kathmandu",
        "Phone 01-5550142",
        "PAN 601234567",
        "PAYMENT RECEIPT",
        "000131",
        "2083 Mangsir 6",
        "22 Nov 2026",
        "2:18 PM",
        "Sita",
        "online_due_and_package",
        "Username",
        "WorldLink",
        "Special BTL 120Mbps/mth (1TV)",
        "30 days",
        "1,356.00",
        "301.00",
        "Rs. 1,657.00",
        "One thousand six hundred fifty-seven rupees only",
        "2,000.00",
        "343.00",
        "PAID",
        "5033",
        "7f3c9a52 e1d84b0c 96a2f41d 5b7e083c",
        "Receipt details",
        "This is a payment receipt, not a tax invoice.",
        "Thank you",
    )
    assert document.title == "Receipt 000131"
    assert "PRACTICE" not in "".join(document.texts())


@ALL_PAPERS
def test_the_receipt_of_a_bill_that_the_company_sent_back_says_so(paper: Paper) -> None:
    """It keeps its number and its day, and thanks for nothing."""
    back = replace(payment(), reversed_at=datetime(2026, 11, 24, 9, 5, tzinfo=KATHMANDU))
    document = receipt(back, ENGLISH, paper=paper)
    said = "sent this payment back: 2083 Mangsir 8, 9:05 AM"
    assert holds(document, "SENT BACK BY THE COMPANY", said, "000131", "2083 Mangsir 6", "PAID")
    assert "Thank you" not in document.texts()
    assert "SENT BACK" not in "".join(receipt(payment(), ENGLISH, paper=paper).texts())


@ALL_PAPERS
def test_a_receipt_of_a_day_whose_nepali_date_is_not_certain_says_so(paper: Paper) -> None:
    at = datetime(2027, 6, 15, 14, 18, tzinfo=KATHMANDU)
    late = replace(payment(), recorded_at=at - timedelta(days=1), changed_at=at)
    english = rows(receipt(late, ENGLISH, paper=paper))
    assert english["Date (BS)"] == "not certain, see AD"
    assert english["Date (AD)"].startswith("15 Jun 2027")
    assert english["Cash taken on"] == "2084 Jestha 31, 2:18 PM"
    nepali = rows(receipt(late, NEPALI_DIGITS, paper=paper))
    assert nepali["मिति (बि.सं.)"] == "निश्चित छैन, ई.सं. हेर्नुहोस्"
    assert nepali["मिति (ई.सं.)"].startswith("१५ जुन २०२७")

    copy = receipt(payment(), ENGLISH, paper=paper, copy=Copy(1, at))
    assert holds(copy, "printed again 15 Jun 2027 AD, 2:18 PM")


@ALL_PAPERS
def test_a_nepali_receipt(paper: Paper) -> None:
    document = receipt(
        payment(operator="सीता"), NEPALI, paper=paper, account_label=FieldLabel.USERNAME
    )
    assert holds(
        document,
        "गणेश किराना एन्ड रिचार्ज",
        "पुरानो बानेश्वर-१०, काठमाडौँ",
        "फोन 01-5550142",
        "भुक्तानी रसिद",
        "रसिद नं.",
        "2083 मंसिर 6",
        "22 नोभेम्बर 2026",
        "युजरनेम",
        "30 दिन",
        "रु. 1,657.00",
        "एक हजार छ सय सन्ताउन्न रुपैयाँ मात्र",
        "भुक्तानी भयो",
        "यो भुक्तानीको रसिद हो, कर बीजक होइन।",
        "धन्यवाद",
    )


def test_nepali_digits_leave_keys_alone() -> None:
    document = receipt(payment(), NEPALI_DIGITS, paper=Paper.ROLL_80)
    assert holds(document, "२०८३ मंसिर ६", "२२ नोभेम्बर २०२६, दिउँसो २:१८", "३० दिन", "रु. १,६५७.००")
    assert holds(document, "000131", "01-5550142", "601234567", "5033", "7f3c9a52 e1d84b0c")


def test_english_papers_keep_their_digits() -> None:
    wording = replace(ENGLISH, nepali_digits=True)
    assert holds(receipt(payment(), wording, paper=Paper.ROLL_80), "2083 Mangsir 6", "1,657.00")


def test_narrow_paper_has_the_time_and_duration_in_their_own_rows() -> None:
    found = rows(receipt(payment(), ENGLISH, paper=Paper.ROLL_58))
    assert found["Time"] == "2:18 PM"
    assert found["Date (AD)"] == "22 Nov 2026"
    assert found["Duration"] == "30 days"
    assert rows(receipt(payment(), ENGLISH, paper=Paper.ROLL_80))["Date (AD)"].endswith("2:18 PM")


@each("state", [s for s in PaymentState if s is not PaymentState.PAID])
def test_only_paid_gives_a_receipt(state: PaymentState) -> None:
    with pytest.raises(ValueError, match="only a paid payment"):
        receipt(replace(payment(), state=state), ENGLISH, paper=Paper.ROLL_80)


def test_a_paid_payment_without_number_gives_no_receipt() -> None:
    with pytest.raises(ValueError, match="receipt number"):
        receipt(replace(payment(), receipt=None), ENGLISH, paper=Paper.ROLL_80)


@ALL_PAPERS
def test_a_copy_says_when_and_by_whom(paper: Paper) -> None:
    document = receipt(payment(), ENGLISH, paper=paper, copy=Copy(2, REPRINTED_AT, "Gita"))
    bars = [block for block in document.blocks if isinstance(block, Bar)]
    assert bars == [Bar("COPY 2", "printed again 2083 Mangsir 7, 10:05 AM by Gita")]


def test_a_copy_without_a_name_still_has_its_time() -> None:
    document = receipt(payment(), ENGLISH, paper=Paper.A5, copy=Copy(1, REPRINTED_AT))
    assert Bar("COPY 1", "printed again 2083 Mangsir 7, 10:05 AM") in document.blocks


@pytest.mark.parametrize("number", [0, -1])
def test_a_copy_has_a_number_from_one(number: int) -> None:
    with pytest.raises(ValueError, match="copy"):
        Copy(number, REPRINTED_AT)


@ALL_PAPERS
@NOT_LIVE
def test_what_is_not_live_says_so_three_times(
    paper: Paper, environment: Environment, bar: str, letter: str
) -> None:
    document = receipt(payment(environment=environment), ENGLISH, paper=paper)
    said = document.texts()
    assert said.count(bar) == 3
    assert document.blocks[0] == document.blocks[-1] == Bar(bar)
    word = environment.value.upper()
    assert holds(document, f"{word} SLIP", f"{letter}-000007", f"{word} 7f3c9a52", "proves no")
    assert "—" in said  # no transaction id
    assert "PAYMENT RECEIPT" not in said
    assert "Thank you" not in said
    assert "5033" not in said
    assert REFERENCE[8:16] not in "".join(said)
    assert not [block for block in document.blocks if isinstance(block, Box)]
    code = code_text(payment(environment=environment), "x")
    assert code.startswith(f"{word} - NOT A PAYMENT\n")
    assert REFERENCE not in code


@ALL_PAPERS
def test_a_bill_with_parts_that_do_not_add_up(paper: Paper) -> None:
    document = receipt(bill_payment(), ENGLISH, paper=paper, account_label=FieldLabel.CUSTOMER_ID)
    assert holds(document, "Customer ID", "wetherspooncafe21424", "Suman Shrestha")
    assert holds(document, "Rate", "246.00", "VAT", "30.55", "Amount", "277.98")
    assert holds(document, "The amount is the figure Vianet asks for.")
    assert holds(document, "Two hundred seventy-seven rupees and ninety-eight paisa only")


def test_parts_that_add_up_need_no_note() -> None:
    lines = (
        QuoteLine(LineKind.RATE, Money(24600)),
        QuoteLine(LineKind.VAT, Money(3198)),
        QuoteLine(LineKind.BILL, Money(27798)),
    )
    said = receipt(bill_payment(lines=lines), ENGLISH, paper=Paper.ROLL_80).texts()
    assert not [text for text in said if "figure" in text]
    assert said.count("Amount") == 1


def test_a_package_that_does_not_add_up_says_so() -> None:
    lines = (QuoteLine(LineKind.PACKAGE, Money(135600)),)
    document = receipt(payment(lines=lines), ENGLISH, paper=Paper.ROLL_80)
    assert holds(document, "The total is the figure WorldLink asks for.")


@ALL_PAPERS
def test_rounded_cash_has_its_own_lines(paper: Paper) -> None:
    document = receipt(bill_payment(), ENGLISH, paper=paper)
    assert rows(document)["Rounding"] == "+0.02"
    assert rows(document)["Cash to take"] == "278.00"
    assert holds(document, "Rs. 277.98")
    down = receipt(bill_payment(cash_due=Money(27700)), ENGLISH, paper=paper)
    assert rows(down)["Rounding"] == "−0.98"
    exact = receipt(bill_payment(cash_due=Money(27798)), ENGLISH, paper=paper)
    assert "Rounding" not in rows(exact)


@ALL_PAPERS
def test_an_open_amount(paper: Paper) -> None:
    lines = (QuoteLine(LineKind.AMOUNT, Money.rupees(500)),)
    made = payment(
        offer_kind=OfferKind.AMOUNT,
        offer_label="",
        lines=lines,
        amount=Money.rupees(500),
        cash_due=Money.rupees(500),
        duration_days=None,
    )
    document = receipt(made, ENGLISH, paper=paper)
    assert holds(document, "500.00")
    assert "figure" not in "".join(document.texts())


def test_a_payment_settled_on_a_later_day_names_both_days() -> None:
    late = replace(payment(), changed_at=REPRINTED_AT)
    found = rows(receipt(late, ENGLISH, paper=Paper.ROLL_80))
    assert found["Date (BS)"] == "2083 Mangsir 7"
    assert found["Cash taken on"] == "2083 Mangsir 6, 2:18 PM"


def test_the_code_holds_what_identifies_the_payment() -> None:
    assert code_text(payment(), "000131").splitlines() == [
        "Receipt 000131",
        "2026-11-22",
        "WorldLink",
        "Rs. 1657.00",
        REFERENCE,
    ]
    document = receipt(payment(), ENGLISH, paper=Paper.ROLL_80)
    codes = [block for block in document.blocks if isinstance(block, Code)]
    assert codes == [Code(code_text(payment(), "000131"))]


def test_numbers() -> None:
    paid, practice = payment(), payment(environment=Environment.PRACTICE)
    assert receipt_number(paid).text == "000131"
    assert receipt_number(practice).text == "P-000007"
    assert receipt_number(payment(environment=Environment.TEST)).text == "T-000007"
    assert receipt_number(replace(paid, receipt=1_234_567)).text == "1234567"
    assert receipt_number(replace(paid, receipt_series="2083/84")).text == "2083/84-000131"
    assert receipt_number(replace(practice, receipt_series="2083/84")).text == "P-2083/84-000007"
    named = payment(shop=replace(SHOP, receipt_prefix="KTM1"))
    assert receipt_number(named).text == "000131"
    assert receipt_number(replace(named, receipt_series="AD 2031")).text == "KTM1-AD 2031-000131"
    assert slip_number("H", payment(PaymentState.WAITING)) == "H-000131"


def test_a_shop_without_details_still_gets_a_paper() -> None:
    for paper in Paper:
        for shop in (Shop(), Shop(name_nepali="गणेश")):
            receipt(payment(shop=shop, operator=""), ENGLISH, paper=paper)


def test_nepali_papers_use_the_english_name_where_there_is_no_other() -> None:
    document = receipt(payment(shop=Shop(name="Ganesh")), NEPALI, paper=Paper.ROLL_80)
    assert "Ganesh" in document.texts()


def test_times_of_papers_are_those_of_kathmandu() -> None:
    assert PAID_AT.utcoffset() is not None
    found = rows(receipt(payment(), ENGLISH, paper=Paper.ROLL_58))
    assert found["Time"] == "2:18 PM"


@each(
    ("account_id", "spaced"),
    [
        ("9841234567", "984 123 4567"),
        ("016632588", "016 632 588"),
        ("71909771942", "719 097 719 42"),
        ("47531", "475 31"),
        ("1234", "1234"),
        ("ram_1", "ram_1"),
        ("Udaya Shakya 016632588", "Udaya Shakya 016 632 588"),
        ("", ""),
    ],
)
def test_an_account_is_grouped_to_be_read_aloud(account_id: str, spaced: str) -> None:
    assert spaced_id(account_id) == spaced


@ALL_PAPERS
def test_a_receipt_says_where_nobody_has_checked_whose_account_it_is(paper: Paper) -> None:
    note = "Name and account as the shop was told; WorldLink has not checked them."
    checked, told = (
        receipt(payment(), ENGLISH, paper=paper, is_checked=is_checked)
        for is_checked in (True, False)
    )
    assert holds(told, note)
    assert note not in checked.texts()
