"""Looks at one window in some sizes, and keeps what does not fit, or what another layout loses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.settings import TextSize
from tests.clerk import ENTER, Clerk
from tests.gui.fit_kit import bodies, english_times, misfits, scrolls_down, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.shell.navigation import MainView

ONE, TWO, FIVE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5
CONTROL = Qt.KeyboardModifier.ControlModifier
SEEN = (
    "result.state",
    "result.advice",
    "result.why",
    "result.quote",
    "result.returned",
    "confirm.total",
    "confirm.cash",
    "confirm.lead",
    "confirm.stop",
    "confirm.sending",
)
ALWAYS_SEEN = ("result.state", "result.advice", "result.returned")
"""Also where the rest of the page has to be scrolled to."""
SCROLLS = ((911, 432), (1093, 534))
"""Sizes where a page may have to scroll: the first one, and both with large text."""

ROOMY = (1366, 688)
"""The size of the design: a whole page does not scroll in it."""
MAY_SCROLL = ("waiting, saved",)
"""States with one sentence more than there is room for: nothing that matters is scrolled to."""
SMALL = (1093, 534)
MIN_WIDTH = 1024
"""From this width on nothing has to be scrolled to from side to side."""
FIT_SMALL = (
    *("bills", "confirm, enough cash", "paid, change to give", "paid, saved"),
    "waiting, change to give",
    *("provider", "not paid", "payments", "dayclose", "credit", "commission", "customers"),
)
"""States whose page does not scroll in the small size of the design either."""


class Looker:
    """Looks at one window in some sizes, and keeps what it finds.

    ``sizes``: sizes of one layout; ``others``: sizes of the other layout. Where there are others,
    the window goes to them and back in each state, and what is not as before is kept, too.
    ``judge`` says what else is wrong with the window in each state, in the first of the sizes.
    """

    def __init__(
        self,
        clerk: Clerk,
        go_on: Callable[[], None],
        sizes: tuple[tuple[int, int], ...],
        judge: Callable[[QWidget], list[str]] = lambda _: [],
        others: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.clerk = clerk
        self.go_on = go_on
        self.window = clerk.app.window
        self._sizes = sizes
        self._others = others
        self._judge = judge
        large = clerk.app.session.settings.text_size is TextSize.LARGE
        self._scrolls = SCROLLS if large else SCROLLS[:1]
        self.found: list[str] = []
        self.resize(sizes[0])
        clerk.until_idle()

    @property
    def places(self) -> MainView:
        places = self.window.main_view
        assert places is not None
        return places

    def look(self, state: str) -> None:
        """Look in every size, the first one last: it stays; then as it was built anew."""
        if self._others:
            self.clerk.until_idle()
        if self.clerk.app.session.nepali:
            self.found += [f"{state}: not Nepali: {at}" for at in english_times(self.window)]
        for size in reversed(self._sizes):
            self.resize(size)
            self._measure(state, size)
        self.found += [f"{state}: {why}" for why in self._judge(self.window)]
        if self._others:
            self._change_layout(state)

    def _change_layout(self, state: str) -> None:
        """To the other layout and back: what is seen and the keyboard stay."""
        texts, focus = self._texts(), focus_name()
        for size in (*reversed(self._others), self._sizes[0]):
            self.resize(size)
            self.clerk.until_idle()
            if focus_name() != focus:
                self.found.append(f"{state}: the keyboard went from {focus} to {focus_name()}")
            if size in self._others:
                self._measure(state, size)
        lost = texts - self._texts()
        if lost:
            self.found.append(f"{state}: lost {lost}")

    def _texts(self) -> set[str]:
        """What is seen; amounts that are typed may be grouped meanwhile."""
        return {words.replace(",", "") for words in self.clerk.texts()}

    def _measure(self, state: str, size: tuple[int, int]) -> None:
        """What does not fit in the size that the window has."""
        where = f"{state} at {size[0]}x{size[1]}"
        self.found += [f"{where}: {why}" for why in misfits(self.window)]
        if len(self._scrolls) == 1 and self._must_hold(size, state):
            down = [scrolls_down(body) for body in bodies(self.window)]
            self.found += [f"{where}: the page scrolls by {by} px" for by in down if by]
        across = [body.horizontalScrollBar().maximum() for body in bodies(self.window)]
        if size[0] >= MIN_WIDTH and len(self._scrolls) == 1:
            self.found += [f"{where}: {by} px are beside the window" for by in across if by]
        matters = ALWAYS_SEEN if size in self._scrolls else SEEN
        self.found += [f"{where}: {name} is not seen" for name in self._hidden(matters)]

    @staticmethod
    def _must_hold(size: tuple[int, int], state: str) -> bool:
        """The whole page has room, or nothing but a list in it scrolls."""
        return (size == ROOMY and not state.startswith(MAY_SCROLL)) or (
            size == SMALL and state in FIT_SMALL
        )

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window a size, and its pages the time to lay themselves out."""
        # As on a screen that is not larger.
        self.window.setMinimumSize(1, 1)
        self.window.resize(*size)
        settle(self.window)
        # As the program's loop does: what was replaced would be styled and searched ever again.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _hidden(self, matters: tuple[str, ...]) -> list[str]:
        """What matters for the money, and would have to be scrolled to."""
        hidden = []
        for name in matters:
            part = self.window.findChild(QWidget, name)
            if part is None or not part.isVisible():
                continue
            visible = part.visibleRegion().boundingRect()
            if visible.height() + 2 < part.height():
                hidden.append(name)
        return hidden

    def look_up(self, digit: Qt.Key, account: str) -> None:
        """To the end of a look-up, from anywhere."""
        self.type_customer(digit, account)
        self.clerk.until_idle()

    def type_customer(self, digit: Qt.Key, account: str) -> None:
        """To the beginning of a look-up, from anywhere."""
        self.window.flow.restart()
        self.places.go("payment")
        self.clerk.until_idle()
        self.clerk.press(digit, ENTER)
        self.clerk.find("customer.id").clear()
        self.clerk.type(account)
        self.clerk.press(ENTER)

    def to_confirm(self, account: str) -> None:
        """Up to Confirm."""
        self.look_up(ONE, account)
        self.clerk.press(ONE, ENTER)
        self.clerk.until_step(Step.CONFIRM)

    def pay(self, account: str, cash: str) -> None:
        """To the result, with change to give where the cash is more than the sum."""
        self.to_confirm(account)
        self.clerk.type(cash)
        self.clerk.press(ENTER)
        if self.clerk.find("confirm.cashright").isVisible():
            self.look("confirm, is the cash right")
            self.clerk.press(Qt.Key.Key_Space)
        self.clerk.press(ENTER)
        self.clerk.until_step(Step.RESULT)


def focus_name() -> str:
    """Where the keyboard is."""
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else "nowhere"
