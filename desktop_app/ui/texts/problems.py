"""A plain sentence for each problem of the program itself, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.audit import FoundBreak
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.ui.texts.broken_link import break_sentence
from desktop_app.ui.texts.codes import Sentence, code_sentence
from desktop_app.ui.texts.tr_noop import QT_TRANSLATE_NOOP

_CONTEXT = "Problem"

_AGAIN = QT_TRANSLATE_NOOP("Problem", "Look up again.")
_LINE = QT_TRANSLATE_NOOP("Problem", "Check the internet line, then try again.")
_SUPPORT = QT_TRANSLATE_NOOP("Problem", "Do not take cash. If it happens again, call support.")
_RESTART = QT_TRANSLATE_NOOP("Problem", "Close the program and start it again.")

_SENTENCES: dict[Problem, tuple[str, str]] = {
    Problem.NO_NETWORK: (
        QT_TRANSLATE_NOOP("Problem", "The service cannot be reached."),
        _LINE,
    ),
    Problem.TIMED_OUT: (
        QT_TRANSLATE_NOOP("Problem", "The service did not answer in time."),
        _LINE,
    ),
    Problem.INSECURE: (
        QT_TRANSLATE_NOOP("Problem", "The line to the service is not safe, so it was not used."),
        QT_TRANSLATE_NOOP("Problem", "Check date and time of this computer, then try again."),
    ),
    Problem.BROKEN_ANSWER: (
        QT_TRANSLATE_NOOP("Problem", "The answer of the service could not be read."),
        _AGAIN,
    ),
    Problem.TOO_LARGE: (
        QT_TRANSLATE_NOOP("Problem", "The answer of the service was far too long."),
        _SUPPORT,
    ),
    Problem.UNEXPECTED_STATUS: (
        QT_TRANSLATE_NOOP("Problem", "The service gave an answer that is not expected."),
        QT_TRANSLATE_NOOP("Problem", "Try again in a few minutes."),
    ),
    Problem.REFUSED: (QT_TRANSLATE_NOOP("Problem", "The service did not accept this."), _SUPPORT),
    Problem.NO_TOKEN: (
        QT_TRANSLATE_NOOP("Problem", "There is no token for this environment."),
        QT_TRANSLATE_NOOP("Problem", "Enter the token in Settings, Connection."),
    ),
    Problem.NOT_UNDERSTOOD: (
        QT_TRANSLATE_NOOP("Problem", "This answer is not understood, do not take cash."),
        QT_TRANSLATE_NOOP("Problem", "Look up again. If it happens again, call support."),
    ),
    Problem.NOTHING_TO_PAY: (
        QT_TRANSLATE_NOOP("Problem", "Nothing to pay."),
        QT_TRANSLATE_NOOP("Problem", "This customer has no unpaid bill. Do not take cash."),
    ),
    Problem.CANCELLED: (QT_TRANSLATE_NOOP("Problem", "The look-up was cancelled."), _AGAIN),
    Problem.DISK_FULL: (
        QT_TRANSLATE_NOOP("Problem", "This computer’s disk is full."),
        QT_TRANSLATE_NOOP("Problem", "Free some room on the disk, then try again."),
    ),
    Problem.SETTINGS_SET_ASIDE: (
        QT_TRANSLATE_NOOP("Problem", "The settings could not be read, so they begin anew."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The old file is kept beside the new one, as {file}. No payment is lost.",
        ),
    ),
    Problem.SETTINGS_NOT_STORED: (
        QT_TRANSLATE_NOOP("Problem", "The settings could not be stored on this computer."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "No payment is lost, and the environment stays the same. Other changes hold until the "
            "program ends. Free some room on the disk, or ask who looks after this computer.",
        ),
    ),
    Problem.LEDGER_LOCKED: (
        QT_TRANSLATE_NOOP("Problem", "Another program is using the record of payments."),
        QT_TRANSLATE_NOOP("Problem", "Wait a moment, then try again."),
    ),
    Problem.LEDGER_READ_ONLY: (
        QT_TRANSLATE_NOOP("Problem", "The record of payments may not be written."),
        QT_TRANSLATE_NOOP("Problem", "Ask who looks after this computer to allow it."),
    ),
    Problem.LEDGER_DAMAGED: (
        QT_TRANSLATE_NOOP("Problem", "The record of payments is damaged."),
        QT_TRANSLATE_NOOP("Problem", "Do not take payments. Open Settings, Backup."),
    ),
    Problem.RECORD_CHANGED: (
        QT_TRANSLATE_NOOP("Problem", "The record was changed outside of this program."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Payments go on. Delete no backup, and call who looks after the program.",
        ),
    ),
    Problem.LEDGER_NEWER: (
        QT_TRANSLATE_NOOP("Problem", "The record of payments is from a newer Bhuktani."),
        QT_TRANSLATE_NOOP("Problem", "Install the newest Bhuktani on this computer."),
    ),
    Problem.LEDGER_FAILED: (
        QT_TRANSLATE_NOOP("Problem", "The record of payments could not be used."),
        _RESTART,
    ),
    Problem.PAYMENT_GONE: (
        QT_TRANSLATE_NOOP(
            "Problem", "The record went back to a backup and does not have this payment."
        ),
        QT_TRANSLATE_NOOP(
            "Problem", "Whether it was paid has not changed. Press F5: the list is read again."
        ),
    ),
    Problem.PAYMENT_BEGINS: (
        QT_TRANSLATE_NOOP("Problem", "A payment is just beginning."),
        QT_TRANSLATE_NOOP("Problem", "Wait a moment, then try again."),
    ),
    Problem.ALREADY_OPEN: (
        QT_TRANSLATE_NOOP("Problem", "A payment for this bill is still open."),
        QT_TRANSLATE_NOOP("Problem", "Open Waiting. Do not take cash again."),
    ),
    Problem.ALREADY_PAID: (
        QT_TRANSLATE_NOOP("Problem", "A payment for this customer was made a short time ago."),
        QT_TRANSLATE_NOOP("Problem", "Ask the customer before you take cash."),
    ),
    Problem.STALE: (
        QT_TRANSLATE_NOOP("Problem", "The look-up is too old to pay from."),
        _AGAIN,
    ),
    Problem.NO_REASON: (
        QT_TRANSLATE_NOOP("Problem", "A decision needs a reason."),
        QT_TRANSLATE_NOOP("Problem", "Write down what support answered."),
    ),
    Problem.TOO_EARLY: (
        QT_TRANSLATE_NOOP("Problem", "It is too early for a check."),
        QT_TRANSLATE_NOOP("Problem", "The first check is possible a few minutes after sending."),
    ),
    Problem.ILLEGAL_STEP: (
        QT_TRANSLATE_NOOP("Problem", "This was done already."),
        QT_TRANSLATE_NOOP("Problem", "Look at the payment in Waiting."),
    ),
    Problem.TENDERS_DIFFER: (
        QT_TRANSLATE_NOOP("Problem", "What it is paid with does not come to the bill."),
        QT_TRANSLATE_NOOP("Problem", "Enter anew how it is paid, then pay."),
    ),
    Problem.OVER_LIMIT: (
        QT_TRANSLATE_NOOP("Problem", "The customer would owe more than the owner allows."),
        QT_TRANSLATE_NOOP("Problem", "Take cash, or let the owner allow it."),
    ),
    Problem.VAULT_LOCKED: (
        QT_TRANSLATE_NOOP("Problem", "The computer’s store for secrets is locked."),
        QT_TRANSLATE_NOOP("Problem", "Unlock it, then try again."),
    ),
    Problem.VAULT_FAILED: (
        QT_TRANSLATE_NOOP("Problem", "The computer’s store for secrets does not work."),
        _RESTART,
    ),
    Problem.UNEXPECTED: (
        QT_TRANSLATE_NOOP("Problem", "Something happened that the program does not know."),
        _RESTART,
    ),
}


_NO_PRICE = QT_TRANSLATE_NOOP("Problem", "The amount could not be read.")
_NO_PACKAGE = QT_TRANSLATE_NOOP("Problem", "It names nothing that can be paid.")
_TWO_PACKAGES = QT_TRANSLATE_NOOP("Problem", "It does not say which package is the current one.")
_DUE = QT_TRANSLATE_NOOP("Problem", "It names a due, and not whether the due is paid as well.")
_REASONS = {
    "bad_amount": _NO_PRICE,
    "amount_differs": QT_TRANSLATE_NOOP("Problem", "It names two amounts for the same thing."),
    "duplicate_offer": QT_TRANSLATE_NOOP("Problem", "It names two prices for the same thing."),
    "not_whole_rupees": QT_TRANSLATE_NOOP(
        "Problem", "The amount has paisa, which this company does not take."
    ),
    "other_account": QT_TRANSLATE_NOOP("Problem", "It is about another customer."),
    "no_offers": _NO_PACKAGE,
    "not_a_list": _NO_PACKAGE,
    "no_current": _TWO_PACKAGES,
    "two_currents": _TWO_PACKAGES,
    "current_unclear": _TWO_PACKAGES,
    "has_due": _DUE,
    "no_advance": QT_TRANSLATE_NOOP(
        "Problem", "The company does not take a payment in advance from this customer."
    ),
    "several_services": QT_TRANSLATE_NOOP(
        "Problem", "This customer has several services, and it does not say which one is paid."
    ),
    "same_offer": QT_TRANSLATE_NOOP(
        "Problem", "It names two things that could not be told apart when one is paid."
    ),
    "bad_duration": QT_TRANSLATE_NOOP(
        "Problem", "It names a number of months that this company does not take."
    ),
    "unknown_shape": QT_TRANSLATE_NOOP(
        "Problem", "It names a kind of package that this program does not know."
    ),
    "unexpected_due": _DUE,
}
"""Why an answer was not understood, by the code of ``NotUnderstood``, where that helps a person."""

_ENDS = (".", "!", "?", "।")
"""What a sentence of the service may end with."""


def problem_sentence(error: BhuktaniError, provider: str = "") -> Sentence:
    """Word any error of the program: what happened, and what to do."""
    code = str(error.details.get("code") or "")
    if error.problem is Problem.REFUSED and code:
        return code_sentence(code, provider)
    found = error.details.get("found")
    if isinstance(found, FoundBreak):
        return break_sentence(found)
    what, advice = _SENTENCES[error.problem]
    named = {"file": error.details.get("file", "")}
    why = _REASONS.get(str(error.details.get("reason") or ""))
    is_told = error.problem is Problem.NOT_UNDERSTOOD and why is not None
    words = [QCoreApplication.translate(_CONTEXT, text) for text in (why, advice) if text]
    return Sentence(
        QCoreApplication.translate(_CONTEXT, what),
        " ".join(words if is_told else words[-1:]).format_map(named),
    )


def quoted_sentence(words: str, code: str = "") -> str:
    """The service's words in quotes, with their code, and an end: another sentence may follow."""
    quote = f"“{words}” ({code})" if code else f"“{words}”"
    if not code and words.endswith(_ENDS):
        return quote
    return QCoreApplication.translate("Problem", "{quote}.").format(quote=quote)


def own_text(error: BhuktaniError) -> str:
    """The service's own sentence, for quoting; empty if there is none."""
    return str(error.details.get("reason") or "") if error.problem is Problem.REFUSED else ""


def quoted_answer(error: BhuktaniError, provider: str) -> str:
    """What the company answered, in quotes; empty if the service sent no sentence of its own."""
    words = own_text(error)
    answered = QCoreApplication.translate("Problem", "{provider} answered: {quote}")
    return answered.format(provider=provider, quote=quoted_sentence(words)) if words else ""


def read_error_text(error: BhuktaniError, provider: str) -> Sentence:
    """Word a read that came to nothing in the middle of a dialogue, where nothing is paid yet."""
    sentence = problem_sentence(error, provider)
    nothing = QCoreApplication.translate("Problem", "Nothing was paid.")
    parts = (nothing, quoted_answer(error, provider), sentence.advice)
    return Sentence(sentence.what, " ".join(part for part in parts if part))
