"""The words of an export, in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.tenders import TenderKind
from desktop_app.exports.table import Column, DayColumn, ExportWords
from desktop_app.ui.texts.labels import state_word
from desktop_app.ui.texts.tenders import tender_word

translate = QCoreApplication.translate


def export_words(description: str) -> ExportWords:
    """The words of a file; ``description`` says what it holds."""
    date, date_bs = translate("Export", "Date"), translate("Export", "Date (BS)")
    paid, waiting = state_word(PaymentState.PAID), state_word(PaymentState.WAITING)
    amount = translate("Export", "{state}, amount (Rs.)")
    return ExportWords(
        columns={
            Column.DATE: date,
            Column.TIME: translate("Export", "Time"),
            Column.DATE_BS: date_bs,
            Column.NUMBER: translate("Export", "Payment no."),
            Column.RECEIPT: translate("Export", "Receipt no."),
            Column.STATE: translate("Export", "State"),
            Column.COMPANY: translate("Export", "Company"),
            Column.ACCOUNT: translate("Export", "Customer’s ID"),
            Column.CUSTOMER: translate("Export", "Customer"),
            Column.PHONE: translate("Export", "Phone"),
            Column.OFFER: translate("Export", "Package or bill"),
            Column.AMOUNT: translate("Export", "Amount (Rs.)"),
            Column.CHARGE: translate("Export", "Charge (Rs.)"),
            Column.ROUNDING: translate("Export", "Rounding (Rs.)"),
            Column.TO_PAY: translate("Export", "To pay (Rs.)"),
            Column.CASH: tender_word(TenderKind.CASH),
            Column.WALLET: tender_word(TenderKind.WALLET),
            Column.ON_ACCOUNT: tender_word(TenderKind.ON_ACCOUNT),
            Column.DEBTOR: translate("Export", "Charged to"),
            Column.CASH_RETURNED: translate("Export", "Cash given back (Rs.)"),
            Column.OPERATOR: translate("Export", "Operator"),
            Column.TRANSACTION_ID: translate("Export", "Transaction id"),
            Column.REFERENCE: translate("Export", "Reference"),
        },
        day_columns={
            DayColumn.DATE: date,
            DayColumn.DATE_BS: date_bs,
            DayColumn.PAID: paid,
            DayColumn.PAID_AMOUNT: amount.format(state=paid),
            DayColumn.CHARGES: translate("Export", "Charges (Rs.)"),
            DayColumn.WAITING: waiting,
            DayColumn.WAITING_AMOUNT: amount.format(state=waiting),
            DayColumn.NOT_PAID: state_word(PaymentState.NOT_PAID),
        },
        states={state: state_word(state) for state in PaymentState},
        payments=translate("Export", "Payments"),
        days=translate("Export", "Days"),
        total_paid=translate("Export", "Total {state}").format(state=paid),
        total_all=translate("Export", "Total of all"),
        description=description,
    )
