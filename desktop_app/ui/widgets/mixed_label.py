"""A paragraph with bold, coloured or underlined parts, without any markup language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.theme import REGULAR_WEIGHT, SEMIBOLD, ColourName, TextRole, Theme
from desktop_app.ui.widgets.paint import line_height, start, unbroken


@dataclass(frozen=True, slots=True)
class Span:
    """Describes a part of a paragraph."""

    words: str
    strong: bool = False
    colour: ColourName | None = None
    underline: bool = False


class MixedLabel(QLabel):
    """Wraps like a label; `spans` are shown one after the other, literally."""

    def __init__(
        self,
        theme: Theme,
        spans: Sequence[Span] = (),
        role: TextRole = TextRole.BODY,
        colour: ColourName = "text",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._colour = colour
        self._spans: tuple[Span, ...] = ()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.set_spans(spans)

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Show other parts."""
        if self._spans == tuple(spans):
            return
        self._spans = tuple(spans)
        self.setText("".join(span.words for span in self._spans))
        self._restyle()

    def set_role(self, role: TextRole) -> None:
        """Change the size."""
        self._role = role
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the size of one line, or a comfortable width for a long text."""
        width = min(self._one_line(), 60 * QFontMetrics(self.font()).averageCharWidth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the widest word that is not a whole line by itself."""
        return QSize(min(self._one_line(), 120), line_height(self.text(), self.font()))

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped paragraph."""
        return self._measured(width).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paragraph: rich text of Qt has lines too low for the signs of Devanagari."""
        painter = start(QPainter(self))
        painter.setPen(self._theme.colour(self._colour))
        layout = self._layout(self.width())
        used = layout.lineCount() * line_height(self.text(), self.font())
        layout.draw(painter, QPointF(0, max(0, (self.height() - used) // 2)))

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._role))
        self.updateGeometry()
        self.update()

    def _one_line(self) -> int:
        return self._measured(1_000_000).width()

    def _measured(self, width: int) -> QSize:
        return _size(self._spans, self.font(), width)

    def _layout(self, width: int) -> QTextLayout:
        return span_layout(self._theme, self._spans, self.font(), self._colour, width)


def span_layout(
    theme: Theme, spans: Sequence[Span], font: QFont, colour: ColourName, width: int
) -> QTextLayout:
    """Lay spans out in lines of this width."""
    inks = [theme.colour(span.colour or colour) for span in spans]
    return _lay_out(spans, font, width, inks)


@lru_cache(maxsize=512)
def _size(spans: tuple[Span, ...], font: QFont, width: int) -> QSize:
    """The size of a paragraph: a list of cards asks for each again and again, and all of its cards
    say the same in some.
    """
    layout = _lay_out(spans, font, width, [None] * len(spans))
    words = "".join(span.words for span in spans)
    height = max(1, layout.lineCount()) * line_height(words, font)
    return QSize(round(layout.boundingRect().width() + 1.5), height)


def _lay_out(
    spans: Sequence[Span], font: QFont, width: int, inks: Sequence[QColor | None]
) -> QTextLayout:
    """What is only measured has no ink."""
    words = "".join(span.words for span in spans)
    layout = QTextLayout(unbroken(words), font)
    layout.setFormats(_formats(spans, font.weight(), inks))
    option = layout.textOption()
    option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step, top = line_height(words, font), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top))
        top += step
    layout.endLayout()
    return layout


def _formats(
    spans: Sequence[Span], base: int, inks: Sequence[QColor | None]
) -> list[QTextLayout.FormatRange]:
    formats: list[QTextLayout.FormatRange] = []
    at = 0
    for span, ink in zip(spans, inks, strict=True):
        # Qt counts UTF-16 units, Python counts characters.
        length = len(span.words.encode("utf-16-le")) // 2
        look = QTextCharFormat()
        if ink is not None:
            look.setForeground(ink)
        weight = max(base, SEMIBOLD) if span.strong else max(base, REGULAR_WEIGHT)
        look.setFontWeight(QFont.Weight(weight))
        look.setFontUnderline(span.underline)
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = at, length, look
        formats.append(part)
        at += length
    return formats
