"""Systems that are dark, or ask for high contrast in their own colours."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme import SystemLook


def _high_contrast(
    ground: str, ink: str, chosen: str, on_chosen: str, off: str, link: str
) -> QPalette:
    """The palette that Qt makes of the colours of Windows."""
    made = QPalette()
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    grounds = (role.Window, role.Base, role.AlternateBase, role.Button, role.ToolTipBase)
    inks = (role.WindowText, role.Text, role.ButtonText, role.BrightText, role.ToolTipText)
    edges = (role.Light, role.Midlight, role.Mid, role.Dark, role.Shadow, role.PlaceholderText)
    for name in grounds:
        made.setColor(name, QColor(ground))
    for name in (*inks, *edges):
        made.setColor(name, QColor(ink))
    made.setColor(role.Highlight, QColor(chosen))
    made.setColor(role.Accent, QColor(chosen))
    made.setColor(role.HighlightedText, QColor(on_chosen))
    made.setColor(role.Link, QColor(link))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, name, QColor(off))
    return made


def black() -> QPalette:
    """Windows' "High Contrast Black"."""
    return _high_contrast("#000000", "#FFFFFF", "#1AEBFF", "#000000", "#3FF23F", "#FFFF00")


def white() -> QPalette:
    """Windows' "High Contrast White"."""
    return _high_contrast("#FFFFFF", "#000000", "#37006E", "#FFFFFF", "#600000", "#00009F")


class FakeSystemLook(SystemLook):
    """A system whose person chooses looks while the program runs."""

    def __init__(self, *, dark: bool = False, palette: QPalette | None = None) -> None:
        super().__init__()
        self._is_dark, self._of_contrast = dark, palette

    @property
    def dark(self) -> bool:
        """As chosen last."""
        return self._is_dark

    @property
    def contrast(self) -> bool:
        """True while there are colours of high contrast."""
        return self._of_contrast is not None

    @property
    def palette(self) -> QPalette:
        """The colours of high contrast."""
        return self._of_contrast or QPalette()

    def watch(self) -> None:
        """Nothing but ``choose`` changes it."""

    def choose(self, *, dark: bool = False, palette: QPalette | None = None) -> None:
        """Another look, as the system tells of it: the hint, then the colours to all windows."""
        others = self._of_contrast is not None and palette is not None
        self._is_dark, self._of_contrast = dark, palette
        if others and palette is not None:
            # Qt passes other colours on to the windows; the hint stays as it was.
            QApplication.setPalette(palette)
        else:
            self.changed.emit()
