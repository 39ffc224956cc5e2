"""Words for the things that the core names by a code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.billing.forms import (
    AmountEntry,
    EntryField,
    FieldError,
    FieldErrorKind,
    FieldLabel,
    TextEntry,
)
from desktop_app.core.billing.provider import OfferStyle, ProviderInfo
from desktop_app.core.money import Money, grouped
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Paper
from desktop_app.ui.texts.tr_noop import QT_TRANSLATE_NOOP
from desktop_app.ui.widgets import Tone

if TYPE_CHECKING:
    from collections.abc import Container

    from desktop_app.core.billing.accounts import AmountLimits

_FIELDS = {
    FieldLabel.USERNAME: QT_TRANSLATE_NOOP("Label", "Username"),
    FieldLabel.CUSTOMER_ID: QT_TRANSLATE_NOOP("Label", "Customer ID"),
    FieldLabel.PHONE: QT_TRANSLATE_NOOP("Label", "Phone"),
    FieldLabel.NAME: QT_TRANSLATE_NOOP("Label", "Customer’s name"),
    FieldLabel.MOBILE: QT_TRANSLATE_NOOP("Label", "Mobile number"),
    FieldLabel.ADDRESS: QT_TRANSLATE_NOOP("Label", "Address"),
    FieldLabel.LANDLINE: QT_TRANSLATE_NOOP("Label", "Landline number"),
    FieldLabel.LINE_NUMBER: QT_TRANSLATE_NOOP("Label", "Internet number"),
    FieldLabel.SET_TOP_BOX: QT_TRANSLATE_NOOP("Label", "Set-top box"),
    FieldLabel.PACKAGE: QT_TRANSLATE_NOOP("Label", "Package"),
    FieldLabel.SERVICE: QT_TRANSLATE_NOOP("Label", "Service"),
    FieldLabel.REMARKS: QT_TRANSLATE_NOOP("Label", "Remarks"),
    FieldLabel.AMOUNT: QT_TRANSLATE_NOOP("Label", "Amount"),
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
    OfferStyle.DUE: QT_TRANSLATE_NOOP("Label", "The amount that is due"),
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
    PaymentState.WRITTEN_BY_NEWER: (Tone.ASK_SUPPORT, QT_TRANSLATE_NOOP("Label", "ASK SUPPORT")),
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
    """Return the word for the size of a paper."""
    return _say(_PAPERS[paper])


def field_word(label: FieldLabel) -> str:
    """Return a field's name without the provider's."""
    return _say(_FIELDS[label])


def entered_word(label: str) -> str:
    """Return the name of a field with a recorded label, which may be of a newer program."""
    known = {one.value: one for one in FieldLabel}
    return field_word(known[label]) if label in known else label


def field_of(info: ProviderInfo) -> str:
    """Return the account field's name, with the provider's name."""
    label = info.account_field.label
    if label not in _OF_PROVIDER:
        return field_word(label)
    return _say(_OF_PROVIDER[label], provider=info.name)


def field_hint(info: ProviderInfo, example: str = "") -> str:
    """Word where the customer finds it, with an example; in practice, of one who exists."""
    field = info.account_field
    if field.label not in _HINTS:
        return entry_hint(replace(field, example=example or field.example))
    return _say(
        _HINTS[field.label],
        provider=info.name,
        example=example or field.example,
        most=str(field.max_length),
    )


def entry_hint(entry: EntryField) -> str:
    """Word what may be entered in a field; empty where there is nothing to say."""
    if isinstance(entry, AmountEntry):
        return limits_text(entry.limits)
    words = []
    if isinstance(entry, TextEntry) and entry.example:
        example = QCoreApplication.translate("Label", "For example {example}.")
        words.append(example.format(example=entry.example))
    if entry.is_optional:
        words.append(QCoreApplication.translate("Label", "May be left empty."))
    return " ".join(words)


_MAX_LISTED = 12
"""Up to how many amounts are named one by one."""


def limits_text(limits: AmountLimits) -> str:
    """Word the limits of an amount."""
    translate = QCoreApplication.translate
    least, most = grouped(limits.minimum), limits.maximum
    if len(limits.allowed) > _MAX_LISTED:
        return translate("Label", "One of the amounts that the company has listed.")
    if limits.allowed:
        amounts = ", ".join(grouped(one, decimals=False) for one in limits.allowed)
        return translate("Label", "One of Rs. {amounts}.").format(amounts=amounts)
    if most is None:
        words = translate("Label", "Rs. {least} or more.").format(least=least)
    else:
        words = translate("Label", "From Rs. {least} to Rs. {most}.")
        words = words.format(least=least, most=grouped(most))
    if limits.step == Money.rupees(1):
        whole = translate("Label", "Whole rupees.")
        words = f"{words} {whole}"
    elif limits.step:
        steps = translate("Label", "In steps of Rs. {step}.").format(step=grouped(limits.step))
        words = f"{words} {steps}"
    return words


def provider_note(info: ProviderInfo, not_enabled: Container[str]) -> str:
    """What stands in the way of a provider; empty if nothing does."""
    if info.slug in not_enabled:
        return QCoreApplication.translate("ProviderNote", "not enabled: ask Khalti")
    if info.retired:
        return QCoreApplication.translate("ProviderNote", "retired by the service")
    return ""


def style_text(style: OfferStyle) -> str:
    """Word the kind of payment that is usual for a provider."""
    return _say(_STYLES[style])


def not_found(info: ProviderInfo) -> str:
    """The service knows no such customer."""
    general = QT_TRANSLATE_NOOP("Label", "No such customer")
    return _say(_NOT_FOUND.get(info.account_field.label, general))


def account_error_text(info: ProviderInfo, error: FieldError) -> str:
    """Word the reason why the account id cannot be looked up."""
    if error.kind is FieldErrorKind.PATTERN:
        words = QCoreApplication.translate("Label", "This is not a {field}.")
        return _wanted_text(info.account_field) or words.format(field=field_of(info))
    return _refusal_text(field_of(info), error)


def entry_error_text(entry: EntryField, error: FieldError) -> str:
    """Word the reason why a field's value is refused: what is wanted, where that is known."""
    field = field_word(entry.label)
    if error.kind in (FieldErrorKind.PATTERN, FieldErrorKind.NOT_AN_OPTION):
        words = QCoreApplication.translate("Label", "{field}: check what was entered.")
        return _wanted_text(entry) or words.format(field=field)
    return _refusal_text(field, error)


