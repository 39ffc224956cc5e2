"""A round amount that fills the cash field."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import SEMIBOLD, TextRole, Theme
from desktop_app.ui.widgets.paint import CENTRE, rounded, start, text, text_width
from desktop_app.ui.widgets.painted_button import PointedButton


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
        super().__init__(theme, amount, theme.metrics.control_radius, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def spoken(self) -> str:
        """Amount and key."""
        return f"{self._words} {self._hint}"

    def set_hint(self, hint: str) -> None:
        """The line below the amount."""
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
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        theme = self._theme
        painter = start(QPainter(self))
        radius = theme.metrics.control_radius
        lit = self.isDown() or self.underMouse()
        if not self.isEnabled():
            rounded(painter, self.rect(), radius, theme.colour("subtle"), theme.colour("border"))
        elif self.isChecked():
            rounded(
                painter, self.rect(), radius, theme.colour("accentsoft"), theme.colour("accent")
            )
        else:
            fill = theme.colour("subtle" if lit else "surface")
            rounded(painter, self.rect(), radius, fill, theme.colour("control"))
        big = theme.sized_font(13.0, SEMIBOLD)
        small = theme.font(TextRole.HINT)
        step, small_step = QFontMetrics(big).height(), QFontMetrics(small).height()
        total = step + small_step - 4
        top = (self.height() - total) // 2
        enabled = self.isEnabled()
        ink, soft = (
            theme.colour("text" if enabled else "text3"),
            theme.colour("text2" if enabled else "text3"),
        )
        text(painter, QRect(0, top, self.width(), step), self._words, big, ink, CENTRE)
        below = QRect(0, top + total - small_step, self.width(), small_step)
        text(painter, below, self._hint, small, soft, CENTRE)
