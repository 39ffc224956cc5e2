"""The parts of the page of the shop's credit: the sum, what explains a gap, and the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.money import ZERO, grouped
from desktop_app.core.shifts.credit import OWN_KINDS
from desktop_app.formatting.dates import local, time_text
from desktop_app.ui.payment_kit.history import moment_text
from desktop_app.ui.shift.credit_texts import (
    advice_text,
    cause_text,
    gap_text,
    note_kind_text,
    note_text,
    reading_text,
)
from desktop_app.ui.shift.panels import RowsPanel
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    Cell,
    Column,
    MoneyTable,
    Panel,
    PanelLook,
    PlainLabel,
    Row,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.settings import Language
    from desktop_app.core.shifts.credit import CreditNote, GapPart
    from desktop_app.core.shifts.credit_day import CreditDay
    from desktop_app.ui.theme import Theme

_MOST = 12


class SumPanel(QWidget):
    """Opening credit, what moved it, what is expected, and what the service tells."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = RowsPanel(theme, "credit.sum")
        self._box = Panel(theme, PanelLook.INFO, name="credit.gapbox")
        self._lead = PlainLabel(theme, self.tr("Difference"), TextRole.LABEL, "text2")
        self._gap = PlainLabel(theme, "", TextRole.HEADING, wrap=True, name="credit.gap")
        inside = QVBoxLayout(self._box)
        above, below = (6, 6) if theme.compact else (12, 14)
        inside.setContentsMargins(18, above, 18, below)
        inside.setSpacing(0 if theme.compact else 2)
        inside.addWidget(self._lead)
        inside.addWidget(self._gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.gap)
        column.addWidget(self._rows)
        column.addWidget(self._box)

    def show_day(
        self, day: CreditDay, now: datetime, language: Language, environment: Environment
    ) -> None:
        """Show a day; without a comparison, as much as is known."""
        facts = []
        if day.opening is not None:
            at = moment_text(day.opening.at, now, language)
            words = self.tr("end of the day before") if day.is_asked else at
            facts.append(
                (
                    "credit.opening",
                    reading_text(self.tr("Opening balance"), environment),
                    f"{words} · {grouped(day.opening.amount)}",
                )
            )
        check = day.check
        if check is not None:
            facts.append(("credit.paid", self.tr("Bills paid"), grouped(-check.paid)))
            if check.given_back:
                facts.append(
                    ("credit.back", self.tr("Given back by the service"), grouped(check.given_back))
                )
            facts += [
                ("credit.topups", self.tr("Top-ups noted"), grouped(check.top_ups)),
                ("credit.charges", self.tr("Charges noted"), grouped(ZERO - check.charges)),
                ("credit.expected", self.tr("Expected balance"), rupees(check.expected)),
            ]
        if day.closing is not None:
            at = moment_text(day.closing.at, now, language)
            facts.append(
                (
                    "credit.closing",
                    reading_text(self.tr("Balance at the service"), environment),
                    f"{at} · {grouped(day.closing.amount)}",
                )
            )
        self._rows.show_rows(facts)
        self._rows.show_only({key for key, _, _ in facts})
        self._box.setVisible(check is not None)
        if check is not None:
            self._box.set_look(PanelLook.CAUTION if check.gap else PanelLook.INFO)
            self._gap.setText(gap_text(check.gap))


class CausesTable(MoneyTable):
    """What can explain a gap, the likeliest first; ``opened`` carries a row's id."""

    def __init__(self, theme: Theme) -> None:
        label = QCoreApplication.translate("CausesTable", "What can explain it")
        super().__init__(theme, (), label, fit=True, name="credit.causes")
        self._parts: dict[str, GapPart] = {}
        self.set_columns(
            (
                Column(title=self.tr("What can explain it"), stretch=True),
                Column(title=self.tr("Payment"), width=90, compact_width=76),
                Column(title=self.tr("Amount (Rs.)"), width=112, compact_width=100, right=True),
            )
        )

    def show_explanations(self, explanations: Sequence[Sequence[GapPart]]) -> None:
        """Show the first ones; parts that explain it together follow each other."""
        rows: list[Row] = []
        self._parts = {}
        last = explanations[-1:] if len(explanations) > _MOST else ()
        for number, parts in enumerate((*explanations[: _MOST - len(last)], *last)):
            for at, part in enumerate(parts):
                row_id = f"{number}.{at}"
                self._parts[row_id] = part
                rows.append(_cause_row(row_id, part, self._together(at, len(parts))))
        self.set_rows(rows)
        if rows and not self.current_id():
            self.choose(rows[0].id)

    def _together(self, at: int, count: int) -> str:
        if count == 1:
            return ""
        return self.tr("together, {at} of {count}").format(at=at + 1, count=count)

    def part(self, row_id: str) -> GapPart | None:
        """The part that a row shows."""
        return self._parts.get(row_id)


