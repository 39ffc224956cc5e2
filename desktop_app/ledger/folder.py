"""Where the program keeps its data: this user's local folder, which no network profile moves."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_dir

_NAME = "Bhuktani"
_PAYMENTS = "payments.db"
_PRACTICE = "practice.db"
_SETTINGS = "settings.json"


def data_folder() -> Path:
    r"""The data folder, which need not exist yet; ``%LOCALAPPDATA%\Bhuktani`` on Windows."""
    return Path(user_data_dir(_NAME, appauthor=False, roaming=False))


def ledger_path(folder: Path, practice: bool) -> Path:
    """The file of payments; practice has its own (rule 10)."""
    return folder / (_PRACTICE if practice else _PAYMENTS)


def settings_path(folder: Path) -> Path:
    """The file of the settings."""
    return folder / _SETTINGS
