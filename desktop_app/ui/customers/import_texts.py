"""Words for taking over an older list: its parts, and why a row or the whole is not taken."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.old_lists.columns import Part
from desktop_app.core.old_lists.taking import Reason, reasons_of
from desktop_app.core.old_lists.text import ListTrouble

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop_app.core.old_lists.taking import Rejected, Renamed

translate = QCoreApplication.translate

_MAX_REASONS = 3
_MAX_NAMES = 4
"""Names that are shown with the ones before."""


def part_word(part: Part) -> str:
    """What a column may hold."""
    return {
        Part.NAME: translate("OldList", "Name"),
        Part.PHONE: translate("OldList", "Phone"),
        Part.ACCOUNT: translate("OldList", "Account"),
        Part.COMPANY: translate("OldList", "Company"),
        Part.NOTE: translate("OldList", "Note"),
    }[part]


def reason_text(rejected: Rejected) -> str:
    """Why a row is not taken over, and what stands in the way."""
    words = reason_word(rejected.reason)
    return f"{words} ({rejected.detail})" if rejected.detail else words


def reasons_text(rejected: Collection[Rejected]) -> str:
    """How many rows are not taken over for each reason; the most frequent ones."""
    words = (
        translate("OldList", "%n row(s): {reason}", "", count).format(reason=reason_word(reason))
        for reason, count in reasons_of(rejected).items()
    )
    return "  ".join(islice(words, _MAX_REASONS))


def renamed_text(renamed: Collection[Renamed]) -> str:
    """How many accounts get another name, and the first ones with both; empty for none."""
    if not renamed:
        return ""
    words = translate("OldList", "%n known account(s) get the name of the list:", "", len(renamed))
    names = "; ".join(f"{one.before} → {one.after}" for one in islice(renamed, _MAX_NAMES))
    left = len(renamed) - _MAX_NAMES
    more = translate("OldList", "and %n more", "", left) if left > 0 else ""
    return " ".join(part for part in (words, names, more) if part)


def reason_word(reason: Reason) -> str:
    """Why rows are not taken over."""
    return {
        Reason.NO_NAME: translate("OldList", "It has neither a name nor an account."),
        Reason.TOO_LONG: translate("OldList", "A text in it is too long."),
        Reason.NO_PHONE: translate("OldList", "The phone number has no digits."),
        Reason.NO_COMPANY: translate("OldList", "The account has no company."),
        Reason.UNKNOWN_COMPANY: translate("OldList", "The company is not known."),
        Reason.BAD_ACCOUNT: translate("OldList", "The company has no accounts of this form."),
        Reason.TOO_MANY_CELLS: translate("OldList", "It has more columns than the first row."),
        Reason.OTHER_PHONE: translate("OldList", "The customer is known with another phone."),
        Reason.OTHER_NOTE: translate("OldList", "The customer is known with another note."),
        Reason.OTHERS_ACCOUNT: translate("OldList", "The account is another customer’s."),
    }[reason]


def trouble_text(trouble: ListTrouble) -> str:
    """Why the list is not read or taken, and what to do."""
    return {
        ListTrouble.NOT_THERE: translate(
            "OldList", "The file could not be read. See that it is still there, and try again."
        ),
        ListTrouble.TOO_LARGE: translate(
            "OldList", "The file is larger than 64 MB. Cut it into several, and take one by one."
        ),
        ListTrouble.NOT_TEXT: translate(
            "OldList", "This is no list of text. In Excel save it as CSV, and choose that file."
        ),
        ListTrouble.EMPTY: translate("OldList", "There are no rows in this file."),
        ListTrouble.NOT_WRITTEN: translate(
            "OldList",
            "Nothing is taken over: the rows that are not taken could not be saved. See that the"
            " disk has room.",
        ),
        ListTrouble.NOT_REWRITTEN: translate(
            "OldList",
            "The list is taken over, but the rows that are not taken could not be saved. Choose the"
            " list again to see them.",
        ),
    }[trouble]
