"""The look that is in force: colours, sizes, language of the type."""

from functools import lru_cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.theme.assets import icon_pixmap
from desktop_app.ui.theme.colors import DARK, LIGHT, ColourName, Tokens
from desktop_app.ui.theme.contrast import high_contrast
from desktop_app.ui.theme.metrics import COMPACT, REGULAR, Metrics
from desktop_app.ui.theme.style import palette, stylesheet
from desktop_app.ui.theme.system import SystemLook
from desktop_app.ui.theme.typography import (
    LABEL_POINTS,
    NEPALI_LABEL_POINTS,
    REGULAR_WEIGHT,
    TextRole,
    font,
)


class Theme(QObject):
    """The theme in force, owned by the composition root and passed to every widget of the kit.

    `changed` is emitted once for each call of `update` that changes something; the widgets of the
    kit then take their colours, fonts and sizes again.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        dark: bool = False,
        compact: bool = False,
        nepali: bool = False,
        text_scale: float = 1.0,
        contrast: bool = False,
        system: SystemLook | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._dark = dark
        self._compact = compact
        self._nepali = nepali
        self._text_scale = text_scale
        self._contrast = contrast
        self.system = system or SystemLook()
        self._made: tuple[int, Tokens] | None = None
        self._shown: Tokens | None = None
        self._telling = False
        self._metrics = self._sized()

    def _sized(self) -> Metrics:
        return (COMPACT if self._compact else REGULAR).scaled(self._text_scale)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        if self._contrast:
            return self._of_system()
        return DARK if self._dark else LIGHT

    def _of_system(self) -> Tokens:
        now = QApplication.palette()
        if self._made is None or self._made[0] != now.cacheKey():
            self._made = (now.cacheKey(), high_contrast(now))
        return self._made[1]

    @property
    def metrics(self) -> Metrics:
        """The sizes in force."""
        return self._metrics

    def scaled(self, pixels: int) -> int:
        """Room that holds text: grown with the size of the text."""
        return round(pixels * self._text_scale)

    @property
    def dark(self) -> bool:
        """True while the dark colours are in force."""
        return self._dark

    @property
    def contrast(self) -> bool:
        """True if the system asks for high contrast: its own colours are used then."""
        return self._contrast

    @property
    def compact(self) -> bool:
        """True while the sizes for a small window are in force."""
        return self._compact

    @property
    def nepali(self) -> bool:
        """True while the screen is in Nepali, which needs taller lines."""
        return self._nepali

    @property
    def text_scale(self) -> float:
        """Return the size of the text, 1.0 being normal."""
        return self._text_scale

    def update(
        self,
        *,
        dark: bool | None = None,
        compact: bool | None = None,
        nepali: bool | None = None,
        text_scale: float | None = None,
        contrast: bool | None = None,
    ) -> None:
        """Change what is given; emits `changed` at most once."""
        before = (self._dark, self._compact, self._nepali, self._text_scale, self._contrast)
        self._dark = self._dark if dark is None else dark
        self._compact = self._compact if compact is None else compact
        self._nepali = self._nepali if nepali is None else nepali
        self._text_scale = self._text_scale if text_scale is None else text_scale
        self._contrast = self._contrast if contrast is None else contrast
        now = (self._dark, self._compact, self._nepali, self._text_scale, self._contrast)
        if before != now:
            self._metrics = self._sized()
            self._tell()

    def follow_palette(self) -> None:
        """The application's palette may be another: in high contrast all colours are the system's.

        A person may go from one high-contrast theme to another while the window is open.
        """
        if self._contrast and not self._telling and self.tokens != self._shown:
            self._tell()

    def _tell(self) -> None:
        self._telling = True
        try:
            self.changed.emit()
        finally:
            self._telling = False
        self._shown = self.tokens if self._contrast else None

    def colour(self, name: ColourName) -> QColor:
        """The colour called `name` in the theme in force."""
        return QColor(self.tokens.value(name))

    def ink(self, name: ColourName) -> QPalette:
        """A palette that gives the words of a label this colour, and leaves all else as it is.

        All that ask share it: whoever changes it makes a copy first.
        """
        return _ink(self.tokens.value(name))

    def font(self, role: TextRole) -> QFont:
        """The font for `role`, with the language, the window's size and the text size applied."""
        points = role.compact_points if self._compact else role.points
        if self._nepali and points == LABEL_POINTS:
            points = NEPALI_LABEL_POINTS
        return self.sized_font(points, role.weight, mono=role.mono)

    def sized_font(
        self, points: float, weight: QFont.Weight = REGULAR_WEIGHT, *, mono: bool = False
    ) -> QFont:
        """A font of a size that no role has."""
        return font(points * self._text_scale, weight, mono=mono)

    def icon(self, name: str, colour: ColourName | str, size: int, on: QWidget) -> QPixmap:
        """Return icon `name` in a token's colour (or "#RRGGBB"), sharp on the screen of `on`."""
        value = colour if colour.startswith("#") else str(getattr(self.tokens, colour))
        return icon_pixmap(name, value, size, on.devicePixelRatioF())

    def apply_to(self, application: QApplication) -> None:
        """Give the application the style, palette and font, now and at each change."""

        def apply() -> None:
            application.setFont(self.font(TextRole.BODY))
            application.setPalette(self._palette())

        application.setStyle("Fusion")
        apply()
        self.changed.connect(apply)

    def dress(self, target: QApplication | QWidget) -> None:
        """Give a window, or all of them, the style sheet, now and at each change.

        The program's window has it of its own: in an application with a style sheet Qt styles a
        widget anew each time that it moves into a layout, and a page moves through several.
        """
        styled: tuple[QPalette, str] | None = None
        if isinstance(target, QWidget):
            # Of a window that is not polished yet Qt keeps the rules of the first sheet for ever.
            target.ensurePolished()

        def apply() -> None:
            nonlocal styled
            colours = self._palette()
            sheet = stylesheet(self.tokens, contrast=self._contrast)
            # Qt styles every widget anew, also for the same sheet: the size of a window, which
            # changes most often, must not cost that.
            if (colours, sheet) != styled:
                styled = (colours, sheet)
                target.setStyleSheet(sheet)

        apply()
        self.changed.connect(apply)

    def _palette(self) -> QPalette:
        """Return the palette in force.

        In high contrast it has the colours that the person chose in Windows, in all that Qt draws,
        too; the tokens are made of them once the application has them.
        """
        return self.system.palette if self._contrast else palette(self.tokens)


@lru_cache(maxsize=64)
def _ink(value: str) -> QPalette:
    made = QPalette()
    made.setColor(QPalette.ColorRole.WindowText, QColor(value))
    return made
