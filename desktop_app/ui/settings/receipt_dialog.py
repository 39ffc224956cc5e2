"""The shop's own on a receipt: its logo, and up to three lines at the end."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.core.shop import FOOTER_LETTERS, FOOTER_LINES
from desktop_app.printing.logo import LogoError, LogoProblem, keep_logo, load_logo, remove_logo
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.watched_write import WatchedWrite
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.setup_forms.rows import labelled
from desktop_app.ui.texts.codes import Sentence
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, ButtonSize, PlainLabel, TextField, Variant
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

translate = QCoreApplication.translate

_WIDTH = 640
_SHOWN = (168, 70)
"""Width and height of the logo in the dialog."""


class _WatchedLogo(WatchedWrite):
    """A logo that is stored or removed. A picture that cannot be the logo is no error of the job,
    and is told where the dialog was closed all the same.
    """

    def trouble(self, done: Result[LogoProblem | None]) -> Sentence | None:
        """Word what is in the way of the logo."""
        if done.error is None and done.value is None:
            return None
        lead = translate("ReceiptDialog", "Not stored: {what}.").format(what=self.name())
        return Sentence(lead, _logo_sentence(done.value or LogoProblem.NOT_KEPT))


class ReceiptDialog(Dialog):
    """The logo acts at once; ``confirmed`` gives the lines, which are saved with the page."""

    confirmed = Signal(str)
    logo_changed = Signal()

    def __init__(self, context: AppContext, window: QWidget, footer: str) -> None:
        theme, lead = context.theme, self.tr("Logo and last lines of the receipt")
        super().__init__(theme, window, lead, name="receipt")
        self._context = context
        self._logo = QLabel()
        self._logo.setObjectName("receipt.logo")
        self._logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._logo.setFixedSize(theme.scaled(_SHOWN[0]), theme.scaled(_SHOWN[1]))
        self._choose = Button(
            theme, self.tr("Choose a picture…"), size=ButtonSize.SMALL, name="receipt.choose"
        )
        self._choose.clicked.connect(self._ask_file)
        self._remove = Button(
            theme, self.tr("Print no logo"), size=ButtonSize.SMALL, name="receipt.remove"
        )
        self._remove.clicked.connect(self._ask_removal)
        self._said = PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True, name="receipt.said")
        lines = footer.splitlines()[:FOOTER_LINES]
        self._lines = [
            self._line(number, text)
            for number, text in enumerate([*lines, *[""] * (FOOTER_LINES - len(lines))], start=1)
        ]
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="receipt.cancel")
        self._no.clicked.connect(self.reject)
        self._done = Button(theme, self.tr("Done"), Variant.PRIMARY, name="receipt.done")
        self._done.clicked.connect(self._take)
        self._lay_out(lead)
        self._read()

    def _line(self, number: int, text: str) -> TextField:
        words = self.tr("Line {number} at the end").format(number=number)
        field = TextField(self.theme, words, name=f"receipt.line{number}")
        field.setMaxLength(FOOTER_LETTERS)
        field.setText(text)
        return field

    def _lay_out(self, lead: str) -> None:
        theme, column = self.theme, self.column
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(10 if theme.compact else 14)
        column.addWidget(PlainLabel(theme, lead, TextRole.HEADING))
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        beside = QVBoxLayout()
        beside.addLayout(buttons)
        beside.addWidget(self._said)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._logo)
        row.addLayout(beside, 1)
        column.addLayout(row)
        for field in self._lines:
            column.addLayout(labelled(theme, field.accessibleName(), field))
        self.add_buttons(self._no, self._done)
        # The longest thing that can be said has room.
        self._said.setText("\n\n")
        self.fix_size(theme.scaled(_WIDTH))
        self._say(self._hint())

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._choose)

    # --- the logo -------------------------------------------------------------------------

    def _read(self) -> None:
        job = Job("read the logo", partial(_picture, self._context.logo_file))
        self._context.tasks.read(job, self._show)

    def _show(self, done: Result[QImage | None]) -> None:
        image = done.value
        has_logo = image is not None
        self._remove.enable(has_logo, self.tr("There is no logo."))
        if image is None:
            self._logo.setText(self.tr("No logo"))
        else:
            room = self._logo.size()
            shown = image.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._logo.setPixmap(QPixmap.fromImage(shown))
        words = self.tr("The shop’s logo") if has_logo else self.tr("No logo")
        self._logo.setAccessibleName(words)

    def _ask_file(self) -> None:
        chooser = QFileDialog(self, self.tr("Choose a picture for the receipt"))
        chooser.setObjectName("receipt.file")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        pictures = self.tr("Pictures")
        chooser.setNameFilter(f"{pictures} (*.png *.jpg *.jpeg)")
        chooser.fileSelected.connect(self._keep)
        chooser.open()

    def _keep(self, name: str) -> None:
        work = partial(keep_logo, Path(name), self._context.logo_file)
        self._start("keep the logo", work)

    def _ask_removal(self) -> None:
        self._start("remove the logo", partial(remove_logo, self._context.logo_file))

    def _start(self, name: str, work: Callable[[], None]) -> None:
        for button in (self._choose, self._remove):
            button.enable(False, self.tr("The picture is being read."))
        write = _WatchedLogo(self, _logo_line, self._context.environment, self._context.session)
        job = Job(name, partial(_problem_of, work))
        self._context.tasks.record(job, self._take_logo, write)

    def _take_logo(self, done: Result[LogoProblem | None]) -> None:
        self._choose.enable(True, "")
        problem = LogoProblem.NOT_KEPT if done.error is not None else done.value
        self._say(self._hint() if problem is None else _logo_sentence(problem))
        if problem is None:
            self.logo_changed.emit()
        self._read()

    def _hint(self) -> str:
        return self.tr("PNG or JPEG, up to 4 MB. It is printed in grey at the head of a receipt.")

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self._said, words)

    # --- the lines ------------------------------------------------------------------------

    def _take(self) -> None:
        lines = (" ".join(field.text().split()) for field in self._lines)
        self.confirmed.emit("\n".join(line for line in lines if line))
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next line that is empty, and at the end to Done."""
        if not self.go_on(event, self._lines, self._done):
            super().keyPressEvent(event)


def _picture(path: Path) -> QImage | None:
    logo = load_logo(path)
    return None if logo is None else QImage.fromData(logo.png)


def _problem_of(work: Callable[[], None]) -> LogoProblem | None:
    try:
        work()
    except LogoError as error:
        return error.problem
    return None


def _logo_line() -> str:
    return translate("ReceiptDialog", "logo on receipts")


def _logo_sentence(problem: LogoProblem) -> str:
    return {
        LogoProblem.NOT_READ: translate("ReceiptDialog", "This file could not be read."),
        LogoProblem.TOO_LARGE: translate(
            "ReceiptDialog", "This picture is too large: up to 4 MB and 5,000 pixels a side."
        ),
        LogoProblem.NO_PICTURE: translate(
            "ReceiptDialog", "This is no PNG or JPEG picture, or it is damaged."
        ),
        LogoProblem.NOT_KEPT: translate(
            "ReceiptDialog", "The logo could not be stored on this computer."
        ),
    }[problem]
