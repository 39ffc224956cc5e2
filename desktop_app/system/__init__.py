"""The operating system: calls (``native``), files, message box, taskbar."""

import sys

if sys.platform == "win32":
    from desktop_app.system import windows as native
else:
    from desktop_app.system import posix as native

__all__ = ["native"]
