"""A choice of few, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.choice_button import ChoiceButton
from desktop_app.ui.widgets.styled import set_style


class Segment(ChoiceButton):
    """Shows one choice; the style sheet rounds the outer corners of the first and the last."""

    def __init__(self, theme: Theme, words: str, name: str, points: float) -> None:
        super().__init__(theme, words, theme.metrics.control_radius, points, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the room for the bold word."""
        return QSize(self.words_width() + 37, 33)


class Segments(QWidget):
    """Offers a few values, also by arrow keys; `chosen` is emitted for people's choices only."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]],
        value: str = "",
        *,
        height: int = 42,
        points: Sequence[float] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are pairs of value and word; `points` gives each word its own size."""
        super().__init__(parent)
        self._theme = theme
        self._high = height
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (key, words) in enumerate(choices):
            size = points[number] if points else 12.0
            self._add(key, words, f"{name}.{key}", size)
        self._round_ends()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if value:
            self.set_value(value)

    def _round_ends(self) -> None:
        buttons = list(self._buttons.values())
        for button in buttons:
            first, last = button is buttons[0], button is buttons[-1]
            ends = "both" if first and last else "first" if first else "last" if last else "none"
            set_style(button, ends=ends)

    def value(self) -> str:
        """Return the chosen value, empty if none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without emitting `chosen`."""
        self._buttons[value].setChecked(True)

    def set_text(self, value: str, words: str) -> None:
        """Show another word for a value, e.g. after a change of language."""
        self._buttons[value].setText(words)

    def sizeHint(self) -> QSize:
        """Height as asked."""
        return QSize(super().sizeHint().width(), self._theme.scaled(self._high))

    def _add(self, key: str, words: str, name: str, points: float) -> None:
        button = Segment(self._theme, words, name, points)
        self._buttons[key] = button
        self._group.addButton(button)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)
        button.clicked.connect(lambda: self.chosen.emit(key))
