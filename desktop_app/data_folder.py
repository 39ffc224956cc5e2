"""The paths of the program's data: in this user's local folder, which no network profile moves."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_dir

from desktop_app.core.environment import Environment

_NAME = "Bhuktani"
_FILES = {
    Environment.LIVE: "payments.db",
    Environment.TEST: "test.db",
    Environment.PRACTICE: "practice.db",
}
_SETTINGS = "settings.json"
_LOGO = "logo.png"


def data_folder() -> Path:
    r"""The data folder, which need not exist yet; ``%LOCALAPPDATA%\Bhuktani`` on Windows."""
    return Path(user_data_dir(_NAME, appauthor=False, roaming=False))


def ledger_path(folder: Path, environment: Environment) -> Path:
    """The file of an environment's payments: own files, so that no sum mixes them (rule 10)."""
    return folder / _FILES[environment]


def settings_path(folder: Path) -> Path:
    """The file of the settings."""
    return folder / _SETTINGS


def logo_path(folder: Path) -> Path:
    """The shop's logo, if it has one: a copy, which the program has made small."""
    return folder / _LOGO
