"""Who the program is to the Windows taskbar."""

from __future__ import annotations

import logging
import sys

log = logging.getLogger(__name__)

APP_ID = "Bhuktani.Counter"
"""The AppUserModelID. The installer gives its shortcuts the same, so that windows are grouped with
the icon that was pinned; it must never change, or icons that people pinned stop belonging to it.
"""

if sys.platform == "win32":

    def name_program() -> None:
        """Give this process its name, before its first window."""
        import ctypes

        result = ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)
        if result != 0:
            log.warning("no name for the taskbar: %#x", result & 0xFFFFFFFF)

else:

    def name_program() -> None:
        """Other systems know a program by its desktop file."""
