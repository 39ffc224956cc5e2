"""Names what is recorded with a payment, for a clerk who is elsewhere when it could not be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.payments.listed import ListedPayment
from desktop_app.ui.kit.watched_write import WatchedWrite
from desktop_app.ui.payment_kit.history import naming
from desktop_app.ui.texts.tr_noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext

CASH_RETURNED = QT_TRANSLATE_NOOP("PaymentWrite", "cash given back")
SETTLED = QT_TRANSLATE_NOOP("PaymentWrite", "settled")
DECISION = QT_TRANSLATE_NOOP("PaymentWrite", "what support answered")
PHONE = QT_TRANSLATE_NOOP("PaymentWrite", "phone number")
TICKET = QT_TRANSLATE_NOOP("PaymentWrite", "support ticket")


def payment_write(
    context: AppContext, place: QWidget | None, payment: Payment, what: str
) -> WatchedWrite:
    """Watch something that is recorded with a payment: ``what`` is one of the words above."""
    name = partial(_line, ListedPayment.of(payment), what)
    environment, subject = payment.order.environment, (payment.key, what)
    return WatchedWrite(place, name, environment, context.session, subject=subject)


def _line(shown: ListedPayment, what: str) -> str:
    return naming(shown, QCoreApplication.translate("PaymentWrite", what))
