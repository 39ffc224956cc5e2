"""The computer's own programs for the files that Bhuktani saved, and for links."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Protocol


class FileOpener(Protocol):
    """The computer's programs for files. Any of them may take seconds: call it on a worker."""

    def open(self, path: Path) -> bool:
        """Open the file in the program that is set for its kind; False if there is none."""

    def show_in_folder(self, path: Path) -> bool:
        """Open its folder, with the file chosen where the file manager can do that."""

    def open_link(self, url: str) -> bool:
        """Open an address in the program that is set for it; False if there is none."""


class SystemFiles:
    """The programs that this computer has."""

    def open_link(self, url: str) -> bool:
        """Open an address in the browser."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        # As it is: Qt would decode what the text has encoded.
        address = QUrl.fromEncoded(url.encode())
        return QDesktopServices.openUrl(address)

    def open(self, path: Path) -> bool:
        """Open the file in the program that is set for its kind."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show_in_folder(self, path: Path) -> bool:
        """Open its folder; on Windows with the file chosen."""
        from PySide6.QtCore import QProcess, QUrl
        from PySide6.QtGui import QDesktopServices

        if sys.platform == "win32" and path.exists():
            explorer = QProcess()
            explorer.setProgram(
                str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "explorer.exe")
            )
            # One argument in this very form: quotes around the whole of it would hide /select.
            explorer.setNativeArguments(f'/select,"{path}"')
            return explorer.startDetached()[0]
        return path.parent.exists() and QDesktopServices.openUrl(
            QUrl.fromLocalFile(str(path.parent))
        )