def missing_text(field: str) -> str:
    """Word that a field is still empty; ``field`` is what it is called."""
    return QCoreApplication.translate("Label", "Still missing: {field}.").format(field=field)


def refused_text(field: str) -> str:
    """Word that a field is to be put right; ``field`` is what it is called."""
    return QCoreApplication.translate("Label", "To be put right: {field}.").format(field=field)


def _wanted_text(entry: EntryField) -> str:
    """Word how many digits are wanted; empty where it is no plain number or has no example."""
    translate = QCoreApplication.translate
    wanted = entry.wanted_digits if isinstance(entry, TextEntry) else ()
    if not isinstance(entry, TextEntry) or not wanted or not entry.example:
        return ""
    span = translate("Label", "{least} to {most}")
    counts = [
        str(one.least) if one.least == one.most else span.format(least=one.least, most=one.most)
        for one in wanted
    ]
    count = counts[0]
    for other in counts[1:]:
        count = translate("Label", "{one} or {other}").format(one=count, other=other)
    first = wanted[0].first if len(wanted) == 1 else ""
    if first:
        words = translate("Label", "{count} digits, beginning with {first}, for example {example}.")
    else:
        words = translate("Label", "{count} digits, for example {example}.")
    return words.format(count=count, first=first, example=entry.example)


def _refusal_text(field: str, error: FieldError) -> str:
    translate = QCoreApplication.translate
    sentence = {
        FieldErrorKind.TOO_LONG: translate("Label", "At most {most} characters."),
        FieldErrorKind.CHARACTER: translate(
            "Label", "“{character}” cannot be part of a {field}. Use digits, letters and _ only."
        ),
        FieldErrorKind.TOO_LITTLE: translate("Label", "At least Rs. {most}."),
        FieldErrorKind.TOO_MUCH: translate("Label", "At most Rs. {most}."),
        FieldErrorKind.NOT_AN_AMOUNT: translate("Label", "This is not an amount."),
        FieldErrorKind.NOT_ALLOWED: translate("Label", "The company does not take this amount."),
    }[error.kind]
    return sentence.format(most=error.what, character=error.what, field=field)


def state_word(state: PaymentState) -> str:
    """The word for a state, as it stands on screens."""
    return _say(_STATES[state][1])


def not_sent_word() -> str:
    """The word for a payment that was recorded, then given up before sending."""
    return _say(NOT_SENT)


def state_tone(state: PaymentState) -> Tone:
    """Its colours and icon."""
    return _STATES[state][0]
