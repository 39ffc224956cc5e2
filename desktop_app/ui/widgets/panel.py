"""Panels and lines."""

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.styled import set_style


class Surface(QWidget):
    """A ground that the style sheet draws. Its edge takes no room from what is laid out in it."""

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class PanelLook(Enum):
    """Fill and edge, as rules of the style sheet name them."""

    PLAIN = "plain"
    SUBTLE = "subtle"
    SELECTED = "selected"
    INFO = "info"
    CAUTION = "caution"
    STRONG = "strong"
    PAID = "paid"
    WAITING = "waiting"
    NOT_PAID = "not_paid"


class Panel(Surface):
    """A rounded surface; put a layout in it, with margins of your own."""

    def __init__(
        self,
        theme: Theme,
        look: PanelLook = PanelLook.PLAIN,
        *,
        radius: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._look = look
        set_style(self, look=look.value, corner=str(radius or theme.metrics.panel_radius))

    @property
    def look(self) -> PanelLook:
        """Fill and edge."""
        return self._look

    def set_look(self, look: PanelLook) -> None:
        """Change fill and edge."""
        self._look = look
        set_style(self, look=look.value)


class Line(Surface):
    """Separates by a thin line."""

    def __init__(
        self,
        theme: Theme,
        *,
        vertical: bool = False,
        thick: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._thick = thick
        free, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed if vertical else free, free if vertical else fixed)

    def sizeHint(self) -> QSize:
        """Return the thickness, both ways; the size policy lets it grow along its length."""
        return QSize(self._thick, self._thick)

    def set_marked(self, marked: bool) -> None:
        """Take the colour of what is done."""
        set_style(self, marked="yes" if marked else "no")
