"""The shop's details, its paper and its printer. Saved by a button, not at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.money import CashRounding
from desktop_app.core.receipts import tidy_prefix
from desktop_app.core.settings import Paper, Settings
from desktop_app.core.shop import Shop
from desktop_app.printing.output import PrintError
from desktop_app.ui.payment_kit.documents import DocumentMaker
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.settings.option_page import OptionPage
from desktop_app.ui.settings.preview import ReceiptPreview
from desktop_app.ui.settings.receipt_dialog import ReceiptDialog
from desktop_app.ui.settings.sample import sample_payment
from desktop_app.ui.setup_forms.field_error import FieldErrorMessage
from desktop_app.ui.setup_forms.printer_select import PrinterSelect
from desktop_app.ui.setup_forms.rows import labelled
from desktop_app.ui.setup_forms.shop_rules import pan_error, prefix_error, tidy_pan
from desktop_app.ui.texts.printing import paper_name, print_sentence
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    FieldState,
    PlainLabel,
    Segments,
    Select,
    TextField,
    Toggle,
    Variant,
)
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_MAX_LETTERS = 100
_RULES = {"shop_pan": pan_error, "receipt_prefix": prefix_error}
"""The fields whose entry may be refused, with what says why."""

# The rows of fields with their shares of the width; a small window has three in a row.
_REGULAR = (
    (("shop_name", 27), ("shop_name_nepali", 23)),
    (("shop_address", 27), ("shop_address_nepali", 23)),
    (("shop_phone", 10), ("shop_pan", 10), ("receipt_prefix", 9), ("operator", 11)),
)
_COMPACT = (
    (("shop_name", 272), ("shop_name_nepali", 216), ("shop_pan", 185)),
    (("shop_address", 272), ("shop_address_nepali", 216), ("shop_phone", 185)),
)
_BELOW = (154, 104, 216 + 14 + 185)
"""Below them in a small window: two as wide as the first, and one as the two others together."""


class ShopPage(OptionPage):
    """A form, and in a large window the receipt that comes of it."""

    message = Signal(str)
    """What became of a test page."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "shop")
        self._busy = False
        self._fields: dict[str, TextField] = {}
        self._preview: ReceiptPreview | None = None
        self._footer = ""
        self._build()

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        words = {
            "shop_name": self.tr("Shop name (English)"),
            "shop_name_nepali": self.tr("Shop name (Nepali)"),
            "shop_address": self.tr("Address (English)"),
            "shop_address_nepali": self.tr("Address (Nepali)"),
            "shop_phone": self.tr("Phone"),
            "shop_pan": self.tr("PAN (9 digits)"),
            "receipt_prefix": self.tr("Receipt prefix"),
            "operator": self.tr("Operator’s name"),
        }
        for part, label in words.items():
            self._add_field(part, label)
        self._pan_error = FieldErrorMessage(theme, self._fields["shop_pan"])
        self._paper = Segments(
            theme,
            [(paper.value, paper_name(paper)) for paper in Paper],
            height=self._high,
            name="settings.paper",
        )
        self._paper.setAccessibleName(self.tr("Paper"))
        self._rounding = Select(
            theme, self.tr("Rounding of the cash"), height=self._high, name="settings.rounding"
        )
        self._rounding.addItem(self.tr("Nearest rupee"), CashRounding.NEAREST.value)
        self._rounding.addItem(self.tr("Round up"), CashRounding.UP.value)
        self._rounding.addItem(self.tr("Exact, with paisa"), CashRounding.EXACT.value)
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
        self._own = Button(
            theme,
            self.tr("Logo and more…"),
            Variant.LINK,
            height=28,
            size=ButtonSize.SMALL,
            name="settings.receipt",
        )
        self._own.clicked.connect(self._ask_own)
        self._paper.chosen.connect(self.edited)
        self._rounding.activated.connect(self.edited)
        self._printer.activated.connect(self.edited)
        self._at_once.clicked.connect(self.edited)
        self._lay_out(words)

    @property
    def _high(self) -> int:
        return 34 if self.theme.compact else 40

    def _add_field(self, part: str, label: str) -> None:
        field = TextField(self.theme, label, height=self._high, name=f"settings.{part}")
        field.setMaxLength(_MAX_LETTERS)
        field.textEdited.connect(self.edited)
        self._fields[part] = field

    def _lay_out(self, words: dict[str, str]) -> None:
        theme = self.theme
        self.form.setSpacing(5 if theme.compact else 7)

        def field(part: str) -> QVBoxLayout:
            below = self._pan_error if part == "shop_pan" else None
            return labelled(theme, words[part], self._fields[part], below)

        for parts in _COMPACT if theme.compact else _REGULAR:
            self.form.addLayout(self._in_a_row([(field(part), share) for part, share in parts]))
        printer = QHBoxLayout()
        printer.setSpacing(12)
        printer.addWidget(self._printer, 1)
        printer.addWidget(self._test_page)
        printing = labelled(theme, self.tr("Printer"), _holding(printer))
        if theme.compact:
            below = (field("operator"), field("receipt_prefix"), printing)
            self.form.addLayout(self._in_a_row(list(zip(below, _BELOW, strict=True))))
        else:
            self.form.addLayout(printing)
        paper = labelled(theme, self.tr("Paper"), _left(self._paper))
        rounding = labelled(theme, self.tr("Rounding of the cash"), self._rounding)
        self.form.addLayout(self._in_a_row([(paper, 0), (rounding, 1)]))
        self.form.addSpacing(2)
        self.form.addLayout(self._at_once_line())
        self.form.addStretch(1)
        if not theme.compact:
            self._preview = ReceiptPreview(self.context)
            self.row.addWidget(self._preview)

    def _in_a_row(self, parts: list[tuple[QVBoxLayout, int]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14 if self.theme.compact else 18)
        for part, stretch in parts:
            row.addLayout(part, stretch)
            row.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        return row

    def _at_once_line(self) -> QHBoxLayout:
        theme = self.theme
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._at_once)
        line.addWidget(PlainLabel(theme, self.tr("Print without asking"), TextRole.STRONG))
        hint = PlainLabel(theme, self.tr("as soon as it is PAID"), TextRole.LABEL, "text2")
        line.addWidget(hint, 1)
        line.addWidget(self._own)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview gives way where the fields need its room."""
        super().resizeEvent(event)
        if self._preview is None:
            return
        beside = self._preview.width() + self.row.spacing()
        self._preview.setVisible(self.width() - beside >= self.least_width())

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
            "receipt_prefix": shop.receipt_prefix,
            "operator": settings.operator,
        }
        # Where there are PINs, who is at the counter is no longer a matter of writing a name.
        named = FieldState.LOCKED if self.context.gate.is_guarded else FieldState.REST
        self._fields["operator"].set_state(named)
        for part, value in values.items():
            if self._fields[part].text() != value:
                self._fields[part].setText(value)
                self._fields[part].home(False)
        self._paper.set_value(settings.paper.value)
        self._rounding.setCurrentIndex(self._rounding.findData(settings.rounding.value))
        self._printer.choose(settings.printer)
        self._at_once.setChecked(settings.prints_at_once)
        self._footer = shop.footer
        self.check()
        if self._preview is not None:
            self._preview.show_settings(settings)

    def check(self) -> str:
        """Return the reason why this cannot be saved, and mark the fields."""
        pan, prefix = (rule(self._fields[part].text()) for part, rule in _RULES.items())
        self._pan_error.show_message(pan)
        # Below so short a field is no room for a sentence: the page's foot has it.
        field = self._fields["receipt_prefix"]
        field.set_state(FieldState.INVALID if prefix else FieldState.REST)
        announce(field, prefix)
        return pan or prefix

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
            receipt_prefix=tidy_prefix(texts["receipt_prefix"]),
            footer=self._footer,
        )
        return replace(
            settings,
            shop=shop,
            operator=texts["operator"],
            paper=Paper(self._paper.value()),
            rounding=CashRounding(self._rounding.currentData()),
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
        """Focus the first field."""
        self._fields["shop_name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self) -> None:
        """Put the keyboard where the error is."""
        for part, rule in _RULES.items():
            if rule(self._fields[part].text()):
                self._fields[part].select_all()
                return

    # --- logo and last lines --------------------------------------------------------------

    def _ask_own(self) -> None:
        dialog = ReceiptDialog(self.context, self.window(), self._footer)
        dialog.confirmed.connect(self._take_footer)
        dialog.logo_changed.connect(self._redraw)
        dialog.ask()

    def _take_footer(self, footer: str) -> None:
        if footer != self._footer:
            self._footer = footer
            self.edited.emit()

    def _redraw(self) -> None:
        if self._preview is not None:
            self._preview.redraw()

    # --- a test page ----------------------------------------------------------------------

    def _print_test_page(self) -> None:
        """Print a test page with the page's paper and printer, marked as practice so that it is no
        receipt.
        """
        if self._busy:
            return
        self._busy = True
        context, settings = self.context, self.save(self.context.session.settings)
        papers = DocumentMaker.under(context, settings)
        at = context.clock.now()
        self.message.emit(self.tr("Printing…"))
        job = Job("print the test page", partial(_print_sample, papers, at))
        context.tasks.paper(job, self._take_printed)

    def _take_printed(self, done: Result[PrintError | None]) -> None:
        self._busy = False
        if done.error is not None:
            self.message.emit(self.tr("The test page did not come out. Try it again."))
        elif done.value is not None:
            sentence = print_sentence(done.value)
            self.message.emit(sentence.whole)
        else:
            self.message.emit(self.tr("The test page was sent to the printer."))


def _print_sample(papers: DocumentMaker, at: datetime) -> PrintError | None:
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
