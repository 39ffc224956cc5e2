"""Switch, check box and the dot of a radio choice."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import ColourName, TextRole, Theme
from desktop_app.ui.widgets.paint import LEFT, rounded, start, text, text_width
from desktop_app.ui.widgets.painted_button import PaintedButton


class Toggle(PaintedButton):
    """A switch; `toggled(bool)` as every QAbstractButton. `words` are for screen readers."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        on: bool = False,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, 13, name=name, parent=parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Size of the design."""
        return QSize(48, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the switch."""
        theme = self._theme
        painter = start(QPainter(self))
        on = self.isChecked()
        track: ColourName = "accent" if on else "control"
        if not self.isEnabled():
            track = "border"
        box = QRectF(0, (self.height() - 26) / 2, 48, 26)
        rounded(painter, box, 13, theme.colour(track))
        knob = QRectF(box.left() + (25 if on else 3), box.top() + 3, 20, 20)
        hole = theme.contrast and not on
        rounded(painter, knob, 10, theme.colour("surface" if hole else "onsolid"))


class CheckBox(PaintedButton):
    """A box to tick, with its words; `toggled(bool)` as every QAbstractButton."""

    def __init__(
        self, theme: Theme, words: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, 7, name=name, parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Box and words."""
        width = text_width(self._words, self._theme.font(TextRole.STRONG))
        return QSize(26 + (10 + width if width else 0), self._theme.scaled(30))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box and words."""
        theme = self._theme
        painter = start(QPainter(self))
        box = QRect(0, (self.height() - 26) // 2, 26, 26)
        enabled = self.isEnabled()
        if self.isChecked():
            rounded(painter, box, 6, theme.colour("accent" if enabled else "control"))
            icon = theme.icon("check", "onaccent", 18, self)
            painter.drawPixmap(box.left() + 4, box.top() + 4, icon)
        else:
            fill = theme.colour("surface" if enabled else "subtle")
            rounded(painter, box, 6, fill, theme.colour("control" if enabled else "border"), 2)
        ink = theme.colour("text" if enabled else "text3")
        where = self.rect().adjusted(36, 0, 0, 0)
        text(painter, where, self._words, theme.font(TextRole.STRONG), ink, LEFT)


def paint_radio(painter: QPainter, theme: Theme, box: QRect, chosen: bool) -> None:
    """The dot of a radio choice, 22 px."""
    edge = theme.colour("accent" if chosen else "control")
    rounded(painter, box, box.width() / 2, theme.colour("surface"), edge, 2)
    if chosen:
        inset = round(box.width() * 0.23)
        inner = box.adjusted(inset, inset, -inset, -inset)
        rounded(painter, inner, inner.width() / 2, theme.colour("accent"))


class RadioMark(QWidget):
    """The dot alone, inside a card that is the button."""

    def __init__(
        self, theme: Theme, chosen: bool = False, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen = chosen
        self.setFixedSize(22, 22)
        theme.changed.connect(self.update)

    def set_chosen(self, chosen: bool) -> None:
        """Fill the dot."""
        self._chosen = chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot."""
        paint_radio(start(QPainter(self)), self._theme, self.rect(), self._chosen)
