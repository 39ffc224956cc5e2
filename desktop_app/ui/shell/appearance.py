"""Makes the theme follow the settings and the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.settings import Look
from desktop_app.ui.theme import TEXT_SCALES

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.translation import Translations


class Appearance(QObject):
    """Sets language, text size, and light, dark or high contrast.

    The small sizes depend on the window, which sets them itself.
    """

    def __init__(self, context: AppContext, translations: Translations, parent: QObject) -> None:
        super().__init__(parent)
        self._session = context.session
        self._theme = context.theme
        self._translations = translations
        self._theme.system.changed.connect(self.follow_system)
        self._theme.system.watch()

    def follow_settings(self) -> None:
        """Take language, text size and look from the settings."""
        session = self._session
        self._translations.use(session.settings.language)
        self._theme.update(
            nepali=session.nepali,
            dark=self._wants_dark(),
            text_scale=TEXT_SCALES[session.settings.text_size],
        )

    def follow_system(self) -> None:
        """Take the colours of the system, where the settings leave them to it."""
        self._theme.update(dark=self._wants_dark(), contrast=self._theme.system.contrast)
        self._theme.follow_palette()

    def _wants_dark(self) -> bool:
        look = self._session.settings.look
        if look is Look.SYSTEM:
            return self._theme.system.dark
        return look is Look.DARK
