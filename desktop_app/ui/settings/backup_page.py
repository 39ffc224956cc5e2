"""Backups of the record of payments: making one, going back to one, the file for support."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.audit import FoundBreak, record_changed
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.operators import OwnerAction
from desktop_app.ui.kit.confirm_dialog import Ask
from desktop_app.ui.kit.followed_job import FollowedJob
from desktop_app.ui.kit.saved_file import SavedActions
from desktop_app.ui.kit.support_row import SupportRow
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.runtime.long_jobs import LongJobKind
from desktop_app.ui.settings.backup_list import BackupList
from desktop_app.ui.settings.backup_text import Seen, look, missing_text, when_text
from desktop_app.ui.settings.option_page import OptionPage
from desktop_app.ui.setup_forms.rows import OptionRow, add_rows
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    Icon,
    IdLabel,
    InlineMessage,
    Line,
    PlainLabel,
    Variant,
)

if TYPE_CHECKING:
    from desktop_app.core.backups import Backup, BackupMade, BackupOverview
    from desktop_app.core.operators import Proof
    from desktop_app.core.shop import Till
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class BackupPage(OptionPage):
    """Lists the backups, makes one, and puts one in the place of the record."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "backup")
        self._job = 0
        self._busy = False
        self._seen: Seen | None = None
        self._made: BackupMade | None = None
        """The backup that was made last from here."""
        self._backup = FollowedJob(context, self, LongJobKind.BACKUP)
        self._comparison = FollowedJob(context, self, LongJobKind.COMPARISON)
        self._build()
        self._show_state()
        comparing = self.tr("Comparing the record with what was written…")
        self._backup.begun.connect(partial(self._begin, self.tr("Backing up…")))
        self._backup.ended.connect(self._backed_up)
        self._comparison.begun.connect(partial(self._begin, comparing))
        self._comparison.ended.connect(self._compared)
        for work in (self._backup, self._comparison):
            work.resume()

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        compact = theme.compact
        self._icon = Icon(theme, "circle-check", 30 if compact else 40, "accenttext")
        self._lead = PlainLabel(theme, "", TextRole.HEADING, wrap=True, name="settings.backup.lead")
        self._words = PlainLabel(
            theme, "", TextRole.BODY, "text2", wrap=True, name="settings.backup.words"
        )
        self._act = Button(
            theme,
            self.tr("Back up now"),
            Variant.PRIMARY,
            key="F5",
            icon="download",
            name="settings.backup.now",
        )
        self._act.clicked.connect(self.refresh)
        self._check = Button(
            theme,
            self.tr("Check the record"),
            size=ButtonSize.SMALL,
            icon="shield-check",
            name="settings.backup.check",
        )
        self._check.clicked.connect(self._compare)
        self._folder = IdLabel(theme, "", TextRole.BODY, name="settings.backup.folder")
        self._list = BackupList(theme)
        self._list.wanted.connect(self._ask_restore)
        self._note = InlineMessage(
            theme,
            self.tr("A backup holds payments and customers. It never holds the token."),
            name="settings.backup.note",
        )
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._lead)
        texts.addWidget(self._words)
        head = QHBoxLayout()
        head.setSpacing(12 if compact else 20)
        head.addWidget(self._icon)
        head.addLayout(texts, 1)
        head.addWidget(self._act)
        gap = 6 if compact else 11
        self.form.addLayout(head)
        self.form.addSpacing(gap)
        self.form.addWidget(Line(theme))
        self._details = self._make_details()
        self.form.addWidget(self._details)
        self.form.addSpacing(4)
        self.form.addWidget(self._list, 1)
        self.form.addSpacing(gap)
        self._actions = SavedActions(self.context, "settings.backup.file", opens=False)
        self._actions.refused.connect(lambda words: self._note.tell(words, bad=True))
        told = QHBoxLayout()
        told.setSpacing(14)
        told.addWidget(self._note, 1)
        told.addWidget(self._check)
        told.addWidget(self._actions)
        self.form.addLayout(told)
        self.form.addSpacing(gap)
        self.form.addWidget(Line(theme))
        self.form.addSpacing(gap)
        self._support = SupportRow(self.context, "settings.backup.bundle")
        self.form.addWidget(self._support)

    def _make_details(self) -> QWidget:
        """Make the widgets that are hidden while the ledger is damaged."""
        theme, compact = self.theme, self.theme.compact
        hint = "" if compact else self.tr("Copy it to a USB stick now and then")
        rows = [OptionRow(theme, self.tr("Folder"), self._folder, hint, fills=True)]
        if not compact:
            words = self.tr("Once a day, soon after the start. The last 30 are kept.")
            often = PlainLabel(theme, words, wrap=True)
            rows.append(OptionRow(theme, self.tr("Automatic"), often, fills=True))
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        add_rows(column, theme, rows)
        return details

    # --- the page of the settings ---------------------------------------------------------

    def enter(self) -> None:
        """Read what there is. What came of the last work stands there, and is seen."""
        for work in (self._backup, self._comparison):
            work.mark_seen()
        self._read()

    def _read(self) -> None:
        self.context.tasks.cancel(self._job)
        context, language = self.context, self.context.session.settings.language
        read = partial(look, context.records, context.environment, language)
        self._job = self.context.tasks.maintain(Job("read the backups", read), self._take)

    def refresh(self) -> None:
        """F5 and the button: what the page asks for. While the record is damaged, only a click."""
        overview = self._seen.overview if self._seen else None
        if self._busy or overview is None:
            return
        if overview.is_damaged:
            if overview.newest_good is not None:
                self._ask_restore(overview.newest_good.name)
            else:
                self._ask_afresh()
        elif overview.backups_enabled:
            make = partial(self.context.records.back_up, self.context.environment, self._by())
            self._backup.start(self.context.tasks.maintain, Job("make a backup", make))

    def take_focus(self) -> None:
        """Focus the control that the page asks for."""
        control = self._act if self._act.isEnabled() else self._support
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- showing --------------------------------------------------------------------------

    def _take(self, done: Result[Seen]) -> None:
        if done.value is None:
            self._complain(done.error)
            return
        self._seen = done.value
        self._folder.setText(str(done.value.overview.folder))
        self._list.show_backups(done.value.overview, done.value.whens)
        self._show_state()

    def _show_state(self) -> None:
        overview = self._seen.overview if self._seen else None
        if overview is None:
            self._say(self.tr("Looking for backups…"), "", "clock")
            return
        # Not while busy: a control that is switched off gives the keyboard away.
        self._act.enable(
            overview.backups_enabled or overview.is_damaged, self.tr("Practice has no backups")
        )
        self._details.setVisible(not overview.is_damaged)
        made = self._made
        self._actions.offer(None if made is None else overview.folder / made.backup.name)
        newest = overview.newest_good
        self._act.setText(self.tr("Back up now"))
        if overview.is_damaged:
            self._show_damaged(overview)
        elif not overview.backups_enabled:
            words = self.tr("Nothing in practice is real, so nothing of it is kept.")
            self._say(self.tr("Practice has no backups"), words, "info")
        elif newest is None:
            words = self.tr("The first is made by itself, soon after the first payment.")
            self._say(self.tr("No backup yet"), words, "triangle-alert")
        else:
            lead = self.tr("Last backup: {when}").format(when=self._when(newest))
            words = self.tr("%n payment(s). Checked and readable.", "", newest.payments or 0)
            self._say(lead, words, "circle-check")

    def _show_damaged(self, overview: BackupOverview) -> None:
        newest = overview.newest_good
        lead = self.tr("The record of payments is damaged")
        if newest is None:
            self._act.setText(self.tr("Begin an empty record…"))
            words = self.tr("There is no good backup. Call support first.")
        else:
            self._act.setText(self.tr("Restore…"))
            words = self.tr(
                "The newest good backup is of {when}, with %n payment(s).",
                "",
                newest.payments or 0,
            ).format(when=self._when(newest))
            words = f"{words} {missing_text(overview, newest)}"
        self._say(lead, words.strip(), "triangle-alert")

    def _say(self, lead: str, words: str, icon: str) -> None:
        self._lead.setText(lead)
        self._words.setText(words)
        self._icon.set_icon(icon, "waittext" if icon == "triangle-alert" else "accenttext")

    def _when(self, backup: Backup) -> str:
        seen = self._seen
        return "" if seen is None else when_text(backup, self.context.clock.now(), seen)

    # --- acting ---------------------------------------------------------------------------

    def _backed_up(self, done: Result[BackupMade]) -> None:
        self._made = done.value
        words = self.tr("The backup is made and checked. Nobody has changed the record.")
        self._end(done.error, words)
        self._tell_break(None if done.value is None else done.value.found)

    def _compare(self) -> None:
        if self._busy:
            return
        check = partial(self.context.records.check_chain, self.context.environment, self._by())
        self._comparison.start(self.context.tasks.maintain, Job("check the record", check))

    def _compared(self, done: Result[FoundBreak | None]) -> None:
        self._end(done.error, self.tr("Every entry of the record is as it was written."))
        self._tell_break(done.value)

    def _tell_break(self, found: FoundBreak | None) -> None:
        """Say it above all pages until an owner has seen it, and from then on here."""
        if found is None:
            return
        error = record_changed(found)
        if self.context.seen_breaks.has(found):
            self._complain(error)
        else:
            self._note.tell(problem_sentence(error).what, bad=True)
            self.context.session.report(error)

    def _by(self, proof: Proof | None = None) -> Till:
        """Whoever does it: the owner who opened the settings, or proved this very thing."""
        return self.context.session.till_of(proof or self.context.gate.settings_owner())

    def _ask_restore(self, name: str) -> None:
        overview = self._seen.overview if self._seen else None
        found = next((at for at in overview.backups if at.name == name), None) if overview else None
        if self._busy or overview is None or found is None or found.payments is None:
            return
        words = [
            missing_text(overview, found),
            self.tr("Cash given back after it shows as owed again: do not give it twice."),
            self.tr("The record as it is now is kept beside it."),
            self.tr("Payments that wait in the backup are checked again by themselves."),
        ]
        question = Ask(
            self.theme,
            self.window(),
            self.tr("Go back to the backup of {when}?").format(when=self._when(found)),
            " ".join(words),
            yes=self.tr("Restore"),
            no=self.tr("Stay"),
        )
        restore = partial(self._restore, name)
        require = self.context.gate.require
        question.accepted.connect(partial(require, OwnerAction.RESTORE, restore))
        question.ask()

    def _restore(self, name: str, proof: Proof | None) -> None:
        self._begin(self.tr("Restoring…"))
        environment = self.context.environment
        restore = partial(self.context.records.restore, environment, name, self._by(proof))
        self.context.tasks.money(Job("go back to a backup", restore), self._replaced)

    def _ask_afresh(self) -> None:
        question = Ask(
            self.theme,
            self.window(),
            self.tr("Begin an empty record?"),
            self.tr(
                "Earlier payments are not in it: do not make them again. The damaged record is "
                "kept for support."
            ),
            yes=self.tr("Begin"),
            no=self.tr("Stay"),
        )
        require = self.context.gate.require
        question.accepted.connect(partial(require, OwnerAction.REMOVING_DATA, self._afresh))
        question.ask()

    def _afresh(self, proof: Proof | None) -> None:
        self._begin(self.tr("Restoring…"))
        environment, by = self.context.environment, self._by(proof)
        begin = partial(self.context.records.start_new_ledger, environment, by)
        self.context.tasks.money(Job("begin an empty record", begin), self._replaced)

    def _replaced(self, done: Result[str]) -> None:
        words = self.tr("Done.")
        if done.value:
            kept = self.tr("Done. The earlier record is kept as {file}.")
            words = kept.format(file=done.value)
        self._end(done.error, words)
        if done.error is None:
            self.context.changes.notify(Cause.REPLACED)

    def _begin(self, words: str) -> None:
        self._busy, self._made = True, None
        self._note.tell(words, "clock")
        self._show_state()

    def _end(self, error: BhuktaniError | None, words: str) -> None:
        self._busy = False
        if error is None:
            self._note.tell(words, "circle-check")
        else:
            self._complain(error)
        self._show_state()
        self._read()

    def _complain(self, error: BhuktaniError | None) -> None:
        sentence = problem_sentence(error or BhuktaniError(Problem.UNEXPECTED))
        self._note.tell(sentence.whole, bad=True)
