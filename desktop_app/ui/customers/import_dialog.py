"""Asks which column of an older list holds what, and says what would be taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.core.old_lists.columns import Part, guess, has_header
from desktop_app.core.old_lists.taking import Choice
from desktop_app.ui.customers.import_texts import part_word, reasons_text, renamed_text
from desktop_app.ui.customers.speaking_dialog import SpeakingDialog
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    BannerKind,
    Button,
    CheckBox,
    PlainLabel,
    RingWatch,
    Select,
    Variant,
)
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.billing.provider import ProviderInfo
    from desktop_app.core.old_lists.taking import Plan
    from desktop_app.core.old_lists.text import OldList
    from desktop_app.ui.theme import Theme

_WIDTH, _HEIGHT = 900, 600
_SHOWN = 4
"""Rows shown as an example."""
_MIN_ROWS = 2
"""So many of them are seen in a low window."""
_MAX_WORDS = 24


class ImportDialog(SpeakingDialog):
    """A list that was read. ``changed`` wants to know what would come of the choice now; nothing is
    taken before ``confirmed``.
    """

    changed = Signal(object)
    """A :class:`Choice`."""
    confirmed = Signal(object)
    cancelled = Signal()

    def __init__(
        self, theme: Theme, window: QWidget, old: OldList, infos: Sequence[ProviderInfo]
    ) -> None:
        super().__init__(theme, window, self.tr("Take over a list of customers"), name="import")
        self._old, self._infos = old, infos
        self._is_running = False
        self._plan: Plan | None = None
        self._header = CheckBox(
            theme, self.tr("The first row names the columns"), name="import.header"
        )
        self._header.setChecked(has_header(old.rows))
        self._header.toggled.connect(self._begin)
        self._parts = {part: self._make_select(part) for part in Part}
        self._company = Select(
            theme, self.tr("Company of all accounts"), height=38, name="import.all"
        )
        self._company.addItem(self.tr("—"), "")
        for info in infos:
            self._company.addItem(info.name, info.slug)
        self._company.activated.connect(self._change)
        self._rows = QTableWidget()
        self._rows.setObjectName("import.rows")
        self._rows.setAccessibleName(self.tr("The first rows"))
        self._rows.setFont(theme.font(TextRole.LABEL))
        self._rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._rows.setTabKeyNavigation(False)
        self._rows.verticalHeader().hide()
        self._rows.horizontalHeader().setAccessibleName(self.tr("Names of the columns"))
        self._ring = RingWatch(theme, self._rows, theme.metrics.control_radius)
        self._sums = PlainLabel(theme, "", TextRole.BODY, wrap=True, name="import.sums")
        self._reasons = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="import.reasons"
        )
        self._renamed = PlainLabel(
            theme, "", TextRole.LABEL, "waittext", wrap=True, name="import.renamed"
        )
        self._renamed.hide()
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="import.cancel")
        self._no.clicked.connect(self.reject)
        self._take = Button(theme, self.tr("Take over"), Variant.PRIMARY, name="import.take")
        self._take.clicked.connect(self._confirm)
        self._lay_out()
        self.fix_size(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))

    def _make_select(self, part: Part) -> Select:
        made = Select(self.theme, part_word(part), height=38, name=f"import.{part.value}")
        made.activated.connect(self._change)
        return made

    def _lay_out(self) -> None:
        self.scroll_above_foot(24, 16, spacing=10)
        theme, column = self.theme, self.column
        column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        column.addWidget(self._header)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        fields = [*self._parts.values(), self._company]
        for number, field in enumerate(fields):
            row, at = divmod(number, 3)
            grid.addLayout(self.named(field), row, at)
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)
        column.addWidget(self._rows, 1)
        column.addWidget(self._reasons)
        column.addWidget(self._renamed)
        self.foot.addWidget(self._sums)
        self.foot.addWidget(self.outcome)
        self.add_buttons(self._no, self._take)

    def ask(self) -> None:
        """Show it above its window, with the columns as they are guessed."""
        self.show_above(self._parts[Part.NAME])
        self._begin()

    # --- showing --------------------------------------------------------------------------

    def _begin(self) -> None:
        """Guess the columns anew."""
        header = self._header.isChecked()
        guessed = guess(self._old.rows, self._infos, header=header)
        for part, select in self._parts.items():
            select.clear()
            select.addItem(self.tr("—"), -1)
            for at in range(self._old.width):
                select.addItem(self._column_name(at), at)
            select.setCurrentIndex(guessed.get(part, -1) + 1)
        self._show_rows()
        self._change()

    def _column_name(self, at: int) -> str:
        first = self._old.rows[0]
        named = first[at] if at < len(first) else ""
        if self._header.isChecked() and named:
            return named[:_MAX_WORDS]
        name = self.tr("Column {number}").format(number=at + 1)
        return f"{name}: {named[:_MAX_WORDS]}" if named else name

    def _show_rows(self) -> None:
        first = 1 if self._header.isChecked() else 0
        rows = self._old.rows[first : first + _SHOWN]
        self._rows.setRowCount(len(rows))
        self._rows.setColumnCount(self._old.width)
        names = [self._column_name(at) for at in range(self._old.width)]
        self._rows.setHorizontalHeaderLabels(names)
        for number, row in enumerate(rows):
            for at, cell in enumerate(row):
                self._rows.setItem(number, at, QTableWidgetItem(cell))
        header_view = self._rows.horizontalHeader()
        header_view.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        seen = sum(self._rows.rowHeight(n) for n in range(min(len(rows), _MIN_ROWS)))
        bar = self._rows.horizontalScrollBar().sizeHint().height()
        edges = 2 * self._rows.frameWidth()
        self._rows.setMinimumHeight(header_view.sizeHint().height() + seen + bar + edges)

    def show_plan(self, plan: Plan) -> None:
        """Say what would come of the choice."""
        self._plan = plan
        words = self.tr("{taken} to take over, {known} known already, {rejected} not taken.")
        words = words.format(taken=plan.taken, known=plan.known, rejected=len(plan.rejected))
        renamed = renamed_text(plan.renamed)
        self._show_sums(words, renamed)
        self._show_details(reasons_text(plan.rejected), renamed)
        self._take.setText(self.tr("Take over %n customer(s)", "", plan.taken))
        self._enable()

    def show_progress(self, done: int) -> None:
        """Say how far it is."""
        self._sums.setText(
            self.tr("{done} of {count} rows so far. You can go on paying.").format(
                done=done, count=self.choice.count(self._old.rows)
            )
        )

    def show_trouble(self, words: str) -> None:
        """Say what was in the way; the choice can be changed, and tried again."""
        self._is_running = False
        self._show_details()
        self._sums.hide()
        self.say(BannerKind.CAUTION, words)
        self._enable()

    def _show_details(self, reasons: str = "", renamed: str = "") -> None:
        self._reasons.setText(reasons)
        self._reasons.setVisible(bool(reasons))
        self._renamed.setText(renamed)
        self._renamed.setVisible(bool(renamed))

    def _show_sums(self, words: str, more: str = "") -> None:
        self.say_nothing()
        self._sums.setText(words)
        self._sums.show()
        announce(self._sums, f"{words} {more}".strip())

    def _enable(self) -> None:
        is_any = self._plan is not None and self._plan.taken > 0
        for control in (*self._parts.values(), self._company, self._header):
            control.setEnabled(not self._is_running)
        why = self.tr("It is being written.") if self._is_running else self.tr("Nothing to take.")
        self._take.enable(is_any and not self._is_running, why)

    # --- what a person does ---------------------------------------------------------------

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        columns = {
            part: int(select.currentData())
            for part, select in self._parts.items()
            if select.currentData() is not None and select.currentData() >= 0
        }
        return Choice(columns, self._header.isChecked(), str(self._company.currentData() or ""))

    def _change(self) -> None:
        self._plan = None
        self._company.setEnabled(True)
        self._show_sums(self.tr("Looking what would be taken…"))
        self._show_details()
        self._enable()
        self.changed.emit(self.choice)

    def _confirm(self) -> None:
        if self._take.isEnabled():
            self._is_running = True
            self._show_details()
            self.say_nothing()
            self._sums.show()
            self.show_progress(0)
            self._no.setFocus(Qt.FocusReason.OtherFocusReason)
            self._enable()
            self.confirmed.emit(self.choice)

    def reject(self) -> None:
        """Close it; what is being written ends there, and what is written by then stays."""
        if self._is_running:
            self.cancelled.emit()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the button, and takes over there; whose names change is read before."""
        if self.go_on(event, (), self._take):
            self.show_end()
        else:
            super().keyPressEvent(event)
