"""A round amount that fills the cash field."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import SEMIBOLD, TextRole, Theme
from desktop_app.ui.widgets.box_button import PointedButton
from desktop_app.ui.widgets.box_label import BoxLabel
from desktop_app.ui.widgets.paint import text_width

_LAP = 4
"""Lines of one button are nearer to each other than those of a text."""


class _Amount(BoxLabel):
    def box_font(self) -> QFont:
        """Return a half bold font."""
        return self._theme.sized_font(13.0, SEMIBOLD)


class _Key(BoxLabel):
    def box_font(self) -> QFont:
        """Return a small font."""
        return self._theme.font(TextRole.HINT)


class QuickAmount(PointedButton):
    """The amount, and below it the key that takes it."""

    def __init__(
        self,
        theme: Theme,
        amount: str,
        hint: str,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._hint = hint
        self._amount: _Amount | None = None
        self._below: _Key | None = None
        super().__init__(theme, amount, theme.metrics.control_radius, name=name, parent=parent)
        self._amount, self._below = (
            _Amount(theme, amount, parent=self),
            _Key(theme, hint, parent=self),
        )
        for part in (self._amount, self._below):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def spoken(self) -> str:
        """Return amount and key."""
        return f"{self._words} {self._hint}"

    def set_hint(self, hint: str) -> None:
        """Show another line below the amount."""
        self._hint = hint
        self.setAccessibleName(self.spoken())
        self._restyle()

    @property
    def chosen(self) -> bool:
        """Return True if the cash field holds this amount."""
        return self.isChecked()

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the amount in the cash field."""
        self.setChecked(chosen)

    def sizeHint(self) -> QSize:
        """Room for both lines."""
        big, small = self._theme.font(TextRole.VALUE), self._theme.font(TextRole.HINT)
        width = max(text_width(self._words, big), text_width(self._hint, small)) + 16
        needed = QFontMetrics(big).height() + QFontMetrics(small).height() - 2
        return QSize(
            max(width, self._theme.scaled(88)), max(needed, 46 if self._theme.compact else 52)
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The amount stands above its key, both in the middle."""
        super().resizeEvent(event)
        self._place()

    def _restyle(self) -> None:
        super()._restyle()
        if self._amount is not None and self._below is not None:
            self._amount.set_text(self._words)
            self._below.set_text(self._hint)
            self._place()

    def _place(self) -> None:
        if self._amount is None or self._below is None:
            return
        step, small = (
            QFontMetrics(label.box_font()).height() for label in (self._amount, self._below)
        )
        top = (self.height() - step - small + _LAP) // 2
        self._amount.setGeometry(1, top, self.width() - 2, step)
        self._below.setGeometry(1, top + step - _LAP, self.width() - 2, small)
