"""The page that selects the companies for which the shop takes payments."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.settings.option_page import OptionPage
from desktop_app.ui.texts.labels import style_text
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import CheckBox, Line, Monogram, Note, PlainLabel, Toggle

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider, ProviderInfo
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class ProvidersPage(OptionPage):
    """A switch for each company; those that the service retired are off until switched on.

    A pinned company stands first, in the order of pinning, so that its digit never changes.
    """

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "providers")
        self._job = 0
        self._infos: dict[str, ProviderInfo] = {}
        self._toggles: dict[str, Toggle] = {}
        self._pins: dict[str, CheckBox] = {}
        self._pinned: list[str] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._note = Note(
            context.theme,
            self.tr("Only these are shown on the first page of a new payment."),
            name="settings.providers.note",
        )
        self.form.addWidget(self._note)
        self.form.addSpacing(8)
        self.form.addLayout(self._list)
        self.form.addStretch(1)

    def enter(self) -> None:
        """Ask which there are, the first time."""
        if not self._infos:
            self.context.tasks.cancel(self._job)
            self._job = self.context.tasks.read(
                Job("list the providers", self.context.catalog.providers), self._take
            )

    def _take(self, done: Result[tuple[Provider, ...]]) -> None:
        if done.value is None:
            if done.error is not None:
                self._note.set_note(problem_sentence(done.error).what, bad=True)
            return
        infos = sorted((p.info for p in done.value), key=lambda at: (at.retired, at.name))
        for info in infos:
            if self._infos:
                self._list.addWidget(Line(self.theme))
            self._infos[info.slug] = info
            self._list.addWidget(self._line(info))
        self.load(self.context.session.settings)

    def _line(self, info: ProviderInfo) -> QWidget:
        theme = self.theme
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(PlainLabel(theme, info.name, TextRole.STRONG))
        names.addWidget(PlainLabel(theme, style_text(info.style), TextRole.LABEL, "text2"))
        toggle = Toggle(theme, info.name, name=f"settings.provider.{info.slug}")
        toggle.clicked.connect(partial(self._toggled, info.slug))
        self._toggles[info.slug] = toggle
        line = QWidget()
        row = QHBoxLayout(line)
        room = 5 if theme.compact else 9
        row.setContentsMargins(0, room, 0, room)
        row.setSpacing(14)
        row.addWidget(Monogram(theme, info.monogram, info.slug, 40))
        row.addLayout(names, 1)
        if info.retired:
            words = self.tr("retired by the service")
            toggle.setAccessibleName(f"{info.name}, {words}")
            row.addWidget(PlainLabel(theme, words, TextRole.LABEL, "waittext"))
        pin = CheckBox(theme, self.tr("Pin"), name=f"settings.provider.pin.{info.slug}")
        pin.clicked.connect(partial(self._pin, info.slug))
        self._pins[info.slug] = pin
        row.addWidget(pin)
        row.addWidget(toggle)
        return line

    def load(self, settings: Settings) -> None:
        """Show these settings."""
        for slug, info in self._infos.items():
            shown = slug not in settings.providers_off
            if info.retired:
                shown = shown and slug in settings.providers_on
            self._toggles[slug].setChecked(shown)
        self._pinned = list(settings.providers_pinned)
        self._show_pins()

    def check(self) -> str:
        """Refuse a page on which no company is on."""
        if self._toggles and not any(toggle.isChecked() for toggle in self._toggles.values()):
            return self.tr("At least one company stays on.")
        return ""

    def save(self, settings: Settings) -> Settings:
        """These settings with the switches; what is said of unknown companies is kept."""
        on = [slug for slug in settings.providers_on if slug not in self._infos]
        off = [slug for slug in settings.providers_off if slug not in self._infos]
        for slug, toggle in self._toggles.items():
            retired = self._infos[slug].retired
            if toggle.isChecked() and retired:
                on.append(slug)
            elif not toggle.isChecked() and not retired:
                off.append(slug)
        return replace(
            settings,
            providers_on=tuple(on),
            providers_off=tuple(off),
            providers_pinned=tuple(self._pinned),
        )

    def _pin(self, slug: str) -> None:
        """Last of the pinned ones, or none of them."""
        self._pinned = [one for one in self._pinned if one != slug]
        if self._pins[slug].isChecked():
            self._pinned.append(slug)
        self._show_pins()
        self.edited.emit()

    def _show_pins(self) -> None:
        """Show each pinned company with the digit that chooses it."""
        shown = [slug for slug in self._pinned if slug in self._toggles]
        shown = [slug for slug in shown if self._toggles[slug].isChecked()]
        for slug, pin in self._pins.items():
            name = self._infos[slug].name
            pin.setChecked(slug in self._pinned)
            words = self.tr("Pin")
            if slug in shown:
                words = self.tr("Pinned: key {digit}").format(digit=shown.index(slug) + 1)
            pin.setText(words)
            pin.setAccessibleName(f"{name}, {words}")

    def _toggled(self, slug: str) -> None:
        if self.check():
            self._toggles[slug].setChecked(True)
            self._note.set_note(self.tr("At least one company stays on."), bad=True)
            return
        self._note.set_note(self.tr("Only these are shown on the first page of a new payment."))
        self._show_pins()
        self.edited.emit()

    def take_focus(self) -> None:
        """Focus the first switch."""
        for toggle in list(self._toggles.values())[:1]:
            toggle.setFocus(Qt.FocusReason.OtherFocusReason)
