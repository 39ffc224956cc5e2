"""The page of the people at the counter: names, roles, PINs, and the automatic lock."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop_app.core.operators import OwnerAction, PeopleChange, Role
from desktop_app.ui.kit.confirm_dialog import Ask
from desktop_app.ui.kit.watched_write import WatchedWrite
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.settings.option_page import OptionPage
from desktop_app.ui.settings.person_dialog import PersonDialog
from desktop_app.ui.setup_forms.rows import OptionRow
from desktop_app.ui.texts.people import people_fault_text, role_word
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    Cell,
    Column,
    InlineMessage,
    Line,
    MoneyTable,
    PlainLabel,
    Row,
    Select,
    Variant,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.operators import Operator, Proof
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_MINUTES = (0, 1, 2, 5, 10, 30)
_CHANGE = 3


class PeoplePage(OptionPage):
    """Each change asks the gate for an owner, who is here already as a rule."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "people")
        self._dialog: PersonDialog | None = None
        self._buttons: list[Button] = []
        theme = self.theme
        self._lead = PlainLabel(theme, "", TextRole.HEADING, wrap=True, name="settings.people.lead")
        self._words = PlainLabel(
            theme, "", TextRole.BODY, "text2", wrap=True, name="settings.people.words"
        )
        self._add = Button(
            theme,
            self.tr("Add a person…"),
            Variant.PRIMARY,
            icon="plus",
            name="settings.people.add",
        )
        self._add.clicked.connect(partial(self._require, self._open_new))
        self._table = self._make_table()
        self._minutes = Select(
            theme, self.tr("Automatic lock"), height=40, name="settings.lock_after"
        )
        for minutes in _MINUTES:
            words = self.tr("After %n minute(s)", "", minutes) if minutes else self.tr("Never")
            self._minutes.addItem(words, minutes)
        self._minutes.activated.connect(self.edited)
        self._note = InlineMessage(theme, "", name="settings.people.note")
        self._lay_out()
        context.gate.changed.connect(self._show)
        self._show()

    # --- building -------------------------------------------------------------------------

    def _make_table(self) -> MoneyTable:
        columns = [
            Column(title=self.tr("Name"), stretch=True),
            Column(title=self.tr("Role"), width=130, compact_width=110),
            Column(title=self.tr("PIN"), width=130, compact_width=110, colour="text2"),
            Column(title="", width=134, compact_width=124),
        ]
        table = MoneyTable(
            self.theme,
            columns,
            self.tr("People"),
            fit=True,
            behind="surface",
            name="settings.people.list",
        )
        # The page asks for no minimum height: the list scrolls, not the page.
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        table.setMinimumHeight(self.theme.scaled(110 if self.theme.compact else 126))
        table.opened.connect(self._change)
        return table

    def _lay_out(self) -> None:
        theme, gap = self.theme, 6 if self.theme.compact else 11
        head = QHBoxLayout()
        head.setSpacing(20)
        self.form.addLayout(head)
        texts = QVBoxLayout()
        head.addLayout(texts, 1)
        texts.setSpacing(2)
        texts.addWidget(self._lead)
        texts.addWidget(self._words)
        head.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        self.form.addSpacing(gap)
        self.form.addWidget(self._table, 1000)
        self.form.addStretch(1)
        self.form.addWidget(self._note)
        self.form.addSpacing(gap)
        self.form.addWidget(Line(theme))
        hint = "" if theme.compact else self.tr("Without use, never while a payment is sent")
        self.form.addWidget(OptionRow(theme, self.tr("Automatic lock"), self._minutes, hint))

    # --- the page of the settings ---------------------------------------------------------

    def load(self, settings: Settings) -> None:
        """Show these settings."""
        at = self._minutes.findData(settings.lock_after_minutes)
        if at < 0:
            self._minutes.addItem(
                self.tr("After %n minute(s)", "", settings.lock_after_minutes),
                settings.lock_after_minutes,
            )
            at = self._minutes.count() - 1
        self._minutes.setCurrentIndex(at)

    def save(self, settings: Settings) -> Settings:
        """These settings with what is chosen."""
        return replace(settings, lock_after_minutes=int(self._minutes.currentData()))

    def enter(self) -> None:
        """Read who there is."""
        self._note.hide()
        self.context.gate.read()

    def refresh(self) -> None:
        """F5 reads again."""
        self.enter()

    def take_focus(self) -> None:
        """Focus the way to a new person."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- showing --------------------------------------------------------------------------

    def _show(self) -> None:
        gate = self.context.gate
        people = gate.people.active
        if gate.is_guarded:
            self._lead.setText(self.tr("The owner’s PIN is asked for"))
            self._words.setText(
                self.tr(
                    "For settings, token, backups and decisions. F11 locks the counter and lets"
                    " another person come."
                )
            )
        else:
            self._lead.setText(self.tr("Everybody may do everything"))
            self._words.setText(
                self.tr(
                    "Nobody is asked for a PIN. With an owner’s PIN, settings, token, backups and"
                    " decisions are the owner’s."
                )
            )
        self._table.set_rows([self._row(person) for person in people])
        self._buttons = []
        for person in people:
            button = Button(
                self.theme,
                self.tr("Change…"),
                Variant.LINK,
                size=ButtonSize.SMALL,
                name=f"settings.people.change.{person.id}",
            )
            button.setAccessibleName(f"{self.tr('Change…')} {person.name}")
            button.clicked.connect(partial(self._change, person.id))
            self._buttons.append(button)
            self._table.set_row_widget(person.id, _CHANGE, button)
        self._table.setVisible(bool(people))
        self._minutes.setEnabled(gate.is_guarded)

    def _row(self, person: Operator) -> Row:
        pin = self.tr("set") if person.has_pin else "—"
        change = Cell(spoken=self.tr("Change…"))
        return Row(id=person.id, cells=(person.name, role_word(person.role), pin, change))

    # --- changing -------------------------------------------------------------------------

    def _require(self, then: Callable[[Proof | None], object]) -> None:
        self.context.gate.require(OwnerAction.PEOPLE, then)

    def _open_new(self, proof: Proof | None) -> None:
        people = self.context.gate.people
        operator = self.context.session.settings.operator
        first = not people.active
        self._open(None, name=operator if first else "", role=Role.OWNER if first else Role.CLERK)

    def _change(self, operator_id: str) -> None:
        self._require(partial(self._open_person, operator_id))

    def _open_person(self, operator_id: str, proof: Proof | None) -> None:
        person = self.context.gate.people.get(operator_id)
        if person is not None:
            self._open(person, name=person.name, role=person.role)

    def _open(self, person: Operator | None, *, name: str, role: Role) -> None:
        dialog = PersonDialog(self.theme, self.window(), person, name=name, role=role)
        dialog.saved.connect(partial(self._save, person))
        if person is not None:
            dialog.pin_removed.connect(partial(self._remove_pin, person))
            dialog.retired.connect(partial(self._ask_retire, person))
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.ask()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _save(self, person: Operator | None, name: str, role: Role, pin: str) -> None:
        operators = self.context.gate.operators

        def work(proof: Proof | None) -> PeopleChange:
            if person is None:
                return operators.add(name, role, pin, proof)
            return operators.change(person.id, name, role, pin, proof)

        self._require(partial(self._begin, work))

    def _remove_pin(self, person: Operator) -> None:
        remove = partial(self.context.gate.operators.remove_pin, person.id)
        self._require(partial(self._begin, remove))

    def _ask_retire(self, person: Operator) -> None:
        question = Ask(
            self.theme,
            self.window(),
            self.tr("Does {name} work here no more?").format(name=person.name),
            self.tr("The name stays on everything that was done under it."),
            yes=self.tr("Works here no more"),
            no=self.tr("Stay"),
        )
        retire = partial(self.context.gate.operators.retire, person.id)
        question.accepted.connect(partial(self._require, partial(self._begin, retire)))
        question.ask()

    def _begin(self, work: Callable[[Proof | None], PeopleChange], proof: Proof | None) -> None:
        if self._dialog is not None:
            self._dialog.set_busy(busy=True)
        place = self if self._dialog is None else self._dialog
        write = WatchedWrite.of(self.context, place, _people_line)
        job = Job("change the people", partial(work, proof))
        self.context.tasks.record(job, self._take, write)

    def _take(self, done: Result[PeopleChange]) -> None:
        change, dialog = done.value, self._dialog
        if change is None or change.fault is not None:
            words = ""
            if change is not None and change.fault is not None:
                words = people_fault_text(change.fault)
            elif done.error is not None:
                words = problem_sentence(done.error).what
            if dialog is not None:
                dialog.show_words(words)
            else:
                self._note.show()
                self._note.tell(words, bad=True)
            return
        if dialog is not None:
            dialog.accept()
        self._note.hide()
        self.context.gate.take_people(change.people)


def _people_line() -> str:
    return QCoreApplication.translate("PeoplePage", "changes to the people at the counter")
