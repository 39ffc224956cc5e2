"""The window around the pages of the gallery: frame, rail, top bar, step bar."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import (
    Button,
    EnvironmentFrame,
    Rail,
    StepBar,
    TopBar,
)
from desktop_app.ui.widgets.rail import RailItem

_RAIL = (
    ("new", "square-plus", "New payment", "नयाँ भुक्तानी", "F2", "New", "नयाँ"),
    ("payments", "list", "Payments", "भुक्तानी सूची", "F3", "", ""),
    ("waiting", "clock", "Waiting", "पर्खाइमा", "F4", "", ""),
    ("close", "banknote", "Day close", "दिनको हिसाब", "F6", "", ""),
    ("customers", "users", "Customers", "ग्राहक", "F7", "", ""),
    ("settings", "settings-2", "Settings", "सेटिङ", "F12", "", ""),
)
_STEPS = ("Provider", "Customer", "Package or bill", "Confirm", "Receipt")
_STEPS_NE = ("कम्पनी", "ग्राहक", "प्याकेज वा बिल", "पक्का गर्ने", "रसिद")


def words(theme: Theme, english: str, nepali: str) -> str:
    """The one of the two that the theme wants."""
    return nepali if theme.nepali else english


def window(
    theme: Theme, environment: Environment, current: str = "new", enabled: bool = True
) -> tuple[QWidget, QVBoxLayout]:
    """Frame, rail and top bar; the layout takes the page."""
    frame = EnvironmentFrame(theme)
    frame.set_environment(
        environment, environment.value.upper(), "Nothing is paid and no money moves."
    )
    across = QHBoxLayout()
    across.setSpacing(0)
    frame.content.addLayout(across)
    rail = Rail(theme, words(theme, "Bhuktani", "भुक्तानी"), "Places")
    rail.set_places(
        [
            RailItem.made(
                item, icon, words(theme, english, nepali), key, words(theme, short, short_ne)
            )
            for item, icon, english, nepali, key, short, short_ne in _RAIL
        ]
    )
    rail.select(current)
    rail.set_badge("waiting", "3")
    rail.set_help("F1", words(theme, "Keys and help", "किबोर्ड सहयोग"))
    rail.setEnabled(enabled)
    across.addWidget(rail)
    column = QVBoxLayout()
    column.setSpacing(0)
    across.addLayout(column, 1)
    top = TopBar(theme, refresh_label="Refresh")
    top.set_shop(words(theme, "Ganesh Kirana & Recharge", "गणेश किराना एन्ड रिचार्ज"))
    top.set_environment(environment, words(theme, environment.value.upper(), "लाइभ"))
    top.set_date(words(theme, "Sun, 2083 Mangsir 6", "आइतबार, 2083 मंसिर 6"))
    top.set_balance(words(theme, "Balance", "ब्यालेन्स"), words(theme, "Rs. ", "रु. ") + "45,210.50")
    top.set_operator(words(theme, "Sita", "सीता"))
    column.addWidget(top)
    ground = QWidget()
    ground.setAutoFillBackground(True)
    column.addWidget(ground, 1)
    page = QVBoxLayout(ground)
    page.setContentsMargins(0, 0, 0, 0)
    page.setSpacing(0)
    return frame, page


def inner(theme: Theme, page: QVBoxLayout, current: int, note: str = "") -> QVBoxLayout:
    """Step bar and the room between it and the footer."""
    side = theme.metrics.padding
    steps = StepBar(theme, _STEPS_NE if theme.nepali else _STEPS, current)
    steps.set_note(note)
    bar = QHBoxLayout()
    bar.setContentsMargins(side, 0, side, 0)
    bar.addWidget(steps)
    page.addLayout(bar)
    body = QVBoxLayout()
    body.setContentsMargins(side, 4 if not theme.compact else 0, side, 10 if theme.compact else 16)
    body.setSpacing(12 if not theme.compact else 8)
    page.addLayout(body, 1)
    return body


def back(theme: Theme) -> Button:
    """The Back button."""
    return Button(theme, words(theme, "Back", "पछाडि"), key="Esc")
