"""Banners and small notes."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import ColourName, TextRole, Theme
from desktop_app.ui.widgets.announce import announce_once_seen
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.labels import PlainLabel
from desktop_app.ui.widgets.mixed_label import MixedLabel, Span
from desktop_app.ui.widgets.panel import Surface
from desktop_app.ui.widgets.styled import set_style


class BannerKind(Enum):
    """Kinds of banners, each with its icon and the icon's colour."""

    INFO = ("info", "accenttext")
    GOOD = ("circle-check", "accenttext")
    CAUTION = ("triangle-alert", "waittext")
    GIVE_BACK = ("circle-x", "failtext")

    def __init__(self, icon: str, ink: ColourName) -> None:
        self.icon = icon
        self.ink: ColourName = ink


class BannerText(NamedTuple):
    """Holds the kind and the texts of a banner."""

    kind: BannerKind
    lead: str
    words: str


class Banner(Surface):
    """Icon, a bold first sentence, more text after it, and a second line if wanted; wraps."""

    def __init__(
        self,
        theme: Theme,
        kind: BannerKind,
        lead: str,
        words: str = "",
        second: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._theme, self._kind = theme, kind
        set_style(self, kind=kind.name.lower())
        self._icon = Icon(theme, kind.icon, 20, kind.ink)
        self._words = MixedLabel(theme)
        self._second: PlainLabel | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(15)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._words)
        row.addLayout(self._column, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(lead, words, second)

    def set_text(self, lead: str, words: str = "", second: str = "") -> None:
        """Say something else."""
        self._said = (lead, words)
        gap = " " if lead and words else ""
        self._words.set_spans((Span(lead + gap, strong=True), Span(words, colour="text2")))
        if second and self._second is None:
            # Few banners ever have one.
            self._second = PlainLabel(self._theme, "", TextRole.LABEL, "text2", wrap=True)
            self._column.insertWidget(1, self._second)
        if self._second is not None:
            self._second.setText(second)
            self._second.setVisible(bool(second))
        self.setAccessibleName(" ".join(part for part in (lead, words, second) if part))

    def content(self) -> BannerText:
        """Return kind and texts, to show them again in a rebuilt banner."""
        return BannerText(self._kind, self._said[0], self._said[1])

    def add_actions(self, actions: QWidget, *, below: bool = False) -> None:
        """Put controls beside the words, or below them where there is little room across."""
        row = self.layout()
        if below:
            self._column.addWidget(actions)
        elif row is not None:
            row.addWidget(actions)

    def set_role(self, role: TextRole) -> None:
        """Larger text, as on the page that is sending."""
        self._words.set_role(role)

    def set_low(self, low: bool = True) -> None:
        """Less room above and below the words, where the page has little."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*((14, 7, 14, 7) if low else (18, 12, 18, 12)))

    def set_kind(self, kind: BannerKind) -> None:
        """Change colour and icon."""
        self._kind = kind
        set_style(self, kind=kind.name.lower())
        self._icon.set_icon(kind.icon, kind.ink)

    def text(self) -> str:
        """Return the first paragraph."""
        return self._words.text()


class InlineMessage(QWidget):
    """A small icon and a sentence, below a field: a hint, or why it is not accepted."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        icon: str = "info",
        *,
        bad: bool = False,
        name: str = "",
        about: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`about` is the field that it describes, also to a screen reader."""
        super().__init__(parent)
        self._about = about
        self.setObjectName(name)
        self._icon = Icon(theme, icon, 18)
        self._label = PlainLabel(theme, words, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        self.set_message(words, icon, bad=bad)

    def set_message(self, words: str, icon: str = "info", *, bad: bool = False) -> None:
        """Say something else; `bad` in red."""
        self._label.setText(words)
        self._label.set_role(TextRole.STRONG if bad else TextRole.LABEL)
        self._label.set_colour("failtext" if bad else "text2")
        self._icon.set_icon("circle-x" if bad else icon, "failtext" if bad else "text2")
        if self._about is not None:
            self._about.setAccessibleDescription(words)

    def tell(self, words: str, icon: str = "info", *, bad: bool = False) -> None:
        """Say what came of something, which a screen reader says as well."""
        self.set_message(words, icon, bad=bad)
        announce_once_seen(self, words)

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()
