"""Sentences about what could not be recorded, for its page and for the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.ui.texts.codes import Sentence
from desktop_app.ui.texts.problems import problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

translate = QCoreApplication.translate

_CHANGED = (Problem.STALE, Problem.ILLEGAL_STEP)


def unrecorded_sentence(
    name: Callable[[], str], error: BhuktaniError, instead: Callable[[], str] | None = None
) -> Sentence:
    """Word what is not in the record, why, and what to do; ``name`` names it, ``instead`` words
    what to do where that is not the same as with all else.
    """
    own = None if instead is None else instead()
    if error.problem is Problem.UNEXPECTED:
        lead = translate("Unrecorded", "It is not certain that this is recorded: {what}.")
        advice = own or translate(
            "Unrecorded", "Check whether it is recorded before you record it again."
        )
    elif error.problem in _CHANGED:
        lead = translate("Unrecorded", "Not recorded: {what}.")
        advice = own or translate("Unrecorded", "Something has changed meanwhile: look again.")
    else:
        lead = translate("Unrecorded", "Not recorded: {what}.")
        why = problem_sentence(error).what
        note = own or translate("Unrecorded", "Note it on paper, and record it again later.")
        advice = f"{why} {note}"
    return Sentence(lead.format(what=name()), advice)
