"""The strip at the bottom of a page: keys on the left, the primary button on the right."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.key_cap import KeyHint
from desktop_app.ui.widgets.page_body import side_margin
from desktop_app.ui.widgets.panel import Surface


class Footer(Surface):
    """Fill it with `add_left`, then `add_right`."""

    def __init__(
        self, theme: Theme, *, name: str = "footer", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setSpacing(0)
        self._hints: list[KeyHint] = []
        self._left = QHBoxLayout()
        self._left.setSpacing(14)
        # Room that no label wants stays empty: a button is as wide as its words.
        self._left.addStretch()
        self._right = QHBoxLayout()
        self._right.setSpacing(14)
        # What is said on the left takes the room that the buttons leave, and wraps in it.
        row.addLayout(self._left, 1)
        row.addSpacing(14)
        row.addLayout(self._right)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add_left(self, widget: QWidget, gap: int = 0) -> None:
        """Add on the left, with `gap` extra pixels before it (hints: 6, which makes 20)."""
        end = self._left.count() - 1
        if gap:
            self._left.insertSpacing(end, gap)
            end += 1
        self._left.insertWidget(end, widget, 1 if isinstance(widget, QLabel) else 0)
        if isinstance(widget, KeyHint):
            self._hints.append(widget)

    def event(self, event: QEvent) -> bool:
        """Hints of keys give way where the buttons need their room."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fold()
        return done

    def _fold(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        needed = layout.minimumSize().width()
        needed += sum(hint.full_width() for hint in self._hints if hint.folded and hint.is_wanted())
        for hint in reversed(self._hints):
            over = needed > self.width() and hint.is_wanted()
            hint.set_folded(over)
            needed -= hint.full_width() if over else 0

    def add_right(self, widget: QWidget, gap: int = 0) -> None:
        """Add on the right."""
        if gap:
            self._right.addSpacing(gap)
        self._right.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons near the page on a very large screen."""
        super().resizeEvent(event)
        self._set_margins()

    def sizeHint(self) -> QSize:
        """Return the height of the design."""
        return QSize(super().sizeHint().width(), self._theme.metrics.footer)

    def _restyle(self) -> None:
        self._set_margins()
        self.setFixedHeight(self._theme.metrics.footer)

    def _set_margins(self) -> None:
        side = side_margin(self.width(), self._theme.metrics.padding)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, 1, side, 0)
