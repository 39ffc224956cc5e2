"""The band that says how a payment ended, and the panel below it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import ColourName, TextRole, Theme
from desktop_app.ui.widgets.chip import Tone
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.labels import Figure, PlainLabel
from desktop_app.ui.widgets.panel import Panel, PanelLook, Surface
from desktop_app.ui.widgets.styled import set_style

_LOOK = {
    Tone.PAID: PanelLook.PAID,
    Tone.WAITING: PanelLook.WAITING,
    Tone.NOT_PAID: PanelLook.NOT_PAID,
    Tone.CASH_RETURNED: PanelLook.NOT_PAID,
    Tone.ASK_SUPPORT: PanelLook.WAITING,
}


class _Word(Figure):
    """The big word; drawn smaller where its room is short."""

    def __init__(self, theme: Theme) -> None:
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        super().__init__(theme, "", TextRole.RESULT, align=top)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one line's height, less the empty room below Latin letters."""
        return QSize(super().sizeHint().width(), self.heightForWidth(0))

    def heightForWidth(self, width: int) -> int:
        """Return the same."""
        whole = QFontMetrics(self.font()).height()
        return whole if self._theme.nepali else whole - round(whole * 0.1)

    def minimumSizeHint(self) -> QSize:
        """Return a small width: the letters shrink to fit it."""
        return QSize(min(120, self.sizeHint().width()), self.heightForWidth(0))


class ResultHeader(Surface):
    """Icon, the big word, one line below it; green, amber or red.

    `small` is the size of the components page and of lists. With `joined` only the upper corners
    are round, because a panel goes on below.
    """

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        word: str,
        line: str = "",
        *,
        small: bool = False,
        joined: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._small = small
        self._low = False
        set_style(self, joined="yes" if joined else "no")
        self._icon = Icon(theme, tone.icon, 60)
        self.word = _Word(theme)
        self.line = PlainLabel(theme, "", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.word)
        words.addWidget(self.line)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)
        self.set_result(tone, word, line)
        self._restyle()

    def set_result(self, tone: Tone, word: str, line: str = "") -> None:
        """Show a result."""
        set_style(self, tone=tone.name.lower())
        ink: ColourName = "waiton" if tone in (Tone.WAITING, Tone.ASK_SUPPORT) else "onsolid"
        self._icon.set_icon(tone.icon, ink)
        self.word.set_colour(ink)
        self.line.set_colour(ink)
        self.word.setText(word)
        self.line.setText(line)
        self.line.setVisible(bool(line))

    def set_low(self, low: bool) -> None:
        """Take the height of a small window where the page needs the room."""
        if low != self._low:
            self._low = low
            self._restyle()

    def _is_low(self) -> bool:
        return self._small or self._low or self._theme.compact

    def _restyle(self) -> None:
        icon, margin, gap = (36, 17, 15) if self._small else (60, 30, 24)
        if self._is_low() and not self._small:
            icon, margin, gap = 44, 21, 17
        self._icon.set_size(icon)
        self._row.setContentsMargins(margin, 3, 16, 3)
        self._row.setSpacing(gap)
        low = self._low and not self._theme.compact
        self.word.set_points(17.5 if self._small else TextRole.RESULT.compact_points if low else 0)
        self.line.set_points(self._line_points())
        least = 60 if self._low and self._theme.compact else 70 if self._is_low() else 116
        self.setMinimumHeight(self._theme.scaled(least))

    def _line_points(self) -> float:
        if self._small:
            return 12.0 if self._theme.nepali else 11.5
        return 12.0 if self._is_low() else 14.0


class ResultPanel(Panel):
    """Shows a ResultHeader on top; put the rest into `body`."""

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        word: str,
        line: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _LOOK[tone], name=name, parent=parent)
        self._low = False
        self.header = ResultHeader(theme, tone, word, line, joined=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        column.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addLayout(self.body, 1)
        theme.changed.connect(self._margins)
        self._margins()

    def set_result(self, tone: Tone, word: str, line: str = "") -> None:
        """Show another result in place."""
        self.set_look(_LOOK[tone])
        self.header.set_result(tone, word, line)

    def set_low(self, low: bool) -> None:
        """Leave as much of the height to the body as can be."""
        self._low = low
        self.header.set_low(low)
        self._margins()

    def _margins(self) -> None:
        small = self._theme.compact or self._low
        side = 20 if self._theme.compact else 28
        top, bottom = (4, 3) if self._low else (8 if small else 16, 12)
        self.body.setContentsMargins(side, top, side, bottom)
