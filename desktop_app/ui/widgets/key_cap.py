"""Key caps and hints that name a key."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.theme import ColourName, TextRole, Theme
from desktop_app.ui.widgets.labels import PlainLabel
from desktop_app.ui.widgets.paint import key_cap, key_cap_size, key_font, start


class KeyCap(QWidget):
    """A key, such as Enter; `solid` for a chosen digit, `large` for the page of keys."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        solid: bool = False,
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._solid = solid
        self._large = large
        self._ink: ColourName = "text2"
        self._edge: ColourName = "control"
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_text(self, words: str) -> None:
        """Name another key."""
        self._words = words
        self.setAccessibleName(words)
        self._restyle()

    def set_solid(self, solid: bool) -> None:
        """Fill it with the accent, as the digit of the selected row."""
        self._solid = solid
        self.update()

    def set_colours(self, ink: ColourName, edge: ColourName) -> None:
        """Other colours, e.g. on the rail."""
        self._ink, self._edge = ink, edge
        self.update()

    def sizeHint(self) -> QSize:
        """Size around the words."""
        if self._large:
            return key_cap_size(self._words, key_font(self._theme, 12.0), 7, 26)
        return key_cap_size(self._words, key_font(self._theme), 6, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        theme = self._theme
        painter = start(QPainter(self))
        font = key_font(theme, 12.0 if self._large else 10.0)
        if self._solid:
            ink, edge, fill = theme.colour("onaccent"), None, theme.colour("accent")
        else:
            ink, edge, fill = theme.colour(self._ink), theme.colour(self._edge), None
        key_cap(painter, self.rect(), self._words, font, ink, edge, fill)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class KeyHint(QWidget):
    """A key and what it does, for footers: [Esc] Cancel the look-up."""

    def __init__(
        self,
        theme: Theme,
        key: str,
        words: str,
        *,
        gap: int = 9,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._gap, self._folded = gap, False
        self._cap = KeyCap(theme, key)
        self._label = PlainLabel(theme, words, TextRole.LABEL, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        row.addWidget(self._cap)
        row.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{key} {words}")

    @property
    def folded(self) -> bool:
        """True if it takes no room now."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Take no room, as long as a footer has none."""
        if folded != self._folded:
            self._folded = folded
            self._cap.setVisible(not folded)
            self._label.setVisible(not folded)

    def is_wanted(self) -> bool:
        """True if its page shows it."""
        return not self.isHidden()

    def full_width(self) -> int:
        """Its width where there is room."""
        return self._cap.sizeHint().width() + self._gap + self._label.sizeHint().width()

    def set_text(self, words: str) -> None:
        """Say something else about the same key."""
        self._label.setText(words)
        self.setAccessibleName(f"{self._cap.accessibleName()} {words}")

    def set_key(self, key: str) -> None:
        """Name another key."""
        self._cap.set_text(key)
        self.setAccessibleName(f"{key} {self._label.text()}")
