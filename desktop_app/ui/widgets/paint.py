"""Drawing that several widgets share. Plain text only: nothing here interprets markup."""

import html
import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout

from desktop_app.ui.theme import SEMIBOLD, Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_AMOUNT = re.compile(r"((?:Rs\.|रु\.)(?= [\d−])|\d(?= [AP]M\b)) ")
"""What stands before a space at which no line may end: a currency before its figure, an hour."""
_FONTS = 64
_LINES = 2048
"""How many are remembered of a font: a list of 200 payments has more than a thousand."""
_PARAGRAPHS = 256


def start(painter: QPainter) -> QPainter:
    """Switch on smooth edges and text."""
    painter.setRenderHints(_SMOOTH, True)
    return painter


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle whose edge lies wholly inside `rect`."""
    box = QRectF(rect)
    if edge is not None:
        half = width / 2
        box = box.adjusted(half, half, -half, -half)
        radius = max(0.0, radius - half)
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, width))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawRoundedRect(box, radius, radius)


def text(
    painter: QPainter,
    rect: QRect | QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw one line of text inside `rect`, as plain text, never clipped above or below."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QRectF(rect), _flags(align), words)


# Combining Qt's flags takes Python longer than drawing a word, and there are hundreds in a page.


@cache
def _flags(align: Qt.AlignmentFlag) -> int:
    return align.value | Qt.TextFlag.TextSingleLine.value | Qt.TextFlag.TextDontClip.value


@cache
def _at_top(align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    return align & Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignTop


@cache
def _share_above(align: Qt.AlignmentFlag) -> float:
    """How much of the spare height is above the lines."""
    if align & Qt.AlignmentFlag.AlignBottom:
        return 1.0
    return 0.0 if align & Qt.AlignmentFlag.AlignTop else 0.5


# Layouts ask for the same line again and again. What is remembered stands by its font: Python takes
# longer to make a pair of both, and each pair would keep a font of its own.


@lru_cache(maxsize=_FONTS)
def _metrics(font: QFont) -> QFontMetrics:
    return QFontMetrics(font)


@lru_cache(maxsize=_FONTS)
def _widths(font: QFont) -> Callable[[str], int]:
    metrics = _metrics(font)
    return lru_cache(maxsize=_LINES)(lambda words: metrics.horizontalAdvance(words) + 1)


def text_width(words: str, font: QFont) -> int:
    """Width of one line, rounded up."""
    return _widths(font)(words) if words else 0


def shortened(words: str, font: QFont, width: int) -> str:
    """Shorten a name to `width`, keeping its last word whole: similar names differ at the end.

    An id of one word keeps its beginning and its end.
    """
    if text_width(words, font) <= width:
        return words
    metrics = _metrics(font)
    head, blank, last = words.rpartition(" ")
    left = width - text_width(f" {last}", font)
    if not blank or left < width // 3:
        return metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, width)
    return f"{metrics.elidedText(head, Qt.TextElideMode.ElideRight, left)} {last}"


def fitted(words: str, font: QFont, width: int, least: int = 10) -> QFont:
    """`font`, smaller where `words` would not fit into `width`, but not below `least` pixels."""
    made = QFont(font)
    while made.pixelSize() > least and text_width(words, made) > width:
        # Another one each time: what was measured is remembered by the font that it was asked of.
        made = QFont(made)
        made.setPixelSize(made.pixelSize() - 1)
    return made


def line_height(words: str, font: QFont) -> int:
    """Height of one line of `words`: 1.5 times the size where it holds Devanagari.

    Qt measures by the first family alone, whose lines are too low for stacked letters and the
    signs below them.
    """
    natural = _metrics(font).height()
    if _DEVANAGARI.search(words):
        return max(natural, ceil(font.pixelSize() * 1.5))
    return natural


def unbroken(words: str) -> str:
    """The same text, of the same length, whose lines never end between "Rs." and its figure."""
    return _AMOUNT.sub("\\1\u00a0", words)


def wrap(words: str, font: QFont, width: int) -> list[str]:
    """`words` broken into lines not wider than `width`, inside a word only if it is too long."""
    return list(_wrapped(font)(words, width))


@lru_cache(maxsize=_FONTS)
def _wrapped(font: QFont) -> Callable[[str, int], tuple[str, ...]]:
    return lru_cache(maxsize=_PARAGRAPHS)(partial(_broken, font))


def _broken(font: QFont, words: str, width: int) -> tuple[str, ...]:
    rows: list[str] = []
    for paragraph in words.splitlines():
        if not paragraph:
            rows.append("")
            continue
        layout = QTextLayout(unbroken(paragraph), font)
        option = layout.textOption()
        option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        # Qt counts UTF-16 units, Python counts characters.
        units = layout.text().encode("utf-16-le")
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            begin, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
            rows.append(units[begin:end].decode("utf-16-le", "replace").strip())
        layout.endLayout()
    return tuple(rows) or ("",)


def lines(
    painter: QPainter,
    rect: QRect,
    words: list[str],
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Several lines, placed in the height of `rect` as `align` says, by default in its middle."""
    across = _at_top(align)
    for line, row in _rows(rect, words, font, align):
        text(painter, row, line, font, colour, across)


