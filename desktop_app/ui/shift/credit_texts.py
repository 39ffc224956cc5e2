"""Words for the shop's credit: what explains a gap, what to do, notes and requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.shifts.credit import CreditNote, CreditNoteKind, GapCause
from desktop_app.core.shifts.credit_day import RequestOutcome
from desktop_app.ui.texts.codes import Sentence
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.problems import problem_sentence

if TYPE_CHECKING:
    from desktop_app.core.shifts.credit import GapPart
    from desktop_app.core.shifts.credit_day import CreditRequest

translate = QCoreApplication.translate


def gap_text(gap: Money) -> str:
    """Word a gap: more or less than expected, or none."""
    if not gap:
        return translate("Credit", "No difference")
    amount = rupees(Money(abs(gap.paisa)))
    words = (
        translate("Credit", "{amount} less than expected")
        if gap.paisa < 0
        else translate("Credit", "{amount} more than expected")
    )
    return words.format(amount=amount)


def cause_text(part: GapPart) -> str:
    """Word what may have happened."""
    words = {
        GapCause.TAKEN_UNKNOWN_HERE: _taken_text(part),
        GapCause.TAKEN_TWICE: translate("Credit", "Its money was taken twice"),
        GapCause.TAKEN_LATE: translate("Credit", "An earlier payment: its money was taken later"),
        GapCause.REVERSED: translate("Credit", "The service gave its money back"),
        GapCause.GIVEN_BACK: translate("Credit", "An earlier payment: its money was given back"),
        GapCause.REVERSED_BEFORE: translate("Credit", "Its money had been given back before"),
        GapCause.CHARGE: translate("Credit", "A charge that nobody noted"),
        GapCause.TOP_UP: translate("Credit", "A top-up that nobody noted"),
    }
    return words[part.cause]


def _taken_text(part: GapPart) -> str:
    if part.payment is not None and part.payment.state is PaymentState.NOT_PAID:
        return translate("Credit", "NOT PAID here, but its money was taken")
    return translate("Credit", "Still waiting, and its money was taken")


def advice_text(part: GapPart) -> str:
    """Word what to do if that is what happened."""
    words = {
        GapCause.TAKEN_UNKNOWN_HERE: _taken_advice(part),
        GapCause.TAKEN_TWICE: translate(
            "Credit",
            "Open it and have it checked. If it was taken twice, complain at the service with its"
            " reference: the money is owed to the shop.",
        ),
        GapCause.TAKEN_LATE: translate(
            "Credit", "It was sent before the first reading. There is nothing to do."
        ),
        GapCause.REVERSED: translate(
            "Credit",
            "Open it and have it checked. If its money came back, the customer’s bill is not paid.",
        ),
        GapCause.GIVEN_BACK: translate(
            "Credit",
            "It was sent before the first reading, and its money came back after it. There is"
            " nothing to do.",
        ),
        GapCause.REVERSED_BEFORE: translate(
            "Credit", "It came back before the first reading. There is nothing to do."
        ),
        GapCause.CHARGE: translate(
            "Credit",
            "Look at the service’s statement. If it took a charge, note it; else complain with"
            " this amount and day.",
        ),
        GapCause.TOP_UP: translate("Credit", "If balance was added, note it as a top-up."),
    }
    return words[part.cause]


def _taken_advice(part: GapPart) -> str:
    if part.payment is not None and part.payment.state is PaymentState.NOT_PAID:
        return translate(
            "Credit",
            "Open it and complain at the service with its reference. Do not pay it again before"
            " that is answered.",
        )
    return translate(
        "Credit", "Keep the cash. The program asks until it has ended; then this is settled."
    )


def reading_text(words: str, environment: Environment) -> str:
    """Word a reading: of which environment it is, where that is not the shop's real money."""
    if environment is Environment.LIVE:
        return words
    return f"{words} · {environment_word(environment)}"


def note_kind_text(note: CreditNote, environment: Environment) -> str:
    """Name a note of an environment's credit."""
    words = {
        CreditNoteKind.READING: reading_text(translate("Credit", "Reading"), environment),
        CreditNoteKind.TOP_UP: translate("Credit", "Top-up"),
        CreditNoteKind.CHARGE: translate("Credit", "Charge"),
        CreditNoteKind.REQUESTED: translate("Credit", "Asked for"),
        CreditNoteKind.WRITTEN_BY_NEWER: translate("Credit", "Note of a newer program"),
    }
    if note.kind is CreditNoteKind.REQUESTED and not note.amount:
        return translate("Credit", "Answer to the request")
    return words[note.kind]


def credit_line(kind: CreditNoteKind, amount: Money) -> str:
    """Name a top-up or a charge that an owner notes."""
    is_top_up = kind is CreditNoteKind.TOP_UP
    word = translate("Credit", "Top-up") if is_top_up else translate("Credit", "Charge")
    return f"{word} · {rupees(amount)}"


def taken_back_line(note: CreditNote) -> str:
    """Name a note that an owner takes back."""
    words = translate("Credit", "{note}, taken back")
    return words.format(note=credit_line(note.kind, note.amount))


def note_text(note: CreditNote) -> str:
    """The words of a note as a person reads them."""
    if note.kind is CreditNoteKind.REQUESTED and not note.amount:
        code, _, reason = note.note.partition(": ")
        words = {
            RequestOutcome.RECEIVED: translate("Credit", "the service has the request"),
            RequestOutcome.REFUSED: translate("Credit", "refused"),
            RequestOutcome.UNANSWERED: translate("Credit", "no answer"),
            RequestOutcome.NOT_SENT: translate("Credit", "not sent"),
        }
        try:
            said = words.get(RequestOutcome(code), code)
        except ValueError:
            said = note.note
        return f"{said}: {reason}" if reason else said
    if note.amount < Money(0):
        return translate("Credit", "takes note {number} back").format(
            number=note.note.removeprefix("−")
        )
    return note.note


def request_text(done: CreditRequest) -> tuple[str, str]:
    """Word what became of a request: the lead, and what it means."""
    amount = rupees(done.note.amount)
    leads = {
        RequestOutcome.RECEIVED: translate("Credit", "{amount} asked for."),
        RequestOutcome.REFUSED: translate("Credit", "The service did not take the request."),
        RequestOutcome.UNANSWERED: translate("Credit", "The service did not answer."),
        RequestOutcome.NOT_SENT: translate("Credit", "The request was not sent."),
        RequestOutcome.REPEATED: translate("Credit", "{amount} was asked for a moment ago."),
    }
    words = {
        RequestOutcome.RECEIVED: translate(
            "Credit",
            "That is a request only: nothing is added yet. The balance shows when it is.",
        ),
        RequestOutcome.REFUSED: done.reason,
        RequestOutcome.UNANSWERED: translate(
            "Credit", "The request may have arrived. Call the service before you ask again."
        ),
        RequestOutcome.NOT_SENT: translate("Credit", "The internet is not working."),
        RequestOutcome.REPEATED: translate("Credit", "It is not sent a second time."),
    }
    return leads[done.outcome].format(amount=amount), words[done.outcome]


def not_asked_sentence(error: BhuktaniError) -> Sentence:
    """Word why the service was not asked for credit: what cannot be recorded is not sent."""
    if error.problem is Problem.UNEXPECTED:
        lead = translate("Credit", "It is not certain that the service was asked.")
    else:
        lead = translate("Credit", "The service was not asked.")
    return Sentence(lead, problem_sentence(error).what)