class NotesTable(MoneyTable):
    """The notes since the opening, newest first."""

    def __init__(self, theme: Theme) -> None:
        label = QCoreApplication.translate("NotesTable", "Notes")
        super().__init__(theme, (), label, fit=True, name="credit.notes")
        self._notes: dict[str, CreditNote] = {}
        self.set_columns(
            (
                Column(title=self.tr("Notes"), stretch=True),
                Column(title=self.tr("Time"), width=84, compact_width=76),
                Column(title=self.tr("Amount (Rs.)"), width=112, compact_width=100, right=True),
            )
        )

    def show_notes(
        self, notes: Sequence[CreditNote], language: Language, environment: Environment
    ) -> None:
        """Show the notes of a day."""
        self._notes = {str(note.number): note for note in reversed(notes)}
        self.set_rows([_note_row(note, language, environment) for note in self._notes.values()])

    def note(self) -> CreditNote | None:
        """The note that is chosen."""
        return self._notes.get(self.current_id())


class CausesPanel(QVBoxLayout):
    """What can explain a gap, and what to do about the cause that is chosen."""

    payment_chosen = Signal(object)
    """The payment of a cause is to be opened."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setSpacing(10)
        self._table = CausesTable(theme)
        self._table.chosen.connect(self._show_advice)
        self._table.opened.connect(self._open)
        self._advice = PlainLabel(theme, "", TextRole.BODY, wrap=True, name="credit.advice")
        self._button = Button(
            theme,
            self.tr("Open the payment"),
            key="Enter",
            size=ButtonSize.SMALL,
            name="credit.open",
        )
        self._button.clicked.connect(self._open_chosen)
        self.addWidget(self._table)
        self.addWidget(self._advice)
        self.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_explanations(self, explanations: Sequence[Sequence[GapPart]]) -> None:
        """Show them; nothing is shown where there are none."""
        self._table.show_explanations(explanations)
        for part in (self._table, self._advice):
            part.setVisible(bool(explanations))
        self._show_advice()

    def _show_advice(self) -> None:
        part = self._table.part(self._table.current_id())
        self._advice.setText("" if part is None else advice_text(part))
        self._button.setVisible(part is not None and part.payment is not None)

    def _open(self, row_id: str) -> None:
        part = self._table.part(row_id)
        if part is not None and part.payment is not None:
            self.payment_chosen.emit(part.payment)

    def _open_chosen(self) -> None:
        self._open(self._table.current_id())


class NotesPanel(QVBoxLayout):
    """The notes of a day; one that a person wrote can be taken back."""

    take_back_wanted = Signal(object)
    """A note is to be taken back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setSpacing(10)
        self._table = NotesTable(theme)
        self._table.chosen.connect(self._show_button)
        self._button = Button(
            theme, self.tr("Take the note back"), size=ButtonSize.SMALL, name="credit.takeback"
        )
        self._button.clicked.connect(self._take_back)
        self.addWidget(self._table)
        self.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_day(self, day: CreditDay | None, language: Language, environment: Environment) -> None:
        """Show a day's notes; nothing is shown where there are none."""
        if day is not None:
            self._table.show_notes(day.notes, language, environment)
        self._table.setVisible(day is not None and bool(day.notes))
        self._show_button()

    def _show_button(self) -> None:
        note = self._table.note()
        may = note is not None and note.kind in OWN_KINDS and note.amount > ZERO
        self._button.setVisible(may)

    def _take_back(self) -> None:
        note = self._table.note()
        if note is not None:
            self.take_back_wanted.emit(note)


def _cause_row(row_id: str, part: GapPart, together: str) -> Row:
    payment = part.payment
    customer = "" if payment is None else (payment.order.customer_name or payment.order.account_id)
    second = " · ".join(words for words in (customer, together) if words)
    number = "—" if payment is None else f"{payment.number:06d}"
    cells = (Cell(text=cause_text(part), second=second), number, grouped(part.amount))
    return Row(id=row_id, cells=cells)


def _note_row(note: CreditNote, language: Language, environment: Environment) -> Row:
    second = " · ".join(words for words in (note_text(note), note.operator) if words)
    amount = grouped(note.amount) if note.amount else ""
    cells = (
        Cell(text=note_kind_text(note, environment), second=second),
        time_text(local(note.at), language),
        amount,
    )
    return Row(id=str(note.number), cells=cells)
