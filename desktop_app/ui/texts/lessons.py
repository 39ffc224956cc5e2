"""Texts of the lessons of practice customers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.lessons import Lesson
from desktop_app.ui.texts.tr_noop import QT_TRANSLATE_NOOP

_TITLES = {
    Lesson.PAYS: QT_TRANSLATE_NOOP("Lesson", "Is paid at once"),
    Lesson.WAITS: QT_TRANSLATE_NOOP("Lesson", "Waits, then is paid"),
    Lesson.NOT_PAID: QT_TRANSLATE_NOOP("Lesson", "Not paid: give cash back"),
    Lesson.SLOW: QT_TRANSLATE_NOOP("Lesson", "The look-up is slow"),
    Lesson.BILLS: QT_TRANSLATE_NOOP("Lesson", "Has four bills"),
    Lesson.NOBODY: QT_TRANSLATE_NOOP("Lesson", "Nobody has this name"),
    Lesson.PRICE_CHANGES: QT_TRANSLATE_NOOP("Lesson", "Not paid: the price has changed"),
}
_NEXT = {
    Lesson.PAYS: QT_TRANSLATE_NOOP("Lesson", "Begin with a payment that is paid at once."),
    Lesson.WAITS: QT_TRANSLATE_NOOP("Lesson", "Next: try a payment that waits."),
    Lesson.NOT_PAID: QT_TRANSLATE_NOOP("Lesson", "Next: try a payment that is not made."),
    Lesson.SLOW: QT_TRANSLATE_NOOP("Lesson", "Next: try a slow look-up."),
    Lesson.BILLS: QT_TRANSLATE_NOOP("Lesson", "Next: try a customer with four bills."),
    Lesson.NOBODY: QT_TRANSLATE_NOOP("Lesson", "Next: look up a name that nobody has."),
    Lesson.PRICE_CHANGES: QT_TRANSLATE_NOOP("Lesson", "Next: try a price that has changed."),
}


def lesson_title(lesson: Lesson) -> str:
    """Names what happens with this customer."""
    return QCoreApplication.translate("Lesson", _TITLES[lesson])


def next_lesson_text(lesson: Lesson | None) -> str:
    """Proposes a lesson, or says that all were tried (``None``)."""
    if lesson is None:
        return QCoreApplication.translate("Lesson", "You have tried them all.")
    return QCoreApplication.translate("Lesson", _NEXT[lesson])
