"""The objects that a page works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication

from desktop_app.ui.runtime.files import FileOpener, SystemFiles
from desktop_app.ui.runtime.jobs import DeskJob, LedgerJob, RecordJob
from desktop_app.ui.runtime.long_jobs import LongJobs
from desktop_app.ui.runtime.papers_under_way import PapersUnderWay
from desktop_app.ui.runtime.seen_breaks import SeenBreaks
from desktop_app.ui.runtime.unfinished import LookupUnderWay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.core.clock import Clock
    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.ports import Vault
    from desktop_app.printing.output import Printer
    from desktop_app.ui.runtime.app_state import AppState
    from desktop_app.ui.runtime.changes import PaymentChanges
    from desktop_app.ui.runtime.owner_gate import OwnerGate
    from desktop_app.ui.runtime.paid_sweep import PaidSweep
    from desktop_app.ui.runtime.ports import (
        CatalogPort,
        CreditPort,
        CustomersPort,
        EnvironmentsPort,
        OldListsPort,
        OnAccountPort,
        OwnerResetPort,
        RecordsPort,
        ShiftsPort,
        SupportPort,
        TokenTesterPort,
        UseCasesPort,
    )
    from desktop_app.ui.runtime.tasks import Tasks
    from desktop_app.ui.theme import Theme

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AppContext:
    """The objects that a page works with."""

    theme: Theme
    tasks: Tasks
    session: AppState
    use_cases: UseCasesPort
    gate: OwnerGate
    printer: Printer
    clock: Clock
    pdf_folder: Path
    logo_file: Path
    changes: PaymentChanges
    sweep: PaidSweep
    papers_under_way: PapersUnderWay = field(default_factory=PapersUnderWay)
    lookup: LookupUnderWay = field(default_factory=LookupUnderWay)
    long_jobs: LongJobs = field(default_factory=LongJobs)
    seen_breaks: SeenBreaks = field(default_factory=SeenBreaks)
    chime: Callable[[], None] = QApplication.beep
    """A soft sound for what happens while nobody looks; the computer's own."""
    files: FileOpener = field(default_factory=SystemFiles)
    """What opens a file that was saved."""
    shown_in: Environment | None = None
    """The environment that the pages were built for; None before there are any."""

    @property
    def environment(self) -> Environment:
        """The environment of what is on the screen.

        While a payment is being sent its pages stay, even if another has come into force.
        """
        return self.shown_in or self.session.environment

    @property
    def is_switching(self) -> bool:
        """Other pages are about to be shown, those of another environment."""
        return self.session.switching_to is not None or self.is_elsewhere

    @property
    def is_elsewhere(self) -> bool:
        """What is on the screen is the record of an environment that is not in force."""
        return self.environment is not self.session.environment

    @property
    def environments(self) -> EnvironmentsPort:
        """Ledger and desk of each environment."""
        return self.use_cases.environments

    @property
    def catalog(self) -> CatalogPort:
        """The providers."""
        return self.use_cases.catalog

    @property
    def vault(self) -> Vault:
        """The tokens."""
        return self.use_cases.vault

    @property
    def token_tester(self) -> TokenTesterPort:
        """Asks the service about a token."""
        return self.use_cases.token_tester

    @property
    def records(self) -> RecordsPort:
        """The care of the records."""
        return self.use_cases.records

    @property
    def shifts(self) -> ShiftsPort:
        """The shifts of the drawers."""
        return self.use_cases.shifts

    @property
    def on_account(self) -> OnAccountPort:
        """What customers owe."""
        return self.use_cases.on_account

    @property
    def customers(self) -> CustomersPort:
        """The shop's book of customers."""
        return self.use_cases.customers

    @property
    def old_lists(self) -> OldListsPort:
        """Customers of older lists."""
        return self.use_cases.old_lists

    @property
    def credit(self) -> CreditPort:
        """The shop's credit at the service."""
        return self.use_cases.credit

    @property
    def support(self) -> SupportPort:
        """The file for support."""
        return self.use_cases.support

    @property
    def owner_reset(self) -> OwnerResetPort:
        """Sets an owner's forgotten PIN anew."""
        return self.use_cases.owner_reset

    def desk_job(self, name: str, work: Callable[[PaymentDesk], T]) -> DeskJob[T]:
        """Work at the desk of the environment that is on the screen now."""
        return DeskJob(name, self.environment, self.environments, work)

    def record_job(self, name: str, work: Callable[[PaymentDesk, Ledger], T]) -> RecordJob[T]:
        """Work that needs both, in the environment that is on the screen now."""
        return RecordJob(name, self.environment, self.environments, work)

    def ledger_job(self, name: str, work: Callable[[Ledger], T]) -> LedgerJob[T]:
        """A question to the ledger of the environment that is on the screen now."""
        return LedgerJob(name, self.environment, self.environments, work)
