"""Identifies the program to the Windows taskbar."""

from __future__ import annotations

from desktop_app.system import native

APP_ID = "Bhuktani.Counter"
"""The AppUserModelID. The installer gives its shortcuts the same, so that windows are grouped with
the icon that was pinned; it must never change, or icons that people pinned stop belonging to it.
"""


def name_program() -> None:
    """Give this process its name, before its first window."""
    native.set_app_id(APP_ID)
