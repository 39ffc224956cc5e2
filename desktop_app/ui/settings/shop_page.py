"""The shop's details, its paper and its printer. Saved by a button, not at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.money import CashRounding
from desktop_app.core.payment import Shop
from desktop_app.core.settings import Paper, Settings
from desktop_app.printing.output import PrintError
from desktop_app.ui.background import Done
from desktop_app.ui.papers import Papers
from desktop_app.ui.session import Context
from desktop_app.ui.settings.option_page import OptionPage, labelled
from desktop_app.ui.settings.preview import ReceiptPreview, paper_name
from desktop_app.ui.settings.printer_select import PrinterSelect
from desktop_app.ui.settings.sample import sample_payment
from desktop_app.ui.settings.shop_rules import pan_fault, tidy_pan
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    FieldState,
    PlainLabel,
    Segments,
    TextField,
    Toggle,
)
from desktop_app.ui.words.printing import print_sentence

_MOST = 100
_UNITS = 6
"""Columns of the grid; a part takes two or three of them."""

# Row, column and width of each part.
_REGULAR = {
    "shop_name": (0, 0, 3), "shop_name_nepali": (0, 3, 3),
    "shop_address": (1, 0, 3), "shop_address_nepali": (1, 3, 3),
    "shop_phone": (2, 0, 2), "shop_pan": (2, 2, 2), "operator": (2, 4, 2),
    "paper": (3, 0, 3), "printer": (3, 3, 3),
    "rounding": (4, 0, 3), "at_once": (4, 3, 3),
}  # fmt: skip
_COMPACT = {
    "shop_name": (0, 0, 2), "shop_name_nepali": (0, 2, 2), "shop_pan": (0, 4, 2),
    "shop_address": (1, 0, 2), "shop_address_nepali": (1, 2, 2), "shop_phone": (1, 4, 2),
    "operator": (2, 0, 2), "printer": (2, 2, 4),
    "paper": (3, 0, 3), "rounding": (3, 3, 3),
    "at_once": (4, 0, 6),
}  # fmt: skip


class ShopPage(OptionPage):
    """A form, and in a large window the receipt that comes of it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "shop")
        self._busy = False
        self._fields: dict[str, TextField] = {}
        self._preview: ReceiptPreview | None = None
        self._build()

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        words = {
            "shop_name": self.tr("Shop name (English)"),
            "shop_name_nepali": self.tr("Shop name (Nepali)"),
            "shop_address": self.tr("Address"),
            "shop_address_nepali": self.tr("Address (Nepali)"),
            "shop_phone": self.tr("Phone"),
            "shop_pan": self.tr("PAN (9 digits)"),
            "operator": self.tr("Operator’s name"),
        }
        for part, label in words.items():
            self._add_field(part, label)
        self._paper = Segments(
            theme,
            [(paper.value, paper_name(paper)) for paper in Paper],
            height=self._high,
            name="settings.paper",
        )
        self._paper.setAccessibleName(self.tr("Paper"))
        self._rounding = Segments(
            theme,
            [
                (CashRounding.NEAREST.value, self.tr("Nearest")),
                (CashRounding.UP.value, self.tr("Up")),
                (CashRounding.EXACT.value, self.tr("Exact")),
            ],
            height=self._high,
            name="settings.rounding",
        )
        self._rounding.setAccessibleName(self.tr("Rounding of the cash"))
        self._printer = PrinterSelect(self.context, "settings.printer", height=self._high)
        self._test_page = Button(
            theme,
            self.tr("Test page"),
            height=self._high,
            size=ButtonSize.SMALL,
            name="settings.test_page",
        )
        self._test_page.clicked.connect(self._print_test_page)
        self._at_once = Toggle(
            theme, self.tr("Print without asking"), name="settings.prints_at_once"
        )
        self._said = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="settings.printed"
        )
        self._said.hide()
        self._paper.chosen.connect(self.edited)
        self._rounding.chosen.connect(self.edited)
        self._printer.activated.connect(self.edited)
        self._at_once.clicked.connect(self.edited)
        self._lay_out(words)

    @property
    def _high(self) -> int:
        return 34 if self.theme.compact else 40

    def _add_field(self, part: str, label: str) -> None:
        field = TextField(self.theme, label, height=self._high)
        field.edit.setObjectName(f"settings.{part}")
        field.edit.setMaxLength(_MOST)
        field.text_edited.connect(self.edited)
        self._fields[part] = field

    def _lay_out(self, words: dict[str, str]) -> None:
        theme = self.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(14 if theme.compact else 18)
        grid.setVerticalSpacing(5 if theme.compact else 9)
        for column in range(_UNITS):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 60)
        places = _COMPACT if theme.compact else _REGULAR
        for part, (row, column, span) in places.items():
            if part in self._fields:
                field = labelled(theme, words[part], self._fields[part])
                grid.addLayout(field, row, column, 1, span)
        printer = QHBoxLayout()
        printer.setSpacing(12)
        printer.addWidget(self._printer, 1)
        printer.addWidget(self._test_page)
        others = {
            "paper": labelled(theme, self.tr("Paper"), _left(self._paper)),
            "printer": labelled(theme, self.tr("Printer"), _holding(printer)),
            "rounding": labelled(theme, self.tr("Rounding of the cash"), _left(self._rounding)),
            "at_once": self._at_once_line(),
        }
        for part, layout in others.items():
            row, column, span = places[part]
            grid.addLayout(layout, row, column, 1, span)
        self.form.addLayout(grid)
        self.form.addSpacing(6)
        self.form.addWidget(self._said)
        self.form.addStretch(1)
        if not theme.compact:
            self._preview = ReceiptPreview(self.context)
            self.row.addWidget(self._preview)

    def _at_once_line(self) -> QHBoxLayout:
        theme = self.theme
        texts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(PlainLabel(theme, self.tr("Print without asking"), TextRole.STRONG))
        hint = PlainLabel(theme, self.tr("as soon as it is PAID"), TextRole.LABEL, "text2")
        texts.addWidget(hint)
        if theme.compact:
            texts.setDirection(QBoxLayout.Direction.LeftToRight)
            texts.setSpacing(8)
            texts.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._at_once, 0, Qt.AlignmentFlag.AlignBottom)
        line.addLayout(texts, 1)
        return line

    # --- load, check, save ----------------------------------------------------------------

    def load(self, settings: Settings) -> None:
        """Show these settings."""
        shop = settings.shop
        values = {
            "shop_name": shop.name,
            "shop_name_nepali": shop.name_nepali,
            "shop_address": shop.address,
            "shop_address_nepali": shop.address_nepali,
            "shop_phone": shop.phone,
            "shop_pan": shop.pan,
            "operator": settings.operator,
        }
        for part, value in values.items():
            if self._fields[part].text() != value:
                self._fields[part].set_text(value)
        self._paper.set_value(settings.paper.value)
        self._rounding.set_value(settings.rounding.value)
        self._printer.choose(settings.printer)
        self._at_once.setChecked(settings.prints_at_once)
        self.check()
        if self._preview is not None:
            self._preview.show_settings(settings)

    def check(self) -> str:
        """Why this cannot be saved; the field in question is marked."""
        field = self._fields["shop_pan"]
        fault = pan_fault(field.text())
        field.set_state(FieldState.INVALID if fault else FieldState.REST)
        return fault

    def save(self, settings: Settings) -> Settings:
        """These settings with what is on the page."""
        texts = {part: field.text().strip() for part, field in self._fields.items()}
        shop = Shop(
            name=texts["shop_name"],
            name_nepali=texts["shop_name_nepali"],
            address=texts["shop_address"],
            address_nepali=texts["shop_address_nepali"],
            phone=texts["shop_phone"],
            pan=tidy_pan(texts["shop_pan"]),
        )
        return replace(
            settings,
            shop=shop,
            operator=texts["operator"],
            paper=Paper(self._paper.value()),
            rounding=CashRounding(self._rounding.value()),
            printer=self._printer.name(),
            prints_at_once=self._at_once.isChecked(),
        )

    def show_preview(self, settings: Settings) -> None:
        """Draw the receipt anew."""
        if self._preview is not None:
            self._preview.show_settings(settings)

    def enter(self) -> None:
        """Ask the computer for its printers."""
        self._printer.read()

    def refresh(self) -> None:
        """F5 asks for the printers again."""
        self._printer.read()

    def take_focus(self) -> None:
        """To the first field."""
        self._fields["shop_name"].select_all()

    def show_fault(self) -> None:
        """Put the keyboard where the fault is."""
        self._fields["shop_pan"].select_all()

    # --- a test page ----------------------------------------------------------------------

    def _print_test_page(self) -> None:
        """On the paper and printer of the page, marked as practice: nobody takes it for money."""
        if self._busy:
            return
        self._busy = True
        context, settings = self.context, self.save(self.context.session.settings)
        papers = replace(context.papers(), settings=settings)
        at = context.clock.now()
        self._say(self.tr("Printing…"))
        context.tasks.read(lambda: _print_sample(papers, at), self._take_printed)

    def _take_printed(self, done: Done[PrintError | None]) -> None:
        self._busy = False
        if done.error is not None:
            self._say(self.tr("The test page did not come out. Try it again."))
        elif done.value is not None:
            sentence = print_sentence(done.value)
            self._say(f"{sentence.what} {sentence.advice}")
        else:
            self._say(self.tr("The test page was sent to the printer."))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()


def _print_sample(papers: Papers, at: datetime) -> PrintError | None:
    payment = sample_payment(papers.settings, Environment.PRACTICE, at)
    try:
        papers.printer.print(papers.document(payment, None), papers.settings.printer)
    except PrintError as error:
        return error
    return None


def _left(control: QWidget) -> QWidget:
    """The control at the left of the room it is given."""
    row = QHBoxLayout()
    row.addWidget(control)
    row.addStretch(1)
    return _holding(row)


def _holding(row: QHBoxLayout) -> QWidget:
    row.setContentsMargins(0, 0, 0, 0)
    box = QWidget()
    box.setLayout(row)
    return box
