"""Makes the theme follow the settings and the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.settings import Language, Look
from desktop_app.ui.theme import TEXT_SCALES

if TYPE_CHECKING:
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.translation import Translations
    from desktop_app.ui.theme import Theme


class Appearance(QObject):
    """Sets language, text size, and light, dark or high contrast.

    The small sizes depend on the window, which sets them itself.
    """

    def __init__(
        self, theme: Theme, settings: Settings, translations: Translations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self._translations = translations
        self._theme.system.changed.connect(self.follow_system)
        self._theme.system.watch()

    def follow_settings(self, settings: Settings) -> None:
        """Take language, text size and look from the settings in force."""
        self._settings = settings
        self._translations.use(settings.language)
        self._theme.update(
            nepali=settings.language is Language.NEPALI,
            dark=self._wants_dark(),
            text_scale=TEXT_SCALES[settings.text_size],
        )

    def follow_system(self) -> None:
        """Take the colours of the system, where the settings leave them to it."""
        self._theme.update(dark=self._wants_dark(), contrast=self._theme.system.contrast)
        self._theme.follow_palette()

    def _wants_dark(self) -> bool:
        look = self._settings.look
        if look is Look.SYSTEM:
            return self._theme.system.dark
        return look is Look.DARK
