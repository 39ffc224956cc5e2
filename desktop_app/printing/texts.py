"""The sentences and labels on paper, and their translation.

A paper may be in another language than the screen, so nothing here asks the application's own
translators: a :class:`Wording` carries the language with its translation. The constants are
marked for ``pyside6-lupdate``, in the context ``Receipt``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.core.money import Money, grouped
from desktop_app.core.settings import Language
from desktop_app.formatting.numbers import digits, signed

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

CONTEXT = "Receipt"

Translate: TypeAlias = Callable[[str, str], str]
"""Context and source text to the words in another language; empty if it has none."""


def source_text(context: str, source: str) -> str:
    """The translation into English: the source itself."""
    return source


@dataclass(frozen=True, slots=True)
class Wording:
    """The language of one paper: its words, dates and digits.

    ``nepali_digits`` counts only for Nepali papers. Numbers that are typed or searched again
    (receipt number, reference, transaction id, account, phone, PAN) always keep 0–9.
    """

    language: Language
    translate: Translate = source_text
    nepali_digits: bool = False

    @classmethod
    def of(
        cls, language: Language, translator: QTranslator | None, *, nepali_digits: bool = False
    ) -> Wording:
        """The wording of a loaded translator; None for English."""
        if translator is None:
            return cls(language, nepali_digits=nepali_digits)

        def translate(context: str, source: str) -> str:
            return translator.translate(context, source) or ""

        return cls(language, translate, nepali_digits)

    def text(self, source: str, **fields: str) -> str:
        """``source`` in this language, with its ``{fields}`` filled in."""
        words = self.translate(CONTEXT, source) or source
        if not fields:
            return words
        try:
            return words.format(**fields)
        except (KeyError, IndexError, ValueError):  # a broken translation prints as English
            return source.format(**fields)

    def digits(self, text: str) -> str:
        """``text`` with the digits of this paper."""
        return digits(text, self.nepali_digits and self.language is Language.NEPALI)

    def amount(self, amount: Money) -> str:
        """``1,657.00``."""
        return self.digits(grouped(amount))

    def difference(self, amount: Money) -> str:
        """``+0.02``."""
        return self.digits(signed(amount))

    def rupees(self, amount: Money) -> str:
        """``Rs. 1,657.00``."""
        return self.text(RUPEES, amount=self.amount(amount))


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802
    """Marks a text for ``pyside6-lupdate``, which looks for this name (Qt's own has no types)."""
    return source


# Headings, bars and states
PAYMENT_RECEIPT = QT_TRANSLATE_NOOP("Receipt", "PAYMENT RECEIPT")
CASH_HELD_SLIP = QT_TRANSLATE_NOOP("Receipt", "CASH HELD SLIP")
CASH_RETURN_SLIP = QT_TRANSLATE_NOOP("Receipt", "CASH RETURN SLIP")
PRACTICE_SLIP = QT_TRANSLATE_NOOP("Receipt", "PRACTICE SLIP")
TEST_SLIP = QT_TRANSLATE_NOOP("Receipt", "TEST SLIP")
NOT_A_RECEIPT = QT_TRANSLATE_NOOP("Receipt", "NOT A RECEIPT")
PAID = QT_TRANSLATE_NOOP("Receipt", "PAID")
WAITING = QT_TRANSLATE_NOOP("Receipt", "WAITING")
NOT_PAID = QT_TRANSLATE_NOOP("Receipt", "NOT PAID")
PRACTICE_BAR = QT_TRANSLATE_NOOP("Receipt", "PRACTICE — NOT A PAYMENT")
TEST_BAR = QT_TRANSLATE_NOOP("Receipt", "TEST — NOT A PAYMENT")
COPY = QT_TRANSLATE_NOOP("Receipt", "COPY {number}")
CAME_BACK_NOTICE = QT_TRANSLATE_NOOP("Receipt", "SENT BACK BY THE COMPANY")
CAME_BACK_MESSAGE = QT_TRANSLATE_NOOP(
    "Receipt",
    "The company sent this payment back: {moment}. This receipt is no proof of payment any more.",
)
PRINTED_AGAIN = QT_TRANSLATE_NOOP("Receipt", "printed again {moment}")
PRINTED_AGAIN_BY = QT_TRANSLATE_NOOP("Receipt", "printed again {moment} by {operator}")

# Titles of documents, for print queues and PDF files
RECEIPT_TITLE = QT_TRANSLATE_NOOP("Receipt", "Receipt {number}")
COPY_TITLE = QT_TRANSLATE_NOOP("Receipt", "Receipt {number} copy {copy}")
HELD_TITLE = QT_TRANSLATE_NOOP("Receipt", "Cash held slip {number}")
RETURN_TITLE = QT_TRANSLATE_NOOP("Receipt", "Cash return slip {number}")

# Labels
PHONE = QT_TRANSLATE_NOOP("Receipt", "Phone {phone}")
PAN = QT_TRANSLATE_NOOP("Receipt", "PAN {pan}")
RECEIPT_NUMBER = QT_TRANSLATE_NOOP("Receipt", "Receipt no.")
SLIP_NUMBER = QT_TRANSLATE_NOOP("Receipt", "Slip no.")
DATE_BS = QT_TRANSLATE_NOOP("Receipt", "Date (BS)")
NO_BS = QT_TRANSLATE_NOOP("Receipt", "not certain, see AD")
DATE_AD = QT_TRANSLATE_NOOP("Receipt", "Date (AD)")
TIME = QT_TRANSLATE_NOOP("Receipt", "Time")
OPERATOR = QT_TRANSLATE_NOOP("Receipt", "Operator")
CASH_TAKEN_ON = QT_TRANSLATE_NOOP("Receipt", "Cash taken on")
CUSTOMER = QT_TRANSLATE_NOOP("Receipt", "Customer")
USERNAME = QT_TRANSLATE_NOOP("Receipt", "Username")
CUSTOMER_ID = QT_TRANSLATE_NOOP("Receipt", "Customer ID")
ACCOUNT_PHONE = QT_TRANSLATE_NOOP("Receipt", "Phone number")
CUSTOMER_NAME = QT_TRANSLATE_NOOP("Receipt", "Customer’s name")
MOBILE = QT_TRANSLATE_NOOP("Receipt", "Mobile number")
ADDRESS = QT_TRANSLATE_NOOP("Receipt", "Address")
LANDLINE = QT_TRANSLATE_NOOP("Receipt", "Landline number")
LINE_NUMBER = QT_TRANSLATE_NOOP("Receipt", "Internet number")
SET_TOP_BOX = QT_TRANSLATE_NOOP("Receipt", "Set-top box")
REMARKS = QT_TRANSLATE_NOOP("Receipt", "Remarks")
ACCOUNT = QT_TRANSLATE_NOOP("Receipt", "Account")
CUSTOMER_PHONE = QT_TRANSLATE_NOOP("Receipt", "Customer’s phone")
BRANCH = QT_TRANSLATE_NOOP("Receipt", "Branch")
PROVIDER = QT_TRANSLATE_NOOP("Receipt", "Provider")
SERVICE = QT_TRANSLATE_NOOP("Receipt", "Service")
CONNECTION = QT_TRANSLATE_NOOP("Receipt", "Connection")
PACKAGE = QT_TRANSLATE_NOOP("Receipt", "Package")
BILL = QT_TRANSLATE_NOOP("Receipt", "Bill")
PAYMENT_FOR = QT_TRANSLATE_NOOP("Receipt", "Payment for")
DURATION = QT_TRANSLATE_NOOP("Receipt", "Duration")
ONE_DAY = QT_TRANSLATE_NOOP("Receipt", "1 day")
DAYS = QT_TRANSLATE_NOOP("Receipt", "{days} days")
ONE_MONTH = QT_TRANSLATE_NOOP("Receipt", "1 month")
MONTHS = QT_TRANSLATE_NOOP("Receipt", "{days} months")
PARTICULARS = QT_TRANSLATE_NOOP("Receipt", "Particulars")
AMOUNT_HEAD = QT_TRANSLATE_NOOP("Receipt", "Amount (Rs.)")
PACKAGE_PRICE = QT_TRANSLATE_NOOP("Receipt", "Package price")
DUE = QT_TRANSLATE_NOOP("Receipt", "Due so far")
USED_ONE_DAY = QT_TRANSLATE_NOOP("Receipt", "used 1 day of the old package")
USED_DAYS = QT_TRANSLATE_NOOP("Receipt", "used {days} days of the old package")
RATE = QT_TRANSLATE_NOOP("Receipt", "Rate")
SERVICE_CHARGE = QT_TRANSLATE_NOOP("Receipt", "Service charge")
VAT = QT_TRANSLATE_NOOP("Receipt", "VAT")
AMOUNT = QT_TRANSLATE_NOOP("Receipt", "Amount")
TOTAL = QT_TRANSLATE_NOOP("Receipt", "TOTAL")
RUPEES = QT_TRANSLATE_NOOP("Receipt", "Rs. {amount}")
IN_WORDS = QT_TRANSLATE_NOOP("Receipt", "In words: {words}")
ROUNDING = QT_TRANSLATE_NOOP("Receipt", "Rounding")
CASH_TO_TAKE = QT_TRANSLATE_NOOP("Receipt", "Cash to take")
TO_PAY = QT_TRANSLATE_NOOP("Receipt", "To pay")
CASH_RECEIVED = QT_TRANSLATE_NOOP("Receipt", "Cash received")
CHANGE_GIVEN = QT_TRANSLATE_NOOP("Receipt", "Change given")
CASH_HELD = QT_TRANSLATE_NOOP("Receipt", "Cash held")
CASH_TO_GIVE_BACK = QT_TRANSLATE_NOOP("Receipt", "Cash to give back")
CASH_RETURNED = QT_TRANSLATE_NOOP("Receipt", "Cash returned")
WALLET_TO_GIVE_BACK = QT_TRANSLATE_NOOP("Receipt", "To give back by QR or wallet")
WALLET_GIVEN_BACK = QT_TRANSLATE_NOOP("Receipt", "Given back by QR or wallet")
NOT_OWED = QT_TRANSLATE_NOOP("Receipt", "Not owed any more")
PAID_WITH = QT_TRANSLATE_NOOP("Receipt", "Paid by the customer with")
RETURNED_ON = QT_TRANSLATE_NOOP("Receipt", "Returned on")
REASON = QT_TRANSLATE_NOOP("Receipt", "Answer from the service")
TRANSACTION_ID = QT_TRANSLATE_NOOP("Receipt", "Transaction id")
REFERENCE = QT_TRANSLATE_NOOP("Receipt", "Reference")
CUSTOMER_SIGNATURE = QT_TRANSLATE_NOOP("Receipt", "Customer’s signature")
FOR_SHOP = QT_TRANSLATE_NOOP("Receipt", "For {shop}")

# Complaint
COMPLAINT = QT_TRANSLATE_NOOP("Receipt", "COMPLAINT TO THE SERVICE")
COMPLAINT_TITLE = QT_TRANSLATE_NOOP("Receipt", "Complaint {number}")
COMPLAINT_REQUEST = QT_TRANSLATE_NOOP(
    "Receipt",
    "This payment has had no final outcome since {moment}. Please tell us whether it was carried"
    " out. If it was not, please credit its amount to us again.",
)
COMPLAINT_CAME_BACK = QT_TRANSLATE_NOOP(
    "Receipt",
    "You answered on {moment} that this payment was carried out, and do not count it as paid now."
    " Please tell us whether the bill is paid at the company, and why the amount was sent back.",
)
COMPLAINT_DOUBT = QT_TRANSLATE_NOOP(
    "Receipt",
    "You answered on {moment} that this payment was carried out, and your later answers contradict"
    " that. Please tell us which is right. If it was not, please credit its amount to us again.",
)
COMPLAINT_NUMBER = QT_TRANSLATE_NOOP("Receipt", "Complaint no.")
TICKET = QT_TRANSLATE_NOOP("Receipt", "Ticket of support")
SHOP = QT_TRANSLATE_NOOP("Receipt", "Shop")
SENT_ON = QT_TRANSLATE_NOOP("Receipt", "Sent")
READ_REFERENCE = QT_TRANSLATE_NOOP("Receipt", "Reference of the look-up before")
SERVICE_ANSWERS = QT_TRANSLATE_NOOP("Receipt", "Answers of the service")
ANSWER_TO_PAYMENT = QT_TRANSLATE_NOOP("Receipt", "payment")
ANSWER_TO_LOOKUP = QT_TRANSLATE_NOOP("Receipt", "look-up")
CUT_OFF = QT_TRANSLATE_NOOP("Receipt", "cut off")
NO_ANSWER = QT_TRANSLATE_NOOP("Receipt", "no answer")
MORE_ANSWERS = QT_TRANSLATE_NOOP("Receipt", "{count} more")

# Reports of a shift
X_REPORT = QT_TRANSLATE_NOOP("Receipt", "X REPORT — SO FAR")
Z_REPORT = QT_TRANSLATE_NOOP("Receipt", "Z REPORT — SHIFT CLOSED")
X_TITLE = QT_TRANSLATE_NOOP("Receipt", "X report {number}")
Z_TITLE = QT_TRANSLATE_NOOP("Receipt", "Z report {number}")
REPORT_NUMBER = QT_TRANSLATE_NOOP("Receipt", "Z report no.")
SHIFT_NUMBER = QT_TRANSLATE_NOOP("Receipt", "Shift no.")
COUNTER = QT_TRANSLATE_NOOP("Receipt", "Counter and drawer")
OPENED = QT_TRANSLATE_NOOP("Receipt", "Opened")
OPENED_BY = QT_TRANSLATE_NOOP("Receipt", "Opened by")
UNTIL = QT_TRANSLATE_NOOP("Receipt", "Figures until")
CLOSED = QT_TRANSLATE_NOOP("Receipt", "Closed")
OVER_MIDNIGHT = QT_TRANSLATE_NOOP("Receipt", "This shift went over more than one day.")
PAID_BILLS = QT_TRANSLATE_NOOP("Receipt", "Paid bills: {count}")
RECEIPTS = QT_TRANSLATE_NOOP("Receipt", "Receipts")
OPENING_CASH = QT_TRANSLATE_NOOP("Receipt", "Opening cash")
CASH_TAKEN = QT_TRANSLATE_NOOP("Receipt", "Cash taken for bills")
PAID_IN = QT_TRANSLATE_NOOP("Receipt", "Put in")
PAID_OUT = QT_TRANSLATE_NOOP("Receipt", "Taken out")
SAFE_DROP = QT_TRANSLATE_NOOP("Receipt", "Taken to the safe or bank")
NO_SALE = QT_TRANSLATE_NOOP("Receipt", "Opened without a sale")
ON_ACCOUNT_SETTLED = QT_TRANSLATE_NOOP("Receipt", "Old dues settled in cash")
DUES_BY_WALLET = QT_TRANSLATE_NOOP("Receipt", "Old dues settled by QR or wallet")
CARRIED = QT_TRANSLATE_NOOP("Receipt", "Held from before")
CASH = QT_TRANSLATE_NOOP("Receipt", "In cash")
WALLET = QT_TRANSLATE_NOOP("Receipt", "By QR or wallet")
ON_ACCOUNT = QT_TRANSLATE_NOOP("Receipt", "On account")
OWED_TITLE = QT_TRANSLATE_NOOP("Receipt", "Who owes on account")
OWED_SINCE = QT_TRANSLATE_NOOP("Receipt", "since {moment}")
OWED_BY_ALL = QT_TRANSLATE_NOOP("Receipt", "Owed by all")
SETTLING_TITLE = QT_TRANSLATE_NOOP("Receipt", "Settled on account {number}")
SETTLED_ON = QT_TRANSLATE_NOOP("Receipt", "Settled on")
SETTLED_BY = QT_TRANSLATE_NOOP("Receipt", "Paid")
WALLET_REFERENCE = QT_TRANSLATE_NOOP("Receipt", "Reference of the wallet")
SETTLED = QT_TRANSLATE_NOOP("Receipt", "Settled")
STILL_OWED = QT_TRANSLATE_NOOP("Receipt", "Still owed")
EXPECTED_CASH = QT_TRANSLATE_NOOP("Receipt", "Expected cash")
COUNTED_CASH = QT_TRANSLATE_NOOP("Receipt", "Counted cash")
DIFFERENCE = QT_TRANSLATE_NOOP("Receipt", "Difference")
DIFFERENCE_REASON = QT_TRANSLATE_NOOP("Receipt", "Reason of the difference")
WAITING_HELD = QT_TRANSLATE_NOOP("Receipt", "Waiting, cash held, carried over")
OWED_HELD = QT_TRANSLATE_NOOP("Receipt", "To give back, carried over")
CAME_BACK_HELD = QT_TRANSLATE_NOOP("Receipt", "Came back from the company in this shift")
TO_SETTLE_HELD = QT_TRANSLATE_NOOP("Receipt", "Came back, not settled yet, carried over")
PAYMENT_NUMBER = QT_TRANSLATE_NOOP("Receipt", "Payment {number}")
PIN_SET_BY_TOKEN = QT_TRANSLATE_NOOP(
    "Receipt", "The owner’s PIN was set anew with the shop’s token on {moment}"
)
PIN_SET_BY_WAITING = QT_TRANSLATE_NOOP(
    "Receipt", "The owner’s PIN was set anew without a token, a day after asking, on {moment}"
)
OPERATOR_SIGNATURE = QT_TRANSLATE_NOOP("Receipt", "Operator’s signature")

# The month's commission
COMMISSION = QT_TRANSLATE_NOOP("Receipt", "COMMISSION, AS EXPECTED")
COMMISSION_TITLE = QT_TRANSLATE_NOOP("Receipt", "Commission {month}")
COMMISSION_EXPECTED = QT_TRANSLATE_NOOP("Receipt", "Commission expected")
COMMISSION_NOTE = QT_TRANSLATE_NOOP(
    "Receipt", "Expected by the rates that the shop entered. The service did not confirm it."
)
MONTH = QT_TRANSLATE_NOOP("Receipt", "Month")
FIGURES_OF = QT_TRANSLATE_NOOP("Receipt", "Made")
UNRATED_BILLS = QT_TRANSLATE_NOOP("Receipt", "Bills without a rate: {count}")

# Sentences
BILL_AMOUNT_NOTE = QT_TRANSLATE_NOOP(
    "Receipt",
    "The amount is the figure {provider} asks for."
    " It can differ from rate + VAT because of other charges.",
)
TOTAL_NOTE = QT_TRANSLATE_NOOP(
    "Receipt",
    "The total is the figure {provider} asks for. It can differ from the sum of the lines above.",
)
WAITING_MESSAGE = QT_TRANSLATE_NOOP(
    "Receipt",
    "The money is with us and the answer has not come yet."
    " Please do not pay this bill anywhere else. We will call you.",
)
CONFIRMS_LATER_MESSAGE = QT_TRANSLATE_NOOP(
    "Receipt",
    "{provider} confirms payments later, as usual. The money is with us until then."
    " Please do not pay this bill anywhere else. We will call you.",
)
NOT_CHECKED_NOTE = QT_TRANSLATE_NOOP(
    "Receipt", "Name and account as the shop was told; {provider} has not checked them."
)
NOT_PAID_MESSAGE = QT_TRANSLATE_NOOP(
    "Receipt", "This bill was not paid. The customer gets the cash back."
)
RETURNED_MESSAGE = QT_TRANSLATE_NOOP(
    "Receipt", "This bill was not paid. The customer has the cash back."
)
RECEIPT_DETAILS = QT_TRANSLATE_NOOP("Receipt", "Receipt details")
SLIP_DETAILS = QT_TRANSLATE_NOOP("Receipt", "To find this slip")
NOT_A_TAX_INVOICE = QT_TRANSLATE_NOOP("Receipt", "This is a payment receipt, not a tax invoice.")
HELD_FOOTNOTE = QT_TRANSLATE_NOOP(
    "Receipt", "This slip does not prove a payment. Bring it when you ask about this bill."
)
RETURN_FOOTNOTE = QT_TRANSLATE_NOOP("Receipt", "This slip does not prove a payment.")
PRACTICE_FOOTNOTE = QT_TRANSLATE_NOOP("Receipt", "Made for learning. It proves no payment.")
TEST_FOOTNOTE = QT_TRANSLATE_NOOP("Receipt", "Made on the test system. It proves no payment.")
THANK_YOU = QT_TRANSLATE_NOOP("Receipt", "Thank you")
