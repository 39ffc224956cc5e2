"""Icons beside texts. What they say, the text beside them says, too."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.theme import ColourName, Theme


class Icon(QLabel):
    """Shows an icon in a token's colour."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        size: int = 20,
        colour: ColourName = "text2",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._size, self._colour = name, size, colour
        self.setFixedSize(size, size)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_icon(self, name: str, colour: ColourName | None = None) -> None:
        """Show another icon."""
        wanted = (name, colour or self._colour)
        if wanted != (self._icon, self._colour):
            self._icon, self._colour = wanted
            self._restyle()

    def set_size(self, size: int) -> None:
        """Draw it in another size."""
        if size == self._size:
            return
        self._size = size
        self.setFixedSize(size, size)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setPixmap(self._theme.icon(self._icon, self._colour, self._size, self))


def padded_icon(drawn: QPixmap, size: QSize) -> QIcon:
    """Return an icon of `size` that holds `drawn` at its left, and nothing beside it.

    A button of Qt leaves 4 px between icon and words, and no style sheet can change that. What is
    off has the colour that was given to it, not Qt's own grey.
    """
    ratio = drawn.devicePixelRatio()
    roomy = QPixmap(size * ratio)
    roomy.setDevicePixelRatio(ratio)
    roomy.fill(Qt.GlobalColor.transparent)
    painter = QPainter(roomy)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    made = QIcon(roomy)
    made.addPixmap(roomy, QIcon.Mode.Disabled)
    return made
