"""The language of the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTranslator

from desktop_app.system.resources import resource

if TYPE_CHECKING:
    from desktop_app.core.settings import Language


class Translations:
    """Installs the words of one language at a time; English is in the source itself.

    English has a file too, which holds the plural forms alone.
    """

    def __init__(self) -> None:
        self._installed: QTranslator | None = None

    def use(self, language: Language) -> None:
        """Translate from now on; texts already on screen are made again by their owners."""
        self.remove()
        translator = load(language)
        if translator is not None:
            QCoreApplication.installTranslator(translator)
            self._installed = translator

    def remove(self) -> None:
        """Back to the source's own words."""
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None


def load(language: Language) -> QTranslator | None:
    """The words of a language, None if its file is missing."""
    translator = QTranslator()
    path = resource("translations", f"bhuktani_{language.value}.qm")
    return translator if translator.load(str(path)) else None
