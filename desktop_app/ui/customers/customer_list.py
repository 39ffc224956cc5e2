"""The list of customers: a button to pay in each row that is seen, and their count below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.customers.customer_rows import BUTTONS, Customer, columns, row_of
from desktop_app.ui.kit.footed_table import FootedTable
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, ButtonSize, KeyHint, PlainLabel, Variant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from desktop_app.core.settings import Language
    from desktop_app.ui.theme import Theme


class CustomerList(FootedTable):
    """Rows of customers. ``pressed_pay`` carries the id of the row whose button was pressed.

    Buttons are made for the rows that come into view: one for each row that was read would hold up
    typing.
    """

    pressed_pay = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme, columns(compact=theme.compact), "", name="customers.list")
        self._language, self._is_due = language, False
        self._shown: dict[str, Customer] = {}
        self._buttons: dict[str, Button] = {}
        self.setAccessibleName(self.tr("Customers"))
        self.horizontalHeader().setAccessibleName(self.accessibleName())
        self.foot.add_left(KeyHint(theme, "↑ ↓", self.tr("move")))
        self.foot.add_left(KeyHint(theme, "Enter", self.tr("look up and pay")))
        self.foot.add_left(KeyHint(theme, "F8", self.tr("favourites, due soon")))
        self._count = PlainLabel(theme, "", TextRole.LABEL, "text2", name="customers.count")
        self.foot.add_right(self._count)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(0)
        self._looking.timeout.connect(self._put_buttons)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._look_soon)
        bar.rangeChanged.connect(self._look_soon)
        self.chosen.connect(self._mark)

    @property
    def customers(self) -> Mapping[str, Customer]:
        """Those that are shown, by the ids of their rows."""
        return self._shown

    @property
    def count(self) -> int:
        """How many are shown."""
        return len(self._shown)

    def show_customers(
        self, customers: Sequence[Customer], now: datetime, *, is_due: bool = False
    ) -> None:
        """Show these; with ``is_due`` by the day on which they run out."""
        if is_due != self._is_due:
            self._is_due = is_due
            self.set_rows(())
            self.set_columns(columns(compact=self._theme.compact, is_due=is_due))
        self._shown, self._buttons = {one.id: one for one in customers}, {}
        self.set_rows([row_of(one, now, self._language, is_due=is_due) for one in customers])
        self._put_buttons()
        self._looking.start()

    def append(self, customers: Sequence[Customer], now: datetime) -> None:
        """Show these below the others."""
        self._shown |= {one.id: one for one in customers}
        self.append_rows(
            [row_of(one, now, self._language, is_due=self._is_due) for one in customers]
        )

    def show_count(self, count: int, *, has_more: bool) -> None:
        """Say how many there are, and how many of them are shown."""
        if has_more:
            words = self.tr("{shown} of {count} are read so far")
            self._count.setText(words.format(shown=self.count, count=count))
        else:
            self._count.setText(self.tr("%n customer(s)", "", self.count))

    def _look_soon(self) -> None:
        """Not the timer's own ``start``: it would take the bar's value for milliseconds."""
        self._looking.start()

    def _put_buttons(self) -> None:
        rows = self.rows
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        for number in range(first, len(rows) if last < 0 else last + 1):
            customer = self._shown.get(rows[number].id)
            if customer is not None and customer.known is not None:
                self._put_button(customer)
            if number > first + _MOST_SEEN:
                break
        self._mark()

    def _put_button(self, customer: Customer) -> None:
        row_id = customer.id
        if row_id in self._buttons:
            return
        button = Button(
            self._theme, self.tr("Pay"), size=ButtonSize.SMALL, name=f"customers.pay.{row_id}"
        )
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(self.tr("Pay for {customer}").format(customer=customer.line.name))
        button.clicked.connect(partial(self.pressed_pay.emit, row_id))
        self._buttons[row_id] = button
        holder = QWidget(self)
        holder.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 16, 0)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_row_widget(row_id, BUTTONS, holder)

    def _mark(self) -> None:
        """The button of the chosen row is the one that Enter presses."""
        chosen = self.current_id()
        for row_id, button in self._buttons.items():
            button.set_variant(Variant.PRIMARY if row_id == chosen else Variant.SECONDARY)
            button.set_key("Enter" if row_id == chosen else "")


_MOST_SEEN = 60
"""Rows that the highest screen shows; before the first layout nothing tells how many are seen."""
