"""Words for the things that the core names by a code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.billing.forms import FieldError, FieldErrorKind, FieldLabel
from desktop_app.core.billing.provider import OfferStyle, ProviderInfo
from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Paper
from desktop_app.ui.texts.tr_noop import QT_TRANSLATE_NOOP
from desktop_app.ui.widgets import Tone

_ENVIRONMENTS = {
    Environment.LIVE: QT_TRANSLATE_NOOP("Label", "LIVE"),
    Environment.TEST: QT_TRANSLATE_NOOP("Label", "TEST"),
    Environment.PRACTICE: QT_TRANSLATE_NOOP("Label", "PRACTICE"),
}
_FIELDS = {
    FieldLabel.USERNAME: QT_TRANSLATE_NOOP("Label", "Username"),
    FieldLabel.CUSTOMER_ID: QT_TRANSLATE_NOOP("Label", "Customer ID"),
    FieldLabel.PHONE: QT_TRANSLATE_NOOP("Label", "Phone"),
}
_OF_PROVIDER = {
    FieldLabel.USERNAME: QT_TRANSLATE_NOOP("Label", "{provider} username"),
    FieldLabel.CUSTOMER_ID: QT_TRANSLATE_NOOP("Label", "{provider} customer ID"),
    FieldLabel.PHONE: QT_TRANSLATE_NOOP("Label", "{provider} phone"),
}
_HINTS = {
    FieldLabel.USERNAME: QT_TRANSLATE_NOOP(
        "Label", "As printed on the customer’s bill, e.g. {example}. At most {most} characters."
    ),
    FieldLabel.CUSTOMER_ID: QT_TRANSLATE_NOOP(
        "Label", "The number on the {provider} bill, e.g. {example}"
    ),
    FieldLabel.PHONE: QT_TRANSLATE_NOOP("Label", "The customer’s phone, e.g. {example}"),
}
_STYLES = {
    OfferStyle.PACKAGES: QT_TRANSLATE_NOOP("Label", "Packages and dues"),
    OfferStyle.BILLS: QT_TRANSLATE_NOOP("Label", "Bills, one by one"),
    OfferStyle.AMOUNT: QT_TRANSLATE_NOOP("Label", "Any amount"),
}
_NOT_FOUND = {
    FieldLabel.USERNAME: QT_TRANSLATE_NOOP("Label", "No customer with this username"),
    FieldLabel.CUSTOMER_ID: QT_TRANSLATE_NOOP("Label", "No customer with this customer ID"),
    FieldLabel.PHONE: QT_TRANSLATE_NOOP("Label", "No customer with this phone"),
}
NOT_SENT = QT_TRANSLATE_NOOP("Label", "NOT SENT")
_STATES = {
    PaymentState.PAID: (Tone.PAID, QT_TRANSLATE_NOOP("Label", "PAID")),
    PaymentState.NOT_PAID: (Tone.NOT_PAID, QT_TRANSLATE_NOOP("Label", "NOT PAID")),
    PaymentState.REVIEW: (Tone.ASK_SUPPORT, QT_TRANSLATE_NOOP("Label", "ASK SUPPORT")),
    PaymentState.WAITING: (Tone.WAITING, QT_TRANSLATE_NOOP("Label", "WAITING")),
    PaymentState.SENDING: (Tone.WAITING, QT_TRANSLATE_NOOP("Label", "WAITING")),
    PaymentState.RECORDED: (Tone.NOT_PAID, NOT_SENT),
}


_PAPERS = {
    Paper.ROLL_58: QT_TRANSLATE_NOOP("Label", "58 mm"),
    Paper.ROLL_80: QT_TRANSLATE_NOOP("Label", "80 mm"),
    Paper.A5: QT_TRANSLATE_NOOP("Label", "A5"),
    Paper.A4: QT_TRANSLATE_NOOP("Label", "A4"),
}


def _say(text: str, **values: str) -> str:
    return QCoreApplication.translate("Label", text).format(**values)


def paper_word(paper: Paper) -> str:
    """The size of a paper."""
    return _say(_PAPERS[paper])


def environment_word(environment: Environment) -> str:
    """LIVE, TEST or PRACTICE."""
    return _say(_ENVIRONMENTS[environment])


def field_word(label: FieldLabel) -> str:
    """What a field is called, alone."""
    return _say(_FIELDS[label])


def field_of(info: ProviderInfo) -> str:
    """What the account field is called, with the provider's name."""
    return _say(_OF_PROVIDER[info.account_field.label], provider=info.name)


def field_hint(info: ProviderInfo, example: str = "") -> str:
    """Where the customer finds it, with an example: in practice, of one who exists."""
    field = info.account_field
    return _say(
        _HINTS[field.label],
        provider=info.name,
        example=example or field.example,
        most=str(field.max_length),
    )


def style_text(style: OfferStyle) -> str:
    """What a provider's customers pay."""
    return _say(_STYLES[style])


def not_found(info: ProviderInfo) -> str:
    """The service knows no such customer."""
    return _say(_NOT_FOUND[info.account_field.label])


def fault_text(info: ProviderInfo, fault: FieldError) -> str:
    """Why an entry cannot be looked up."""
    field = field_of(info)
    if fault.kind is FieldErrorKind.TOO_LONG:
        return QCoreApplication.translate("Label", "At most {most} characters.").format(
            most=fault.what
        )
    if fault.kind is FieldErrorKind.CHARACTER:
        return QCoreApplication.translate(
            "Label", "“{character}” cannot be part of a {field}. Use digits, letters and _ only."
        ).format(character=fault.what, field=field)
    return QCoreApplication.translate("Label", "This is not a {field}.").format(field=field)


def state_word(state: PaymentState) -> str:
    """The word for a state, as it stands on screens."""
    return _say(_STATES[state][1])


def not_sent_word() -> str:
    """The word for a payment that was recorded, then given up before sending."""
    return _say(NOT_SENT)


def state_tone(state: PaymentState) -> Tone:
    """Its colours and icon."""
    return _STATES[state][0]
