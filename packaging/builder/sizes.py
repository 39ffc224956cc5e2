"""Measures the program's size on disk by component, and compares it with the budget."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from builder.tools import BuildFailed

if TYPE_CHECKING:
    from pathlib import Path

MAX_INSTALLER = 28_000_000
MAX_INSTALLED = 75_000_000
"""Bytes: a slow line has to carry the one, a small disk the other."""

_NAMES = (
    ("Bhuktani.exe", "Bhuktani and Python packages (compiled, in Bhuktani.exe)"),
    ("_internal/PySide6/", "Qt and PySide6"),
    ("_internal/shiboken6/", "Qt and PySide6"),
    ("_internal/resources/fonts/", "fonts"),
    ("_internal/resources/calendar/", "time zone, calendar"),
    ("_internal/resources/licences/", "licences and the list of parts"),
    ("_internal/resources/", "icons and translations"),
    ("_internal/desktop_app/", "migrations and practice customers"),
    ("_internal/libcrypto", "OpenSSL"),
    ("_internal/libssl", "OpenSSL"),
    ("_internal/sqlite3", "SQLite"),
    ("_internal/sqlalchemy/", "Python packages (machine code)"),
    ("_internal/msgspec/", "Python packages (machine code)"),
    ("_internal/markupsafe/", "Python packages (machine code)"),
    ("_internal/tzdata/", "time zone, calendar"),
)
_OTHERWISE = "Python"


def report(folder: Path, installer: Path) -> str:
    """A table of the program's folder and its installer.

    Raises:
        BuildFailed: one of them is larger than its budget.
    """
    sizes: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file():
            component = _component(path.relative_to(folder).as_posix())
            sizes[component] += path.stat().st_size
            files[component] += 1
    packed = installer.stat().st_size
    lines = [f"{'component':58} {'files':>5} {'MB':>7}"]
    lines += [f"{name:58} {files[name]:5} {_mb(size)}" for name, size in sizes.most_common()]
    lines += [
        f"{'installed, at most ' + _mb(MAX_INSTALLED).strip():58} {files.total():5} "
        f"{_mb(sizes.total())}",
        f"{'installer, at most ' + _mb(MAX_INSTALLER).strip():58} {1:5} {_mb(packed)}",
    ]
    table = "\n".join(lines)
    if sizes.total() > MAX_INSTALLED or packed > MAX_INSTALLER:
        raise BuildFailed(f"too large:\n{table}")
    return table


def _component(name: str) -> str:
    return next((named for start, named in _NAMES if name.startswith(start)), _OTHERWISE)


def _mb(size: int) -> str:
    return f"{size / 1e6:7.2f}"