def ink(rect: QRect, words: list[str], font: QFont, align: Qt.AlignmentFlag = LEFT) -> list[QRect]:
    """Return the rectangle of the letters of each line as ``lines`` draws them."""
    found = []
    metrics = _metrics(font)
    for line, row in _rows(rect, words, font, align):
        letters = _letters(line, font)
        left = row.left()
        if align & Qt.AlignmentFlag.AlignRight:
            left = row.right() - metrics.horizontalAdvance(line)
        elif align & Qt.AlignmentFlag.AlignHCenter:
            left = row.center().x() - metrics.horizontalAdvance(line) / 2
        found.append(letters.translated(round(left), round(row.top()) + metrics.ascent()))
    return found


@lru_cache(maxsize=256)
def _letters(line: str, font: QFont) -> QRect:
    """The rectangle of a line's letters about the beginning of its base line."""
    outline = QPainterPath()
    outline.addText(0, 0, font, line)
    return outline.boundingRect().toAlignedRect()


def _rows(
    rect: QRect, words: list[str], font: QFont, align: Qt.AlignmentFlag
) -> list[tuple[str, QRectF]]:
    step = line_height("".join(words), font)
    spare = rect.height() - step * len(words)
    top = rect.top() + spare * _share_above(align)
    # What is added to a line for Devanagari goes below it, where its signs need it.
    natural = _metrics(font).height()
    return [
        (line, QRectF(rect.left(), round(top) + number * step, rect.width(), natural))
        for number, line in enumerate(words)
    ]


def key_font(theme: Theme, points: float = 10.0) -> QFont:
    """Return the font of key caps."""
    return theme.sized_font(points, SEMIBOLD)


def key_cap_size(words: str, font: QFont, padding: int, height: int) -> QSize:
    """Size of a key cap around `words`."""
    width = text_width(words, font) + 2 * padding
    return QSize(max(width, height), max(height, _metrics(font).height() + 2))


def key_cap(
    painter: QPainter,
    rect: QRect,
    words: str,
    font: QFont,
    ink: QColor,
    edge: QColor | None,
    fill: QColor | None = None,
    radius: int = 5,
) -> None:
    """A key cap: outlined, or solid where `edge` is None."""
    rounded(painter, rect, radius, fill, edge)
    text(painter, rect, words, font, ink, CENTRE)


def literal(words: str) -> str:
    """`words` in a form that a tooltip shows literally.

    Qt guesses markup in tooltips and has no plain mode; its guess needs a "<", so words with one
    are escaped and declared as rich text.
    """
    if "<" not in words:
        return words
    return f"<qt>{html.escape(words)}</qt>".replace("\n", "<br>")
