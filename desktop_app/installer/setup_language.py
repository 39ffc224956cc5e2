"""Reads what the Windows installer has written to the registry."""

from __future__ import annotations

import sys

from desktop_app.core.settings import Language

UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Bhuktani"
SETUP_LANGUAGE = "SetupLanguage"


def setup_language() -> Language:
    """The language in which a person installed the program; English where nobody did."""
    try:
        return Language(_registered(SETUP_LANGUAGE))
    except ValueError:
        return Language.ENGLISH


if sys.platform == "win32":
    import winreg

    def _registered(name: str) -> str:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, UNINSTALL_KEY) as key:
                return str(winreg.QueryValueEx(key, name)[0])
        except OSError:
            return ""

else:

    def _registered(name: str) -> str:
        return ""
