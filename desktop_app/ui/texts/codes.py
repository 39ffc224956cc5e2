"""A plain sentence for each code of the service, and what to do about it.

Sources of the codes: the service's contract, section 14. The service's own words are shown below
a sentence, in quotes, by the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.texts.tr_noop import QT_TRANSLATE_NOOP

_CONTEXT = "ServiceCode"

REFERENCE_NOT_KNOWN = "002"
"""A payment that a look-up ended with it never reached the service."""


_MEANINGS: dict[str, str] = {
    "1001": QT_TRANSLATE_NOOP("ServiceCode", "The service got no token from this shop."),
    "1002": QT_TRANSLATE_NOOP("ServiceCode", "The service does not know the shop’s token."),
    "1003": QT_TRANSLATE_NOOP("ServiceCode", "The shop’s token was deleted at the service."),
    "1004": QT_TRANSLATE_NOOP("ServiceCode", "The shop’s token is switched off at the service."),
    "1005": QT_TRANSLATE_NOOP("ServiceCode", "The shop’s account at the service was deleted."),
    "1006": QT_TRANSLATE_NOOP("ServiceCode", "The shop’s account at the service is switched off."),
    "1007": QT_TRANSLATE_NOOP("ServiceCode", "The shop’s account at the service has expired."),
    "1008": QT_TRANSLATE_NOOP(
        "ServiceCode", "{provider} is not switched on for the shop’s account."
    ),
    "1009": QT_TRANSLATE_NOOP("ServiceCode", "The shop’s account is not allowed to do this."),
    "1010": QT_TRANSLATE_NOOP("ServiceCode", "The service did not accept what was entered."),
    "1011": QT_TRANSLATE_NOOP("ServiceCode", "The service did not accept one of the entries."),
    "1012": QT_TRANSLATE_NOOP("ServiceCode", "The service found no reference in the call."),
    "1013": QT_TRANSLATE_NOOP("ServiceCode", "The service has seen this reference before."),
    "1014": QT_TRANSLATE_NOOP("ServiceCode", "The service could not read the call."),
    "1015": QT_TRANSLATE_NOOP("ServiceCode", "The service could not read a part of the call."),
    "1016": QT_TRANSLATE_NOOP("ServiceCode", "The shop’s balance at the service is too low."),
    "1017": QT_TRANSLATE_NOOP("ServiceCode", "The service has a fault of its own."),
    "1018": QT_TRANSLATE_NOOP("ServiceCode", "The service could not reach {provider}."),
    "1019": QT_TRANSLATE_NOOP("ServiceCode", "{provider} is down for maintenance."),
    "1020": QT_TRANSLATE_NOOP("ServiceCode", "The service has no recharge card for this amount."),
    "1021": QT_TRANSLATE_NOOP("ServiceCode", "{provider} has a fault of its own."),
    "4000": QT_TRANSLATE_NOOP("ServiceCode", "{provider} did not accept this."),
    "001": QT_TRANSLATE_NOOP("ServiceCode", "The service says that the details are not right."),
    "002": QT_TRANSLATE_NOOP("ServiceCode", "The service does not know this reference."),
    "4001": QT_TRANSLATE_NOOP("ServiceCode", "{provider} does not know this customer."),
    "4002": QT_TRANSLATE_NOOP("ServiceCode", "{provider} does not take this amount."),
    "7000": QT_TRANSLATE_NOOP("ServiceCode", "{provider} gave no reason that the service knows."),
}

_TOKEN = QT_TRANSLATE_NOOP("ServiceCode", "Check the token in Settings, Connection.")
_ACCOUNT = QT_TRANSLATE_NOOP("ServiceCode", "Call the service’s support about the shop’s account.")
_SUPPORT = QT_TRANSLATE_NOOP("ServiceCode", "If it happens again, call support with the code.")
_LATER = QT_TRANSLATE_NOOP("ServiceCode", "Try again in a few minutes.")
_ENTRY = QT_TRANSLATE_NOOP("ServiceCode", "Check the spelling on the customer’s bill.")
_CREDIT = QT_TRANSLATE_NOOP("ServiceCode", "Add balance at the service first.")

_ADVICE: dict[str, str] = {
    **dict.fromkeys(("1001", "1002", "1003", "1004"), _TOKEN),
    **dict.fromkeys(("1005", "1006", "1007", "1008", "1009"), _ACCOUNT),
    **dict.fromkeys(("1010", "1011", "001", "4000", "4001"), _ENTRY),
    **dict.fromkeys(("1012", "1013", "1014", "1015", "1020", "002", "4002", "7000"), _SUPPORT),
    "1016": _CREDIT,
    **dict.fromkeys(("1017", "1018", "1019", "1021"), _LATER),
}

_NOT_FOUND_CODES = frozenset({"4000", "4001"})
_NOT_FOUND_WORDS = ("not found", "not exist", "invalid user", "invalid customer")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about what happened, and advice on what to do now."""

    what: str
    advice: str = ""

    @property
    def whole(self) -> str:
        """Both in one line."""
        return f"{self.what} {self.advice}"

    def named(self, name: str) -> Sentence:
        """The same, about something that is named in front."""
        return Sentence(f"{name}: {self.what}", self.advice)


def says_not_found(code: str, words: str) -> bool:
    """The service most likely means that it knows no such customer.

    A guess from its words, for a heading or a reason alone: it decides nothing about money.
    """
    return code in _NOT_FOUND_CODES and any(part in words.casefold() for part in _NOT_FOUND_WORDS)


def explains_itself(code: str, words: str) -> bool:
    """The company knows the customer, or may, and says in its own words why it refuses."""
    return code in _NOT_FOUND_CODES and bool(words) and not says_not_found(code, words)


def pays_at_office_first(code: str, words: str) -> bool:
    """The company most likely means that it takes a new customer's first payment itself.

    A guess from its words, for a heading and advice alone.
    """
    said = words.casefold()
    return code in _NOT_FOUND_CODES and "first" in said and "payment" in said


def reason_text(code: str, words: str, provider: str) -> str:
    """Word the reason why a payment was not made, in one sentence."""
    if says_not_found(code, words):
        text = QCoreApplication.translate("ServiceCode", "{provider} did not find this customer.")
        return text.format(provider=provider)
    return code_sentence(code, provider).what


def code_sentence(code: str, provider: str) -> Sentence:
    """The sentence for a code; a general one for a code that is not documented."""
    meaning = _MEANINGS.get(code)
    if meaning is None:
        what = QCoreApplication.translate("ServiceCode", "The service did not accept this.")
        return Sentence(what, QCoreApplication.translate(_CONTEXT, _SUPPORT))
    what = QCoreApplication.translate(_CONTEXT, meaning).format(provider=provider)
    return Sentence(what, QCoreApplication.translate(_CONTEXT, _ADVICE[code]))
