"""What a notice about the record means, and what to do step by step, for the page of help."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_app.core.errors import Problem

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RecordHelp:
    """``what`` it is and is not; ``steps`` say what to do, in their order."""

    what: str
    steps: tuple[str, ...]


def record_help(problem: Problem) -> RecordHelp | None:
    """Explain a notice; None for one that says all that there is to say."""
    explain = _EXPLAINED.get(problem)
    return None if explain is None else explain()


def is_explained(problem: Problem) -> bool:
    """Tell whether its one sentence is not enough for who has never met such a notice."""
    return problem in _EXPLAINED


def _changed() -> RecordHelp:
    return RecordHelp(
        translate(
            "RecordHelp",
            "Each entry of the record is sealed with the one before it. One of them is not what"
            " Bhuktani wrote: a person, another program or a bad disk has changed it. No payment"
            " was sent or taken back by that.",
        ),
        (
            translate("RecordHelp", "Go on taking payments: they are recorded as before."),
            translate(
                "RecordHelp",
                "Look at the payment or the shift that the notice names, and compare it with its"
                " paper.",
            ),
            translate(
                "RecordHelp",
                "Delete no backup. Save a file for support (below), and call who looks after the"
                " program.",
            ),
            translate("RecordHelp", "The owner presses Seen. Until then the notice stays."),
        ),
    )


def _damaged() -> RecordHelp:
    return RecordHelp(
        translate(
            "RecordHelp",
            "The file in which this computer keeps the payments cannot be read. What was paid is"
            " paid: the service has it. But Bhuktani cannot see it, and cannot stop a second"
            " payment of the same bill.",
        ),
        (
            translate(
                "RecordHelp",
                "Take no payment here. Keep the cash of those that wait apart, with their papers.",
            ),
            translate(
                "RecordHelp", "Call the owner: only the owner can put a backup in its place."
            ),
            translate(
                "RecordHelp",
                "Open Settings, Backup, and restore the newest one. The damaged file is kept.",
            ),
            translate(
                "RecordHelp",
                "Receipts that are newer than the backup: ask support for them by reference.",
            ),
        ),
    )


def _newer() -> RecordHelp:
    return RecordHelp(
        translate(
            "RecordHelp",
            "A newer Bhuktani has written this record. This one does not understand all of it, and"
            " so does not touch it. No payment is lost.",
        ),
        (
            translate("RecordHelp", "Take no payment with this Bhuktani."),
            translate(
                "RecordHelp",
                "Close it, install the newest Bhuktani on this computer, and open it again.",
            ),
            translate("RecordHelp", "All payments are there then. Those that wait are looked up."),
        ),
    )


_EXPLAINED = {
    Problem.RECORD_CHANGED: _changed,
    Problem.LEDGER_DAMAGED: _damaged,
    Problem.LEDGER_NEWER: _newer,
}
