"""The two cards of the first start."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets.box_button import BoxButton
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.chip import EnvironmentBadge
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import PlainLabel


class StartCard(BoxButton):
    """A way to start, on the first page: badge, digit, title, words, ticks and an own button.

    `clicked` is the card (chooses it), `action.clicked` the button in it (goes on).
    """

    def __init__(
        self,
        theme: Theme,
        environment: Environment,
        badge: str,
        title: str,
        words: str,
        ticks: tuple[str, ...],
        action: Button,
        digit: str,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, theme.metrics.panel_radius, name=name, parent=parent)
        self.setAccessibleName(f"{badge}. {title}. {words}")
        self.be_one_of_several()
        self.action = action
        self._digit = KeyCap(theme, digit, large=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 26, 28, 26)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(EnvironmentBadge(theme, environment, badge))
        head.addStretch(1)
        head.addWidget(self._digit)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(PlainLabel(theme, title, TextRole.TITLE, wrap=True))
        column.addSpacing(4)
        column.addWidget(PlainLabel(theme, words, TextRole.BODY, "text2", wrap=True))
        column.addSpacing(12)
        for tick in ticks:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(Icon(theme, "check", 18, "text2"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PlainLabel(theme, tick, TextRole.BODY, "text2", wrap=True), 1)
            column.addLayout(row)
            column.addSpacing(4)
        column.addStretch(1)
        column.addSpacing(16)
        column.addWidget(action, 0, Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._digit.set_solid)

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(430, max(328, self.heightForWidth(430)))

    def minimumSizeHint(self) -> QSize:
        """Return the minimum size of the layout."""
        layout = self.layout()
        return layout.minimumSize() if layout else QSize(200, 200)

    def heightForWidth(self, width: int) -> int:
        """Height with wrapped words."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else 0
