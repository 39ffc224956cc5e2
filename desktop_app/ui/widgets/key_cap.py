"""Key caps and hints that name a key."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets.box_label import BoxLabel
from desktop_app.ui.widgets.labels import PlainLabel
from desktop_app.ui.widgets.paint import key_cap_size, key_font
from desktop_app.ui.widgets.styled import set_style


class KeyCap(BoxLabel):
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
        self._large = large
        super().__init__(theme, words, name=name, parent=parent)
        self.set_solid(solid)

    def set_solid(self, solid: bool) -> None:
        """Fill it with the accent, as the digit of the selected row."""
        set_style(self, solid="yes" if solid else "no")

    def box_font(self) -> QFont:
        """Return the font of key caps."""
        return key_font(self._theme, 12.0 if self._large else 10.0)

    def sizeHint(self) -> QSize:
        """Return the size around the words."""
        padding, height = (7, 26) if self._large else (6, 20)
        return key_cap_size(self.text(), self.box_font(), padding, height)


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
        self.setAccessibleName(f"{self._cap.text()} {words}")

    def set_key(self, key: str) -> None:
        """Name another key."""
        self._cap.set_text(key)
        self.setAccessibleName(f"{key} {self._label.text()}")
