"""The row under the keys: the file for support, and the page about the program."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.help.shortcuts_page import KeysPage
from desktop_app.ui.kit.support_row import SupportRow
from desktop_app.ui.texts.record_help import RecordHelp, record_help
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, ButtonSize, Panel, PanelLook, PlainLabel

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext


class HelpRow(QWidget):
    """``about`` is the button that leads to the licences."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.about = Button(
            context.theme,
            self.tr("About Bhuktani and licences"),
            icon="info",
            size=ButtonSize.SMALL,
            name="keys.about",
        )
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(SupportRow(context, "keys.bundle"), 1)
        row.addWidget(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if context.gate.is_guarded:
            words = self.tr(
                "The owner’s PIN is forgotten? The link at its question sets a new one with the"
                " shop’s token. No PIN guards the files: whoever uses this Windows account can"
                " delete them."
            )
            label = PlainLabel(context.theme, words, TextRole.LABEL, "text2", wrap=True)
            column.addWidget(label)
        column.addLayout(row)


class NoticeHelp(Panel):
    """Explains the notice about the record that stands above all pages, and what to do."""

    def __init__(self, context: AppContext, told: RecordHelp) -> None:
        theme = context.theme
        super().__init__(theme, PanelLook.SUBTLE, name="keys.notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 10, 17, 12)
        column.setSpacing(3)
        head = self.tr("The notice above the page: what to do")
        column.addWidget(PlainLabel(theme, head, TextRole.STRONG))
        column.addWidget(PlainLabel(theme, told.what, TextRole.LABEL, "text2", wrap=True))
        for number, step in enumerate(told.steps, 1):
            words = f"{number}. {step}"
            name = f"keys.notice.{number}"
            column.addWidget(PlainLabel(theme, words, TextRole.BODY, wrap=True, name=name))


def open_keys(context: AppContext, window: QWidget) -> HelpRow:
    """Show the page of keys; what it leads to needs only the window.

    Where a notice about the record stands above all pages, it is explained first.

    The pages below are built anew when the window shrinks while help is open.
    """
    row = HelpRow(context)
    notice = context.session.notice
    told = None if notice is None else record_help(notice)
    above = None if told is None else NoticeHelp(context, told)
    page = KeysPage(context.theme, window, row, above)
    row.about.clicked.connect(partial(_open_about, context, window, page))
    page.open()
    return row


def _open_about(context: AppContext, window: QWidget, keys: KeysPage) -> None:
    """Show the licences in place of the page of keys, which comes back."""
    from desktop_app.ui.help.about_page import AboutPage

    keys.close_overlay()
    page = AboutPage(context, window)
    page.closed.connect(partial(_back_to_keys, context, window))
    page.open()


def _back_to_keys(context: AppContext, window: QWidget) -> None:
    open_keys(context, window).about.setFocus(Qt.FocusReason.OtherFocusReason)
