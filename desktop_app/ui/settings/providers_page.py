"""The page that selects the companies for which the shop takes payments."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu

from desktop_app.core.company_choice import is_on, pinned, pinned_shown, switched, with_only
from desktop_app.core.operators import OwnerAction
from desktop_app.core.settings import Settings
from desktop_app.ui.kit.confirm_dialog import Ask
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.settings.option_page import OptionPage
from desktop_app.ui.setup_forms.company_list import CompanyList
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import Button, ButtonSize, InlineMessage, Variant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint

    from desktop_app.core.billing.provider import Provider, ProviderInfo
    from desktop_app.core.operators import Proof
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_MANY = 2
"""So many companies are not switched at one press without a question."""


class ProvidersPage(OptionPage):
    """One list of all companies; those that the service retired are off until switched on.

    A pinned company stands first, in the order of pinning, so that its digit never changes.
    """

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "providers")
        self._job = 0
        self._draft = Settings()
        self._wanted = self._draft
        """What many companies are to be switched to; a question may come before."""
        theme = context.theme
        self._list = CompanyList(
            theme,
            self.tr("Companies"),
            self.tr("{count} of {total} are on."),
            pins=True,
            asks_names=False,
            name="settings.providers",
        )
        self._list.switched.connect(self._switched)
        self._list.pinned.connect(self._pinned)
        self._list.table.endpoint_wanted.connect(self._ask_endpoint)
        self._endpoints: Mapping[str, tuple[str, ...]] = {}
        self._note = InlineMessage(theme, "", name="settings.providers.note")
        self._all = self._link(self.tr("Switch all on"), "settings.providers.all")
        self._all.clicked.connect(self._switch_all_on)
        self._few = self._link(self.tr("Only the pinned ones"), "settings.providers.few")
        self._few.clicked.connect(self._keep_pinned)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(self._note, 1)
        below.addWidget(self._few)
        below.addWidget(self._all)
        self.form.addWidget(self._list, 1)
        self.form.addSpacing(6)
        self.form.addLayout(below)
        self._say()

    def _link(self, words: str, name: str) -> Button:
        return Button(self.theme, words, Variant.LINK, size=ButtonSize.SMALL, name=name)

    def enter(self) -> None:
        """Ask which there are, the first time."""
        if not self._list.infos:
            self.context.tasks.cancel(self._job)
            catalog = self.context.catalog
            self._job = self.context.tasks.read(
                Job("list the providers", lambda: (catalog.providers(), catalog.endpoints())),
                self._take,
            )

    def _take(
        self, done: Result[tuple[tuple[Provider, ...], Mapping[str, tuple[str, ...]]]]
    ) -> None:
        if done.value is None:
            if done.error is not None:
                self._note.tell(problem_sentence(done.error).what, bad=True)
            return
        providers, self._endpoints = done.value
        self._list.show_companies([provider.info for provider in providers])
        self.load(self.context.session.settings)

    def load(self, settings: Settings) -> None:
        """Show these settings."""
        self._draft = settings
        shown = self._shown_pins()
        self._list.show_state(
            {info.slug for info in self._list.infos if is_on(settings, info)},
            settings.providers_pinned,
            shown,
            settings.not_enabled(self.context.environment),
            {slug: self._endpoint_text(slug, self._endpoint_of(slug)) for slug in self._endpoints},
        )
        others = any(is_on(settings, info) and info.slug not in shown for info in self._list.infos)
        unpinned = self.tr("No company is pinned.")
        self._few.enable(
            bool(shown) and others, unpinned if not shown else self.tr("Only these are on.")
        )
        everyone = all(is_on(settings, info) or info.retired for info in self._list.infos)
        self._all.enable(not everyone, self.tr("All are on."))

    def check(self) -> str:
        """Refuse a page on which no company is on."""
        infos = self._list.infos
        if infos and not any(is_on(self._draft, info) for info in infos):
            return self.tr("At least one company stays on.")
        return ""

    def save(self, settings: Settings) -> Settings:
        """These settings with what is on the page; what is said of unknown companies is kept."""
        return replace(
            settings,
            providers_on=self._draft.providers_on,
            providers_off=self._draft.providers_off,
            providers_pinned=self._draft.providers_pinned,
            provider_endpoints=self._draft.provider_endpoints,
        )

    def _switched(self, slug: str, on: bool) -> None:
        self._change(switched(self._draft, self._info(slug), on=on))

    def _pinned(self, slug: str, first: bool) -> None:
        """Last of the pinned ones, or none of them. What is pinned is wanted: it is on."""
        draft = pinned(self._draft, slug, first=first)
        self._change(switched(draft, self._info(slug), on=True) if first else draft)

    def _ask_endpoint(self, slug: str, where: QPoint) -> None:
        """Offer the endpoints of a company. None is ever taken instead of another by itself."""
        self._note.tell(
            self.tr(
                "Change the service of a company only when Khalti says so."
                " Payments that wait stay as they are."
            )
        )
        menu = QMenu(self)
        menu.setObjectName("settings.providers.endpoints")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for endpoint in self._endpoints.get(slug, ()):
            action = menu.addAction(self._endpoint_text(slug, endpoint))
            action.setCheckable(True)
            action.setChecked(endpoint == self._endpoint_of(slug))
            action.setData(endpoint)
            action.triggered.connect(lambda _=False, to=endpoint: self._use_endpoint(slug, to))
        menu.popup(where)

    def _use_endpoint(self, slug: str, endpoint: str) -> None:
        is_usual = endpoint == self._endpoints[slug][0]
        settings = self._draft.with_endpoint(slug, "" if is_usual else endpoint)
        self.context.gate.require(OwnerAction.SETTINGS, partial(self._turn, settings))

    def _turn(self, settings: Settings, proof: Proof | None) -> None:
        self.context.catalog.use_endpoints(settings.chosen_endpoints)
        self._change(settings)

    def _endpoint_of(self, slug: str) -> str:
        """Return the endpoint in use; a choice that there is no more counts as none."""
        known = self._endpoints[slug]
        chosen = self._draft.chosen_endpoints.get(slug, "")
        return chosen if chosen in known else known[0]

    def _endpoint_text(self, slug: str, endpoint: str) -> str:
        if endpoint == self._endpoints[slug][0]:
            return self.tr("Usual service")
        return self.tr("New service: {name}").format(name=endpoint)

    def _switch_all_on(self) -> None:
        """Switch on all that the service has; a retired one stays as it is."""
        infos = self._list.infos
        wanted = [info.slug for info in infos if not info.retired or is_on(self._draft, info)]
        settings = with_only(self._draft, infos, wanted)
        count = self._count_changed(settings)
        words = self.tr("%n company(ies) will be switched on.", "", count)
        self._ask_to_change(settings, self.tr("Switch all companies on?"), words, self._all.text())

    def _keep_pinned(self) -> None:
        """Switch off all but the pinned ones."""
        settings = with_only(self._draft, self._list.infos, self._shown_pins())
        count = self._count_changed(settings)
        words = self.tr("%n company(ies) will be switched off.", "", count)
        lead = self.tr("Keep only the pinned companies?")
        self._ask_to_change(settings, lead, words, self._few.text())

    def _ask_to_change(self, settings: Settings, lead: str, counted: str, yes: str) -> None:
        """Ask before many companies change: what the shop selected one by one is lost."""
        self._wanted = settings
        if self._count_changed(settings) < _MANY:
            self._change_many()
            return
        lost = self.tr("Your choice is lost.")
        question = Ask(
            self.theme,
            self.window(),
            lead,
            f"{counted} {lost}",
            yes=yes,
            no=self.tr("Stay"),
        )
        question.accepted.connect(self._change_many)
        question.ask()

    def _count_changed(self, settings: Settings) -> int:
        infos = self._list.infos
        return sum(is_on(self._draft, info) != is_on(settings, info) for info in infos)

    def _change_many(self) -> None:
        self._change(self._wanted)
        self._list.take_focus()

    def _change(self, settings: Settings) -> None:
        before, self._draft = self._draft, settings
        error = self.check()
        self._say(error)
        if error:
            self._draft = before
            return
        self.load(settings)
        self.edited.emit()

    def _say(self, error: str = "") -> None:
        words = self.tr(
            "Only these are shown on the first page of a new payment."
            " Payments and customers stay, whatever is switched off."
        )
        if error:
            self._note.tell(error, bad=True)
        else:
            self._note.set_message(words)

    def _shown_pins(self) -> tuple[str, ...]:
        return pinned_shown(self._draft, self._list.infos)

    def _info(self, slug: str) -> ProviderInfo:
        return next(info for info in self._list.infos if info.slug == slug)

    def take_focus(self) -> None:
        """Focus the field."""
        self._list.take_focus()
