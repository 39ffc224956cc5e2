"""A word in a box that the style sheet draws: chips, badges, key caps, monograms."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.paint import CENTRE, text_width


class BoxLabel(QLabel):
    """Shows a few words literally; a screen reader reads them as text."""

    def __init__(
        self, theme: Theme, words: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(CENTRE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.setText(words)
        self._restyle()

    def set_text(self, words: str) -> None:
        """Show other words."""
        self.setText(words)
        self.updateGeometry()

    def box_font(self) -> QFont:
        """The font of the words."""
        return self._theme.sized_font(10.0)

    def sizeHint(self) -> QSize:
        """The words and the room around them."""
        return QSize(text_width(self.text(), self.box_font()), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self.box_font())
        self.updateGeometry()
        self.update()
