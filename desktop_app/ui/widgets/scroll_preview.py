"""The paper well with a picture of the receipt."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets.labels import PlainLabel
from desktop_app.ui.widgets.panel import Surface
from desktop_app.ui.widgets.scroll_bar import OverlayBar
from desktop_app.ui.widgets.viewport import give_viewport


class _Paper(QLabel):
    """The picture itself, scaled down to the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setScaledContents(True)
        self.setStyleSheet("background: white")

    def set_picture(self, picture: QPixmap, width: int) -> None:
        """Show `picture`, `width` pixels wide."""
        self.setPixmap(picture)
        ratio = picture.height() / max(1, picture.width())
        self.setFixedSize(width, round(width * ratio))


class PreviewFoot(Surface):
    """The strip of buttons below the picture."""


class ScrollPreview(Surface):
    """Title and paper size, the picture in a scroll area, and room for buttons below."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        size: str = "",
        *,
        paper_width: int = 300,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._width = paper_width
        self.title = PlainLabel(theme, title, TextRole.LABEL_STRONG, "text2")
        self.size_label = PlainLabel(theme, size, TextRole.LABEL, "text2")
        self._paper = _Paper()
        self.area = QScrollArea()
        give_viewport(self.area)
        self.area.setWidget(self._paper)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverlayBar(self.area)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = PreviewFoot(theme)
        self.buttons = QHBoxLayout(self._foot)
        self.buttons.setContentsMargins(16, 12, 16, 12)
        self.buttons.setSpacing(10)
        self._foot.hide()
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.size_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot)
        self._paper.setFixedSize(self._width, 10)

    def set_picture(self, picture: QPixmap, width: int = 0) -> None:
        """Show a receipt; `width` other than the usual for other papers."""
        self._paper.set_picture(picture, width or self._width)

    def set_title(self, title: str, size: str) -> None:
        """Set the document's title and the paper's name."""
        self.title.setText(title)
        self.size_label.setText(size)

    def add_button(self, button: QWidget) -> None:
        """Add a button below the picture."""
        self.buttons.addWidget(button, 1)
        self._foot.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the scroll bar at the right edge."""
        super().resizeEvent(event)
        self._place_bar()

    def showEvent(self, event: QShowEvent) -> None:
        """The scroll area has its size only now."""
        super().showEvent(event)
        self._place_bar()

    def _place_bar(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._bar.put(self.area.rect())

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(self._width + 52, 400)
