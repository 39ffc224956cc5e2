"""The cash of a drawer is counted: to open its shift, or to close it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.money import ZERO, Money, grouped
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.shift.count_panel import CountPanel
from desktop_app.ui.shift.drawer_texts import difference_text, movement_word
from desktop_app.ui.shift.panels import RowsPanel
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, ButtonSize, Panel, PanelLook, PlainLabel, TextField
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.shifts.drawer import DrawerState
    from desktop_app.core.shifts.shift import CashCount
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.ui.theme import Theme

REASON_LENGTH = 300
"""Of a reason and of a note."""


class CountFor(Enum):
    """What the cash is counted for."""

    OPENING = auto()
    FLOAT = auto()
    """The opening cash of a shift that a payment has opened."""
    CLOSING = auto()

    @classmethod
    def wanted_by(cls, drawer: DrawerState) -> CountFor:
        """What the cash of a drawer is to be counted for next."""
        if drawer.report is None:
            return cls.OPENING
        return cls.FLOAT if drawer.lacks_float else cls.CLOSING

    def fits(self, drawer: DrawerState) -> bool:
        """The drawer still is as it must be for what its cash is counted for."""
        if self is CountFor.FLOAT:
            return drawer.lacks_float
        return (drawer.report is None) == (self is CountFor.OPENING)


@dataclass(frozen=True, slots=True)
class CountState:
    """How far a count has come: it outlives a page that is built anew."""

    purpose: CountFor
    is_compared: bool
    typed: Mapping[int, str]
    reason: str
    note: str


class CountPage(QWidget):
    """The count on the left; on the right what is expected, once it was counted blind.

    ``changed`` tells that the page can or cannot be confirmed now.
    """

    changed = Signal()
    edited = Signal(object)
    """A person has gone on with the count: the :class:`CountState` that it has come to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._purpose = CountFor.CLOSING
        self._report: ShiftReport | None = None
        self._last: Money | None = None
        self._is_compared = False
        self.setObjectName("shift.countpage")
        self._count = CountPanel(theme)
        self._count.changed.connect(self._typed)
        self._count.finished.connect(self._finish)
        self._build_side()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.gap)
        # Two columns of fields where the window is low.
        row.addWidget(self._count, 58 if theme.compact else 50)
        row.addWidget(self._side, 42 if theme.compact else 50)

    def _build_side(self) -> None:
        theme = self._theme
        self._expected = RowsPanel(theme, "shift.expected")
        self._title = PlainLabel(theme, "", TextRole.HEADING, name="shift.title")
        self._hint = PlainLabel(theme, "", TextRole.BODY, "text2", wrap=True, name="shift.hint")
        self._expected.column.addWidget(self._title)
        self._expected.column.addWidget(self._hint)
        self._compare = Button(
            theme, self.tr("Compare"), size=ButtonSize.SMALL, name="shift.compare"
        )
        self._compare.clicked.connect(self._compare_now)
        self._difference = Panel(theme, PanelLook.CAUTION, name="shift.differencebox")
        self._amount = PlainLabel(theme, "", TextRole.TOTAL, name="shift.difference")
        self.reason = TextField(theme, self.tr("Reason for the difference"), name="shift.reason")
        self.reason.setPlaceholderText(self.reason.accessibleName())
        self.reason.setMaxLength(REASON_LENGTH)
        self.reason.textEdited.connect(self._typed)
        inside = QVBoxLayout(self._difference)
        inside.setContentsMargins(18, 12, 18, 14)
        inside.addWidget(PlainLabel(theme, self.tr("Difference"), TextRole.LABEL, "text2"))
        inside.addWidget(self._amount)
        inside.addWidget(self.reason)
        self._late = Panel(theme, PanelLook.INFO, name="shift.latebox")
        self.note = TextField(theme, self.tr("Note on the Z report"), name="shift.note")
        self.note.setMaxLength(REASON_LENGTH)
        self.note.textEdited.connect(self._typed)
        beside = QVBoxLayout(self._late)
        beside.setContentsMargins(18, 12, 18, 14)
        beside.addWidget(PlainLabel(theme, self.note.accessibleName(), TextRole.LABEL, "text2"))
        beside.addWidget(self.note)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.gap)
        column.addWidget(self._expected)
        column.addWidget(self._difference)
        column.addWidget(self._late)
        column.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    # --- showing --------------------------------------------------------------------------

    def begin(
        self, purpose: CountFor, report: ShiftReport | None, last: Money | None, note: str = ""
    ) -> None:
        """Count anew, for a purpose.

        Args:
            purpose: what for.
            report: the figures of the open shift.
            last: what the last close counted: it counts as the opening cash until somebody types.
            note: proposed for the report of a shift that is closed late; empty for no other.
        """
        self._purpose, self._report, self._last = purpose, report, last
        self._is_compared = False
        self._count.begin(self._preset())
        self.reason.clear()
        self.note.setText(note)
        self.note.home(False)
        self._late.setVisible(bool(note))
        self._show()
        self._count.take_focus()

    def keep(self) -> CountState:
        """Return what a page needs that takes the place of this one."""
        typed = self._count.typed()
        reason, note = self.reason.text(), self.note.text()
        return CountState(self._purpose, self._is_compared, typed, reason, note)

    def resume(self, kept: CountState, report: ShiftReport | None, last: Money | None) -> None:
        """Go on with the count where the page before stood."""
        self.begin(kept.purpose, report, last, kept.note)
        self._count.begin(self._preset(), kept.typed)
        self._is_compared = kept.is_compared
        self.reason.setText(kept.reason)
        self._show()
        self._count.take_focus()

    def update_report(self, report: ShiftReport | None) -> None:
        """Show the figures as they are now: cash may have moved while it was counted."""
        self._report = report
        self._show()

    def _preset(self) -> Money | None:
        return None if self._purpose is CountFor.CLOSING else self._last or ZERO

    def _show(self) -> None:
        is_closing = self._purpose is CountFor.CLOSING
        report = self._report
        shows = is_closing and self._is_compared and report is not None
        titles = {
            CountFor.OPENING: self.tr("Opening cash"),
            CountFor.FLOAT: self.tr("Opening cash"),
            CountFor.CLOSING: self.tr("Expected cash"),
        }
        self._hint.setText(self._hint_text())
        self._title.setText(titles[self._purpose])
        self._hint.setVisible(not shows)
        self._compare.setVisible(is_closing and not self._is_compared)
        self._compare.enable(self.count() is not None, self.tr("Count the cash first"))
        lines = () if report is None or not shows else report.movements
        facts = [(line.key, movement_word(line.key), grouped(line.total)) for line in lines]
        if report is not None and shows:
            facts.append(("sum", self.tr("Expected cash"), rupees(report.expected)))
        self._expected.show_rows(facts)
        self._expected.show_only({key for key, _, _ in facts})
        self._show_difference()
        self.changed.emit()

    def _hint_text(self) -> str:
        if self._purpose is CountFor.CLOSING:
            return self.tr("Count first. What is expected is shown when you have counted.")
        if self._purpose is CountFor.FLOAT:
            return self.tr("A payment opened this shift. Enter what lay in the drawer before it.")
        if self._last is None:
            return self.tr("Count what lies in the drawer. Nothing typed is an empty drawer.")
        words = self.tr("{amount} lay in it at the last close. Count anew, or open with that.")
        return words.format(amount=rupees(self._last))

    def _show_difference(self) -> None:
        difference = self.difference()
        self._difference.setVisible(difference is not None)
        if difference is None:
            return
        self._difference.set_look(PanelLook.CAUTION if difference else PanelLook.INFO)
        self._amount.setText(difference_text(difference))
        self.reason.setVisible(bool(difference))

    # --- what was counted -----------------------------------------------------------------

    @property
    def purpose(self) -> CountFor:
        """What the cash is counted for."""
        return self._purpose

    @property
    def report(self) -> ShiftReport | None:
        """The figures that are compared with."""
        return self._report

    def count(self) -> CashCount | None:
        """What was counted; None as long as nothing is typed, or something is no number."""
        return self._count.count()

    def difference(self) -> Money | None:
        """What is in the drawer too much; None before it was compared."""
        count = self.count()
        if not self._is_compared or self._report is None or count is None:
            return None
        return count.total - self._report.expected

    def what_is_missing(self) -> str:
        """Word what must be done before the page can be confirmed; empty if nothing."""
        if self.count() is None:
            return self.tr("Count the cash first")
        if self._purpose is not CountFor.CLOSING:
            return ""
        if not self._is_compared:
            return self.tr("Compare first")
        if self.difference() and not self.reason.text().strip():
            return self.tr("Write the reason for the difference")
        return ""

    def confirm_text(self) -> str:
        """Word what confirms the page does with what was counted."""
        if self._purpose is CountFor.CLOSING:
            return self.tr("Close + print Z report")
        count = self.count()
        amount = "" if count is None else rupees(count.total)
        if self._purpose is CountFor.FLOAT:
            return self.tr("Note {amount}").format(amount=amount)
        return self.tr("Open with {amount}").format(amount=amount)

    def _typed(self) -> None:
        self._show()
        self.edited.emit(self.keep())

    def _finish(self) -> None:
        if self._purpose is CountFor.CLOSING:
            self._compare_now()

    def _compare_now(self) -> None:
        if self.count() is None or self._is_compared:
            return
        self._is_compared = True
        self._typed()
        difference = self.difference()
        if difference is not None:
            announce(self, f"{self.tr('Difference')}: {difference_text(difference)}")
        if difference:
            self.reason.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field of words leads to what confirms the page, which the section has."""
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        in_words = self.reason.hasFocus() or self.note.hasFocus()
        if event.key() in ENTER_KEYS and is_plain and in_words:
            self.focusNextChild()
            return
        super().keyPressEvent(event)
