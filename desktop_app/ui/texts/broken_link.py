"""Words for a break of the audit chain: which row of the record is not what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import EventKind
from desktop_app.ui.texts.codes import Sentence
from desktop_app.ui.texts.environments import environment_word

if TYPE_CHECKING:
    from desktop_app.core.audit import BrokenLink, FoundBreak

translate = QCoreApplication.translate


def break_sentence(found: FoundBreak) -> Sentence:
    """Word a break: that there is one, which row is the first, and what to do."""
    what = translate("Problem", "The record was changed outside of this program.")
    if found.environment is not Environment.LIVE:
        what = f"{environment_word(found.environment)}: {what}"
    advice = translate(
        "Record",
        "First difference: {place}. Payments go on. Delete no backup (Bhuktani keeps all of them "
        "now), and call who looks after the program.",
    )
    return Sentence(what, advice.format(place=place_text(found.broken)))


def place_text(broken: BrokenLink) -> str:
    """Name the row, and its place in the chain where it has one."""
    row = _row_text(broken)
    if not broken.position:
        return row
    place = translate("Record", "{row} (counter {counter}, entry {position})")
    return place.format(row=row, counter=broken.counter, position=broken.position)


def _row_text(broken: BrokenLink) -> str:
    words = {
        "event": _event_text(broken),
        "movement": translate("Record", "cash movement {number}"),
        "tender": translate("Record", "what a bill was paid with, {number}"),
        "journal": translate("Record", "journal entry {number}"),
        "report": translate("Record", "day close report {number}"),
        "on_account": translate("Record", "dues entry {number}"),
        "credit_note": translate("Record", "note on the shop’s credit, {number}"),
        "commission_rate": translate("Record", "commission rate {number}"),
        "payment": translate("Record", "state of payment {number}"),
        "shift": translate("Record", "shift {number}"),
    }.get(broken.source, translate("Record", "an entry that is missing"))
    number = broken.z_number or broken.row
    if broken.source == "event":
        number = broken.payment or broken.row
    text = words.format(number=number)
    if broken.payment and broken.source in ("movement", "tender", "on_account"):
        of = translate("Record", "{row}, payment {number}")
        text = of.format(row=text, number=broken.payment)
    return text


def _event_text(broken: BrokenLink) -> str:
    if not broken.payment:
        return translate("Record", "history entry {number}")
    words = {
        EventKind.RECORDED.value: translate("Record", "payment {number}, as it was recorded"),
        EventKind.SENT.value: translate("Record", "payment {number}, when it was sent"),
        EventKind.ANSWERED.value: translate("Record", "payment {number}, the service’s answer"),
        EventKind.LOOKED_UP.value: translate("Record", "payment {number}, a look-up"),
        EventKind.DECIDED.value: translate("Record", "payment {number}, the owner’s decision"),
        EventKind.CASH_RETURNED.value: translate("Record", "payment {number}, cash given back"),
        EventKind.PRINTED.value: translate("Record", "payment {number}, a printed paper"),
    }
    return words.get(broken.kind, translate("Record", "payment {number}, its history"))
