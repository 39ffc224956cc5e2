"""The words for the environments; the first paint needs no others."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.environment import Environment
from desktop_app.ui.texts.tr_noop import QT_TRANSLATE_NOOP

_ENVIRONMENTS = {
    Environment.LIVE: QT_TRANSLATE_NOOP("Label", "LIVE"),
    Environment.TEST: QT_TRANSLATE_NOOP("Label", "TEST"),
    Environment.PRACTICE: QT_TRANSLATE_NOOP("Label", "PRACTICE"),
}


def environment_word(environment: Environment) -> str:
    """Return LIVE, TEST or PRACTICE."""
    return QCoreApplication.translate("Label", _ENVIRONMENTS[environment])


def act_there_text(environment: Environment) -> str:
    """Say where that is done which cannot be done while another environment is in force."""
    words = QCoreApplication.translate(
        "Environment", "To act on it, choose {environment} in Settings."
    )
    return words.format(environment=environment_word(environment))
