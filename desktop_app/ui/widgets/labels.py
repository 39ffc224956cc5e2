"""Labels. All of them show their text literally, whatever it holds."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.theme import ColourName, TextRole, Theme
from desktop_app.ui.widgets.paint import (
    LEFT,
    fitted,
    ink,
    line_height,
    lines,
    literal,
    start,
    text_width,
    wrap,
)


class PlainLabel(QLabel):
    """A QLabel that never guesses markup and takes its font and colour from the theme."""

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        role: TextRole = TextRole.BODY,
        colour: ColourName = "text",
        *,
        wrap: bool = False,
        align: Qt.AlignmentFlag = LEFT,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._role = role
        self._points = 0.0
        self._weight: QFont.Weight | None = None
        self._colour = colour
        self.setObjectName(name)
        self.setWordWrap(wrap)
        self.setAlignment(align)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._restyle()
        theme.changed.connect(self._restyle)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Show `words`."""
        if words != self.text():
            super().setText(words)
            self._measure_anew()

    def setWordWrap(self, on: bool) -> None:
        """Wrap the text into lines."""
        super().setWordWrap(on)
        self._measure_anew()

    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]
        """Leave room around the text."""
        super().setContentsMargins(left, top, right, bottom)
        self._measure_anew()

    def set_role(self, role: TextRole) -> None:
        """Change what the text is for."""
        if role is not self._role:
            self._role = role
            self._take_font()

    def set_points(self, points: float, weight: QFont.Weight | None = None) -> None:
        """Take a size and weight that no role has; 0 and None for those of the role."""
        if (points, weight) != (self._points, self._weight):
            self._points, self._weight = points, weight
            self._take_font()

    def set_colour(self, colour: ColourName) -> None:
        """Change the colour."""
        if colour != self._colour:
            self._colour = colour
            self._take_ink()

    def let_select(self) -> None:
        """Let the mouse select the text, and its menu copy it. The keyboard stays where it is."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A selection begins, and whatever the label stands on is chosen all the same."""
        super().mousePressEvent(event)
        event.ignore()

    def set_tip(self, words: str) -> None:
        """Show a tooltip, literally."""
        self.setToolTip(literal(words))

    def sizeHint(self) -> QSize:
        """Return the size of one line, or a comfortable width for a text that wraps."""
        if self._hint is None:
            self._hint = self._preferred()
        return QSize(self._hint)

    def _preferred(self) -> QSize:
        font = self.font()
        width = max(text_width(line, font) for line in self.text().splitlines() or [""])
        if self.wordWrap():
            width = min(width, 60 * self.fontMetrics().averageCharWidth())
        sides = self.contentsMargins().left() + self.contentsMargins().right()
        return QSize(width + sides, self.heightForWidth(width + sides))

    def minimumSizeHint(self) -> QSize:
        """The same; a text that wraps needs room for its longest word."""
        if self._least is None:
            self._least = self._room_for_a_word() if self.wordWrap() else self.sizeHint()
        return QSize(self._least)

    def _room_for_a_word(self) -> QSize:
        font, sides = self.font(), self.contentsMargins()
        longest = max((text_width(word, font) for word in self.text().split()), default=0)
        height = line_height(self.text(), font) + sides.top() + sides.bottom()
        return QSize(min(longest, 160) + sides.left() + sides.right(), height)

    def heightForWidth(self, width: int) -> int:
        """Height of the text in this width; layouts ask for the same one again and again."""
        height = self._heights.get(width)
        if height is None:
            sides = self.contentsMargins()
            rows = len(self._lines(width - sides.left() - sides.right()))
            height = rows * line_height(self.text(), self.font()) + sides.top() + sides.bottom()
            self._heights[width] = height
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, whose lines Qt would make too low for Devanagari; Qt draws a selection."""
        if self.hasSelectedText():
            super().paintEvent(event)
            return
        area = self.contentsRect()
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        painter = start(QPainter(self))
        font = self._drawn_font(area.width())
        lines(painter, area, self._lines(area.width()), font, ink, self.alignment())

    def stand_on(self, other: "PlainLabel") -> None:
        """Write on the line of another label beside it, in a row that both fill from top to end.

        To be said again when the text of one of the two changes.
        """
        lower = other.drop() - self.drop()
        self.setContentsMargins(0, max(0, 2 * lower), 0, max(0, -2 * lower))

    def drop(self) -> int:
        """Return how far below the label's middle the baseline of a single line is."""
        return self.fontMetrics().ascent() - line_height(self.text(), self.font()) // 2

    def ink(self) -> list[QRect]:
        """Return the rectangle of each line's letters."""
        area = self.contentsRect()
        font = self._drawn_font(area.width())
        return ink(area, self._lines(area.width()), font, self.alignment())

    def _drawn_font(self, width: int) -> QFont:
        return self.font()

    def _lines(self, width: int) -> list[str]:
        if self.wordWrap():
            return wrap(self.text(), self.font(), width)
        return self.text().splitlines() or [""]

    @Slot()
    def _restyle(self) -> None:
        self._take_font()
        self._take_ink()

    def _take_ink(self) -> None:
        self.setPalette(self._theme.ink(self._colour))

    def _take_font(self) -> None:
        self._measure_anew()
        if self._points:
            made = self._theme.sized_font(self._points, self._role.weight)
        else:
            made = self._theme.font(self._role)
        if self._weight is not None:
            made = QFont(made)
            made.setWeight(self._weight)
        self.setFont(made)

    def _measure_anew(self) -> None:
        """What was measured does not hold any more."""
        self._hint = self._least = None
        self._heights.clear()


class Figure(PlainLabel):
    """An amount: right-aligned, never wrapped, as wide as it needs.

    Where a page gives it less, it is drawn smaller: a cut amount would be a wrong amount.
    """

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        role: TextRole = TextRole.VALUE,
        colour: ColourName = "text",
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, role, colour, align=align, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)

    def _drawn_font(self, width: int) -> QFont:
        return fitted(self.text(), self.font(), width)


class IdLabel(PlainLabel):
    """An identifier: cut in the middle where room is short, whole in the tooltip."""

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        role: TextRole = TextRole.BODY,
        colour: ColourName = "text",
        *,
        align: Qt.AlignmentFlag = LEFT,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, role, colour, align=align, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.let_select()

    def setText(self, words: str) -> None:
        """Show `words`."""
        super().setText(words)
        self._refresh_tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A tooltip is only needed while something is cut."""
        super().resizeEvent(event)
        self._refresh_tip()

    def shown_text(self) -> str:
        """Return the text as drawn, shortened in the middle where it is too long."""
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, self.contentsRect().width()
        )

    def minimumSizeHint(self) -> QSize:
        """Room for about eight characters."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), self.fontMetrics().averageCharWidth() * 8), whole.height())

    def _lines(self, width: int) -> list[str]:
        return [self.shown_text()]

    def _refresh_tip(self) -> None:
        self.set_tip(self.text() if self.shown_text() != self.text() else "")
