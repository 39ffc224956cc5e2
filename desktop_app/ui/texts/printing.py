"""Sentences for a printer or a file that did not do its part. The payment is not touched by it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.settings import Paper
from desktop_app.printing.output import PrintError, PrintProblem
from desktop_app.ui.texts.codes import Sentence
from desktop_app.ui.texts.tr_noop import QT_TRANSLATE_NOOP

_SENTENCES = {
    PrintProblem.NO_PRINTER: (
        QT_TRANSLATE_NOOP("Print", "This computer has no printer."),
        QT_TRANSLATE_NOOP("Print", "Save the PDF, or set up a printer."),
    ),
    PrintProblem.PRINTER_GONE: (
        QT_TRANSLATE_NOOP("Print", "The printer “{printer}” is not there."),
        QT_TRANSLATE_NOOP("Print", "Choose another one in Settings, Shop and receipt."),
    ),
    PrintProblem.PRINTER_REFUSED: (
        QT_TRANSLATE_NOOP("Print", "The printer “{printer}” did not accept the print."),
        QT_TRANSLATE_NOOP("Print", "Check that it is on and has paper, then print again."),
    ),
    PrintProblem.PRINTING_STOPPED: (
        QT_TRANSLATE_NOOP("Print", "The printer “{printer}” stopped."),
        QT_TRANSLATE_NOOP("Print", "Check that it is on and has paper, then print again."),
    ),
    PrintProblem.FILE_REFUSED: (
        QT_TRANSLATE_NOOP("Print", "The file could not be written: {path}"),
        QT_TRANSLATE_NOOP("Print", "Print it, or ask who looks after this computer."),
    ),
    PrintProblem.DISK_FULL: (
        QT_TRANSLATE_NOOP("Print", "This computer’s disk is full."),
        QT_TRANSLATE_NOOP("Print", "Print it, or free some room on the disk."),
    ),
}


def print_sentence(error: PrintError) -> Sentence:
    """Word a print error: what happened, and what to do."""
    what, advice = _SENTENCES[error.problem]
    translate = QCoreApplication.translate
    details = {"printer": "", "path": "", **error.details}
    return Sentence(translate("Print", what).format(**details), translate("Print", advice))


_PAPER_NAMES = {Paper.ROLL_58: "58 mm", Paper.ROLL_80: "80 mm", Paper.A5: "A5", Paper.A4: "A4"}


def paper_name(paper: Paper) -> str:
    """Return the paper's usual name, the same in both languages."""
    return _PAPER_NAMES[paper]
