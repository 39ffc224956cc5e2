"""First start, step 1: what stands at the head of the receipts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout

from desktop_app.ui.first_run.step import StepPanel
from desktop_app.ui.setup_forms.field_error import FieldErrorMessage
from desktop_app.ui.setup_forms.rows import labelled
from desktop_app.ui.setup_forms.shop_rules import pan_error, tidy_pan
from desktop_app.ui.widgets import InlineMessage, TextField

if TYPE_CHECKING:
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext

_MAX = 100


class ShopStep(StepPanel):
    """The shop's details; only the name is required, the rest can be entered later."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            context,
            QCoreApplication.translate("ShopStep", "Your shop"),
            QCoreApplication.translate(
                "ShopStep", "This is shown on the receipts. Only the name is needed now."
            ),
        )
        self._fields: dict[str, TextField] = {}
        self._errors: dict[str, FieldErrorMessage] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8 if self.theme.compact else 12)
        parts = (
            ("shop_name", self.tr("Shop name"), 0, 0, 4),
            ("operator", self.tr("Operator’s name"), 0, 4, 2),
            ("shop_address", self.tr("Address"), 1, 0, 6),
            ("shop_phone", self.tr("Phone"), 2, 0, 3),
            ("shop_pan", self.tr("PAN (9 digits)"), 2, 3, 3),
        )
        for part, words, row, column, span in parts:
            field = TextField(self.theme, words, name=f"first.{part}")
            field.setMaxLength(_MAX)
            field.textEdited.connect(self._typed)
            self._fields[part] = field
            error = self._errors[part] = FieldErrorMessage(self.theme, field)
            box = labelled(self.theme, words, field, error)
            grid.addLayout(box, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(6):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 80)
        self.back.connect(self._forget_errors)
        self.body.addLayout(grid)
        later = self.tr("All of it can be changed later in Settings.")
        self.body.addWidget(InlineMessage(self.theme, later, name="first.shop.note"))

    def enter(self) -> None:
        """Show what was entered before."""
        draft = self._draft()
        values = {
            "shop_name": draft.shop.name,
            "operator": draft.operator,
            "shop_address": draft.shop.address,
            "shop_phone": draft.shop.phone,
            "shop_pan": draft.shop.pan,
        }
        for part, value in values.items():
            self._fields[part].setText(value)
        self._show_no_errors()
        self._fields["shop_name"].select_all()
        if self.context.session.unsaved.first_refused:
            # It was said on the page of before, in another language or size.
            self._show_errors()

    def go_on(self) -> None:
        """Go on if there is a name and the PAN is valid or empty."""
        wrong = self._show_errors()
        if wrong:
            self._fields[wrong[0]].select_all()
        else:
            self.done.emit()

    def _show_errors(self) -> list[str]:
        """Say what is wrong below each field; the fields that it is about."""
        named = bool(self._fields["shop_name"].text().strip())
        faults = {
            "shop_name": "" if named else self.tr("Enter the shop’s name."),
            "shop_pan": pan_error(self._fields["shop_pan"].text()),
        }
        for part, words in faults.items():
            self._errors[part].show_message(words)
        wrong = [part for part, words in faults.items() if words]
        self.context.session.unsaved.first_refused = bool(wrong)
        return wrong

    def _draft(self) -> Settings:
        session = self.context.session
        return session.unsaved.first or session.settings

    def _typed(self) -> None:
        texts = {part: field.text().strip() for part, field in self._fields.items()}
        draft = self._draft()
        shop = replace(
            draft.shop,
            name=texts["shop_name"],
            address=texts["shop_address"],
            phone=texts["shop_phone"],
            pan=tidy_pan(texts["shop_pan"]),
        )
        self.context.session.unsaved.first = replace(draft, shop=shop, operator=texts["operator"])
        self._forget_errors()

    def _forget_errors(self) -> None:
        """Clear the marks of wrong fields, while a person types or after Back."""
        self.context.session.unsaved.first_refused = False
        self._show_no_errors()

    def _show_no_errors(self) -> None:
        for error in self._errors.values():
            error.show_message("")
