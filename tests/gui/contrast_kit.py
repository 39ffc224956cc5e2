"""Measures whether each text, and the ring of the focus, can be told from what is behind it.

The colour of a text is asked of the paint itself: Qt paints each widget once more as SVG, where a
text is still a text with its colour. What is behind it is taken from the window's picture.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.overlay import Overlay
from desktop_app.ui.widgets.ring import FocusRing, RingKind
from tests.gui.fit_kit import label_of, seen, settle
from tests.gui.test_theme import contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT, LARGE_TEXT, RING = 4.5, 3.0, 3.0
"""Least contrasts (WCAG 2.2, AA); colours of a picture are whole numbers, hence the slack."""
_SLACK = 0.05
_LARGE, _LARGE_BOLD, _BOLD = 24.0, 18.66, 700
_SVG = "{http://www.w3.org/2000/svg}"
_POINTS = 7


@dataclass(frozen=True, slots=True)
class _Text:
    words: str
    ink: QColor
    font: QFont
    at: QPoint
    """The beginning of its base line, in its widget."""

    @property
    def least(self) -> float:
        large = self.font.pixelSize() >= (_LARGE_BOLD if self.font.weight() >= _BOLD else _LARGE)
        return LARGE_TEXT if large else TEXT

    @property
    def box(self) -> QRect:
        """Where its letters are, with so much around them that most of it is what is behind."""
        size = self.font.pixelSize()
        width = round(QFontMetricsF(self.font).horizontalAdvance(self.words))
        return QRect(self.at.x() - 1, self.at.y() - size, width + 2, round(size * 1.35))


@dataclass(frozen=True, slots=True)
class Measured:
    """How many texts were measured, and each one with too little contrast, or the ring, in words.

    None measured would say that all is well.
    """

    texts: int
    faint: list[str]


class Painted:
    """The texts that widgets paint now, each widget asked once however many want to know."""

    def __init__(self) -> None:
        self._texts: dict[QWidget, list[_Text]] = {}

    def texts(self, widget: QWidget) -> list[_Text]:
        """All that a widget itself paints."""
        if widget not in self._texts:
            self._texts[widget] = list(_texts(widget))
        return self._texts[widget]

    def words(self, widget: QWidget) -> list[str]:
        """The same without colour and place."""
        return [text.words for text in self.texts(widget)]


def measure(window: QWidget, painted: Painted | None = None) -> Measured:
    """Compare each text that is seen, and the ring, with what is behind it."""
    settle(window)
    painted = painted or Painted()
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    overlays = [at for at in window.findChildren(Overlay) if at.isVisible()]
    found = []
    texts = 0
    for widget in seen(window):
        if overlays and not overlays[-1].isAncestorOf(widget):
            continue
        shares = _shares(painted.texts(widget), widget, window, picture)
        texts += len(shares)
        for (words, _), (share, least) in shares.items():
            if share < least - _SLACK:
                found.append(f"{label_of(widget)}: {words!r} {share:.2f} < {least}")
    found += _ring(window, picture)
    return Measured(texts, found)


def _shares(
    texts: list[_Text], widget: QWidget, window: QWidget, picture: QImage
) -> dict[tuple[str, object], tuple[float, float]]:
    """Contrast, and the least one, of each text at its place.

    What is selected in a field is painted twice there; one of the two is clipped away.
    """
    shares: dict[tuple[str, object], tuple[float, float]] = {}
    for text in texts:
        share = _contrast_of(text, widget, window, picture)
        if share is not None:
            place = (text.words, text.at.toTuple())
            shares[place] = max(shares.get(place, (0.0, 0.0)), (share, text.least))
    return shares


def _texts(widget: QWidget) -> Iterator[_Text]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setSize(widget.size())
    # Lengths are those of the screen.
    paper.setResolution(96)
    widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
    del paper
    buffer.close()
    drawn = bytes(data.data())
    if b"<text" not in drawn:
        return
    for group in ElementTree.fromstring(drawn).iter(f"{_SVG}g"):
        for text in group.findall(f"{_SVG}text"):
            words = (text.text or "").strip()
            if words:
                yield _read(words, text, group)


def _read(words: str, text: ElementTree.Element, group: ElementTree.Element) -> _Text:
    ink = QColor(text.get("fill", "#000000"))
    ink.setAlphaF(float(text.get("fill-opacity", "1")) * float(group.get("opacity", "1")))
    font = QFont()
    font.setFamilies((text.get("font-family") or "").split(","))
    font.setPixelSize(round(float(text.get("font-size", "16"))))
    font.setWeight(QFont.Weight(int(text.get("font-weight", "400"))))
    numbers = re.findall(r"-?[\d.]+", group.get("transform", "matrix(1,0,0,1,0,0)"))
    x, y = (float(text.get(name, "0")) + float(numbers[n]) for name, n in (("x", 4), ("y", 5)))
    return _Text(words, ink, font, QPoint(round(x), round(y)))


def _contrast_of(text: _Text, widget: QWidget, window: QWidget, picture: QImage) -> float | None:
    """None for a text that is scrolled away, or cut."""
    box = text.box.intersected(widget.visibleRegion().boundingRect())
    if box.width() < 2 or box.height() < text.font.pixelSize():
        return None
    box = QRect(widget.mapTo(window, box.topLeft()), box.size()).intersected(picture.rect())
    if box.isEmpty():
        return None
    behind = _ground(picture, box)
    return contrast(_mixed(text.ink, behind).name(), behind.name())


def _ground(picture: QImage, box: QRect) -> QColor:
    """The colour that is there most: letters are thin."""
    # Four bytes a pixel, so that no line has any more at its end; counted without Python. The part
    # has a name: its bytes live no longer than it.
    part = picture.copy(box)
    pixels = memoryview(part.constBits()).cast("I")
    return QColor(Counter(pixels).most_common(1)[0][0])


def _mixed(ink: QColor, behind: QColor) -> QColor:
    share = ink.alphaF()
    parts = zip(
        (ink.redF(), ink.greenF(), ink.blueF()),
        (behind.redF(), behind.greenF(), behind.blueF()),
        strict=True,
    )
    return QColor.fromRgbF(*(over * share + under * (1 - share) for over, under in parts))


def _ring(window: QWidget, picture: QImage) -> list[str]:
    ring = next((at for at in window.findChildren(FocusRing) if at.isVisible()), None)
    if ring is None or ring.control is None:
        return []
    box = QRect(ring.mapTo(window, QPoint(0, 0)), ring.size())
    # The stroke, and what lies beyond it; a field's own edge, and the field.
    line, beside = (1, -2) if ring.kind is not RingKind.FIELD else (6, 9)
    shares = [
        contrast(picture.pixelColor(one).name(), picture.pixelColor(other).name())
        for one, other in zip(_round(box, line), _round(box, beside), strict=True)
        if picture.valid(one) and picture.valid(other)
    ]
    share = median(shares)
    if share < RING:
        return [f"the ring of {label_of(ring.control)}: {share:.2f} < {RING}"]
    return []


def _round(box: QRect, inset: int) -> list[QPoint]:
    """Points of all sides of the box, smaller by `inset`; not of its corners."""
    inner = box.adjusted(inset, inset, -inset, -inset)
    points = []
    for number in range(1, _POINTS + 1):
        x = box.left() + box.width() * number // (_POINTS + 1)
        y = box.top() + box.height() * number // (_POINTS + 1)
        points += [QPoint(x, inner.top()), QPoint(x, inner.bottom())]
        points += [QPoint(inner.left(), y), QPoint(inner.right(), y)]
    return points
