"""Reads what the Windows installer has written to the registry."""

from __future__ import annotations

from desktop_app.core.settings import Language
from desktop_app.system import native

UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Bhuktani"
SETUP_LANGUAGE = "SetupLanguage"


def setup_language() -> Language:
    """The language in which a person installed the program; English where nobody did."""
    try:
        return Language(native.registry_text(UNINSTALL_KEY, SETUP_LANGUAGE))
    except ValueError:
        return Language.ENGLISH
