"""First start: which companies the street of the shop has. Nothing chosen means all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.company_choice import with_only
from desktop_app.ui.first_run.step import StepPanel
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.setup_forms.company_list import CompanyList

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class CompaniesStep(StepPanel):
    """A list to tick; none is ticked at first, and without a tick all are on."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            context,
            QCoreApplication.translate("CompaniesStep", "Which companies does your street have?"),
            QCoreApplication.translate(
                "CompaniesStep",
                "The first page shows only these. Type a name and press Enter for each one."
                " Settings can change it at any time.",
            ),
        )
        self._job = 0
        self._list = CompanyList(
            self.theme,
            self.tr("Companies"),
            self.tr("{count} of {total} are chosen."),
            pins=False,
            asks_names=True,
            name="first.companies",
        )
        self._list.switched.connect(self._switched)
        self._list.searched.connect(self._searched)
        self._list.setMinimumHeight(self.theme.scaled(230 if self.theme.compact else 330))
        self.body.addWidget(self._list)

    def enter(self) -> None:
        """Show what was chosen before; ask which there are, the first time."""
        if not self._list.infos:
            self.context.tasks.cancel(self._job)
            self._job = self.context.tasks.read(
                Job("list the providers", self.context.catalog.providers), self._take
            )
        self._list.search(self.context.session.unsaved.company_search)
        self._show()
        self._list.take_focus()

    def _searched(self, text: str) -> None:
        self.context.session.unsaved.company_search = text
        self._show_enter()

    def _show_enter(self) -> None:
        # While a name is typed, Enter adds the company that is found.
        self.next_button.set_key("" if self._list.sought else "Enter")

    def _take(self, done: Result[tuple[Provider, ...]]) -> None:
        if done.value is None:
            # The shop can go on without: all are on, and Settings has the list.
            self.context.session.report(done.error)
            return
        offered = [one.info for one in done.value if not one.info.retired]
        self._list.show_companies(offered)
        self._show()

    def _switched(self, slug: str, on: bool) -> None:
        unsaved = self.context.session.unsaved
        chosen = {one: name for one, name in unsaved.first_companies.items() if one != slug}
        if on:
            chosen[slug] = next(info.name for info in self._list.infos if info.slug == slug)
        unsaved.first_companies = chosen
        draft = unsaved.first or self.context.session.settings
        unsaved.first = self._chosen(draft, chosen)
        self._show()

    def _chosen(self, draft: Settings, slugs: Collection[str]) -> Settings:
        if not slugs:
            return replace(draft, providers_off=())
        return with_only(draft, self._list.infos, slugs)

    def _show(self) -> None:
        chosen = self.context.session.unsaved.first_companies
        self._list.show_state(chosen)
        words = self.tr("Next") if chosen else self.tr("Skip: all are on")
        self.next_button.setText(words)
        self._show_enter()
