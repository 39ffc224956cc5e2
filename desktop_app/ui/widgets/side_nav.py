"""The sections of a page, on its left, as in the settings."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.choice_button import ChoiceButton
from desktop_app.ui.widgets.icon import padded_icon

_ICON = QSize(27, 18)


class NavSection(ChoiceButton):
    """Opens one section; shows icon and words."""

    def __init__(self, theme: Theme, icon: str, words: str, name: str) -> None:
        self._icon = icon
        super().__init__(theme, words, 10, name=name)
        self.setIconSize(_ICON)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        theme = self._theme
        return QSize(theme.scaled(216), theme.scaled(34 if theme.compact else 46))

    def cut_text(self) -> str:
        """The words, if they have too little room."""
        return self._words if self.words_width() > self.width() - 47 else ""

    def _restyle(self) -> None:
        super()._restyle()
        drawn = self._theme.icon(self._icon, "text" if self.isChecked() else "text2", 18, self)
        self.setIcon(padded_icon(drawn, _ICON))


class SideNav(QWidget):
    """Exclusive sections; `chosen` carries the id that a person picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._sections: dict[str, NavSection] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def add(self, section: str, icon: str, words: str) -> None:
        """Add a section with the id `section`."""
        button = NavSection(self._theme, icon, words, f"{self.objectName()}.{section}")
        self._sections[section] = button
        self._group.addButton(button)
        self._column.insertWidget(self._column.count() - 1, button)
        button.clicked.connect(lambda: self.chosen.emit(section))

    def set_text(self, section: str, words: str) -> None:
        """Other words, e.g. after a change of language."""
        self._sections[section].setText(words)

    def select(self, section: str) -> None:
        """Mark a section without emitting `chosen`."""
        self._sections[section].setChecked(True)

    def current(self) -> str:
        """Id of the marked section, empty if none."""
        return next((name for name, at in self._sections.items() if at.isChecked()), "")
