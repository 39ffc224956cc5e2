"""A shop whose counter can be locked, and the words that a clerk has for people there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.ui.lock.owner_question import OwnerQuestion
from tests.clerk import ENTER, ESC, Clerk, open_shop

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.lock.lock_page import LockPage


F2, F11, F12 = Qt.Key.Key_F2, Qt.Key.Key_F11, Qt.Key.Key_F12
ALT = Qt.KeyboardModifier.AltModifier


class Shop(Clerk):
    """A clerk, with the words for people."""

    @property
    def lock(self) -> LockPage | None:
        return self.app.window.lock_screen.page

    @property
    def question(self) -> OwnerQuestion | None:
        found = [at for at in self.app.window.findChildren(OwnerQuestion) if at.isVisible()]
        return found[0] if found else None

    @property
    def main(self) -> QWidget:
        view = self.app.window.main_view
        assert view is not None
        return view

    @property
    def section(self) -> str:
        view = self.app.window.main_view
        assert view is not None
        return view.current()

    def come(self, digit: Qt.Key, pin: str) -> None:
        """Come to a locked counter as the person of that number."""
        self.wait(lambda: self.lock is not None)
        self.press(digit, modifier=ALT)
        self.type(pin)
        self.press(ENTER)
        self.wait(lambda: self.lock is None)
        self.until_idle()

    def answer(self, pin: str) -> None:
        """Type a PIN into the open question."""
        self.wait(lambda: self.question is not None)
        self.focus_question()
        self.type(pin)
        self.press(ENTER)
        self.until_idle()

    def focus_question(self) -> None:
        question = self.question
        assert question is not None
        question.activateWindow()
        field = question.findChild(QLineEdit, "owner.pin")
        assert isinstance(field, QLineEdit)
        self.wait(field.hasFocus)

    def leave_question(self) -> None:
        self.focus_question()
        self.press(ESC)
        self.wait(lambda: self.question is None)
        self.back_to_window()

    def back_to_window(self) -> None:
        self.app.window.activateWindow()
        self.wait(lambda: QApplication.focusWidget() is not None)


def opened(folder: Path, *, paints: bool = False, **outside: object) -> Shop:
    clerk = open_shop(folder, practice=True, paints=paints, **outside)  # type: ignore[arg-type]
    clerk.__class__ = Shop
    assert isinstance(clerk, Shop)
    return clerk
